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

test('a part opens the entries it is made of for a worker, and the list comes to it', async () => {
  const worker = accountOf(server, 'worker');
  const theirs = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(theirs, worker);
  const here = `/units/${server.network}/${worker.unit}`;
  for (const [part, query] of [['gender', 'gender=girl'], ['weekdays', 'weekday=5'], ['places', 'place_kind=on_site']]) {
    await theirs.goto(`${here}?period=year&date=2025-01-01`);
    const card = theirs.locator(`section[aria-labelledby="h-${part}"]`);
    await card.locator('details > summary').click();
    const link = card.locator(`table a[href*="measure=visits"][href*="&by="][href$="of=${query.split('=')[1]}"]`).first();
    const figure = await link.innerText();
    await link.click();
    assert.ok(theirs.url().includes(`/entries?from=2025-01-01&to=2025-12-31&status=held&${query}`), theirs.url());
    assert.equal(await theirs.locator('.tile .num').first().innerText(), figure);
    await accessible(theirs);
  }
  // From the list to activities and months, which add up to the same, and back.
  const visits = await theirs.locator('.tile .num').first().innerText();
  await theirs.getByRole('link', { name: 'Po dejavnostih in mesecih' }).click();
  assert.equal(await theirs.locator('.lead strong').innerText(), visits);
  noThirdParty(theirs);
  await theirs.context().close();
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
