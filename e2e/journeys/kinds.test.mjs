// A network's own kinds of units: one is added, units are of it, it is called otherwise and retired without being lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn, submit } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, root;

before(async () => {
  server = await startServer({ at: '2026-10-15 18:00:00' });
  browser = await openBrowser();
  root = `/units/${server.network}/${server.network}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function lead(then, options = {}) {
  const page = await browser.newPage({ url: server.url, language: 'sl', ...options });
  await signIn(page, accountOf(server, 'coordinator'));
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

test('a kind is added from the desk, and a unit is of it', async () => {
  await lead(async (page) => {
    await page.goto(`${root}/structure`);
    await page.locator('.desk a[href$="/kinds"]').click();
    await page.locator('#name_sl').fill('Četrtni mladinski prostor z zelo dolgim imenom, ki se prelomi');
    await page.locator('#name_en').fill('Neighbourhood space');
    assert.match(await page.locator('#code').inputValue(), /^cetrtni-mladinski-prostor/);
    await page.locator('#code').fill('prostor');
    await submit(page, page.locator('form:has(#code) button'));
    await page.locator('[role=status]').waitFor();
    await accessible(page);
    await submit(page, page.locator('form:has(#code) button'));
    assert.equal(await page.locator('#name_sl[aria-invalid=true]').count(), 1, 'an empty form says what is missing');
    await accessible(page);

    await page.goto(`${root}/structure`);
    await page.locator('#name_sl').fill('Prostor Moste');
    await page.locator('select[name=kind]').selectOption('prostor');
    await submit(page, page.locator('form:has(#name_sl) button').first());
    await page.locator('[role=status]').waitFor();
    assert.match(await page.locator('.tree').innerText(), /Četrtni mladinski prostor/);
  });
});

test('it is called otherwise, moved to the front and retired, without a script too', async () => {
  await lead(
    async (page) => {
      await page.goto(`${root}/kinds/prostor`);
      await page.locator('#name_sl').fill('Četrtni prostor');
      await page.locator('#after').selectOption('network');
      await submit(page, page.locator('form:has(#after) button'));
      assert.match(await page.locator('a.item').nth(1).innerText(), /^Četrtni prostor/);
      await page.goto(`${root}/kinds/prostor`);
      await submit(page, page.locator('form[action$="/retirement"] button'));
      await page.locator('summary').first().click();
      assert.ok(await page.locator('details a.item', { hasText: 'Četrtni prostor' }).isVisible());
      await page.goto(`${root}/structure`);
      assert.equal(await page.locator('select[name=kind] option[value=prostor]').count(), 0);
      assert.match(await page.locator('.tree').innerText(), /Četrtni prostor/, 'the unit stays what it is');
    },
    { javaScript: false },
  );
  await lead(async (page) => {
    await page.goto(`${root}/kinds/prostor`);
    await accessible(page);
    await page.goto(`${root}/kinds/network`);
    assert.equal(await page.locator('form[action$="/retirement"]').count(), 0, 'the network is of it');
    await accessible(page);
  });
});
