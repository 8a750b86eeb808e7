// How pages hold together at every width, in both languages, and that none of them shuts anybody out.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, coordinator, worker;

before(async () => {
  server = await startServer({ centres: 6, years: 2, at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  coordinator = accountOf(server, 'coordinator');
  worker = accountOf(server, 'worker');
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const unit = (code) => `/units/${server.network}/${code}`;

async function as(account, options, journey) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    if (account) await signIn(page, account);
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

// Figures that are wider than the box they stand in.
const cut = (page) =>
  page.locator('.tile .num').evaluateAll((all) =>
    all.filter((it) => it.firstElementChild.getBoundingClientRect().right > it.parentElement.getBoundingClientRect().right + 0.5
      || it.scrollWidth > it.clientWidth + 1).map((it) => it.innerText));

for (const language of ['sl', 'en']) {
  test(`no figure is cut off at any width (${language})`, async () => {
    await as(coordinator, { language }, async (page) => {
      await page.goto(`${unit(server.network)}?period=year&date=2025-01-01`);
      // The largest that a figure of a network comes to.
      await page.locator('.tile .num > *').evaluateAll((all) => all.forEach((it) => { it.textContent = '1.188.876'; }));
      for (const width of [320, 360, 390, 768, 832, 900, 1024, 1100, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        assert.deepEqual(await cut(page), [], `${width} px`);
      }
    });
  });
}

test('a saved figure never lies over its sentence', async () => {
  await as(worker, {}, async (page) => {
    await page.goto(`${unit(worker.unit)}/entries?status=held`);
    await page.locator('.list a.item').first().click();
    await page.goto(`${page.url()}/saved`);
    await page.locator('.changes dd > *').evaluateAll((all) => all.forEach((it) => { it.textContent = '110.974'; }));
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.locator('.changes > div').evaluateAll((all) => all.filter((it) => {
        const range = document.createRange();
        range.selectNodeContents(it.querySelector('dd'));
        return range.getBoundingClientRect().right > it.querySelector('dt').getBoundingClientRect().left;
      }).length);
      assert.equal(over, 0, `${width} px`);
    }
  });
});

test('choices are drawn as one box each', async () => {
  await as(worker, {}, async (page) => {
    await page.goto(`${unit(worker.unit)}/entries/choose`);
    const boxes = await page.locator('.pick label').first().evaluate((label) =>
      [...label.querySelectorAll('span')].filter((it) => getComputedStyle(it).borderTopWidth !== '0px').length);
    assert.equal(boxes, 1);
  });
});

test('a table that goes on shows the last month within a desk', async () => {
  await as(coordinator, { width: 1280 }, async (page) => {
    await page.goto(`${unit(server.network)}/figures?measure=visits&period=year&date=2025-01-01`);
    const beyond = await page.locator('.scroll').first().evaluate((it) => it.scrollWidth - it.clientWidth);
    assert.ok(beyond <= 0, `${beyond} px are hidden`);
  });
});

test('an ordinary evening needs no scrolling on a phone', async () => {
  await as(worker, { width: 390, height: 844 }, async (page) => {
    await page.goto(`${unit(worker.unit)}/today`);
    await page.locator('a.item[href*="/entries/new"]').first().click();
    const bar = await page.locator('.savebar').boundingBox();
    const created = await page.locator('#at-created').boundingBox();
    assert.ok(created.y + created.height <= bar.y, `created time ends at ${created.y + created.height}, the bar begins at ${bar.y}`);
  });
});

// Reflow, WCAG 1.4.10: 320 px wide, with names as long as they come.
test('nothing scrolls sideways at 320 px', async () => {
  await as(coordinator, { width: 320 }, async (page) => {
    await page.goto(`${unit(worker.unit)}/details`);
    await page.locator('input[name=name_sl]').fill('Mladinskosredišče Spodnjegorenjskodolenjskih in Prekmurskoprleških občin');
    await page.locator('form:has(input[name=name_sl]) button:not([type=button])').first().click();
    await page.waitForLoadState();
    for (const path of ['', '/figures', '/figures?rows=months&measure=visits', '/entries', '/structure', '/people', '/activities', '/history', '/details', '/projects']) {
      await page.goto(unit(worker.unit) + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${path} is ${wide} px wide`);
    }
    for (const path of [unit(server.network), `${unit(server.network)}/words`, `${unit(server.network)}/age-bands`, '/account', '/definitions', '/privacy']) {
      await page.goto(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${path} is ${wide} px wide`);
    }
  });
  await as(worker, { width: 320 }, async (page) => {
    for (const path of ['/today', '/entries/choose']) {
      await page.goto(unit(worker.unit) + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${path} is ${wide} px wide`);
    }
    await page.goto(`${unit(worker.unit)}/today`);
    await page.locator('a.item[href*="/entries/new"]').first().click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `the recording form is ${wide} px wide`);
  });
});
