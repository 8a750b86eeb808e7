// The annual plan: a coordinator brings in the document of 2021 after a look at what it is, everybody in the network reads it, a part
// is changed, added, taken out and put back, and the plan is carried into the next year.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit, unfold } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

const file = fileURLToPath(new URL('../../src/generate/documents/plan-2021.toml', import.meta.url));
let server, browser, accounts, plans, plan;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  const of = (role) => server.accounts.find((it) => it.role === role);
  accounts = { mentor: of('mentor'), coordinator: of('coordinator'), viewer: of('viewer') };
  plans = `/units/${server.network}/${server.network}/plans`;
  plan = `${plans}/2021`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);

test('a coordinator brings in the plan of 2021, after a look at it', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`/units/${server.network}/${server.network}`);
    await page.locator('main a[href$="/plans"]').click();
    await page.waitForURL(/\/plans$/);
    await accessible(page);
    await page.locator('a[href$="/plans/file"]').click();
    await page.waitForURL(/\/plans\/file$/);
    await accessible(page);
    const bad = Buffer.from('format = 1\nyear = 2021\nname = { sl = "Načrt" }\n[[part]]\nkind = "area"\ncode = "a1"\n');
    await page.locator('#file').setInputFiles({ name: 'plan.toml', mimeType: 'application/toml', buffer: bad });
    await submit(page, page.locator('form:has(#file) button'));
    assert.match(await page.locator('main').innerText(), /vrstica 4, name/i, 'the line is told');
    await accessible(page);
    await page.locator('#file').setInputFiles(file);
    await submit(page, page.locator('form:has(#file) button'));
    assert.match(await page.locator('main').innerText(), /Doda 101 del\./);
    await accessible(page);
    await submit(page, page.locator('form:has([name=seen]) button'));
    await page.waitForURL(/\/plans\/2021$/);
    await accessible(page);
    const text = (await page.locator('main').textContent()).replace(/\s+/g, ' ');
    for (const says of ['69 aktivnosti', '40 dogodkov (po 4 v vsaki od 10 enot)', 'vsaj 80 udeležencev', 'februar–december', 'oktober 2020']) {
      assert.ok(text.includes(says), says);
    }
    assert.equal(await page.locator('.plan-actions tbody tr').count(), 69);
  });
});

test('a chapter is opened by itself, by the contents, or with all others; without JavaScript all are open on a desk', async () => {
  const open = (page) => page.locator('.plan-chapter > details').evaluateAll((all) => all.map((it) => it.open));
  const seen = (page) => page.locator('.plan-actions tr[id]').evaluateAll((all) => all.filter((it) => it.checkVisibility()).length);
  await as('coordinator', async (page) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(plan);
    assert.deepEqual(await open(page), [true, ...Array((await open(page)).length - 1).fill(false)], 'the first one is open');
    const academy = page.locator('#p-academy');
    assert.ok(!(await academy.isVisible()));
    await page.goto(`${plan}#p-academy`);
    await academy.waitFor();
    await page.locator('#unfold').click();
    assert.ok((await open(page)).every(Boolean));
    assert.equal(await seen(page), 69);
    await page.goto(plan);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await seen(page), 69, 'on paper everything is there');
    await page.emulateMedia({ media: 'screen' });
  });
  await as('coordinator', async (page) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(plan);
    assert.equal(await seen(page), 69);
    assert.ok(!(await page.locator('#unfold').isVisible()), 'there is nothing to open');
  }, { javaScript: false });
});

for (const javaScript of [true, false]) {
  test(`a number is counted in units that are ticked one by one${javaScript ? '' : ' without JavaScript'}`, async () => {
    await as('coordinator', async (page) => {
      await page.goto(`${plan}/parts/solidarity/form`);
      const source = page.locator('label:has(input[name=targets_0_evidence_from][value=measure])');
      await unfold(source);
      await source.click();
      await page.selectOption('#targets_0_evidence_measure', 'activities_held');
      const units = page.locator('input[name=targets_0_evidence_in]');
      const codes = (await units.evaluateAll((all) => all.map((it) => it.value))).slice(-2);
      const chosen = () => page.locator('input[name=targets_0_evidence_in]:checked').evaluateAll((all) => all.map((it) => it.value).sort());
      for (const code of codes) await page.locator(`input[name=targets_0_evidence_in][value="${code}"]`).check();
      assert.deepEqual(await chosen(), [...codes].sort(), 'one does not take the other away');
      await page.fill('#when', 'kmalu');
      await submit(page, page.locator('main form button'));
      assert.deepEqual(await chosen(), [...codes].sort(), 'nothing that was chosen is lost');
      if (javaScript) await accessible(page);
    }, { javaScript });
  });
}

test('whoever sees figures of one town reads the plan of the whole network', async () => {
  await as('viewer', async (page) => {
    await page.goto(plans);
    await page.locator('a[href$="/plans/2021"]').click();
    await page.waitForURL(/\/plans\/2021$/);
    await accessible(page);
    assert.equal(await page.locator('main form').count(), 0, 'nothing to change');
    const academy = page.locator('.plan-actions a', { hasText: 'Akademija' });
    await unfold(academy);
    await academy.click();
    await page.waitForURL(/\/parts\/academy$/);
    await accessible(page);
    assert.equal((await page.goto(`${plan}/about`)).status(), 403);
  });
});

for (const javaScript of [true, false]) {
  test(`a part is changed${javaScript ? '' : ' without JavaScript'}, and what was typed is kept`, async () => {
    await as('coordinator', async (page) => {
      await page.goto(`${plan}/parts/academy`);
      if (javaScript) await accessible(page);
      await page.locator('a[href$="/academy/form"]').click();
      await page.waitForURL(/\/form$/);
      if (javaScript) await accessible(page);
      await page.fill('#when', 'kmalu');
      await page.fill('#targets_0_number', javaScript ? '5' : '6');
      await submit(page, page.locator('main form button'));
      assert.match(await page.locator('#when-problem').innerText(), /mesece ali dneve/);
      assert.equal(await page.inputValue('#when'), 'kmalu');
      if (javaScript) await accessible(page);
      await page.fill('#when', 'marec–december');
      await submit(page, page.locator('main form button'));
      await page.waitForURL(/\/parts\/academy$/);
      const text = await page.locator('main').innerText();
      assert.ok(text.includes(`vsaj ${javaScript ? 5 : 6} usposabljanja`) && /marec–december/i.test(text), text);
      await page.locator('summary', { hasText: 'Prejšnje različice' }).click();
      await page.locator('a[href*="version=1"]').click();
      await page.waitForURL(/version=1$/);
      assert.match(await page.locator('main').innerText(), /vsaj 4 usposabljanja/);
      if (javaScript) await accessible(page);
    }, { javaScript });
  });
}

test('an action is added, its project taken out and put back', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/parts/eu-you`);
    await page.locator('a[href*="kind=action"]').click();
    await page.waitForURL(/\/form\?/);
    await page.fill('#name_sl', 'Zaključni festival');
    await page.fill('#when', 'maj');
    await page.fill('#targets_0_number', '200');
    await page.fill('#targets_0_unit_sl', 'obiskovalcev');
    await submit(page, page.locator('main form button'));
    await page.waitForURL(/\/parts\/action-[0-9a-f]{8}$/);
    assert.match(await page.locator('main').innerText(), /vsaj 200 obiskovalcev/);
    await page.goto(`${plan}/parts/eu-you`);
    await submit(page, page.locator('form[action$="/eu-you/removal"] button'));
    await page.waitForURL(/\/plans\/2021#h-write$/);
    assert.ok(!(await page.locator('main').innerText()).includes('Zaključni festival'));
    await page.locator('summary', { hasText: 'Odstranjeni deli' }).click();
    await accessible(page);
    await submit(page, page.locator('form[action$="/eu-you/return"] button'));
    await page.waitForURL(/\/parts\/eu-you$/);
    assert.match(await page.locator('main').innerText(), /Zaključni festival/);
  });
});

test('the plan is carried into the next year, and taken along', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/next`);
    await accessible(page);
    await page.fill('#year', '2022');
    await page.locator('input[name=keep][value=zeos]').uncheck();
    await submit(page, page.locator('main form button'));
    await page.waitForURL(/\/plans\/2022$/);
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('Letni delovni načrt 2022') && !text.includes('Sodelovanje z družbo Zeos'), text.slice(0, 400));
    const toml = await page.evaluate(async (href) => (await fetch(href)).text(), `${plans}/2022/file/toml`);
    assert.match(toml, /year = 2022/);
    await page.goto(`${plans}/file`);
    await page.locator('#file').setInputFiles({ name: 'plan.toml', mimeType: 'application/toml', buffer: Buffer.from(toml) });
    await submit(page, page.locator('form:has(#file) button'));
    assert.match(await page.locator('main').innerText(), /že vse tako kot v datoteki/);
  });
});
