// Two centres merge on 1 September; last year is compared as the tree was then, and as it is today.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, from, into, base;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00', years: 2 });
  browser = await openBrowser();
  base = `/units/${server.network}`;
  const parents = new Set(server.units.map(({ parent }) => parent));
  const leaves = server.units.filter(({ code }) => !parents.has(code));
  // Of two towns, so that both towns' figures tell the difference.
  from = leaves[0];
  into = leaves.find(({ parent }) => parent !== from.parent && parent !== server.network);
  assert.ok(from && into, JSON.stringify(server.units));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accountOf(server, role), journey, options);

const number = async (locator) => Number((await locator.first().innerText()).replace(/\D/g, ''));

// The first tile: visits of 2025.
async function visits(page, { code }, tree = '') {
  await page.goto(`${base}/${code}?period=year&date=2025-01-01${tree}`);
  return number(page.locator('.tile .num'));
}

test('a merger is told before it is done, and then last year is right both ways', async () => {
  await as('coordinator', async (page) => {
    const [one, other] = [await visits(page, from), await visits(page, into)];
    const town = { code: into.parent };
    const [oldTown, network] = [await visits(page, town), await visits(page, { code: server.network })];
    assert.ok(one > 0 && other > 0);

    await page.goto(`${base}/${from.code}/history`);
    await page.getByRole('link', { name: 'Zapri ali združi' }).click();
    await accessible(page);
    // A merger into itself cannot even be chosen.
    assert.equal(await page.locator(`option[value="${from.code}"]`).count(), 0);
    await page.getByLabel('Od tega dne ni več odprta').fill('2026-09-01');
    await page.getByLabel('Delo nadaljuje').selectOption(into.code);
    await page.getByRole('button', { name: 'Poglej, kaj se bo zgodilo' }).click();
    await page.getByRole('heading', { name: 'Kaj se bo zgodilo' }).waitFor();
    assert.match(await page.locator('main').innerText(), /noben vnos se ne preseli/);
    await accessible(page);
    await page.getByRole('button', { name: 'Združi' }).click();
    await page.waitForURL(/\/history\?saved=1$/);
    assert.match(await page.locator('[role=status]').innerText(), /Shranjeno\. Od 1\.\s9\.\s2026 delo te enote nadaljuje/);

    // Then: as it was recorded.
    assert.equal(await visits(page, into), other);
    assert.equal(await visits(page, town), oldTown);
    const choice = page.getByRole('navigation', { name: 'Drevo enot' });
    assert.equal(await choice.locator('[aria-current]').innerText(), 'Kot je bilo takrat');
    await accessible(page);
    // Today: with the past of both.
    await choice.getByRole('link', { name: 'Kot je danes' }).click();
    await page.waitForURL(/tree=today/);
    assert.equal(await number(page.locator('.tile .num')), oldTown + one);
    await accessible(page);
    assert.equal(await visits(page, into, '&tree=today'), other + one);
    const row = page.locator('th', { hasText: 'združitev 1. 9. 2026' }).first();
    await row.getByRole('link').click();
    await page.waitForURL(/within=/);
    assert.equal(await number(page.locator('.tile .num')), one);
    await accessible(page);
    // And so says the command.
    const told = async (tree) => {
      const year = ['--from', '2025-01-01', '--to', '2025-12-31'];
      const rows = JSON.parse(await server.run('figures', '--unit', into.code, ...year, '--tree', tree));
      return rows.find(({ measure }) => measure === 'visits').value;
    };
    assert.deepEqual([await told('then'), await told('today')], [other, other + one]);
    assert.equal(await visits(page, { code: server.network }), network);
    assert.equal(await visits(page, { code: server.network }, '&tree=today'), network);
  });
});

test('the tree is chosen without JavaScript, too', async () => {
  const options = { javaScript: false };
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${into.code}?period=year&date=2025-01-01`);
    await page.getByRole('link', { name: 'Kot je danes' }).click();
    await page.waitForURL(/tree=today/);
    assert.match(await page.locator('main').innerText(), /spada danes, tudi za nazaj/);
  }, options);
});
