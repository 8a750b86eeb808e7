// Figures: what a municipality sees, and that every number opens to what it is made of.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, page, viewer;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  viewer = accountOf(server, 'viewer');
  page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, viewer);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const overview = () => `/units/${server.network}/${viewer.unit}`;

test('a tile opens to rows that add up to it, down to activities, and no further for a viewer', async () => {
  await page.goto(overview());
  const tile = page.locator('.tile .num a').first();
  const figure = await tile.innerText();
  await tile.click();
  assert.equal(await page.locator('.lead strong').innerText(), figure);
  const number = (text) => Number(text.replace(/[^\d]/g, '') || 0);
  for (;;) {
    const total = number(await page.locator('tfoot td').first().innerText());
    const rows = await page.locator('tbody tr > td:nth-child(2)').allInnerTexts();
    assert.equal(rows.map(number).reduce((a, b) => a + b, 0), total);
    const further = page.locator('tbody th a');
    if (!(await further.count())) break;
    const row = number(rows[0]);
    await further.first().click();
    assert.equal(number(await page.locator('.lead strong').innerText()), row, 'the row is the next page’s figure');
  }
  assert.equal(await page.locator('a[href*="/entries"]').count(), 0);
  noThirdParty(page);
});

test('the period is in the address, and goes back and forth', async () => {
  await page.goto(`${overview()}?period=month&date=2025-10-01`);
  await page.locator('.filter .sq').first().click();
  assert.match(page.url(), /period=month&date=2025-09-01/);
  await page.locator('.filter .sq').last().click();
  assert.match(page.url(), /period=month&date=2025-10-01/);
});

for (const path of ['', '?period=month&date=2025-10-01', '?period=year&date=2040-01-01', '/figures?measure=created_share']) {
  test(`accessible with every table open: overview${path}`, async () => {
    await page.goto(overview() + path);
    await accessible(page);
    const closed = page.locator('main details:not([open]) > summary');
    while (await closed.count()) await closed.first().click();
    await accessible(page);
    noThirdParty(page);
  });
}

for (const path of ['/definitions', '/privacy']) {
  test(`accessible without an account: ${path}`, async () => {
    const guest = await browser.newPage({ url: server.url, language: 'en' });
    await guest.goto(path);
    await accessible(guest);
    noThirdParty(guest);
    await guest.context().close();
  });
}
