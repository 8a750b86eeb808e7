// An evaluation: prepared by a coordinator, answered by young people with scripts and without, seen by a worker, closed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, base;

before(async () => {
  server = await startServer({ at: '2026-10-06 18:00:00' });
  browser = await openBrowser();
  base = `/units/${server.network}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(role, then) {
  const page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, accountOf(server, role));
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

test('young people are asked, answer once, and nobody sees what', async () => {
  const { unit } = accountOf(server, 'worker');
  let address;
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/questionnaires`);
    await page.locator('form:has(input[value=open]) button').click();
    await page.locator('form[action$="/completion"] button').click();
    await page.goto(`${base}/${server.network}/evaluations`);
    await accessible(page);
    await page.locator('form[action$="/evaluations"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    assert.match(await page.locator('main').innerText(), /Pripravljena/);
    await page.locator('form[action$="/opening"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    assert.match(await page.locator('main').innerText(), /Mladi odgovarjajo/);
    await accessible(page);
  });
  await as('worker', async (page) => {
    await page.goto(`${base}/${unit}/voice`);
    await accessible(page);
    assert.equal(await page.locator('.square svg').count(), 1);
    address = await page.locator('.spot a').getAttribute('href');
  });

  // With scripts: one question at a time.
  const page = await browser.newPage({ url: server.url, language: 'sl' });
  await page.goto(new URL(address).pathname);
  await accessible(page);
  assert.equal(await page.locator('fieldset:visible').count(), 0);
  await page.locator('button.next').click();
  assert.equal(await page.locator('fieldset:visible').count(), 1);
  assert.match(await page.locator('legend:visible').innerText(), /Tukaj se počutim varno/);
  await accessible(page);
  await page.locator('fieldset:visible label', { hasText: 'Večinoma ne drži' }).click();
  await page.locator('button.next').click();
  await page.locator('button.next').click();
  await page.locator('button.next').click();
  assert.match(await page.locator('legend:visible').innerText(), /Kaj bi moralo biti drugače/, 'asked of those who do not feel safe');
  await page.locator('textarea:visible').fill('Več luči pred vrati.');
  await accessible(page);
  for (let step = 0; await page.locator('button.next').isVisible(); step += 1) {
    assert.ok(step < 40, 'it comes to an end');
    const choices = page.locator('fieldset:visible label');
    if (await choices.count()) await choices.first().click();
    await page.locator('button.next').click();
  }
  noThirdParty(page);
  // The connection breaks at the worst moment: nothing is lost, and it counts once.
  await page.context().setOffline(true);
  await page.locator('button:visible', { hasText: 'Pošlji' }).click();
  await page.locator('[role=alert]:visible').waitFor();
  await page.context().setOffline(false);
  await page.locator('button:visible', { hasText: 'Pošlji' }).click();
  await page.waitForURL(/\/thanks/);
  assert.match(await page.locator('main').innerText(), /Hvala/);
  await accessible(page);
  assert.deepEqual(await page.context().cookies(), [], 'nothing is left on the device');
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await page.context().close();

  // Back goes one question back, as phones do, and loses nothing; once it is sent, it does not lead there again.
  const phone = await browser.newPage({ url: server.url, language: 'sl' });
  await phone.goto(`${server.url}/privacy`);
  await phone.goto(new URL(address).pathname);
  await phone.locator('button.next').click();
  await phone.locator('fieldset:visible label').first().click();
  await phone.locator('button.next').click();
  await phone.locator('button.next').click();
  await phone.goBack();
  await phone.goBack();
  assert.match(await phone.locator('legend:visible').innerText(), /Tukaj se počutim varno/);
  assert.equal(await phone.locator('fieldset:visible input:checked').count(), 1);
  await phone.goForward();
  assert.equal(await phone.locator('#q-safe_1').isVisible(), false);
  await phone.locator('button.back').click();
  assert.equal(await phone.locator('#q-safe_1').isVisible(), true, 'the button goes the same way');
  await phone.goBack();
  assert.match(await phone.locator('h1:visible').innerText(), /Letna evalvacija 2026/);
  while (await phone.locator('button.next').isVisible()) await phone.locator('button.next').click();
  await phone.locator('button:visible', { hasText: 'Pošlji' }).click();
  await phone.waitForURL(/\/thanks/);
  await phone.goBack();
  await phone.waitForURL(/\/privacy/);
  await phone.goForward();
  await phone.waitForURL(/\/thanks/);
  await phone.context().close();

  // A mistyped address: a kind page, and nothing for staff.
  const lost = await browser.newPage({ url: server.url, language: 'sl' });
  await lost.goto('/a/nekaj');
  assert.match(await lost.locator('main').innerText(), /Poglej še enkrat na plakat/);
  await accessible(lost);
  await lost.context().close();

  // Without: one long form.
  const plain = await browser.newPage({ url: server.url, language: 'sl', javaScript: false });
  await plain.goto(new URL(address).pathname);
  assert.ok(await plain.locator('fieldset:visible').count() > 25);
  await plain.locator('#q-safe_1 label').first().click();
  await plain.locator('button').click();
  await plain.waitForURL(/\/thanks/);
  await plain.context().close();

  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/evaluations/letna-evalvacija-2026`);
    await accessible(page);
    // It cannot be taken back, so it is asked once more.
    await page.locator('a[href$="/closure"]').click();
    await page.getByRole('heading', { name: 'Zapreš za vedno' }).waitFor();
    await accessible(page);
    await page.locator('form[action$="/closure"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    assert.match(await page.locator('main').innerText(), /Odgovori so zbrani in premešani/);
  });
  const late = await browser.newPage({ url: server.url, language: 'sl' });
  await late.goto(new URL(address).pathname);
  assert.match(await late.locator('main').innerText(), /Odgovori so že zbrani/);
  await accessible(late);
  await late.context().close();
});
