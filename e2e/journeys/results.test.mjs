// What an evaluation came to: looked at in the unit and above, taken along, its words looked through, another one closed,
// given and released.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, base;

before(async () => {
  server = await startServer({ at: '2026-10-15 18:00:00', answers: 240 });
  browser = await openBrowser();
  base = `/units/${server.network}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(role, then, options = {}) {
  const page = await browser.newPage({ url: server.url, language: 'sl', ...options });
  await signIn(page, accountOf(server, role));
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

const main = (page) => page.locator('main').innerText();

test('a unit sees its own, beside others, and takes it along', async () => {
  const { unit } = accountOf(server, 'worker');
  for (const javaScript of [true, false]) {
    await as('worker', async (page) => {
      await page.goto(`${base}/${unit}/results`);
      await page.waitForURL(/\/results\/2025$/);
      const says = await main(page);
      for (const part of [/popolnih odgovorov/, /Področja/, /Po spolu/, /Ob drugih enotah/, /Kako beremo te številke/]) {
        assert.match(says, part);
      }
      await page.locator('select[name=area]').selectOption('learn');
      await page.locator('form:has(select[name=area]) button').click();
      await page.waitForURL(/area=learn/);
      assert.equal(await page.locator('select[name=area]').inputValue(), 'learn');
      if (javaScript) await accessible(page);
    }, { javaScript });
  }
  await as('worker', async (page) => {
    await page.goto(`${base}/${unit}/results/2025`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="format=csv"]').click()]);
    assert.match(file.suggestedFilename(), /-2025\.csv$/);
  });
});

test('nobody there reads what was written before somebody above has looked through it', async () => {
  const { unit } = accountOf(server, 'worker');
  const at = `${base}/${unit}/results/2025`;
  await as('worker', async (page) => {
    await page.goto(`${at}/words`);
    assert.match(await main(page), /še ni nihče pregledal/);
    await accessible(page);
  });
  await as('coordinator', async (page) => {
    await page.goto(at);
    await page.locator('a[href$="/review"]').click();
    await accessible(page);
    const word = page.locator('button.word').first();
    const said = await word.innerText();
    await word.click();
    await page.waitForURL(/#a-/);
    assert.equal(await page.locator('button[aria-pressed=true]').count(), 1);
    assert.equal(await page.locator('button[aria-pressed=true]').innerText(), said);
    await page.locator('form[action$="/completion"] button').click();
    await page.waitForLoadState();
    assert.match(await main(page), /Besedila so pregledana/);
  });
  await as('worker', async (page) => {
    await page.goto(`${at}/words`);
    assert.match(await main(page), /\[…\]/);
    await accessible(page);
  });
});

test('an evaluation is closed, given to a unit, and released to all', async () => {
  const { unit } = accountOf(server, 'worker');
  const own = `${base}/${unit}/results/letna-evalvacija-2026`;
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/evaluations`);
    await page.locator('form[action$="/evaluations"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    await page.locator('form[action$="/opening"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    await page.locator('a[href$="/closure"]').click();
    await page.locator('form[action$="/closure"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    await accessible(page);
    await page.locator('a[href$="/batches"]').click();
    await page.waitForURL(/batches$/);
    await accessible(page);
  });
  await as('worker', async (page) => {
    await page.goto(own);
    assert.match(await main(page), /še niso odprti/);
  });
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/evaluations/letna-evalvacija-2026`);
    await page.locator('select[name=to]').selectOption(unit);
    await page.locator('form[action$="/early"] button').click();
    await page.waitForLoadState();
  });
  await as('worker', async (page) => {
    await page.goto(own);
    assert.match(await main(page), /še niso objavljeni/);
    assert.match(await main(page), /Ta enota nima svojega rezultata/);
    await accessible(page);
  });
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/evaluations/letna-evalvacija-2026`);
    await page.locator('a[href$="/release"]').click();
    await accessible(page);
    await page.locator('form[action$="/release"] button').click();
    await page.waitForURL(/letna-evalvacija-2026$/);
    assert.match(await main(page), /Objavljena/);
    await page.goto(`${base}/${server.network}/targets?year=2025`);
    await page.locator('input[name=area_part]').fill('70');
    await accessible(page);
    await page.locator('form[action$="/targets"] button').click();
    await page.waitForURL(/saved=1/);
    await page.goto(`${base}/${server.network}/results/2025`);
    assert.match(await main(page), /\(70\)/);
    await accessible(page);
  });
});
