// At a centre's door: a poster and cards to print, an answer for each code, and a tablet that many use.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, base, address, voice;

before(async () => {
  server = await startServer({ at: '2026-10-06 18:00:00' });
  browser = await openBrowser();
  base = `/units/${server.network}`;
  voice = `${base}/${accountOf(server, 'mentor').unit}/voice`;
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/questionnaires`);
    await page.locator('form:has(input[value=open]) button').click();
    await page.locator('form[action$="/completion"] button').click();
    await page.goto(`${base}/${server.network}/evaluations`);
    await page.locator('form[action$="/evaluations"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    await page.locator('form[action$="/opening"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
  });
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

async function guest(then, options = {}) {
  const page = await browser.newPage({ url: server.url, language: 'sl', ...options });
  await then(page);
  assert.deepEqual(await page.context().cookies(), []);
  noThirdParty(page);
  await page.context().close();
}

test('a mentor prints a poster and cards, and asks for codes', async () => {
  await as('mentor', async (page) => {
    await page.goto(voice);
    address = new URL(await page.locator('.spot h2 a').getAttribute('href')).pathname;
    for (const link of await page.locator('a[href*="/poster/"]').all()) {
      const poster = await page.request.get(await link.getAttribute('href'));
      assert.equal(poster.headers()['content-type'], 'application/pdf');
      assert.equal((await poster.body()).subarray(0, 5).toString(), '%PDF-');
    }
    await page.locator('summary', { hasText: 'Kartice s kodami' }).click();
    await accessible(page);
    await page.locator('input[name=n]').fill('5');
    await page.locator('form[action$="/cards"] button').click();
    await page.getByText('Napiši število od 10 do 500.').waitFor();
    await accessible(page);
    await page.locator('input[name=n]').fill('10');
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('form[action$="/cards"] button').click()]);
    assert.match(file.suggestedFilename(), /-open-kartice\.pdf$/);
    await page.goto(voice);
    await page.locator('summary', { hasText: 'Kartice s kodami' }).click();
    await page.getByText('Doslej je narejenih 10 kod.').waitFor();
    await page.locator('form[action$="/codes"] button').click();
    await page.getByRole('button', { name: 'Dovoli odgovore brez kode' }).waitFor();
    await accessible(page);
  });
});

test('an answer with a wrong code is not lost, and the code is nowhere afterwards', async () => {
  await guest(async (page) => {
    await page.goto(`${address}?code=0000-0000-0000`);
    assert.equal(await page.locator('#q-code').inputValue(), '0000-0000-0000');
    assert.equal(new URL(page.url()).search, '', 'it stands in the form alone');
    await accessible(page);
    await page.locator('button.next').click();
    await page.locator('fieldset:visible label', { hasText: 'Večinoma drži' }).click();
    while (await page.locator('button.next').isVisible()) await page.locator('button.next').click();
    await page.locator('button:visible', { hasText: 'Pošlji' }).click();
    await page.locator('.error:visible', { hasText: 'Te kode ne poznamo.' }).waitFor();
    await accessible(page);
    assert.equal(await page.locator('#q-safe_1 input:checked').getAttribute('value'), '4');
    assert.ok(!page.url().includes('0000'));
  });
  // Without scripts all is on one page, and what was chosen stays as well.
  await guest(async (page) => {
    await page.goto(address);
    await page.locator('#q-safe_1 label').first().click();
    await page.locator('form button').click();
    await page.locator('.error', { hasText: 'Vpiši kodo s svoje kartice.' }).waitFor();
    assert.equal(await page.locator('#q-safe_1 input:checked').count(), 1);
  }, { javaScript: false });
  await as('mentor', async (page) => {
    await page.goto(voice);
    await page.locator('form[action$="/codes"] button').click();
    await page.locator('summary', { hasText: 'Kartice s kodami' }).waitFor();
  });
});

test('a tablet goes from start to start, and forgets what nobody finished', async () => {
  const home = `${address}/kiosk`;
  await guest(async (page) => {
    await page.clock.install();
    await page.goto(home);
    await accessible(page);
    await page.locator('.ways a', { hasText: 'English' }).click();
    await page.locator('a.go', { hasText: 'Begin' }).click();
    await page.locator('button.next').click();
    await page.locator('fieldset:visible label').first().click();
    await accessible(page);
    // Somebody goes away; a touch in time would have kept it.
    await page.clock.fastForward(95_000);
    await page.locator('[role=alert]', { hasText: 'Are you still there?' }).waitFor();
    await page.locator('main').click();
    await page.locator('[role=alert]', { hasText: 'Are you still there?' }).waitFor({ state: 'hidden' });
    await page.clock.fastForward(95_000);
    await page.clock.fastForward(35_000);
    await page.waitForURL(home);
    await page.goBack();
    await page.waitForLoadState();
    assert.equal(await page.locator('input:checked').count(), 0);
  }, { width: 1024, height: 700 });
  for (const javaScript of [true, false]) {
    await guest(async (page) => {
      await page.goto(home);
      await page.locator('a.go').click();
      if (javaScript) await page.locator('button.next').click();
      await page.locator('#q-safe_1 label').first().click();
      while (javaScript && await page.locator('button.next').isVisible()) await page.locator('button.next').click();
      await page.locator('button:visible', { hasText: 'Pošlji' }).click();
      await page.waitForURL(/\/thanks\?lang=sl&kiosk=1$/);
      if (javaScript) await accessible(page);
      // By itself, also without scripts.
      await page.waitForURL(home, { timeout: 20_000 });
      await page.goBack();
      assert.equal(await page.locator('input:checked').count(), 0, 'nothing of it is there for the next');
    }, { width: 1024, height: 700, javaScript });
  }
});
