// What stands in a list, or on a page of figures, can be taken along as a file.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, worker, viewer, base;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  worker = accountOf(server, 'worker');
  viewer = accountOf(server, 'viewer');
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

async function taken(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// Notes may go over several lines, so lines are counted outside quotes.
const rows = ({ bytes }) => {
  const outside = bytes.toString('utf8').split('"').filter((_, n) => n % 2 === 0).join('');
  return outside.trim().split('\n').length - 1;
};

for (const javaScript of [true, false]) {
  test(`a worker takes a month of entries along (${javaScript ? 'with' : 'without'} JavaScript)`, async () => {
    await as(worker, async (page) => {
      await page.goto(`${base}/${worker.unit}/entries?from=2026-09-01&to=2026-09-30&status=held`);
      const count = Number((await page.locator('section.card strong').first().innerText()).match(/\d+/)[0]);
      assert.ok(count > 5);
      await page.locator('summary', { hasText: 'Vzemi s seboj' }).click();
      const wide = await taken(page, page.locator('button[value=csv]'));
      assert.equal(wide.name, `${worker.unit}-vnosi-2026-09-01-2026-09-30.csv`);
      assert.match(wide.bytes.toString('utf8'), /^\ufeffentry,version,unit,unit_label,/);
      assert.equal(rows(wide), count);
      await page.getByRole('radio', { name: 'Ena vrstica na skupino' }).check();
      const long = await taken(page, page.locator('button[value=csv]'));
      assert.match(long.bytes.toString('utf8'), /^\ufeffunit,unit_label,activity,/);
      assert.ok(rows(long) > count);
      const workbook = await taken(page, page.locator('button[value=xlsx]'));
      assert.match(workbook.name, /\.xlsx$/);
      assert.equal(workbook.bytes.subarray(0, 2).toString(), 'PK');
      const meaning = await taken(page, page.getByRole('button', { name: 'Kaj pomenijo stolpci' }));
      assert.match(meaning.bytes.toString('utf8'), /participant|axis/);
    }, { javaScript });
  });
}

test('what is to be taken along is told in an accessible way', async () => {
  await as(worker, async (page) => {
    await page.goto(`${base}/${worker.unit}/entries`);
    await page.locator('summary', { hasText: 'Vzemi s seboj' }).click();
    await accessible(page);
  });
});

test('a municipality takes the figures of its page along, and no entries', async () => {
  await as(viewer, async (page) => {
    await page.goto(`${base}/${viewer.unit}?period=year&date=2026-10-15`);
    const figure = (await page.locator('.tile .num a').first().innerText()).replace(/\D/g, '');
    await accessible(page);
    const csv = await taken(page, page.locator('a[href*="/figures/file"]', { hasText: 'CSV' }));
    const visits = csv.bytes.toString('utf8').split('\n').find((line) => line.startsWith('visits,'));
    assert.equal(visits.split(',')[7], figure);
    await page.locator('.tile .num a').first().click();
    await page.waitForLoadState();
    const one = await taken(page, page.locator('a[href*="/figures/file"]', { hasText: 'XLSX' }));
    assert.equal(one.bytes.subarray(0, 2).toString(), 'PK');
    const answer = await page.goto(`${base}/${worker.unit}/entries/file`);
    assert.equal(answer.status(), 403);
  });
});
