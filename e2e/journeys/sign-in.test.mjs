// Signing in and out: the door that everyone comes through.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, sendSignIn, signIn, signOut } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, worker;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  worker = accountOf(server, 'worker');
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

// A page of a browser with no cookies yet.
async function visitor(options, journey) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

const path = (page) => new URL(page.url()).pathname;

test('a visitor is led to the sign-in page, in the language of the browser', async () => {
  for (const language of ['sl', 'en']) {
    await visitor({ language }, async (page) => {
      await page.goto('/');
      assert.equal(path(page), '/sign-in');
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.locator('h1').count(), 1);
      assert.notEqual((await page.title()).trim(), '');
    });
  }
});

for (const javaScript of [true, false]) {
  describe(`with JavaScript ${javaScript ? 'on' : 'off'}`, () => {
    test('a wrong password is told beside the form; the mail stays, the password does not', async () => {
      await visitor({ javaScript }, async (page) => {
        await page.goto('/sign-in');
        await sendSignIn(page, { mail: worker.mail, password: 'not the password' });
        assert.equal(path(page), '/sign-in');
        const alert = page.locator('main [role=alert]');
        assert.match(await alert.innerText(), /\p{L}+ \p{L}+/u, 'the alert is words');
        assert.equal(await page.locator('input[name=mail]').inputValue(), worker.mail);
        assert.equal(await page.locator('input[name=password]').inputValue(), '');
      });
    });

    test('the right password opens the door, and signing out closes it', async () => {
      await visitor({ javaScript }, async (page) => {
        await signIn(page, worker);
        assert.equal(await page.locator('h1').count(), 1);
        assert.ok(await page.locator('h1').isVisible());

        await signOut(page);
        assert.equal(path(page), '/sign-in');

        await page.goto('/');
        assert.equal(path(page), '/sign-in', 'the session is over');
      });
    });
  });
}

test('the form is usable by keyboard alone', async () => {
  await visitor({}, async (page) => {
    await page.goto('/sign-in');
    await page.locator('input[name=mail]').focus();
    await page.keyboard.type(worker.mail);
    await page.keyboard.press('Tab');
    await page.keyboard.type(worker.password);
    const answered = page.waitForURL((url) => url.pathname !== '/sign-in');
    await page.keyboard.press('Enter');
    await answered;
  });
});

test('the page is accessible, fresh and after a mistake', async () => {
  for (const language of ['sl', 'en']) {
    await visitor({ language }, async (page) => {
      await page.goto('/sign-in');
      await accessible(page);
      await sendSignIn(page, { mail: 'nobody@example.org', password: 'not the password' });
      await accessible(page);
    });
  }
});
