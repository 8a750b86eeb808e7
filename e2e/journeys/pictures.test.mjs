// Pictures: the month in two clicks, and one of one's own, with and without JavaScript.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, page, viewer;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  viewer = accountOf(server, 'viewer');
  page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, viewer);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const overview = () => `/units/${server.network}/${viewer.unit}`;
/** The file that a link leads to: its kind, and its first bytes. */
const taken = async (on, link) => {
  const response = await on.request.get(new URL(await link.getAttribute('href'), on.url()).href);
  return { status: response.status(), kind: response.headers()['content-type'], bytes: await response.body() };
};
/** Whether a preview is a picture that the browser could draw. */
const drawn = (image) => image.evaluate(async (it) => (await it.decode(), it.naturalWidth > 0));

test('from the overview the picture of the month is two clicks away', async () => {
  await page.goto(overview());
  await page.getByRole('link', { name: 'Slike', exact: true }).click();
  const month = page.locator('section[aria-labelledby="h-month"]');
  assert.ok(await drawn(month.locator('img')));
  const file = await taken(page, month.getByRole('link', { name: 'Prenesi PNG: Kvadrat, za objave' }));
  assert.deepEqual([file.status, file.kind], [200, 'image/png']);
  assert.equal(file.bytes.subarray(1, 4).toString(), 'PNG');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    month.getByRole('link', { name: 'Prenesi PNG: Kvadrat, za objave' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /-month-\d{4}-\d{2}-square-sl\.png$/);
  noThirdParty(page);
});

test('one of one’s own is chosen, looked at, described and taken along', async () => {
  await page.goto(`${overview()}/pictures`);
  await page.getByLabel('Kaj naj pove').selectOption({ label: 'Ploščice enot' });
  await page.getByLabel('Obdobje', { exact: true }).selectOption('2025');
  await page.getByLabel('Številka').selectOption({ label: 'Ure mladinskega dela' });
  await page.getByLabel('Oblika').selectOption({ label: 'Plakat A4' });
  await page.getByLabel('Jezik slike').selectOption({ label: 'English' });
  await page.getByRole('button', { name: 'Pokaži sliko' }).click();
  const own = page.locator('section[aria-labelledby="h-own"]');
  assert.ok(await drawn(own.locator('img')));
  assert.equal(await page.getByLabel('Kaj naj pove').inputValue(), 'map', 'what was chosen stays');
  const said = await own.getByLabel('Opis slike').inputValue();
  assert.match(said, /Youth work hours|hours/i);
  const svg = await taken(page, own.getByRole('link', { name: 'Prenesi SVG' }));
  assert.equal(svg.kind, 'image/svg+xml');
  assert.match(svg.bytes.toString(), /width="210mm" height="297mm"/);
  await own.getByRole('button', { name: 'Kopiraj opis' }).click();
  await own.getByText('Kopirano').waitFor();
  noThirdParty(page);
});

test('without JavaScript everything is there but copying', async () => {
  const plain = await browser.newPage({ url: server.url, language: 'sl', javaScript: false });
  await signIn(plain, viewer);
  await plain.goto(`${overview()}/pictures`);
  await plain.getByLabel('Kaj naj pove').selectOption('comparison');
  await plain.getByLabel('Obdobje', { exact: true }).selectOption('2025');
  await plain.getByRole('button', { name: 'Pokaži sliko' }).click();
  const file = await taken(plain, plain.locator('section[aria-labelledby="h-own"]').getByRole('link', { name: 'Prenesi PNG' }));
  assert.deepEqual([file.status, file.kind], [200, 'image/png']);
  assert.equal(await plain.getByRole('button', { name: 'Kopiraj opis' }).count(), 0);
  noThirdParty(plain);
  await plain.context().close();
});

for (const query of ['', '?template=map&period=2025&shape=story', '?template=year&period=1990', '?template=number&period=soon&shape=round']) {
  test(`everybody can use pictures${query}`, async () => {
    await page.goto(`${overview()}/pictures${query}`);
    await accessible(page);
    noThirdParty(page);
  });
}
