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
    await page.locator('[role=status]').waitFor();
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

  // Two at once: the second sees what the first wrote, and decides.
  await as(worker, async (first) => {
    await first.goto(`${base}/steps/2`);
    await as(mentor, async (second) => {
      await second.goto(`${base}/steps/2`);
      await second.locator('#notes').fill('Mentorjev predlog');
      await second.locator('button', { hasText: 'Shrani korak' }).click();
      await second.locator('[role=status]').waitFor();
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
    await first.locator('[role=status]').waitFor();
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
    await page.locator('[role=status]').waitFor();
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
