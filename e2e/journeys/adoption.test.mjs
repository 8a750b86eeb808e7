// A plan is adopted as the different people: bodies are made, each step is recorded by whom it is for, a comment is answered, the public
// reads what was published alone, and one thing is changed after adoption with its reason.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { accessible } from '../support/axe.mjs';
import { journeyAs, noThirdParty, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

const file = fileURLToPath(new URL('../../src/generate/documents/plan-2021.toml', import.meta.url));
let server, browser, accounts, root, plan, open;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  const of = (role) => server.accounts.find((it) => it.role === role);
  accounts = { worker: of('worker'), mentor: of('mentor'), coordinator: of('coordinator'), viewer: of('viewer') };
  root = `/units/${server.network}/${server.network}`;
  plan = `${root}/plans/2021`;
  open = `/open/${server.network}/${server.network}/plans/2021`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);
const text = (page) => page.locator('main').innerText();

// As somebody who is not signed in.
async function publicly(journey) {
  const page = await browser.newPage({ url: server.url });
  try {
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

async function take(page, words) {
  await page.goto(`${plan}/adoption`);
  await page.fill('#step-words', words);
  await submit(page, page.locator('form[action$="/adoption"] button'));
  await page.waitForURL(/\/adoption$/);
  assert.ok((await text(page)).includes(words), words);
}

test('a coordinator makes bodies with members, and opens the figures to a committee', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${root}/plans/file`);
    await page.locator('#file').setInputFiles(file);
    await submit(page, page.locator('form:has(#file) button'));
    await submit(page, page.locator('form:has([name=seen]) button'));
    await page.goto(`${root}/structure`);
    await page.locator('main a[href$="/bodies"]').click();
    await page.waitForURL(/\/bodies$/);
    await accessible(page);
    const bodies = [['Svet mreže', 'council', 'mentor'], ['Strokovni svet', 'expert_council', 'mentor'],
      ['Zbor članic', 'assembly', 'mentor'], ['Regijski odbor Posavja', 'regional_committee', 'viewer']];
    for (const [name, kind, member] of bodies) {
      await page.goto(`${root}/bodies`);
      await page.locator('main a[href$="/form"]').click();
      await page.waitForURL(/\/form$/);
      if (kind === 'council') {
        await submit(page, page.locator('main form button'));
        assert.match(await page.locator('#kind-problem').innerText(), /Izberi vrsto/);
        await accessible(page);
      }
      await page.fill('#name_sl', name);
      await page.selectOption('#kind', kind);
      await submit(page, page.locator('main form button'));
      await page.waitForURL(/\/bodies\/[0-9a-f-]+$/);
      if (kind === 'council') {
        await page.fill('#add-mail', 'nihce@example.org');
        await submit(page, page.locator('form[action$="/members"] button'));
        assert.match(await page.locator('#add-mail-problem').innerText(), /Nihče s tem naslovom/);
        assert.equal(await page.inputValue('#add-mail'), 'nihce@example.org');
        await accessible(page);
      }
      await page.fill('#add-mail', accounts[member].mail);
      await submit(page, page.locator('form[action$="/members"] button'));
      assert.match(await page.locator('#h-members').innerText(), /Člani/);
    }
    await submit(page, page.locator('form[action$="/figures"] button'));
    assert.match(await text(page), /Bere številke mreže/);
    await accessible(page);
    await page.goto(`${root}/bodies`);
    await accessible(page);
  });
  await as('viewer', async (page) => {
    assert.equal((await page.goto(root)).status(), 200, 'a member of the committee reads the figures of the network');
  });
});

test('steps are recorded by whom they are for, and nobody else', async () => {
  await as('coordinator', async (page) => {
    await page.goto(plan);
    await page.locator('main a[href$="/adoption"]').click();
    await page.waitForURL(/\/adoption$/);
    await accessible(page);
    await page.fill('#step-held_on', '2026-12-24');
    await page.fill('#step-words', 'Osnutek gre naprej.');
    await submit(page, page.locator('form[action$="/adoption"] button'));
    assert.match(await page.locator('#step-held_on-problem').innerText(), /šele pride/);
    assert.equal(await page.inputValue('#step-words'), 'Osnutek gre naprej.');
    await accessible(page);
    await page.fill('#step-held_on', '2026-10-01');
    await submit(page, page.locator('form[action$="/adoption"] button'));
    await page.waitForURL(/\/adoption$/);
    assert.match(await text(page), /Ta korak zapišejo člani: Strokovni svet\./);
    assert.equal(await page.locator('#step-words').count(), 0);
  });
  await as('mentor', async (page) => {
    await page.goto(`${root}/bodies`);
    await page.locator('main a', { hasText: 'Strokovni svet' }).click();
    await page.locator('main a[href$="/form"]').click();
    await page.waitForURL(/\/meetings\/.*\/form$/);
    await page.fill('#held_on', '2026-10-10');
    await page.fill('#present', '7');
    await page.fill('#decisions', 'Osnutek podpiramo.\nPripombe do konca meseca.');
    await page.fill('#minutes', 'Pogovor o usposabljanjih.');
    await accessible(page);
    await submit(page, page.locator('main form button'));
    await page.waitForURL(/\/meetings\/[0-9a-f-]+$/);
    assert.match(await text(page), /7 prisotnih/);
    await accessible(page);
    await page.goto(`${plan}/adoption`);
    await page.selectOption('#step-meeting', { index: 1 });
    await page.fill('#step-held_on', '2026-10-10');
    await page.fill('#step-words', 'Strokovni svet osnutek podpira.');
    await submit(page, page.locator('form[action$="/adoption"] button'));
    await page.waitForURL(/\/adoption$/);
    assert.equal(await page.locator('main a[href*="/meetings/"]').count(), 1);
  });
  await as('coordinator', (page) => take(page, 'Predstavljeno na spletu.'));
});

test('a comment is said, answered and taken up', async () => {
  await as('viewer', async (page) => {
    await page.goto(`${plan}/parts/academy`);
    await submit(page, page.locator('form[action$="/comments"] button'));
    assert.match(await text(page), /Napiši besedilo/);
    await accessible(page);
    await page.fill('#words', 'Ali bodo usposabljanja tudi v Posavju?');
    await submit(page, page.locator('form[action$="/comments"] button'));
    await page.waitForURL(/\/parts\/academy#c-/);
    assert.match(await text(page), /Čaka na odgovor/);
    await accessible(page);
  });
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/parts/academy/form`);
    await page.fill('#note_sl', 'eno v Posavju');
    await submit(page, page.locator('main form button'));
    await page.waitForURL(/\/parts\/academy$/);
    await page.goto(plan);
    await page.locator('main a[href$="/comments"]').click();
    await page.waitForURL(/\/comments$/);
    await accessible(page);
    await page.locator('summary', { hasText: 'Odgovori' }).click();
    await page.locator('textarea[name=answer]').fill('Da, eno bo v Posavju.');
    await page.locator('input[name=taken_up]').check();
    await accessible(page);
    await submit(page, page.locator('form[action$="/answer"] button'));
    const says = await text(page);
    assert.ok(says.includes('Upoštevano') && says.includes('Besedilo se je od tedaj spremenilo.'), says);
  });
});

test('the council and the assembly adopt it, and the public reads what is published', async () => {
  await publicly(async (page) => {
    assert.equal((await page.goto(open)).status(), 404);
    await accessible(page);
  });
  await as('worker', async (page) => {
    await page.goto(`${plan}/adoption`);
    assert.match(await text(page), /Ta korak zapišejo člani: Svet mreže\./);
    assert.equal(await page.locator('main form').count(), 0);
  });
  await as('mentor', async (page) => {
    await take(page, 'Svet sprejme načrt.');
    await take(page, 'Zbor sprejme načrt.');
    await accessible(page);
  });
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/adoption`);
    await submit(page, page.locator('form[action$="/publication"] button'));
    assert.match(await text(page), /Objavljeno/);
    await accessible(page);
    await page.goto(`${plan}/editions`);
    await accessible(page);
    await page.selectOption('#from', '1');
    await page.selectOption('#to', '5');
    await submit(page, page.locator('form[action$="/comparison"] button'));
    assert.match(await text(page), /eno v Posavju/);
    await accessible(page);
    await page.goto(`${plan}/editions/1`);
    assert.ok(!(await text(page)).includes('eno v Posavju'), 'as it stood then');
    await accessible(page);
  });
  await publicly(async (page) => {
    assert.equal((await page.goto(open)).status(), 200);
    const says = (await page.locator('main').textContent()).replace(/\s+/g, ' ');
    assert.ok(says.includes('eno v Posavju') && says.includes('40 dogodkov'), says.slice(0, 400));
    assert.ok(!says.includes('Ali bodo usposabljanja') && !says.includes('Svet sprejme načrt.'));
    await accessible(page);
    await page.locator('a[hreflang=en]').click();
    assert.match(await text(page), /The assembly of members adopts it/);
  });
});

for (const javaScript of [true, false]) {
  test(`what changes after adoption has a reason, and is public once it is published${javaScript ? '' : ', without JavaScript'}`, async () => {
    const when = javaScript ? 'na spletu' : 'na spletu in v živo';
    const check = (page) => (javaScript ? accessible(page) : undefined);
    await as('coordinator', async (page) => {
      await page.goto(`${plan}/parts/national-conference/form`);
      await page.fill('#note_sl', when);
      await submit(page, page.locator('main form button'));
      await page.waitForURL(/\/parts\/national-conference$/);
      await page.goto(plan);
      assert.match(await text(page), /razlikuje v 1 delu/);
      await check(page);
      await page.locator('main a[href*="/comparison"]').click();
      await page.waitForURL(/\/comparison/);
      assert.ok((await page.locator('ins').allInnerTexts()).length > 0);
      await check(page);
      await page.goto(`${plan}/adoption`);
      await submit(page, page.locator('form[action$="/amendments"] button'));
      assert.match(await page.locator('#amendment-words-problem').innerText(), /Napiši razlog/);
      await check(page);
      await page.fill('#amendment-words', `Zaradi epidemije bo ${when}.`);
      await submit(page, page.locator('form[action$="/amendments"] button'));
      await page.waitForURL(/\/adoption$/);
    }, { javaScript });
    await publicly(async (page) => {
      await page.goto(open);
      assert.ok(!(await text(page)).includes(`epidemije bo ${when}.`), 'not published yet');
    });
    await as('coordinator', async (page) => {
      await page.goto(`${plan}/adoption`);
      await submit(page, page.locator('form[action$="/publication"] button'));
    }, { javaScript });
    await publicly(async (page) => {
      await page.goto(open);
      assert.ok((await text(page)).includes(`Zaradi epidemije bo ${when}.`));
      if (javaScript) await accessible(page);
    });
  });
}

test('what was published is taken away at once', async () => {
  await as('coordinator', async (page) => {
    await page.goto(`${plan}/adoption`);
    await submit(page, page.locator('form[action$="/publication/withdrawal"] button'));
    await page.waitForURL(/\/adoption$/);
    await page.locator('summary', { hasText: 'Umakni' }).first().click();
    await page.fill('#undo-why', 'Zapisano pomotoma.');
    await submit(page, page.locator('form[action$="/adoption/withdrawal"] button'));
    assert.match(await text(page), /Zapisano pomotoma\./);
    await accessible(page);
  });
  await publicly(async (page) => assert.equal((await page.goto(open)).status(), 404));
});
