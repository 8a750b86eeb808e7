// A plan that fills itself: a target of a project across centres shows how far it is and opens to the entries, what cannot fill itself
// is counted by hand with a file, the half-year report tells the same numbers as a PDF, and that of the year the whole plan, which is
// held against what it is made of and finished.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit, unfold } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

const text = `format = 1
year = 2026
name = { sl = "Letni delovni načrt 2026" }
[[part]]
kind = "area"
code = "cooperation"
name = { sl = "Sodelovanje" }
purpose = { sl = "Centri delajo skupaj." }
qualitative = [{ sl = "Centri se pri projektu učijo drug od drugega" }]
[[part]]
kind = "project"
code = "neighbourhoods"
in = "cooperation"
name = { sl = "Zelene soseske" }
targets = [
  { code = "events", rule = "at_least", number = 40, each = 4, units = 10, unit = { sl = "dogodkov" }, evidence = { from = "measure", measure = "activities_held", project = "PROJECT" } },
  { code = "trainings", rule = "at_least", number = 4, unit = { sl = "usposabljanja" }, evidence = { from = "hand", what = "trainings" } },
  { code = "camps", rule = "exactly", number = 1, unit = { sl = "tabor" } },
]
[[part]]
kind = "action"
code = "gathering"
in = "cooperation"
name = { sl = "Jesensko srečanje" }
when = "2026-11"
indicator = { sl = "Srečanje vseh centrov." }
[[part]]
kind = "action"
code = "exchange"
in = "cooperation"
name = { sl = "Izmenjava" }
`;

let server, browser, accounts, network, plan, report, project;

before(async () => {
  // The year of the plan is over, so that its report can be finished.
  server = await startServer({ at: '2027-01-11 09:00:00' });
  browser = await openBrowser();
  const of = (role) => server.accounts.find((it) => it.role === role);
  accounts = { mentor: of('mentor'), coordinator: of('coordinator'), viewer: of('viewer') };
  network = `/units/${server.network}/${server.network}`;
  plan = `${network}/plans/2026`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);
const main = (page) => page.locator('main').innerText();
const events = () => `${plan}/parts/neighbourhoods/targets/events`;

/** The number before "od": what it came to. */
const came = async (page) => Number(/(\d[\d.]*) od \d/.exec(await main(page))[1].replaceAll('.', ''));

async function bring(page, content) {
  await page.goto(`${network}/plans/file`);
  await page.locator('#file').setInputFiles({ name: 'plan.toml', mimeType: 'application/toml', buffer: Buffer.from(content) });
  await submit(page, page.locator('form:has(#file) button'));
}

test('a plan says where its numbers come from, and a project that is not there is told', async () => {
  await as('coordinator', async (page) => {
    await bring(page, text);
    const wrong = await main(page);
    assert.match(wrong, /številka|targets 1 evidence project/i);
    project = /Na voljo: ([a-z0-9-]+)/.exec(wrong)[1];
    await accessible(page);
    await bring(page, text.replace('PROJECT', project));
    await submit(page, page.locator('form:has([name=seen]) button'));
    await page.waitForURL(/\/plans\/2026$/);
    await accessible(page);
    await page.locator('#unfold').click();
    await accessible(page);
    assert.match(await main(page), /vsaj 40 dogodkov \(po 4 v vsaki od 10 enot\)/);
  });
});

test('a target of a project across centres shows how far it is and opens to the entries', async () => {
  await as('coordinator', async (page) => {
    await page.goto(plan);
    await unfold(page.locator('.plan-far a').first());
    await page.locator('.plan-far a').first().click();
    await page.waitForURL(/\/targets\/events$/);
    await accessible(page);
    const n = await came(page);
    assert.ok(n > 0, 'some are held');
    assert.match(await main(page), /od 10 enot/);
    // By the middle of the year it was less, and the page says of which day it tells.
    await page.goto(`${events()}?on=2026-06-30`);
    const half = await came(page);
    assert.ok(half > 0 && half <= n);
    assert.match(await main(page), /30\.\s6\.\s2026/);
    await accessible(page);
    await page.locator('a', { hasText: 'Odpri vnose, ki so šteti' }).click();
    await page.waitForURL(/\/entries\?/);
    await accessible(page);
    assert.match(await main(page), new RegExp(`(^|\\D)${half}\\svnos`), 'as many entries as the target counts');
  });
  await as('viewer', async (page) => {
    await page.goto(events());
    await accessible(page);
    assert.equal(await page.locator('main a[href*="/entries?"]').count(), 0, 'who sees figures only is led to no entries');
    assert.ok((await page.locator('main table').count()) > 0, 'units and months, activities and months');
    assert.equal(await page.locator('main form').count(), 0);
  });
});

for (const javaScript of [true, false]) {
  test(`somebody counts by hand${javaScript ? '' : ' without JavaScript'}, with a file`, async () => {
    await as('coordinator', async (page) => {
      await page.goto(`${plan}/parts/neighbourhoods/targets/trainings`);
      const note = javaScript ? 'Trening v Celju' : 'Trening v Izoli';
      await page.fill('#count-number', '1.5');
      await page.fill('#count-note', note);
      await page.fill('#count-day', javaScript ? '2026-04-14' : '2026-05-19');
      await submit(page, page.locator('form:has(#count-number) button'));
      assert.match(await main(page), /celo število od 1 naprej/);
      assert.equal(await page.inputValue('#count-note'), note, 'nothing typed is lost');
      if (javaScript) await accessible(page);
      await page.fill('#count-number', '1');
      await page.locator('#count-file').setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 list') });
      await submit(page, page.locator('form:has(#count-number) button'));
      await page.waitForURL(/#h-counts$/);
      const said = await main(page);
      assert.ok(said.includes(note) && /dokument \(PDF\)/.test(said), said);
      assert.equal(await came(page), javaScript ? 1 : 2);
      if (javaScript) await accessible(page);
    }, { javaScript });
  });
}

test('a target is dropped with its reason, and an indicator judged in words', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/parts/neighbourhoods/targets/camps`);
    await page.locator('summary', { hasText: 'Cilja ne zasledujemo več' }).click();
    await page.fill('#drop-note', 'Tabor smo prestavili v naslednje leto.');
    await page.fill('#drop-day', '2026-05-04');
    await accessible(page);
    await submit(page, page.locator('form:has(#drop-note) button'));
    assert.match(await main(page), /Opuščeno[\s\S]*prestavili v naslednje leto/);
    await page.goto(`${plan}/parts/cooperation`);
    await accessible(page);
    await page.locator('a[href$="/qualitative/1"]').first().click();
    await page.waitForURL(/\/qualitative\/1$/);
    await page.fill('#note', 'Mentorji so si ogledali delo v treh centrih.');
    await page.fill('#evidence', 'Zapisi obiskov');
    await page.fill('#day', '2026-06-20');
    await submit(page, page.locator('form:has(#note) button'));
    assert.match(await main(page), /ogledali delo v treh centrih/);
    await accessible(page);
    await page.goto(`${plan}?on=2026-06-30&state=dropped`);
    assert.match(await main(page), /Opuščeno[\s\S]*1 tabor/);
    await accessible(page);
  });
});

test('the half-year report of the plan tells the same numbers, and comes out as PDF', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${events()}?on=2026-06-30`);
    const n = await came(page);
    await page.goto(`${network}/reports`);
    await page.locator('#template').selectOption('plan-half-year');
    await page.locator('#period').selectOption('2026-H1');
    await page.locator('button', { hasText: 'Začni poročilo' }).click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
    report = new URL(page.url()).pathname;
    await accessible(page);
    const said = await main(page);
    for (const says of [`${n} od 40`, '2 od 4', 'Trening v Celju', 'Trening v Izoli', 'prestavili v naslednje leto', 'ogledali delo v treh centrih']) {
      assert.ok(said.includes(says), says);
    }
    // The mark leads to the figure, that to the plan's page, and that to the entries.
    await page.locator('.report-goal sup a').first().click();
    await page.waitForURL(/\/figures\/[a-z]+$/);
    await accessible(page);
    await page.locator('main a[href*="/targets/events?on=2026-06-30"]').first().click();
    await page.waitForURL(/\/targets\/events\?on=2026-06-30$/);
    assert.equal(await came(page), n);
    await page.locator('a', { hasText: 'Odpri vnose, ki so šteti' }).click();
    await page.waitForURL(/\/entries\?/);
    assert.match(await main(page), new RegExp(`(^|\\D)${n}\\svnos`));
    const files = await page.evaluate(async (base) => {
      const begin = async (format) => {
        const bytes = new Uint8Array(await (await fetch(`${base}/file/${format}`)).arrayBuffer());
        return String.fromCharCode(...bytes.slice(0, 4));
      };
      return [await begin('pdf'), await begin('docx'), await begin('xlsx')];
    }, report);
    assert.deepEqual(files, ['%PDF', 'PK\u0003\u0004', 'PK\u0003\u0004']);
  });
});

test('the report of the year is the plan with its results, reconciles, is finished and read as PDF', async () => {
  await as('coordinator', async (page) => {
    // An action without a number is told as done.
    await page.goto(`${plan}/parts/gathering`);
    await page.locator('a[href$="/qualitative/own"]').click();
    await page.waitForURL(/\/qualitative\/own$/);
    await page.fill('#note', 'Opravljeno: srečali smo se v Izoli.');
    await page.fill('#day', '2026-12-11');
    await accessible(page);
    await submit(page, page.locator('form:has(#note) button'));
    assert.match(await main(page), /srečali smo se v Izoli/);
    await page.goto(`${events()}?on=2026-12-31`);
    const n = await came(page);
    await page.goto(`${network}/reports`);
    await page.locator('#template').selectOption('plan-year');
    await page.locator('#period').selectOption('2026');
    await page.locator('button', { hasText: 'Začni poročilo' }).click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
    report = new URL(page.url()).pathname;
    await accessible(page);
    const said = await main(page);
    for (const says of ['Centri delajo skupaj', 'Jesensko srečanje', 'Srečanje vseh centrov', 'srečali smo se v Izoli', `${n} od 40`, '2 od 4', 'prestavili v naslednje leto', 'še ni presojeno']) {
      assert.ok(said.includes(says), says);
    }
    await page.locator('a', { hasText: 'Preveri in dokončaj' }).click();
    await page.waitForURL(/\/reconciliation$/);
    await accessible(page);
    const checks = await main(page);
    assert.match(checks, /Ujema(jo)? se \d+ primerjav/);
    assert.match(checks, /Razlik ni/);
    await submit(page, page.locator('form[action$="/completion"] button'));
    await page.waitForURL(new RegExp(`${report}$`));
    assert.ok((await main(page)).includes(`${n} od 40`));
    const begins = await page.evaluate(async (base) => String.fromCharCode(...new Uint8Array(await (await fetch(`${base}/file/pdf`)).arrayBuffer()).slice(0, 4)), report);
    assert.equal(begins, '%PDF');
  });
  // What is taken back later is told.
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/parts/neighbourhoods/targets/trainings`);
    await submit(page, page.locator('form[action$="/removal"] button').first());
    await page.goto(report);
    await accessible(page);
    assert.ok((await main(page)).includes('2 od 4'), 'what is finished stays');
    await page.locator('a[href$="/differences"]').click();
    await page.waitForURL(/\/differences$/);
    await accessible(page);
    assert.match(await main(page), /Preklicano:/);
  });
  // Whose figures are of one town sees no report of the whole network.
  await as('viewer', async (page) => assert.equal((await page.goto(report)).status(), 403));
});

test('meetings that a body writes down make a number, which opens to them', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${network}/bodies`);
    await page.locator('main a[href$="/form"]').click();
    await page.waitForURL(/\/form$/);
    await page.fill('#name_sl', 'Svet mreže');
    await page.selectOption('#kind', 'council');
    await submit(page, page.locator('main form button'));
    await page.waitForURL(/\/bodies\/[0-9a-f-]+$/);
    const body = page.url();
    for (const [day, present] of [['2026-03-10', '6'], ['2026-11-12', '5']]) {
      await page.goto(body);
      await page.locator('main a[href*="/meetings/"][href$="/form"]').click();
      await page.waitForURL(/\/meetings\/.*\/form$/);
      await page.fill('#held_on', day);
      await page.fill('#present', present);
      await submit(page, page.locator('main form button'));
      await page.waitForURL(/\/meetings\/[0-9a-f-]+$/);
    }
    await page.goto(`${plan}/parts/gathering/form`);
    await page.fill('#targets_0_number', '2');
    await page.fill('#targets_0_unit_sl', 'seji');
    await page.locator('details:has(#targets_0_evidence_from) > summary').click();
    await page.locator('#targets_0_evidence_from label', { hasText: 'Iz sej' }).click();
    for (const [field, seen] of [['body', true], ['when', true], ['counted', true], ['measure', false], ['what', false], ['area', false]]) {
      assert.equal(await page.locator(`#targets_0_evidence_${field}`).isVisible(), seen, field);
    }
    await submit(page, page.locator('main form.stack button').last());
    assert.equal(await page.locator('#targets_0_evidence_body-problem').count(), 1, 'whose meetings has to be said');
    await accessible(page);
    await page.selectOption('#targets_0_evidence_body', 'council');
    await submit(page, page.locator('main form.stack button').last());
    await page.waitForURL(/\/parts\/gathering/);
    await page.locator('main a[href*="/targets/"]').first().click();
    await page.waitForURL(/\/targets\//);
    assert.match(await main(page), /2 od 2[\s\S]*Seje: Svet mreže/);
    await accessible(page);
    await page.locator('#h-meetings ~ ul a').first().click();
    await page.waitForURL(/\/meetings\/[0-9a-f-]+$/);
    assert.match(await main(page), /12\.\s11\.\s2026/);
  });
});
