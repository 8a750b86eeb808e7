// What was recorded is counted, at the centre, its municipality and the network, for everybody who may see it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

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
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

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
    // A list that was sent on leads to the figure it comes to; what is of entries alone stays closed.
    await page.goto(`${base}/${worker.unit}/entries?from=2026-03-01&to=2026-03-31&status=held`);
    assert.match(page.url(), /\/figures\?measure=visits&from=2026-03-01&to=2026-03-31$/);
    await accessible(page);
    const answer = await page.goto(`${base}/${worker.unit}/activities`);
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
        `${base}/${server.network}/words`,
        `${base}/${server.network}/age-bands`,
        `${base}/${server.network}/projects`,
        `${unit}/projects`,
        `${unit}/details`,
        `${unit}/activities`,
        `${unit}/activities/new`,
        `${unit}/people`,
      ]) {
        await page.goto(address);
        await page.evaluate(() => { for (const it of document.querySelectorAll('main details')) it.open = true; });
        await accessible(page);
      }
    });
  });
}
