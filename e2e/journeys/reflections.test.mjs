// Questions after an evening: a mentor asks two, a worker answers within seconds, corrects, and the mentor reads them over
// time. A coordinator sees that there are answers, and not what they say.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, accounts, unit;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  const of = (role, at) => server.accounts.find((it) => it.role === role && (!at || it.unit === at));
  const mentor = of('mentor');
  accounts = { mentor, worker: of('worker', mentor.unit), coordinator: of('coordinator') };
  unit = `/units/${server.network}/${mentor.unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);

const main = (page) => page.locator('main').innerText();
const long = 'Mladinskosredišče Spodnjegorenjskodolenjskih in Prekmurskoprleških občin: kako je bilo tisti večer?';

test('a mentor asks two questions', async () => {
  await as('mentor', async (page) => {
    await page.goto(`${unit}/structure`);
    await page.locator('a[href$="/reflections/sets"]').click();
    await page.waitForURL(/\/reflections\/sets$/);
    assert.match(await main(page), /še nima svojih vprašanj/);
    await accessible(page);
    await page.locator('a[href$="/sets/new"]').click();
    await page.waitForURL(/\/new$/);
    await accessible(page);
    const form = page.locator('form:has(input[name=q1_id])');
    await form.locator('input[name=q1_name_sl]').fill('So mladi soodločali?');
    await form.locator('label:has(input[name=q2_scale][value=text])').click();
    await form.locator('input[name=q2_name_sl]').fill('Kaj bi drugič naredili drugače?');
    await form.locator('input[name=from]').fill('2026-09-01');
    await submit(page, form.locator('button'));
    // What is missing is told beside its field, and what was typed stays.
    assert.match(await page.locator('#name_sl-problem').innerText(), /Vpiši ime sklopa/);
    assert.equal(await form.locator('input[name=q1_name_sl]').inputValue(), 'So mladi soodločali?');
    await accessible(page);
    await form.locator('input[name=name_sl]').fill('Po večeru');
    await submit(page, form.locator('button'));
    assert.match(await page.locator('[role=status]').innerText(), /Shranjeno/);
    assert.match(await main(page), /So mladi soodločali\?\s+Kaj bi drugič/);
    await accessible(page);
  });
});

test('a worker records an evening and answers', async () => {
  await as('worker', async (page) => {
    await page.goto(`${unit}/today`);
    await page.locator('a.item[href*="/entries/new"]').first().click();
    await page.locator('input[name="participant_total"]').fill('12');
    await page.locator('.savebar button').first().click();
    await page.waitForURL(/\/saved/);
    assert.match(await main(page), /Kako je bilo\? 2 vprašanji/);
    await page.locator('a[href="#reflections"]').click();
    await accessible(page);
    const asked = page.locator('#reflections form');
    await asked.locator('label', { hasText: /^Bolj da$/ }).click();
    await submit(page, asked.locator('button'));
    assert.match(page.url(), /\/saved#reflections$/);
    assert.match(await page.locator('#reflections').innerText(), /Bolj da[\s\S]*Brez odgovora je 1 vprašanje/);
    await accessible(page);

    // Completed later.
    await page.locator('#reflections a[href*="/reflections?back=saved"]').click();
    await page.waitForURL(/\/reflections\?back=saved/);
    assert.equal(await page.locator('input[type=radio]:checked').getAttribute('value'), '4');
    await page.locator('textarea').fill('Glasbo naj izberejo mladi.');
    await accessible(page);
    await submit(page, page.locator('form:has(textarea) button').first());
    assert.match(await page.locator('#reflections').innerText(), /Glasbo naj izberejo mladi/);
  });
});

test('without a script an earlier evening is answered and the answer taken back', async () => {
  await as('worker', async (page) => {
    await page.goto(`${unit}/entries?status=held&kind=open&from=2026-09-01`);
    await page.locator('a.item').nth(3).click();
    await page.waitForURL(/\/entries\/[0-9a-f-]{36}$/);
    const asked = page.locator('#reflections form');
    await asked.locator('input[type=radio][value="2"]').check({ force: true });
    await submit(page, asked.locator('button'));
    assert.match(await page.locator('#reflections').innerText(), /Bolj ne/);
    await page.locator('#reflections a.button').click();
    await page.waitForURL(/\/reflections$/);
    await page.locator('input[type=checkbox][name^=n_]').check();
    await submit(page, page.locator('form:has(textarea) button').first());
    assert.equal(await page.locator('#reflections input[type=radio]:checked').count(), 0);
  }, { javaScript: false });
});

test('the mentor reads them over time, and changes the words of a question that was answered', async () => {
  await as('mentor', async (page) => {
    await page.goto(`${unit}/structure`);
    await page.locator('a[href$="/reflections/sets"]').click();
    await page.locator('a[href$="/reflections"]').click();
    await page.waitForURL(/\/reflections$/);
    assert.match(await main(page), /1 od \d+/);
    assert.match(await main(page), /Glasbo naj izberejo mladi/);
    await accessible(page);
    await page.locator('details:has(table) > summary').first().click();
    assert.match(await page.locator('table').first().innerText(), /oktober 2026/);
    await accessible(page);
    await page.locator('.voices-after a').first().click();
    await page.waitForURL(/\/entries\/[0-9a-f-]{36}$/);
    assert.match(await main(page), /Glasbo naj izberejo mladi/);
    await accessible(page);

    await page.goto(`${unit}/reflections/sets`);
    await page.locator('.list a[href*="/sets/"]').first().click();
    await page.waitForURL(/\/sets\/[0-9a-f-]{36}$/);
    await accessible(page);
    await page.locator('summary', { hasText: 'Spremeni besede' }).first().click();
    assert.match(await main(page), /začneš novo vprašanje/);
    const form = page.locator('details[open] form');
    await form.locator('input[name=name_sl]').fill(long);
    await submit(page, form.locator('button'));
    assert.match(await main(page), /Opuščena vprašanja\s+So mladi soodločali\?/);
    await accessible(page);
    // A slip of the thumb: a retired question is asked again.
    await submit(page, page.locator('form[action$="/retirement"] button').last());
    const again = page.locator('form[action$="/return"] button', { hasText: 'Kaj bi drugič' });
    await accessible(page);
    await submit(page, again);
    assert.equal(await again.count(), 0);
    assert.match(await main(page), /Kaj bi drugič naredili drugače\?[\s\S]*Opuščena vprašanja/);
    for (const path of ['/reflections', '/reflections/sets', '/reflections/sets/new', new URL(page.url()).pathname.slice(unit.length)]) {
      await page.setViewportSize({ width: 320, height: 844 });
      await page.goto(unit + path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${path} is ${wide} px wide`);
    }
    await page.goto(`${unit}/record`);
    assert.match(await main(page), /Branje odgovorov z besedilom/);
  });
});

test('a coordinator sees how many answered, and no text', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${unit}/reflections`);
    assert.match(await main(page), /1 od \d+/);
    assert.match(await main(page), /vidijo mladinski delavci in mentorji/);
    assert.doesNotMatch(await main(page), /Glasbo/);
    await accessible(page);
    await page.goto(`/units/${server.network}/${server.network}/reflections`);
    await page.locator(`a[href="${unit}/reflections"]`).click();
    await page.waitForURL(new RegExp(`${unit}/reflections$`));
  });
});
