// A past that holds: a mentor closes a year, a correction is refused in words, a coordinator reopens it with a reason,
// the correction is made, and all of it can be told afterwards.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, accounts, unit;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00', years: 2 });
  browser = await openBrowser();
  const of = (role, at) => server.accounts.find((it) => it.role === role && (!at || it.unit === at));
  const mentor = of('mentor');
  accounts = { mentor, worker: of('worker', mentor.unit), coordinator: of('coordinator'), viewer: of('viewer') };
  assert.ok(accounts.worker, 'the generated network has a worker beside a mentor');
  unit = `/units/${server.network}/${mentor.unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);

const main = (page) => page.locator('main').innerText();

// One after another: each part begins where the one before ended.
for (const javaScript of [true, false]) {
  const [year, first] = javaScript ? [2025, '2025-03'] : [2024, '2024-12'];
  const how = javaScript ? '' : ' without JavaScript';
  let entry;

  test(`a mentor closes ${year} after being told what is in it${how}`, async () => {
    await as('mentor', async (page) => {
      await page.goto(`${unit}/structure`);
      await page.locator('a[href$="/periods"]').click();
      await page.waitForURL(/\/periods$/);
      while (!(await page.locator('a.item', { hasText: `Vse leto ${year}` }).count())) {
        await page.locator('nav a.button[href*="?year="]').first().click();
        await page.waitForLoadState();
      }
      if (javaScript) await accessible(page);
      await page.locator('a.item', { hasText: `Vse leto ${year}` }).click();
      await page.waitForURL(new RegExp(`/periods/${year}$`));
      assert.match(await main(page), /Izvedene dejavnosti\s+[1-9]/);
      assert.match(await main(page), /Potem ne bo mogoče ničesar več dodati/);
      if (javaScript) await accessible(page);
      await submit(page, page.locator('form[action$="/closures"] button'));
      assert.match(await page.locator('.lead').innerText(), new RegExp(`Obdobje ${year} je zaprto od 15\\.\\s10\\.\\s2026`));
      if (javaScript) await accessible(page);
    }, { javaScript });
  });

  test(`then an entry of ${year} can no longer be corrected${how}`, async () => {
    await as('worker', async (page) => {
      await page.goto(`${unit}/entries?from=${first}-01&to=${first}-28&status=held`);
      await page.locator('a.item').first().click();
      await page.waitForURL(/\/entries\/[0-9a-f-]+$/);
      entry = new URL(page.url()).pathname;
      assert.match(await main(page), new RegExp(`Obdobje ${year} je zaprto`));
      assert.equal(await page.locator('a[href$="/edit"], form[action$="/deletion"]').count(), 0);
      if (javaScript) await accessible(page);
      // Somebody whose form was open already.
      await page.goto(`${entry}/edit`);
      await page.locator('input[name=participant_total]').fill('19');
      await submit(page, page.locator('.savebar button'));
      assert.match(await page.locator('#e-date').innerText(), new RegExp(`Obdobje ${year}.* zaprto od .*Koordinatorji mreže`));
      assert.equal(await page.locator('input[name=participant_total]').inputValue(), '19', 'what was typed is kept');
      if (javaScript) await accessible(page);
    }, { javaScript });
  });

  test(`a coordinator reopens ${year} with a reason${how}`, async () => {
    await as('coordinator', async (page) => {
      await page.goto(`${unit}/periods/${year}`);
      const reopen = page.locator('form[action$="/reopening"]');
      await submit(page, reopen.locator('button'));
      assert.match(await page.locator('#reason-problem').innerText(), /Vpiši razlog/);
      await page.locator('#reason').fill('Marca smo en večer šteli dvakrat.');
      if (javaScript) await accessible(page);
      await submit(page, reopen.locator('button'));
      assert.match(await main(page), /spet odprto od [^]*Marca smo en večer šteli dvakrat/);
    }, { javaScript });
  });

  test(`now it is corrected, and both are told after it is closed again${how}`, async () => {
    await as('worker', async (page) => {
      await page.goto(entry);
      await page.locator('a[href$="/edit"]').click();
      await page.locator('input[name=participant_total]').fill('19');
      await submit(page, page.locator('.savebar button'));
      if (await page.locator('button[name=confirmed]').count()) await submit(page, page.locator('button[name=confirmed]'));
      await page.waitForURL(/\/saved/);
    }, { javaScript });
    await as('mentor', async (page) => {
      await page.goto(`${unit}/periods/${year}`);
      await submit(page, page.locator('form[action$="/closures"] button'));
      const told = await page.locator('section:has(#h-history)').innerText();
      assert.match(told, /Zaprto[^]*Spet odprto[^]*Marca smo[^]*1 sprememba[^]*spremenjeno[^]*Zaprto/);
      if (javaScript) await accessible(page);
      await page.locator(`section:has(#h-history) a[href="${entry}"]`).click();
      await page.waitForURL((url) => url.pathname === entry);
      assert.match(await main(page), /Obdobje .* je zaprto/);
    }, { javaScript });
    await as('viewer', async (page) => {
      const answer = await page.goto(`${unit}/periods`);
      assert.equal(answer.status(), 403);
    });
  });
}

test('the overview of a closed year says so', async () => {
  await as('worker', async (page) => {
    await page.goto(`${unit}?period=year&date=2025-01-01`);
    assert.match(await page.locator('.band').innerText(), /Obdobje 2025 je zaprto/);
    await accessible(page);
    await page.locator('.band a[href$="/periods/2025"]').click();
    await page.waitForURL(/\/periods\/2025$/);
  });
});
