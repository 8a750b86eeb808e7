// Past records: a spreadsheet as centres have it is sent, mended, taken in, found in the figures, and undone whole.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, base;

before(async () => {
  server = await startServer({ at: '2026-10-15 18:00:00' });
  browser = await openBrowser();
  base = `/units/${server.network}/${accountOf(server, 'mentor').unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const rows = [
  'Mladinski center;;;;;',
  'Datum;Dejavnost;Od;Do;Mulci;Punce',
  '5. 3. 2019;Stari klub;17.00;20.00;7;8',
  '12. 3. 2019;Stari klub;17.00;20.30;5;6',
  'Skupaj;;;;12;14',
].join('\n');

const file = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function send(page, name, text) {
  await page.goto(`${base}/imports`);
  await page.locator('#file').setInputFiles(file(name, text));
  await page.locator('form:has(#file) button').click();
  await page.waitForURL(/\/imports\/drafts\//);
}

for (const javaScript of [true, false]) {
  test(`a file is understood, mended, taken in and undone${javaScript ? '' : ', without scripts'}`, async () => {
    const page = await browser.newPage({ url: server.url, javaScript, width: 1280 });
    await signIn(page, accountOf(server, 'mentor'));
    const text = javaScript ? rows : rows.replaceAll('2019', '2018');
    await send(page, 'stari-zapisi.csv', text);
    assert.match(await page.locator('#h-problems').innerText(), /Popravi/);
    if (javaScript) await accessible(page);
    // Ours is a new activity, and boys have another name there.
    await page.locator('.match', { hasText: 'Mulci' }).locator('select').selectOption('participant_boy');
    const create = page.locator('input[name=create_activities]');
    if (await create.count()) await create.check();
    await page.locator('form[aria-labelledby=h-columns] button').click();
    await page.locator('#h-take').waitFor();
    assert.match(await page.locator('main').innerText(), /26\s+obiskov/);
    if (javaScript) await accessible(page);
    await page.reload();
    await page.locator('form[aria-labelledby=h-take] button').click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    assert.match(await page.locator('main').innerText(), /2\s+nova vnosa/);
    if (javaScript) await accessible(page);
    const year = javaScript ? 2019 : 2018;
    const there = page.url();
    await page.goto(`${base}?period=year&date=${year}-01-01`);
    assert.match(await page.locator('main').innerText(), /26/);
    // The same file again adds nothing.
    await send(page, 'stari-zapisi.csv', text);
    assert.match(await page.locator('main').innerText(), /V datoteki ni ničesar novega/);
    await page.goto(there);
    await page.locator('form[aria-labelledby=h-undo] button').click();
    await page.locator('[role=status]').waitFor();
    assert.match(await page.locator('main').innerText(), /Razveljavljeno/);
    await page.goto(`${base}/imports`);
    if (javaScript) await accessible(page);
    noThirdParty(page);
    await page.context().close();
  });
}

test('years known only as sums are drawn apart', async () => {
  const page = await browser.newPage({ url: server.url });
  await signIn(page, accountOf(server, 'mentor'));
  await send(page, 'vsote.csv', 'Leto;Ure;Obiski\n2015;1200;5432\n2016;1300;6100\n');
  await page.locator('form[aria-labelledby=h-take] button').click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.goto(`${base}?from=2014-01-01&to=2018-12-31`);
  assert.match(await page.locator('#h-past').innerText(), /Znano samo kot vsota/);
  assert.equal(await page.locator('svg rect.sum[class=sum]').count() >= 2, true);
  assert.match(await page.locator('main').innerText(), /5\.432/);
  await accessible(page);
  noThirdParty(page);
});

test('a template is downloaded, and the sheet for a pencil is linked from today', async () => {
  const page = await browser.newPage({ url: server.url });
  await signIn(page, accountOf(server, 'worker'));
  const home = `/units/${server.network}/${accountOf(server, 'worker').unit}`;
  await page.goto(`${home}/imports`);
  const download = page.waitForEvent('download');
  await page.locator('a[download]').click();
  assert.match((await download).suggestedFilename(), /predloga\.xlsx$/);
  await page.goto(`${home}/today`);
  await page.locator('a[href$="/imports/sheet"]').click();
  await page.locator('.boxes').first().waitFor();
  await accessible(page);
  noThirdParty(page);
});
