// A network from nothing: made on the command line, built in the browser, carried to another place.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { violations } from '../support/axe.mjs';
import { noThirdParty, openBrowser } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, other, browser;

before(async () => {
  [server, other] = [await startServer({ empty: true }), await startServer({ empty: true })];
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await other?.stop();
});

// A link as a mail would carry it, on the server it is tried on.
const here = (link) => new URL(link.trim()).pathname;

async function accept(page, link) {
  await page.goto(here(link));
  await page.locator('input[name=name]').fill('Koordinatorka');
  await page.locator('input[name=password]').fill('dolgo geslo za nov začetek');
  await page.locator('form:has(input[name=password]) button').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/invitations'));
}

async function addUnit(page, parent, kind, name, code) {
  await page.goto(`/units/nova/${parent}/structure`);
  await page.locator('input[name=name_sl]').fill(name);
  await page.locator('select[name=kind]').selectOption(kind);
  await page.locator('input[name=code]').fill(code);
  await page.locator('form:has(input[name=name_sl]) button:not([type=button])').first().click();
  await page.waitForLoadState();
  const there = await page.goto(`/units/nova/${code}/structure`);
  assert.equal(there.status(), 200, `${code} was added`);
}

test('init, a small tree, a colleague, an evening; backed up, restored elsewhere, found again', async () => {
  const first = await server.run('init', '--network', 'nova', '--name', 'Nova mreža', '--admin', 'prva@nova.example');
  const lead = await browser.newPage({ url: server.url });
  await accept(lead, first);
  // The empty page says what to do first, and leads there.
  await lead.locator('#h-steps').waitFor();
  assert.ok(await lead.locator('section:has(#h-steps) a[href$="/people"]').count());
  await lead.locator('section:has(#h-steps) a[href$="/structure#h-add"]').click();
  await lead.waitForURL(/\/units\/nova\/nova\/structure/);
  await addUnit(lead, 'nova', 'municipality', 'Brda', 'brda');
  await addUnit(lead, 'brda', 'centre', 'Mladinski center Vrh', 'mc-vrh');

  // Something to record: an open evening without fixed days.
  await lead.goto('/units/nova/mc-vrh/activities/new');
  await lead.locator('input[name=name_sl]').fill('Odprti večer');
  await lead.locator('label:has(input[name=kind][value=open])').first().click();
  await lead.locator('input[name=from_on], input[name=from]').first().fill('2024-01-01');
  await lead.locator('form:has(input[name=name_sl]) button:not([type=button])').last().click();
  await lead.waitForLoadState();
  assert.deepEqual(await lead.locator('[role=alert]').allInnerTexts(), []);
  assert.match(lead.url(), /\/activities/);

  // A colleague, by the link that is shown where there is no mail server.
  await lead.goto('/units/nova/mc-vrh/people');
  await lead.locator('input[name=mail]').fill('druga@nova.example');
  await lead.locator('label:has(input[value=worker])').click();
  await lead.locator('form:has(input[name=mail]) button').click();
  const link = await lead.locator('#link').inputValue();
  await lead.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lead.locator('[data-copy]').click();
  await lead.locator('[data-copy] span', { hasText: 'Kopirano' }).waitFor();
  assert.equal(await lead.evaluate(() => navigator.clipboard.readText()), link);
  assert.deepEqual(await violations(lead), []);
  const worker = await browser.newPage({ url: server.url });
  await accept(worker, link);
  assert.match(worker.url(), /\/units\/nova\/mc-vrh\/today$/);

  await worker.locator('a[href$="/entries/choose"]').click();
  await worker.locator('main form button').last().click();
  await worker.waitForURL(/\/entries\/new/);
  await worker.locator('input[name=start]').fill('17:00');
  await worker.locator('input[name=end]').fill('20:00');
  await worker.locator('input[name=date]').fill('2024-05-16');
  await worker.locator('input[name=participant_total]').fill('13');
  await worker.locator('.savebar button').click();
  await worker.waitForURL(/\/saved/);

  const figures = ['figures', '--unit', 'nova', '--from', '2024-01-01', '--to', '2024-12-31'];
  const visits = (rows) => JSON.parse(rows).find(({ measure }) => measure === 'visits').value;
  assert.equal(visits(await server.run(...figures)), 13);

  // Carried over while it is served.
  const file = join(server.folder, 'copy.backup');
  await server.run('backup', file);
  await other.run('restore', file);
  assert.equal(visits(await other.run(...figures)), 13);
  const again = await browser.newPage({ url: other.url });
  await again.goto('/sign-in');
  await again.locator('input[name=mail]').fill('druga@nova.example');
  await again.locator('input[name=password]').fill('dolgo geslo za nov začetek');
  await again.locator('form:has(input[name=password]) button').click();
  await again.waitForURL(/\/units\/nova\/mc-vrh/);
  await again.goto('/units/nova/mc-vrh/entries?from=2024-05-01&to=2024-05-31');
  assert.equal(await again.locator('ul.list a.item').count(), 1);
  for (const page of [lead, worker, again]) {
    noThirdParty(page);
    await page.context().close();
  }
});
