// A colleague leaves: roles go on, names stay. And old notes go, with proof that they did.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn, submit } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, worker, mentor;

before(async () => {
  server = await startServer({ at: '2026-10-15 18:00:00', years: 2 });
  browser = await openBrowser();
  worker = accountOf(server, 'worker');
  mentor = server.accounts.find(({ role, unit }) => role === 'mentor' && unit === worker.unit);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function visitor(account, options, visit) {
  const page = await browser.newPage({ url: server.url, ...options });
  await signIn(page, account);
  await visit(page);
  noThirdParty(page);
  await page.context().close();
}

const structure = (unit) => `/units/${server.network}/${unit}`;

test('a worker leaves, a new one takes over by invitation, and the entries keep their name', async () => {
  const leaving = await browser.newPage({ url: server.url });
  await signIn(leaving, worker);
  let link;
  await visitor(mentor, {}, async (page) => {
    await page.goto(`${structure(worker.unit)}/people`);
    await accessible(page);
    await page.locator('li', { hasText: worker.mail }).locator('a[href$="/leaving"]').click();
    await page.waitForURL(/\/leaving$/);
    assert.match(await page.locator('main').innerText(), /vnos\S* ostane/);
    await accessible(page);

    // What is missing is told beside its field, and what was typed stays.
    await page.locator('input[name=last_on]').fill('2026-10-14');
    await page.locator('label:has(input[name=to][value=mail])').click();
    await page.locator('input[name=mail]').fill('nova.sodelavka');
    await submit(page, page.locator('form:has(input[name=last_on]) button'));
    assert.match(await page.locator('#mail-problem').innerText(), /To ni e-naslov/);
    assert.equal(await page.locator('input[name=last_on]').inputValue(), '2026-10-14');
    await accessible(page);

    await page.locator('input[name=mail]').fill('nova.sodelavka@example.org');
    await submit(page, page.locator('form:has(input[name=last_on]) button'));
    assert.match(await page.locator('[role=status]').innerText(), /Vloge prevzame nova\.sodelavka@example\.org/);
    link = await page.locator('#link').inputValue();
    await accessible(page);
    assert.equal(await page.locator('li', { hasText: worker.mail }).count(), 0, 'no role is left');
  });

  await leaving.goto('/');
  assert.match(leaving.url(), /\/sign-in/, 'whoever has no role left is signed out');
  await leaving.context().close();

  const page = await browser.newPage({ url: server.url });
  await page.goto(new URL(link).pathname);
  await page.locator('input[name=name]').fill('Nova Sodelavka');
  await page.locator('input[name=password]').fill('dolgo geslo za nov začetek');
  await submit(page, page.locator('form:has(input[name=password]) button'));
  assert.match(page.url(), new RegExp(`/${worker.unit}/today$`));
  await page.goto(`${structure(worker.unit)}/entries`);
  await page.locator('ul.list a.item').first().click();
  await page.waitForURL(/\/entries\/[0-9a-f-]{36}/);
  assert.match(await page.locator('main').innerText(), /Mladinska delavka|Mentorica/);
  noThirdParty(page);
  await page.context().close();

  const listed = await server.run('user', 'list');
  assert.match(listed, new RegExp(`${worker.mail}\t.*\t-\t-\tactive, no role since 2026-10-14`));
});

test('without a script, roles go to a colleague from a day to come', async () => {
  const coordinator = accountOf(server, 'coordinator');
  await visitor(coordinator, { javaScript: false }, async (page) => {
    await page.goto(`${structure(worker.unit)}/people`);
    await page.locator('li', { hasText: mentor.mail }).locator('a[href$="/leaving"]').click();
    await page.locator('input[name=last_on]').fill('2026-11-30');
    await page.locator('select[name=person]').selectOption({ index: 1 });
    await page.locator('label:has(input[name=to][value=person])').click();
    await submit(page, page.locator('form:has(input[name=last_on]) button'));
    assert.match(await page.locator('[role=status]').innerText(), /30\.\s11\.\s2026/);
    assert.match(await page.locator('main').innerText(), /do 30\.\s11\.\s2026[\s\S]*od 1\.\s12\.\s2026|od 1\.\s12\.\s2026[\s\S]*do 30\.\s11\.\s2026/);
  });
});

test('how long notes are kept: told before it is set, carried out, and shown that it was', async () => {
  const coordinator = accountOf(server, 'coordinator');
  await visitor(coordinator, {}, async (page) => {
    await page.goto(`${structure(server.network)}/structure`);
    await page.locator('a[href$="/retention"]').click();
    await page.waitForURL(/\/retention$/);
    await accessible(page);
    await page.locator('select[name=years]').selectOption('1');
    await submit(page, page.locator('form:has(select[name=years]) button'));
    const means = page.locator('form:has(input[name=years])');
    const [, said] = (await means.innerText()).match(/zapisk\S* pri ([\d.]+) vnos/);
    assert.match(await means.innerText(), /ni mogoče vrniti/);
    await accessible(page);
    await submit(page, means.locator('button'));
    assert.match(await page.locator('.lead').innerText(), /1 polno leto/);

    const ran = await server.run('retention', 'run');
    assert.match(ran, new RegExp(`Entries before 2025-01-01: notes removed from ${said.replaceAll('.', '')} of them`));
    assert.match(await server.run('retention', 'list'), /2026-10-15\t2025-01-01\t\d+\t2026-10-15T18/);
    await page.reload();
    assert.match(await page.locator('tbody').innerText(), /1\.\s1\.\s2025/);
    await accessible(page);
    await page.goto('/privacy');
    assert.match(await page.locator('main').innerText(), /Nazadnje pregledano 15\.\s10\.\s2026/);
    await accessible(page);
  });
});
