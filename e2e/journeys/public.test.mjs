// In public: a mentor chooses, looks, and publishes; everybody reads it on a phone and at a desk, another site shows it in a
// frame, others take the data; and when it is taken back, it is gone everywhere.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, noThirdParty, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, accounts, unit, open, town;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00', years: 1, answers: 200 });
  browser = await openBrowser();
  const of = (role) => server.accounts.find((it) => it.role === role);
  accounts = { mentor: of('mentor'), coordinator: of('coordinator') };
  unit = `/units/${server.network}/${accounts.mentor.unit}`;
  open = `/open/${server.network}/${accounts.mentor.unit}`;
  town = server.units.find((it) => it.code === accounts.mentor.unit).parent;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);
const status = async (path) => (await fetch(`${server.url}${path}`)).status;

/** As somebody without an account, on a page that has to stay clean. */
async function anybody(journey, options = {}) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

/** Chooses everything, looks, and publishes. */
async function publish(page, words) {
  await page.goto(`${unit}/public`);
  await page.locator('#intro_sl').fill(words);
  await submit(page, page.getByRole('button', { name: 'Shrani in poglej' }));
  assert.match(page.url(), /\/public\/preview$/);
  assert.ok((await page.locator('.band').innerText()).includes(words));
  await submit(page, page.getByRole('button', { name: 'Objavi to stran' }));
  await page.getByText('Objavljeno. Stran vidijo vsi.').waitFor();
}

for (const javaScript of [false, true]) {
  test(`a mentor publishes what she looked at${javaScript ? '' : ' without JavaScript'}`, async () => {
    assert.equal(await status(open), javaScript ? 200 : 404);
    await as('mentor', async (page) => {
      await page.goto(unit);
      await page.getByRole('link', { name: 'Javna stran' }).click();
      await page.waitForURL(/\/public$/);
      if (javaScript) await accessible(page);
      if (!javaScript) {
        // Last year is not told before it is closed.
        await page.getByRole('link', { name: 'Zapri leto 2025' }).click();
        await page.waitForURL(/\/periods\/2025$/);
        await submit(page, page.locator('form[action$="/closures"] button'));
        await page.goto(`${unit}/public`);
        await page.getByText('Zaprto, je na strani.').waitFor();
      }
      await publish(page, javaScript ? 'Vrata so odprta.' : 'Pridi, kadar hočeš.');
      if (javaScript) {
        await page.goto(`${unit}/public/preview`);
        await accessible(page);
      }
    }, { javaScript });
    assert.equal(await status(open), 200);
  });
}

for (const [width, dark, language] of [[390, false, 'sl'], [1280, false, 'sl'], [390, true, 'en'], [1280, true, 'en']]) {
  test(`everybody reads it at ${width}, ${dark ? 'dark' : 'light'}, in ${language}`, async () => {
    await anybody(async (page) => {
      await page.goto(open);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await page.locator('#h-y2025').waitFor();
      assert.ok((await page.locator('figure.chart svg').count()) >= 5, 'a closed year is drawn');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `nothing stands out at the side: ${wide}`);
      await page.locator('details summary').first().click();
      await accessible(page);
      assert.deepEqual(await page.context().cookies(), [], 'no cookie');
    }, { width, dark, language });
  });
}

test('without scripts everything is there', async () => {
  await anybody(async (page) => {
    await page.goto(open);
    await page.locator('#h-y2025').waitFor();
    assert.ok(await page.getByText('Vrata so odprta.').isVisible());
  }, { javaScript: false });
});

test('parts come to the whole, on the page and in both files', async () => {
  const csv = (await (await fetch(`${server.url}${open}/data.csv?lang=sl`)).text()).replace('\ufeff', '');
  const rows = csv.trim().split('\n').map((row) => [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map((it) => it[1].replace(/^"|"$/g, '')));
  const at = Object.fromEntries(rows[0].map((name, n) => [name.trim(), n]));
  const of = (split) => rows.slice(1).filter((row) => row[at.period] === '2025' && row[at.measure] === 'visits' && row[at.split] === split);
  const total = Number(of('total')[0][at.value]);
  assert.ok(total > 1000, `${total}`);
  for (const split of ['kind', 'gender', 'age_band', 'month']) {
    const parts = of(split).map((row) => Number(row[at.value]));
    assert.ok(parts.every((n) => n >= 10), `${split}: ${parts}`);
    assert.equal(parts.reduce((all, n) => all + n, 0), total, split);
  }
  const set = await (await fetch(`${server.url}${open}/data.json`)).json();
  const place = (dimension, member) => set.dimension[dimension].category.index.indexOf(member);
  const n = (place('period', '2025') * set.size[1] + place('measure', 'visits')) * set.size[2] + place('class', 'total');
  assert.equal(set.value[n], total);
  await anybody(async (page) => {
    await page.goto(open);
    const told = await page.locator('section[aria-labelledby=h-y2025] .tile .num').first().innerText();
    assert.equal(Number(told.replace(/\D/g, '')), total);
  });
});

/** Another site, with a page of its own. */
async function elsewhere(body, journey) {
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="sl"><title>Občina</title><h1>Občina</h1>${body}</html>`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const page = await browser.newPage({ url: `http://127.0.0.1:${site.address().port}` });
  try {
    await page.goto('/');
    await journey(page);
  } finally {
    await page.context().close();
    site.close();
  }
}

test('another site shows it in a frame, by the code that is copied', async () => {
  const codes = {};
  await as('mentor', async (page) => {
    await page.goto(`${unit}/public`);
    for (const kind of ['frame', 'script']) codes[kind] = await page.locator(`#code-${kind}`).inputValue();
  });
  await elsewhere(codes.frame, async (page) => {
    await page.frameLocator('iframe').getByRole('link', { name: 'Poglej vse številke' }).waitFor();
  });
  await elsewhere(codes.script, async (page) => {
    const frame = page.frameLocator('iframe');
    await frame.getByRole('link', { name: 'Poglej vse številke' }).waitFor();
    // As high as what is in it: nothing has to be scrolled.
    const inside = await frame.locator('body').evaluate((body) => body.getBoundingClientRect().height);
    await page.waitForFunction((high) => Math.abs(document.querySelector('iframe').clientHeight - high) < 3, inside);
  });
  const oembed = `/oembed?format=json&maxwidth=320&url=${encodeURIComponent(`${server.url}${open}`)}`;
  const told = await (await fetch(`${server.url}${oembed}`)).json();
  assert.equal(told.width, 320);
  await elsewhere(told.html, async (page) => {
    await page.frameLocator('iframe').getByRole('link', { name: 'Poglej vse številke' }).waitFor();
  });
  // The page itself is for no frame.
  await elsewhere(`<iframe src="${server.url}${open}" title="x"></iframe>`, async (page) => {
    assert.equal(await page.frameLocator('iframe').locator('#h-y2025').count(), 0);
  });
});

test('a municipality says whom it counts and leads to whoever is public', async () => {
  await as('coordinator', async (page) => {
    const desk = `/units/${server.network}/${town}`;
    await page.goto(`${desk}/public`);
    await submit(page, page.getByRole('button', { name: 'Shrani in poglej' }));
    await submit(page, page.getByRole('button', { name: 'Objavi to stran' }));
  });
  await anybody(async (page) => {
    await page.goto(`/open/${server.network}/${town}`);
    await page.locator(`.counted a[href^="${open}"]`).click();
    await page.waitForURL((url) => url.pathname === open);
    await page.goto(`/open/${server.network}`);
    assert.ok((await page.locator('a.item').count()) >= 2);
    await accessible(page);
  });
});

test('taken back, it is gone at once, everywhere', async () => {
  const paths = ['', '/embed', '/embed.js', '/data.csv', '/data.json'].map((rest) => `${open}${rest}`);
  for (const path of paths) assert.equal(await status(path), 200, path);
  await as('mentor', async (page) => {
    await page.goto(`${unit}/public`);
    await page.getByText('Umakni stran').click();
    await submit(page, page.getByRole('button', { name: 'Da, umakni' }));
    for (const path of paths) assert.equal(await status(path), 404, path);
    await accessible(page);
  });
  await anybody(async (page) => {
    assert.equal((await page.goto(open)).status(), 404);
    await page.getByRole('heading', { name: 'Tu ni ničesar' }).waitFor();
    await accessible(page);
  });
});
