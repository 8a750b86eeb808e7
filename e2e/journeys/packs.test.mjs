// What funders ask for: a mentor sees what is missing for the youth office, goes where it is mended, takes the file along
// whose list adds up to the figure, and says what the year cost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, accounts, unit;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00', years: 1 });
  browser = await openBrowser();
  const of = (role) => server.accounts.find((it) => it.role === role);
  accounts = { mentor: of('mentor'), coordinator: of('coordinator'), viewer: of('viewer') };
  unit = `/units/${server.network}/${accounts.mentor.unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);
const number = (text) => Number(text.replace(/\./g, '').replace(',', '.'));

test('the list of the youth office adds up to its figure, and leads to what is missing', async () => {
  await as('mentor', async (page) => {
    await page.goto(`${unit}/structure`);
    await page.locator('a[href$="/packs"]').click();
    await page.waitForURL(/\/packs$/);
    await accessible(page);
    await page.locator('a.item[href$="/packs/youth-office"]').click();
    await page.waitForURL(/\/packs\/youth-office$/);
    await accessible(page);
    const figure = number(await page.locator('table.facts td strong').first().innerText());
    assert.ok(figure > 0, 'somebody took an active part');
    const file = await page.locator('a[href*="format=csv"]').getAttribute('href');
    const text = await page.evaluate(async (href) => (await fetch(href)).text(), file);
    const rows = text.trim().split(/\r?\n/);
    const cells = (row) => [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map((it) => it[1].replace(/^"|"$/g, ''));
    const at = cells(rows[0].replace('\ufeff', '')).indexOf('Aktivni udeleženci, 15–29 let');
    const sum = rows.slice(1, -1).reduce((all, row) => all + Number(cells(row)[at]), 0);
    assert.equal(sum, figure, 'the entries add up to the figure');
    assert.ok(rows.at(-1).includes('Skupaj') && rows.at(-1).includes(String(figure)), rows.at(-1));
    const summary = page.locator('details summary', { hasText: /brez področja|manjka starost|prazn/ }).first();
    if (await summary.count()) {
      await summary.click();
      await page.locator('details[open] a.item').first().click();
      await page.waitForURL(/\/(entries|month)/);
    }
  });
});

for (const javaScript of [true, false]) {
  test(`a mentor says what the year cost${javaScript ? '' : ' without JavaScript'}`, async () => {
    await as('mentor', async (page) => {
      await page.goto(`${unit}/costs?year=2026`);
      if (javaScript) await accessible(page);
      await page.fill('#cost_all', 'precej');
      await submit(page, page.locator('main form button'));
      assert.match(await page.locator('main .error').innerText(), /znesek v evrih/);
      assert.equal(await page.inputValue('#cost_all'), 'precej', 'what was typed is kept');
      if (javaScript) await accessible(page);
      await page.fill('#cost_all', '48.500,00');
      await submit(page, page.locator('main form button'));
      await page.waitForURL(/saved=1/);
      await page.goto(`${unit}/packs/key-figures?period=2026`);
      if (javaScript) await accessible(page);
      assert.match(await page.locator('main').innerText(), /\d,\d\d\s€/);
    }, { javaScript });
  });
}

test('a coordinator says how many young people live there, and from where that is known', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`/units/${server.network}/${server.network}/population?year=2026`);
    await accessible(page);
    await page.fill('#inhabitants', '12.300');
    await submit(page, page.locator('main form button'));
    assert.match(await page.locator('main .error').innerText(), /od kod/);
    await page.fill('#source', 'izmišljeno, 1. januar');
    await submit(page, page.locator('main form button'));
    await page.waitForURL(/saved=1/);
    assert.equal(await page.inputValue('#inhabitants'), '12.300');
  });
});

test('whoever sees figures only is told who may see entries', async () => {
  await as('viewer', async (page) => {
    const answer = await page.goto(`/units/${server.network}/${accounts.viewer.unit}/packs/youth-office`);
    assert.equal(answer.status(), 403);
  });
});
