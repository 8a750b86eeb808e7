// Every address of the program that is a page, as it stands in tests/routes.rs, checked with axe. A new one fails here until
// it is said below what stands for the names in it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { photo } from '../support/photo.mjs';
import { startServer } from '../support/server.mjs';

// What is no page.
const files = [
  '/assets/{hash}/{name}', '/health', '/oembed',
  ...['embed.js', 'data.csv', 'data.json'].map((rest) => `/open/{network}/{unit}/${rest}`),
  ...['structure/export', 'entries/file', 'entries/file/codebook', 'figures/file', 'imports/template.xlsx',
    'questionnaires/{questionnaire}/file', 'results/{evaluation}/file', 'voice/{place}/poster/{size}',
    'change/{evaluation}/slides', 'change/{evaluation}/poster', 'reports/{report}/file/{format}',
    'pictures/{template}/{picture}', 'packs/{pack}/file', 'calendar/file', 'plans/{year}/file/{format}', 'plans/{year}/counts/{count}/file', 'logo', 'reports/{report}/photos/{file}',
    'entries/{entry}/files/{file}/small', 'entries/{entry}/files/{file}/large']
    .map((rest) => `/units/{network}/{unit}/${rest}`),
];

const rules = await readFile(new URL('../../tests/routes.rs', import.meta.url), 'utf8');
const addresses = [...rules.matchAll(/^ {4}\("GET (\S+)", (Public|SignedIn|(?:At|Shared)\(Act::(\w+)\))\)/gm)]
  .map(([, path, , act]) => ({ path, act }))
  .filter(({ path }) => !files.includes(path));

let server, browser, worker, coordinator, base, samples;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00', answers: 200 });
  browser = await openBrowser();
  const of = (role, unit) => server.accounts.find((it) => it.role === role && (!unit || it.unit === unit));
  const mentor = of('mentor');
  coordinator = of('coordinator');
  worker = of('worker', mentor.unit) ?? mentor;
  base = `/units/${server.network}/${mentor.unit}`;
  samples = await gather();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(account, journey, options = {}) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    if (account) await signIn(page, account);
    const found = await journey(page);
    noThirdParty(page);
    return found;
  } finally {
    await page.context().close();
  }
}

const last = (address) => new URL(address, server.url).pathname.split('/').pop();
const press = async (page, selector) => {
  await page.locator(selector).first().click();
  await page.waitForLoadState();
};

// Things whose ids stand in addresses, made and found as people do.
async function gather() {
  const found = { network: server.network, unit: base.split('/').pop() };
  await as(worker, async (page) => {
    // Of a kind beside which photos stand.
    await page.goto(`${base}/entries?status=held&kind=open`);
    const entry = await page.locator('.list a.item').first().getAttribute('href');
    found.entry = last(entry);
    // A correction beside another one: an earlier version, and one that is proposed.
    const other = await page.context().newPage();
    await other.goto(`${server.url}${entry}/edit`);
    await page.goto(`${entry}/edit`);
    for (const [at, participants] of [[page, '41'], [other, '42']]) {
      await at.locator('input[name="participant_total"]').fill(participants);
      await press(at, '.savebar button');
      if (await at.locator('button[name=confirmed]').count()) await press(at, 'button[name=confirmed]');
    }
    found.proposal = new URL(other.url()).pathname;
    assert.match(found.proposal, /\/proposals\/\d+$/, 'the second correction is proposed');
    await other.close();
    // A photo beside it.
    await page.goto(`${entry}/files`);
    await page.locator('#caption').fill('Oder');
    await page.locator('#file').setInputFiles({ name: 'oder.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
    await press(page, 'form:has(#file) button');
    found.file = last(await page.locator('#files a:has(img)').getAttribute('href'));
    await page.goto(`${base}/today`);
    const start = await page.locator('a[href*="/entries/new"]').first().getAttribute('href');
    found.activity = new URL(start, server.url).searchParams.get('activity');
    // Sums of years need nothing mended: one file is taken in, another one waits.
    for (const [year, take] of [[2015, true], [2014, false]]) {
      await page.goto(`${base}/imports`);
      const buffer = Buffer.from(`Leto;Ure;Obiski\n${year};1200;5432\n`);
      await page.locator('#file').setInputFiles({ name: 'vsote.csv', mimeType: 'text/csv', buffer });
      await press(page, 'form:has(#file) button');
      await page.waitForURL(/\/imports\/drafts\//);
      found.draft = last(page.url());
      if (!take) continue;
      await press(page, 'form[aria-labelledby=h-take] button');
      await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
      found.import = last(page.url());
    }
  });
  await as(coordinator, async (page) => {
    await page.goto(`/units/${server.network}/${server.network}/words`);
    found.term = last(await page.locator('a.item').first().getAttribute('href'));
    await page.goto(`/units/${server.network}/${server.network}/projects`);
    found.project = await page.locator('a[href*="/projects/"]').first().getAttribute('href');
    await page.goto(found.project);
    found.named = await page.locator('a[href*="/plans/named?"]').getAttribute('href');
    await page.goto(`${base}/reflections/sets/new`);
    await page.locator('input[name=name_sl]').fill('Po večeru');
    await page.locator('input[name=q1_name_sl]').fill('Je bilo prijetno?');
    await press(page, 'form:has(input[name=q1_id]) button');
    await page.waitForURL(/saved=/);
    found.set = new URL(page.url()).searchParams.get('saved');
    await page.goto(`${base}/people`);
    await page.locator('input[name=mail]').fill('nekdo@primer.example');
    await press(page, 'form:has(input[name=mail]) button');
    found.invitation = new URL((await page.locator('#link').inputValue()).trim()).pathname;
    await page.goto(`${base}/people`);
    found.person = (await page.locator('a[href$="/leaving"]').first().getAttribute('href')).split('/').at(-2);
    found.period = '2025';
    await press(page, 'form[action$="/password-reset"] button');
    found.reset = new URL((await page.locator('#link').inputValue()).trim()).pathname;
    // One questionnaire is asked, another one is still being written.
    const whole = `/units/${server.network}/${server.network}`;
    for (const code of ['open', 'event']) {
      await page.goto(`${whole}/questionnaires`);
      await press(page, `form:has(input[value=${code}]) button`);
      await page.waitForURL(/\/questionnaires\/[a-z-]+$/);
      found.questionnaire = last(page.url());
      if (code === 'open') await press(page, 'form[action$="/completion"] button');
    }
    Object.assign(found, { item: 'safe_1', lang: 'en' });
    await page.goto(`${whole}/evaluations`);
    await press(page, 'form[action$="/evaluations"] button');
    await page.waitForURL(/\/evaluations\/[a-z0-9-]+$/);
    found.evaluation = last(page.url());
    await press(page, 'form[action$="/opening"] button');
    found.address = last(await page.locator('a[href^="/a/"]').first().getAttribute('href'));
    // One that stays prepared, and one that is closed.
    await page.goto(`${whole}/evaluations`);
    await press(page, 'form[action$="/evaluations"] button');
    await page.waitForURL(/\/evaluations\/[a-z0-9-]+$/);
    found.prepared = last(page.url());
    await page.goto(`${whole}/evaluations`);
    await page.locator('summary', { hasText: 'Priložnost' }).or(page.locator('summary', { hasText: 'Occasion' })).click();
    await page.locator('input[name=occasion]').check();
    await page.locator('#units summary').click();
    await page.locator('input[name=unit]').first().check();
    await press(page, 'form[action$="/evaluations"] button');
    await page.waitForURL(/\/evaluations\/[a-z0-9-]+$/);
    found.closed = last(page.url());
    await press(page, 'form[action$="/opening"] button');
    await page.goto(`${whole}/evaluations/${found.closed}/closure`);
    await press(page, 'form[action$="/closure"] button');
  });
  // A step, an aim, and something young people were told; whoever coordinates reads only.
  await as(worker, async (page) => {
    const bench = `${base}/change/${found.evaluation}`;
    found.step = '6';
    await page.goto(`${bench}/steps/4`);
    await press(page, 'button[value=aim]');
    await page.waitForURL(/\/aims\//);
    found.aim = last(page.url());
    await page.goto(`${bench}/steps/6`);
    await press(page, 'button[value=said]');
    await page.waitForURL(/\/said\//);
    found.said = last(page.url());
    await page.locator('#said_sl').fill('Zvečer je temno.');
    await page.locator('#did_sl').fill('Tri luči.');
    await press(page, 'main form button');
    await page.waitForURL(/\/steps\/6/);
  });
  await as(coordinator, async (page) => {
    await page.goto(`${base}/change/${found.evaluation}/steps/6`);
    await press(page, 'form[action$="/publication"] button');
    await page.locator('form[action$="/withdrawal"]').waitFor();
    // A report that is being written, and one that is finished.
    const begin = async (template) => {
      await page.goto(`${base}/reports`);
      await page.locator('#template').selectOption(template);
      await page.locator('#period').selectOption('2026-H1');
      await press(page, 'main form[action$="/reports"] button');
      await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
      return last(page.url());
    };
    found.written = await begin('centre-half-year');
    found.report = await begin('council-page');
    await page.goto(`${base}/reports/${found.report}/reconciliation`);
    await press(page, 'form[action$="/completion"] button');
    await page.waitForURL(new RegExp(`/reports/${found.report}$`));
    // A page for everybody.
    await page.goto(`${base}/public`);
    await press(page, 'button[name=look]');
    await page.waitForURL(/\/public\/preview$/);
    await press(page, 'form[action$="/publication"] button');
    await page.waitForURL(/published=1/);
  });
  // The network's plan of 2021, out of its file.
  await as(coordinator, async (page) => {
    await page.goto(`/units/${server.network}/${server.network}/plans/file`);
    await page.locator('#file').setInputFiles(fileURLToPath(new URL('../../src/generate/documents/plan-2021.toml', import.meta.url)));
    await press(page, 'form:has(#file) button');
    await press(page, 'form:has([name=seen]) button');
    await page.waitForURL(/\/plans\/2021$/);
    // Adopted and published, by whoever writes it where no body decides.
    const root = `/units/${server.network}/${server.network}`;
    for (let n = 0; n < 5; n += 1) {
      await page.goto(`${root}/plans/2021/adoption`);
      await page.locator('#step-words').fill('Sprejeto.');
      await press(page, 'form[action$="/adoption"] button');
    }
    await press(page, 'form[action$="/publication"] button');
    // A working group that met.
    await page.goto(`${root}/bodies`);
    await page.locator('main a[href$="/form"]').first().click();
    await page.waitForURL(/\/form$/);
    await page.locator('#name_sl').fill('Skupina');
    await page.locator('#kind').selectOption('working_group');
    await press(page, 'main form button');
    await page.waitForURL(/\/bodies\/[0-9a-f-]+$/);
    found.body = last(page.url());
    await page.locator('main a[href*="/meetings/"][href$="/form"]').first().click();
    await page.waitForURL(/\/meetings\/.*\/form$/);
    await page.locator('#held_on').fill('2026-10-10');
    await press(page, 'main form button');
    await page.waitForURL(/\/meetings\/[0-9a-f-]+$/);
    found.meeting = last(page.url());
  });
  Object.assign(found, { mark: 'a', pack: 'youth-office', year: '2021', part: 'academy', date: '01990000-0000-7000-8000-000000000001' });
  return found;
}

function sample(path) {
  const whole = {
    '/units/{network}/{unit}/reports/{report}/sections/{section}': `${base}/reports/${samples.written}/sections/half-in-short`,
    '/units/{network}/{unit}/reports/{report}/sections/{section}/versions': `${base}/reports/${samples.written}/sections/half-in-short/versions`,
    '/units/{network}/{unit}/reports/{report}/reconciliation': `${base}/reports/${samples.written}/reconciliation`,
    '/invitations/{token}': samples.invitation,
    '/password-resets/{token}': samples.reset,
    '/units/{network}/{unit}/entries/{entry}/proposals/{version}': samples.proposal,
    '/units/{network}/{unit}/projects/{project}': samples.project,
    '/units/{network}/{unit}/entries/new': `${base}/entries/new?activity=${samples.activity}`,
    // Of the year that is over.
    '/units/{network}/{unit}/results/{evaluation}': `${base}/results/2025`,
    '/units/{network}/{unit}/results/{evaluation}/words': `${base}/results/2025/words`,
    '/units/{network}/{unit}/results/{evaluation}/review': `${base}/results/2025/review`,
    '/units/{network}/{unit}/evaluations/{evaluation}/terms': `/units/${server.network}/${server.network}/evaluations/${samples.prepared}/terms`,
    '/units/{network}/{unit}/evaluations/{evaluation}/removal': `/units/${server.network}/${server.network}/evaluations/${samples.prepared}/removal`,
    '/units/{network}/{unit}/evaluations/{evaluation}/release': `/units/${server.network}/${server.network}/evaluations/${samples.closed}/release`,
    '/units/{network}/{unit}/evaluations/{evaluation}/batches': `/units/${server.network}/${server.network}/evaluations/2025/batches`,
    // Of the whole network.
    ...Object.fromEntries(Object.entries({
      '': '', '/about': '/about', '/next': '/next', '/parts/{part}': '/parts/academy', '/parts/{part}/form': '/parts/academy/form',
      '/parts/{part}/targets/{target}': '/parts/academy/targets/trainings', '/parts/{part}/qualitative/{indicator}': '/parts/training/qualitative/1',
      '/adoption': '/adoption', '/editions': '/editions', '/editions/{edition}': '/editions/1', '/comparison': '/comparison?from=1&to=5',
      '/comments': '/comments',
    }).map(([rest, of]) => [`/units/{network}/{unit}/plans/{year}${rest}`, `/units/${server.network}/${server.network}/plans/2021${of}`])),
    ...Object.fromEntries(['', '/form', '/meetings/{meeting}', '/meetings/{meeting}/form'].map((rest) => [
      `/units/{network}/{unit}/bodies/{body}${rest}`,
      `/units/${server.network}/${server.network}/bodies/${samples.body}${rest.replace('{meeting}', samples.meeting)}`,
    ])),
    '/units/{network}/{unit}/plans/named': samples.named,
    '/open/{network}/{unit}/plans/{year}': `/open/${server.network}/${server.network}/plans/2021`,
    '/units/{network}/{unit}/words': `/units/${server.network}/${server.network}/words`,
    '/units/{network}/{unit}/words/{term}': `/units/${server.network}/${server.network}/words/${samples.term}`,
    '/units/{network}/{unit}/kinds': `/units/${server.network}/${server.network}/kinds`,
    '/units/{network}/{unit}/kinds/{kind}': `/units/${server.network}/${server.network}/kinds/centre`,
    '/units/{network}/{unit}/age-bands': `/units/${server.network}/${server.network}/age-bands`,
  }[path];
  if (whole) return whole;
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = name === 'version' ? '1' : samples[name];
    assert.ok(value, `${path}: say in everywhere.test.mjs what stands for {${name}}`);
    return value;
  });
}

// Who is sent to which address.
const guests = ['/sign-in', '/invitations/{token}', '/password-resets/{token}', '/a/{address}', '/a/{address}/thanks',
  '/a/{address}/kiosk', '/said/{network}/{unit}', '/open/{network}', '/open/{network}/{unit}', '/open/{network}/{unit}/embed', '/open/{network}/{unit}/plans/{year}'];
const whose = ({ path, act }) => (guests.includes(path) ? null : ['Record', 'ReadNotes', 'WorkOnChange'].includes(act) ? worker : coordinator);

test('the rules are read', () => assert.ok(addresses.length >= 30, `${addresses.length} addresses`));

for (const address of addresses) {
  test(`accessible: ${address.path}`, async () => {
    await as(whose(address), async (page) => {
      const path = sample(address.path);
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, path);
      await accessible(page);
    });
  });
}

test('accessible: pages that say no, and what a file would add', async () => {
  await as(worker, async (page) => {
    assert.equal((await page.goto(`/units/${server.network}/${server.network}/structure`)).status(), 403);
    await accessible(page);
    assert.equal((await page.goto('/nowhere')).status(), 404);
    await accessible(page);
  });
  await as(coordinator, async (page) => {
    for (const [name, lines] of [
      ['good.csv', 'code,kind,parent,name_sl,opened_on\nnova-hisa,centre,,Nova hiša,2026-01-01\n'],
      ['bad.csv', 'code,kind,parent,name_sl,opened_on\n,nothing,,,never\n'],
    ]) {
      await page.goto(`/units/${server.network}/${server.network}/structure`);
      const closed = page.locator('main details:not([open]) > summary');
      while (await closed.count()) await closed.first().click();
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines) });
      await press(page, 'form:has(input[type=file]) button:not([type=button])');
      assert.match(page.url(), /\/units\/import$/, name);
      await accessible(page);
    }
  });
});
