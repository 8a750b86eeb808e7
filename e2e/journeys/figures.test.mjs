<<<<<<< HEAD
// Figures: what a municipality sees, and that every number opens to what it is made of.
=======
// What was recorded is counted, at the centre, its municipality and the network, for everybody who may see it.
>>>>>>> main

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

<<<<<<< HEAD
let server, browser, page, viewer;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  viewer = accountOf(server, 'viewer');
  page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, viewer);
=======
let server, browser, worker, viewer, coordinator, town, base;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  viewer = accountOf(server, 'viewer');
  coordinator = accountOf(server, 'coordinator');
  town = viewer.unit;
  const parent = Object.fromEntries(server.units.map((unit) => [unit.code, unit.parent]));
  const within = (code) => code && (code === town || within(parent[code]));
  worker = server.accounts.find(({ role, unit }) => role === 'worker' && within(unit));
  base = `/units/${server.network}`;
>>>>>>> main
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

<<<<<<< HEAD
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
=======
async function as(account, journey, options = {}) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    await signIn(page, account);
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

// The first tile: visits of the year so far.
async function visits(account, unit) {
  let number;
  await as(account, async (page) => {
    await page.goto(`${base}/${unit}`);
    number = Number((await page.locator('.tile .num').first().innerText()).replace(/\D/g, ''));
  });
  return number;
}

const everywhere = async () => [
  await visits(worker, worker.unit),
  await visits(viewer, town),
  await visits(coordinator, server.network),
];

test('an evening is counted at the centre, the municipality and the network at once', async () => {
  const earlier = await everywhere();
  await as(worker, async (page) => {
    await page.goto(`${base}/${worker.unit}/today`);
    await page.locator('a.item[href*="/entries/new"]').first().click();
    await page.locator('input[name=participant_total]').fill('7');
    await page.locator('.savebar button').click();
    await page.waitForURL(/\/saved/);
  });
  assert.deepEqual(await everywhere(), earlier.map((n) => n + 7));
});

test('a figure opens what it is made of, and that adds up to it', async () => {
  await as(viewer, async (page) => {
    await page.goto(`${base}/${town}?period=year&date=2026-10-15`);
    const figure = (await page.locator('.tile .num a').first().innerText()).replace(/\D/g, '');
    await page.locator('.tile .num a').first().click();
    await page.waitForLoadState();
    const sum = page.locator('tfoot td, tr:has(th:text-matches("Skupaj")) td').first();
    assert.equal((await sum.innerText()).replace(/\D/g, ''), figure);
    await accessible(page);
  });
});

test('a municipality sees figures, and neither entries nor notes', async () => {
  await as(viewer, async (page) => {
    await page.goto(`${base}/${town}`);
    assert.equal(await page.locator('a[href*="/entries"]').count(), 0);
    const answer = await page.goto(`${base}/${worker.unit}/entries`);
    assert.equal(answer.status(), 403);
    assert.match(await page.locator('main').innerText(), /mentor/);
    await accessible(page);
  });
});

test('an address sent to a colleague shows the same figures', async () => {
  const address = `${base}/${town}?from=2026-03-01&to=2026-05-31`;
  const tiles = async (account) => {
    let text;
    await as(account, async (page) => {
      await page.goto(address);
      text = await page.locator('.tile .num').allInnerTexts();
    });
    return text;
  };
  assert.deepEqual(await tiles(viewer), await tiles(coordinator));
});

for (const language of ['sl', 'en']) {
  test(`every page of figures and set-up is accessible (${language})`, async () => {
    await as(coordinator, async (page) => {
      await page.goto('/account');
      const button = page.locator(`form[action="/language"] button[value="${language}"]`);
      if (await button.count()) {
        await button.click();
        await page.waitForLoadState();
      }
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      const unit = `${base}/${worker.unit}`;
      for (const address of [
        `${base}/${server.network}`,
        `${unit}?period=month&date=2026-09-01`,
        `${unit}?period=day&date=2001-01-01`,
        `${unit}/figures`,
        '/definitions',
        '/privacy',
        `${base}/${server.network}/structure`,
        `${unit}/activities`,
        `${unit}/activities/new`,
        `${unit}/people`,
      ]) {
        await page.goto(address);
        await page.evaluate(() => { for (const it of document.querySelectorAll('main details')) it.open = true; });
        await accessible(page);
      }
    });
>>>>>>> main
  });
}
