// From results to change: two colleagues work on the steps, set an aim, meet the municipality, and tell young people.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, worker, mentor, short, base;

before(async () => {
  server = await startServer({ at: '2026-10-06 18:00:00' });
  browser = await openBrowser();
  mentor = accountOf(server, 'mentor');
  worker = server.accounts.find((it) => it.role === 'worker' && it.unit === mentor.unit) ?? mentor;
  short = `/units/${server.network}/${mentor.unit}/change`;
  base = `${short}/letna-evalvacija-2026`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(account, then, options = {}) {
  const page = await browser.newPage({ url: server.url, language: 'sl', ...options });
  if (account) await signIn(page, account);
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

test('what young people said becomes steps, an aim, decisions, and an answer to them', async () => {
  await as(accountOf(server, 'coordinator'), async (page) => {
    const whole = `/units/${server.network}/${server.network}`;
    await page.goto(`${whole}/questionnaires`);
    await page.locator('form:has(input[value=open]) button').click();
    await page.locator('form[action$="/completion"] button').click();
    await page.goto(`${whole}/evaluations`);
    await page.locator('form[action$="/evaluations"] button').click();
    await page.waitForURL(/\/evaluations\/[a-z0-9-]+$/);
    await page.locator('form[action$="/opening"] button').click();
    await page.waitForLoadState();
  });

  // Without scripts: a step is one form.
  await as(worker, async (page) => {
    await page.goto(short);
    assert.equal(new URL(page.url()).pathname, base, 'the latest one');
    assert.match(await page.locator('main').innerText(), /Noben korak še ni narejen/);
    await page.locator('a.item', { hasText: 'Pogled na rezultate' }).click();
    await page.locator('#notes').fill('Varnost nas skrbi.');
    await page.locator('[name=task_0_what]').fill('Povabi mlade na pogovor');
    await page.locator('[name=task_0_due]').fill('2026-11-10');
    await page.locator('#done_on').fill('2026-11-02');
    await page.locator('button', { hasText: 'Shrani korak' }).click();
    await page.locator('.note[role=status]').waitFor();
    await page.goto(base);
    const says = await page.locator('main').innerText();
    assert.match(says, /Narejen je 1 korak od sedmih/);
    assert.match(says, /Povabi mlade na pogovor/);
  }, { javaScript: false });

  await as(worker, async (page) => {
    for (const rest of ['', '/steps/1']) {
      await page.goto(`${base}${rest}`);
      await accessible(page);
    }
  });

  // Two at once change the same line: the second sees what the first wrote, and decides.
  await as(worker, async (first) => {
    await first.goto(`${base}/steps/2`);
    await first.locator('#notes').fill('Predlog');
    await first.locator('button', { hasText: 'Shrani korak' }).click();
    await first.locator('.note[role=status]').waitFor();
    await as(mentor, async (second) => {
      await second.goto(`${base}/steps/2`);
      await second.locator('#notes').fill('Mentorjev predlog');
      await second.locator('button', { hasText: 'Shrani korak' }).click();
      await second.locator('.note[role=status]').waitFor();
    });
    await first.locator('#notes').fill('Moj predlog');
    await first.locator('button', { hasText: 'Shrani korak' }).click();
    const alert = first.locator('[role=alert]');
    await alert.waitFor();
    assert.match(await alert.innerText(), /Mentorjev predlog/);
    assert.equal(await first.locator('#notes').inputValue(), 'Moj predlog');
    await accessible(first);
    await first.locator('#notes').fill('Mentorjev in moj predlog');
    await first.locator('button', { hasText: 'Shrani korak' }).click();
    await first.locator('.note[role=status]').waitFor();
  });

  await as(worker, async (page) => {
    await page.goto(`${base}/steps/4`);
    await page.locator('button', { hasText: 'Dodaj cilj' }).click();
    await page.waitForURL(/\/aims\//);
    await accessible(page);
    await page.locator('button', { hasText: 'Shrani cilj' }).click();
    await page.locator('.error').first().waitFor();
    await accessible(page);
    await page.locator('#aim').fill('Varno domov');
    await page.locator('#area').selectOption('safe');
    await page.locator('#points').fill('80');
    await page.locator('button', { hasText: 'Shrani cilj' }).click();
    await page.waitForURL(/\/steps\/4/);
    assert.match(await page.locator('main').innerText(), /Varno domov[\s\S]*vsaj\s80\stočk\sleta\s2027/);
    await page.goto(`${base}/steps/5`);
    await accessible(page);
    await page.locator('#held_on').fill('2026-11-25');
    await page.locator('#young').fill('8');
    await page.locator('#decided').fill('Tri luči pri podhodu');
    await page.locator('button', { hasText: 'Shrani korak' }).click();
    await page.locator('.note[role=status]').waitFor();
    await page.goto(`${base}/steps/6`);
    await page.locator('button', { hasText: 'Dodaj zapis' }).click();
    await page.waitForURL(/\/said\//);
    await accessible(page);
    await page.locator('#said_sl').fill('Zvečer nas je strah pri podhodu.');
    await page.locator('#did_sl').fill('Občina je postavila tri luči.');
    await page.locator('button', { hasText: 'Shrani osnutek' }).click();
    await page.waitForURL(/\/steps\/6/);
  });

  const told = `/said/${server.network}/${mentor.unit}`;
  await as(null, async (page) => {
    assert.equal((await page.goto(told)).status(), 404, 'a draft is not public');
    await accessible(page);
  });
  await as(mentor, async (page) => {
    await page.goto(`${base}/steps/6`);
    await page.locator('form[action$="/publication"] button').click();
    await page.locator('form[action$="/withdrawal"]').waitFor();
    await accessible(page);
  });
  await as(null, async (page) => {
    assert.equal((await page.goto(told)).status(), 200);
    assert.match(await page.locator('main').innerText(), /Zvečer nas je strah[\s\S]*tri luči/);
    await accessible(page);
    assert.deepEqual(await page.context().cookies(), []);
  });
  await as(mentor, async (page) => {
    await page.goto(`${base}/steps/6`);
    await page.locator('form[action$="/withdrawal"] button').click();
    await page.locator('form[action$="/publication"]').waitFor();
  });
  await as(null, async (page) => assert.equal((await page.goto(told)).status(), 404));
});

const kept = (page, says) => page.locator('[data-kept]', { hasText: says }).waitFor();

test('what is typed is saved by itself, beside what a colleague types, and stays in the field while the line is gone', async () => {
  const at = `${base}/steps/3`;
  await as(worker, async (page) => {
    await page.goto(at);
    await page.locator('#notes').pressSequentially('Na zboru govorijo isti.');
    await kept(page, /^Shranjeno ob \d/);
    await accessible(page);
    await page.reload();
    assert.equal(await page.locator('#notes').inputValue(), 'Na zboru govorijo isti.');
    // Left at once, by a link: it is saved all the same.
    await page.locator('#place, [name=task_0_what]').first().fill('Vprašaj mlajše');
    await page.locator('nav.crumbs a, nav a', { hasText: 'Od rezultatov do sprememb' }).first().click();
    await page.waitForURL((url) => url.pathname === base);
    await page.goto(at);
    assert.equal(await page.locator('[name=task_0_what]').inputValue(), 'Vprašaj mlajše');
  });

  // Two browsers at once: each goes on from what it had, and both are kept.
  await as(worker, async (first) => {
    await first.goto(at);
    await as(mentor, async (second) => {
      await second.goto(at);
      const [mine, theirs] = [first.locator('#notes'), second.locator('#notes')];
      await mine.press('Control+End');
      await mine.pressSequentially('\nPri podhodu je tema.');
      await kept(first, /^Shranjeno/);
      await theirs.press('Control+Home');
      await theirs.pressSequentially('Pogovor na igrišču.\n');
      await kept(second, /medtem zapisal nekdo drug/);
      await mine.pressSequentially(' Strah jih je.');
      await kept(first, /medtem zapisal nekdo drug/);
    });
    await first.locator('button', { hasText: 'Shrani korak' }).click();
    await first.locator('.note[role=status]').waitFor();
    assert.equal(
      await first.locator('#notes').inputValue(),
      'Pogovor na igrišču.\nNa zboru govorijo isti.\nPri podhodu je tema. Strah jih je.',
    );
  });

  // The same line: nobody is overwritten, the button shows both.
  await as(worker, async (first) => {
    await first.goto(at);
    await as(mentor, async (second) => {
      await second.goto(at);
      await second.locator('#notes').fill('Vse na novo.');
      await kept(second, /^Shranjeno/);
    });
    await first.locator('#notes').fill('Moje besede.');
    await kept(first, /Medtem je to spremenil nekdo drug.*»Shrani korak« pokaže oboje/);
    await accessible(first);
    assert.equal(await first.locator('#notes').inputValue(), 'Moje besede.');
    // Whoever leaves is asked, and finds what was typed when coming back.
    let asked = 0;
    first.once('dialog', (dialog) => {
      asked += 1;
      return dialog.accept();
    });
    await first.locator('.crumbs a').first().click();
    await first.waitForURL((url) => !url.pathname.startsWith(at));
    assert.equal(asked, 1, 'asked before leaving');
    await first.goto(at);
    await kept(first, /Medtem je to spremenil nekdo drug/);
    assert.equal(await first.locator('#notes').inputValue(), 'Moje besede.');
    await first.locator('button', { hasText: 'Shrani korak' }).click();
    const alert = first.locator('[role=alert]');
    await alert.waitFor();
    assert.match(await alert.innerText(), /Vse na novo\./);
    assert.equal(await first.locator('#notes').inputValue(), 'Moje besede.');
    await first.locator('button', { hasText: 'Shrani korak' }).click();
    await first.locator('.note[role=status]').waitFor();
    await first.goto(at);
    assert.notEqual(await first.locator('#notes').inputValue(), 'Vse na novo.');
    assert.equal(await first.locator('[data-kept]').innerText(), '', 'nothing is left aside');
  });

  // Without a line. The browser reports that it could not load, so this page is not asked to be clean.
  const page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, worker);
  await page.goto(at);
  await page.context().setOffline(true);
  await page.locator('#notes').fill('Napisano v kleti.');
  await kept(page, /Ni povezave/);
  await accessible(page);
  await page.locator('button', { hasText: 'Shrani korak' }).click();
  await kept(page, /Ni povezave/);
  assert.equal(await page.locator('#notes').inputValue(), 'Napisano v kleti.', 'and the page is still there');
  await page.context().setOffline(false);
  await kept(page, /^Shranjeno/);
  await page.reload();
  assert.equal(await page.locator('#notes').inputValue(), 'Napisano v kleti.');
  await page.context().close();
});
