// What young people are asked: a ready questionnaire is taken, a question is written, a language begun, the version finished.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, base;

before(async () => {
  server = await startServer({ at: '2026-09-15 18:00:00' });
  browser = await openBrowser();
  base = `/units/${server.network}/${server.network}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function asCoordinator(then) {
  const page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, accountOf(server, 'coordinator'));
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

test('a ready questionnaire is taken, changed and finished', async () => {
  await asCoordinator(async (page) => {
    await page.goto(`${base}/structure`);
    await page.locator('a[href$="/questionnaires"]').click();
    await accessible(page);
    await page.locator('form:has(input[value=open]) button').click();
    await page.waitForURL(/\/questionnaires\/odprti-prostor$/);
    assert.equal(await page.locator('ol.list > li').count(), 32);
    await accessible(page);

    await page.locator('a[href$="/items/new"]').click();
    await page.locator('#code').fill('pot');
    await page.locator('#text_sl').fill('Kako prideš?');
    await page.locator('#text_en').fill('How do you come?');
    await page.locator('#scale').selectOption('one');
    await page.locator('form#content-form button').click();
    await page.locator('[role=alert]').waitFor();
    assert.equal(await page.locator('#text_sl').inputValue(), 'Kako prideš?', 'what was typed is kept');
    await accessible(page);
    await page.locator('#choice_0_sl').fill('Peš');
    await page.locator('#choice_1_sl').fill('Z avtobusom');
    await page.locator('form#content-form button').click();
    await page.waitForURL(/#i-pot$/);

    await page.locator('a[href$="/languages/en"]').click();
    assert.match(await page.locator('.band').innerText(), /Manjkata 2 besedili/);
    await page.locator('#choice-pot-1').fill('On foot');
    await page.locator('#choice-pot-2').fill('By bus');
    await accessible(page);
    // Saving stays in reach on a phone, above the tabs.
    await page.evaluate(() => scrollTo(0, 0));
    const [save, tabs] = [await page.locator('.save-below button').boundingBox(), await page.locator('.tabs').boundingBox()];
    assert.ok(save.y + save.height <= tabs.y, `the button ends at ${save.y + save.height}, the tabs begin at ${tabs.y}`);
    await page.locator('.save-below button').click();
    await page.waitForURL(/odprti-prostor$/);

    await page.locator('a[href$="/areas"]').click();
    await page.locator('#area_0_sl').fill('Mirno in varno');
    await accessible(page);
    await page.locator('main form button').click();
    await page.waitForURL(/odprti-prostor$/);
    assert.match(await page.locator('main').innerText(), /Mirno in varno/);

    await page.locator('form[action$="/completion"] button').click();
    await page.waitForURL(/odprti-prostor$/);
    assert.match(await page.locator('.band').innerText(), /Različica 1, dokončana/);
    assert.equal(await page.locator('a[href$="/items/new"]').count(), 0, 'it never changes again');
    await accessible(page);
    await page.locator('form[action$="/versions"] button').click();
    await page.waitForURL(/odprti-prostor$/);
    assert.match(await page.locator('.band').innerText(), /Različica 2, osnutek/);
  });
});
