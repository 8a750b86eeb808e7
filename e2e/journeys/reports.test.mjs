// One record, every report: two colleagues write a year, it is checked and finished, read and opened, and a later correction
// shows up as a difference.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, worker, mentor, base;

before(async () => {
  server = await startServer({ at: '2026-10-06 18:00:00' });
  browser = await openBrowser();
  mentor = accountOf(server, 'mentor');
  worker = server.accounts.find((it) => it.role === 'worker' && it.unit === mentor.unit) ?? mentor;
  base = `/units/${server.network}/${mentor.unit}/reports`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(account, then, options = {}) {
  const page = await browser.newPage({ url: server.url, language: 'sl', ...options });
  await signIn(page, account);
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

test('a half-year is written by two, finished, opened to its entries, and stays', async () => {
  let report;
  // Without scripts: every step is a form.
  await as(worker, async (page) => {
    await page.goto(`/units/${server.network}/${mentor.unit}`);
    await page.locator('a', { hasText: 'Poročila' }).click();
    await page.locator('#template').selectOption('centre-half-year');
    await page.locator('#period').selectOption('2026-H1');
    await page.locator('button', { hasText: 'Začni poročilo' }).click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
    report = new URL(page.url()).pathname;
    assert.match(await page.locator('main').innerText(), /Najpomembnejše številke/);
    await page.locator('a', { hasText: 'Piši' }).first().click();
    await page.locator('#body').fill('Bilo je živahno.\n\n- dve novi skupini\n- prenovljena soba');
    await page.locator('button', { hasText: 'Shrani' }).click();
    await page.locator('[role=status]').waitFor();
    assert.match(await page.locator('main').innerText(), /Bilo je živahno\.[\s\S]*dve novi skupini/);
  }, { javaScript: false });

  await as(worker, async (page) => {
    for (const path of [base, report, `${report}/sections/next`]) {
      await page.goto(path);
      await accessible(page);
    }
    await page.goto(`${report}/sections/stories`);
    await accessible(page);
    const option = await page.locator('#entry_0 option').nth(1).getAttribute('value');
    await page.locator('#entry_0').selectOption(option);
    await page.locator('#words_0').fill('Večer, ki so si ga mladi pripravili sami.');
    await page.locator('button', { hasText: 'Shrani' }).click();
    await page.locator('[role=status]').waitFor();
  });

  // Two at once: the second sees what the first wrote, and decides.
  await as(worker, async (first) => {
    await first.goto(`${report}/sections/next`);
    await as(mentor, async (second) => {
      await second.goto(`${report}/sections/next`);
      await second.locator('#body').fill('Mentorjev načrt');
      await second.locator('button', { hasText: 'Shrani' }).click();
      await second.locator('[role=status]').waitFor();
    });
    await first.locator('#body').fill('Moj načrt');
    await first.locator('button', { hasText: 'Shrani' }).click();
    const alert = first.locator('[role=alert]');
    await alert.waitFor();
    assert.match(await alert.innerText(), /Mentorjev načrt/);
    assert.equal(await first.locator('#body').inputValue(), 'Moj načrt');
    await accessible(first);
    await first.locator('#body').fill('Mentorjev in moj načrt');
    await first.locator('button', { hasText: 'Shrani' }).click();
    await first.locator('[role=status]').waitFor();
  });

  // What stood before is still there.
  await as(worker, async (page) => {
    await page.goto(`${report}/sections/next`);
    await page.locator('a', { hasText: 'Vse različice' }).click();
    await page.waitForURL(/\/sections\/next\/versions$/);
    await accessible(page);
    assert.match(await page.locator('main').innerText(), /Mentorjev in moj načrt[\s\S]*Mentorjev načrt/);
    assert.ok(await page.locator('button', { hasText: 'Vzemi to besedilo znova' }).count() >= 1);
  });

  await as(mentor, async (page) => {
    await page.goto(report);
    await page.locator('a', { hasText: 'Preveri in dokončaj' }).click();
    await accessible(page);
    assert.match(await page.locator('main').innerText(), /Razlik ni\./);
    await page.locator('form[action$="/completion"] button').click();
    await page.waitForURL(report);
    assert.match(await page.locator('main').innerText(), /Mentorjev in moj načrt/);
    await accessible(page);
    const file = await page.request.get(`${server.url}${report}/file/pdf`);
    assert.equal(file.headers()['content-type'], 'application/pdf');
    assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');
  });

  // The first figure opens to where it comes from, and on to the entries.
  let visits;
  await as(worker, async (page) => {
    await page.goto(report);
    const first = page.locator('.tile .num a').first();
    visits = (await first.innerText()).replace(/a$/, '');
    await first.click();
    await page.waitForURL(/\/figures\/a$/);
    await accessible(page);
    await page.locator('td a').first().click();
    await page.waitForURL(/\/(entries|figures)\?/);
    assert.ok((await page.locator('main').innerText()).includes(visits), visits);
  });

  // An evening is taken out later: the report stays and says so.
  await as(worker, async (page) => {
    await page.goto(`/units/${server.network}/${mentor.unit}/entries?from=2026-03-01&to=2026-06-30&status=held`);
    const all = await page.locator('a[href*="/entries/"]').evaluateAll((links) => links.map((it) => it.getAttribute('href')));
    await page.goto(all.find((href) => /\/entries\/[0-9a-f-]{36}$/.test(href)));
    await page.locator('form[action$="/deletion"] button').click();
    await page.waitForLoadState();
    await page.goto(report);
    assert.match(await page.locator('main').innerText(), /se je spremenil 1 vnos/);
    assert.equal((await page.locator('.tile .num a').first().innerText()).replace(/a$/, ''), visits);
    await page.locator('a', { hasText: 'Poglej, kaj' }).click();
    await accessible(page);
    assert.match(await page.locator('main').innerText(), /1 vnos je bil odstranjen/);
  });
});
