// Photos beside an entry: brought from a phone, without where they were taken; told in a report while everybody agrees; removed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit } from '../support/browser.mjs';
import { photo, traces } from '../support/photo.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, mentor, worker, unit, entry;

before(async () => {
  server = await startServer({ at: '2026-10-06 18:00:00' });
  browser = await openBrowser();
  mentor = accountOf(server, 'mentor');
  worker = server.accounts.find((it) => it.role === 'worker' && it.unit === mentor.unit) ?? mentor;
  unit = `/units/${server.network}/${mentor.unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (account, journey, options = {}) => journeyAs(browser, server, account, journey, { language: 'sl', ...options });
const press = (page, says) => submit(page, page.locator('main button', { hasText: says }));
const choose = (page, buffer, name = 'IMG_2041.jpg', mimeType = 'image/jpeg') =>
  page.locator('#file').setInputFiles({ name, mimeType, buffer });

// The entry whose pictures this is about: of the half-year that a report tells.
async function find(page) {
  await page.goto(`${unit}/entries?from=2026-03-01&to=2026-06-30&status=held`);
  const all = await page.locator('a[href*="/entries/"]').evaluateAll((links) => links.map((it) => it.getAttribute('href')));
  // Beside a talk with one young person there are none.
  for (entry of all.filter((href) => /\/entries\/[0-9a-f-]{36}$/.test(href))) {
    await page.goto(entry);
    if (await page.locator('#files').count()) return;
  }
  assert.fail('no entry takes photos');
}

test('a photo from a phone is kept without where it was taken', async () => {
  await as(worker, async (page) => {
    await find(page);
    await page.locator('#files a', { hasText: 'Dodaj fotografijo' }).click();
    await page.waitForURL(/\/files$/);
    await accessible(page);
    // What is no picture keeps what was typed.
    await page.locator('#caption').fill('Oder, ki so ga postavili mladi');
    await page.locator('#story').check();
    await page.locator('#people').check();
    await choose(page, Buffer.from('%PDF-1.7'), 'list.pdf', 'application/pdf');
    await press(page, 'Shrani fotografijo');
    assert.match(await page.locator('#file-problem').innerText(), /PDF\. Fotografiraj list/);
    assert.equal(await page.locator('#caption').inputValue(), 'Oder, ki so ga postavili mladi');
    assert.ok(await page.locator('#people').isChecked());
    await accessible(page);
    // A picture, and nobody said that all agreed: kept as proof, and the problem stands beside its field.
    await choose(page, await photo(page));
    await press(page, 'Shrani fotografijo');
    assert.match(await page.locator('[role=alert]').innerText(), /shranjena kot dokazilo/);
    assert.match(await page.locator('#agreed-problem').innerText(), /Brez soglasja/);
    await accessible(page);
    await page.locator('#agreed').check();
    await page.locator('#proof').check();
    await press(page, 'Shrani');
    assert.equal(new URL(page.url()).hash, '#files');
    const small = page.locator('#files img');
    assert.equal(await small.getAttribute('alt'), 'Oder, ki so ga postavili mladi');
    await small.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('#files img').naturalWidth === 400);
    await accessible(page);
    for (const size of ['small', 'large']) {
      const answer = await page.request.get((await small.getAttribute('src')).replace(/small$/, size));
      assert.equal(answer.headers()['content-type'], 'image/jpeg');
      const kept = await answer.body();
      for (const trace of traces) assert.ok(!kept.includes(trace), `${size} holds ${trace}`);
    }
  });
});

test('on a desk and in the dark it can be read as well', async () => {
  await as(worker, async (page) => {
    await page.goto(entry);
    await accessible(page);
    await page.locator('#files a:has(img)').click();
    await page.locator('.photo').waitFor();
    await accessible(page);
  }, { width: 1280, dark: true });
});

test('a report shows it beside the story until it is removed, in words then', async () => {
  let report;
  await as(worker, async (page) => {
    await page.goto(`${unit}/reports`);
    await page.locator('#template').selectOption('centre-half-year');
    await page.locator('#period').selectOption('2026-H1');
    await press(page, 'Začni poročilo');
    report = new URL(page.url()).pathname;
    await page.goto(`${report}/sections/stories`);
    await page.locator('#entry_0').selectOption(entry.split('/').pop());
    assert.match(await page.locator('#entry_0 option:checked').innerText(), /s fotografijo/);
    await page.locator('#words_0').fill('Večer, ki so si ga mladi pripravili sami.');
    await accessible(page);
    await press(page, 'Shrani');
    await page.locator('.photo').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('.photo').naturalWidth === 1200);
    await accessible(page);
  });
  const pdf = async (page) => (await page.request.get(`${server.url}${report}/file/pdf`)).body();
  await as(mentor, async (page) => {
    await page.goto(`${report}/reconciliation`);
    await submit(page, page.locator('form[action$="/completion"] button'));
    const before = await pdf(page);
    assert.equal(before.subarray(0, 5).toString(), '%PDF-');
    assert.ok(before.includes('/DCTDecode'), 'the photo is in it');
    await page.goto(entry);
    await page.locator('#files a:has(img)').click();
    await press(page, 'Odstrani fotografijo');
    assert.equal(await page.locator('#files img').count(), 0);
    await page.goto(report);
    assert.match(await page.locator('main').innerText(), /Fotografija je bila odstranjena\./);
    assert.match(await page.locator('main').innerText(), /Večer, ki so si ga mladi pripravili sami/);
    await accessible(page);
    assert.ok(!(await pdf(page)).includes('/DCTDecode'));
  });
});

test('a unit has its logo, also without scripts', async () => {
  let picture;
  await as(mentor, async (page) => (picture = await photo(page, { width: 300, height: 200 })));
  await as(mentor, async (page) => {
    await page.goto(`${unit}/pictures`);
    await choose(page, Buffer.from('GIF89a'), 'logo.gif', 'image/gif');
    await press(page, 'Shrani logotip');
    assert.match(await page.locator('#file-problem').innerText(), /GIF/);
    await choose(page, picture, 'logo.jpg');
    await press(page, 'Shrani logotip');
    assert.equal(await page.locator('.logo').getAttribute('width'), '300');
    const answer = await page.request.get(`${server.url}${unit}/logo`);
    assert.equal(answer.headers()['content-type'], 'image/png');
    await press(page, 'Odstrani logotip');
    assert.equal(await page.locator('.logo').count(), 0);
  }, { javaScript: false, width: 1280 });
});
