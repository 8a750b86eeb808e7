// Watching over the records: a worker is asked kindly and answers, a mentor sees the answer, where something is missing, and
// puts down a support visit.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, accounts, unit;

before(async () => {
  server = await startServer({ at: '2026-10-15 20:30:00' });
  browser = await openBrowser();
  const of = (role, at) => server.accounts.find((it) => it.role === role && (!at || it.unit === at));
  const mentor = of('mentor');
  accounts = { mentor, worker: of('worker', mentor.unit), coordinator: of('coordinator'), viewer: of('viewer') };
  unit = `/units/${server.network}/${mentor.unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);

const main = async (page) => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const finding = (page, says) => page.locator('li.finding', { hasText: says });

// One after another: each part begins where the one before ended.
for (const [javaScript, end, says] of [[true, '21:30', /12\sh\s30\smin/], [false, '22:00', /13\s(h|ur)/]]) {
  const how = javaScript ? '' : ' without JavaScript';

  test(`a worker is asked about a long evening at once, and again on Today${how}`, async () => {
    await as('worker', async (page) => {
      await page.goto(`${unit}/today`);
      await page.locator('.start a.item[href*="/entries/new"]').first().click();
      await page.locator('input[name=start]').waitFor({ state: 'attached' });
      const when = page.locator('details.when:not([open]) summary');
      if (await when.count()) await when.click();
      await page.locator('input[name=start]').fill('09:00');
      await page.locator('input[name=end]').fill(end);
      await submit(page, page.locator('.savebar button'));
      if (await page.locator('button[name=confirmed]').count()) await submit(page, page.locator('button[name=confirmed]'));
      assert.match(page.url(), /\/saved\?version=1$/);
      assert.match(await main(page), says);
      if (javaScript) await accessible(page);
      await page.goto(`${unit}/today`);
      assert.equal(await finding(page, says).count(), 1);
      if (javaScript) await accessible(page);
    }, { javaScript });
  });

  test(`a mentor waits for the worker${how}`, async () => {
    await as('mentor', async (page) => {
      await page.goto(`${unit}/structure`);
      await page.locator('a[href$="/watch"]').first().click();
      await page.waitForURL(/\/watch$/);
      assert.equal(await finding(page, says).count(), 0);
      assert.match(await main(page), /še pri tistih, ki zapisujejo/);
    }, { javaScript });
  });

  test(`the worker says that it is right, and why${how}`, async () => {
    await as('worker', async (page) => {
      await page.goto(`${unit}/today`);
      const it = finding(page, says);
      await it.locator('summary').click();
      if (javaScript) await accessible(page);
      await it.locator('input[name=reason]').fill('Dan odprtih vrat');
      await submit(page, it.locator('button[value=right]'));
      assert.equal(new URL(page.url()).pathname, `${unit}/today`);
      assert.equal(await finding(page, says).count(), 0, 'nobody is asked twice');
      // A slip of the thumb is taken back, and the entry's own page asks as well.
      await page.goto(`${unit}/watch`);
      await page.locator('#findings details > summary', { hasText: 'Že odgovorjeno' }).click();
      await submit(page, finding(page, says).locator('form[action$="/withdrawal"] button'));
      await finding(page, says).locator('a.button').first().click();
      await page.waitForURL(/\/entries\/[0-9a-f-]{36}$/);
      assert.match(await finding(page, says).innerText(), /Tako je prav/);
      if (javaScript) await accessible(page);
      await finding(page, says).locator('summary').click();
      await finding(page, says).locator('input[name=reason]').fill('Dan odprtih vrat');
      await submit(page, finding(page, says).locator('button[value=right]'));
      assert.equal(await finding(page, says).count(), 0);
    }, { javaScript });
    await as('mentor', async (page) => {
      await page.goto(`${unit}/watch`);
      await page.locator('#findings details > summary', { hasText: 'Že odgovorjeno' }).click();
      const it = finding(page, says);
      assert.match(await it.innerText(), /tako je prav/);
      assert.match(await it.innerText(), /Dan odprtih vrat/);
      if (javaScript) await accessible(page);
    }, { javaScript });
  });

  test(`a mentor notes a support visit, and that what was agreed was looked at${how}`, async () => {
    const note = `Pogovor o štetju ${javaScript ? 1 : 2}`;
    await as('mentor', async (page) => {
      await page.goto(`${unit}/watch`);
      const fresh = page.locator('form[action$="/watch/visits"]');
      await fresh.locator('textarea[name=agreed]').fill('Štejemo ob vratih.');
      await submit(page, fresh.locator('button'));
      assert.match(await main(page), /Vpiši, kaj ste videli/);
      assert.equal(await fresh.locator('textarea[name=agreed]').inputValue(), 'Štejemo ob vratih.', 'what was typed is kept');
      if (javaScript) await accessible(page);
      await fresh.locator('textarea[name=note]').fill(note.slice(0, -1));
      await fresh.locator('input[name=follow_up_on]').fill('2026-11-12');
      await submit(page, fresh.locator('button'));
      // A slip is corrected by whoever made it.
      const it = page.locator('li.finding', { hasText: note.slice(0, -1) }).first();
      assert.match(await it.innerText(), /Štejemo ob vratih/);
      await it.locator('summary').click();
      await it.locator('textarea[name=note]').fill(note);
      if (javaScript) await accessible(page);
      await submit(page, it.locator('details button'));
      assert.match(await page.locator('li.finding', { hasText: note }).first().innerText(), /Popravljeno 15\.\s10\.\s2026/);
      if (javaScript) await accessible(page);
    }, { javaScript });
    await as('coordinator', async (page) => {
      await page.goto(`/units/${server.network}/${server.network}/watch`);
      assert.match(await main(page), /Kje je treba spet pogledati/);
      if (javaScript) await accessible(page);
      await page.locator('section[aria-labelledby=h-due] a').first().click();
      await page.waitForURL(/\/watch#h-visits$/);
      await submit(page, page.locator('form[action$="/completion"] button').first());
      assert.match(await main(page), /Pogledano 15\. 10\. 2026/);
    }, { javaScript });
    await as('worker', async (page) => {
      await page.goto(`${unit}/watch`);
      assert.match(await main(page), new RegExp(note), 'what was agreed concerns those who record');
      assert.equal(await page.locator('textarea').count(), 0);
    }, { javaScript });
  });
}

test('coverage has a picture for a desk and one for a phone, and the same in a table', async () => {
  for (const width of [390, 1280]) {
    await as('coordinator', async (page) => {
      await page.goto(`/units/${server.network}/${server.network}/watch`);
      const shown = page.locator('section[aria-labelledby=h-coverage] figure:visible');
      assert.equal(await shown.count(), 1);
      const rows = await shown.locator('a').count();
      await page.locator('section[aria-labelledby=h-coverage] summary').click();
      const table = page.locator('section[aria-labelledby=h-coverage] tbody tr');
      assert.equal(await table.count(), rows);
      await table.locator('a').first().click();
      await page.waitForURL(/\/watch$/);
      assert.match(await main(page), /Kaj je zapisano, po tednih/);
      await accessible(page);
    }, { width });
  }
});

test('who sees figures only sees nothing of this', async () => {
  await as('viewer', async (page) => {
    assert.equal((await page.goto(`${unit}/watch`)).status(), 403);
  });
});
