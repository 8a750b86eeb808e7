// A network's own words: a tag that a coordinator adds is chosen by a mentor, and a project joins two units.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { accountOf, startServer } from '../support/server.mjs';

let server, browser, base;

before(async () => {
  server = await startServer({ at: '2026-10-15 18:00:00' });
  browser = await openBrowser();
  base = `/units/${server.network}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(role, then) {
  const page = await browser.newPage({ url: server.url, language: 'sl' });
  await signIn(page, accountOf(server, role));
  await then(page);
  noThirdParty(page);
  await page.context().close();
}

test('a tag is added, used, and retired without being lost', async () => {
  const { unit } = accountOf(server, 'mentor');
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/structure`);
    await page.locator('a[href$="/words"]').click();
    await page.locator('#list').selectOption('tag');
    await page.locator('#name_sl').fill('Vrtnarjenje');
    await page.locator('#name_en').fill('Gardening');
    await page.locator('form:has(#list) button').click();
    await page.locator('[role=status]').waitFor();
    await accessible(page);
  });
  await as('mentor', async (page) => {
    await page.goto(`${base}/${unit}/activities`);
    await page.locator('ul.list a').first().click();
    await page.locator('#main_tag').selectOption({ label: 'Vrtnarjenje' });
    await page.locator('form:has(#main_tag) button.big').click();
    await page.waitForURL(/\/activities\?/);
    assert.match(await page.locator('main').innerText(), /Vrtnarjenje/);
  });
  await as('coordinator', async (page) => {
    await page.goto(`${base}/${server.network}/words`);
    await page.locator('a.item', { hasText: 'Vrtnarjenje' }).click();
    await accessible(page);
    await page.locator('form[action$="/retirement"] button').click();
    await page.waitForURL(/\/words$/);
    await page.locator('summary').first().click();
    assert.ok(await page.locator('a.item', { hasText: 'Vrtnarjenje' }).isVisible(), 'it is kept among the retired');
  });
  await as('mentor', async (page) => {
    await page.goto(`${base}/${unit}/activities`);
    assert.match(await page.locator('main').innerText(), /Vrtnarjenje/, 'what names it goes on naming it');
    await page.goto(`${base}/${unit}/activities/new`);
    assert.equal(await page.locator('#main_tag option', { hasText: 'Vrtnarjenje' }).count(), 0);
  });
});

test('a project is brought in and named by an activity', async () => {
  const { unit } = accountOf(server, 'mentor');
  await as('mentor', async (page) => {
    await page.goto(`${base}/${unit}/activities`);
    await page.locator('a[href$="/projects"]').click();
    await page.locator('#name_sl').fill('Mladi za zelenejše mesto z zelo dolgim imenom, ki mora biti berljivo tudi na telefonu');
    await page.locator('form:has(#programme) button').click();
    await page.waitForURL(/\/projects\/[0-9a-f-]+$/);
    const project = page.url();
    await accessible(page);
    await page.goto(`${base}/${unit}/activities`);
    await page.locator('ul.list a').first().click();
    const ours = page.locator('#project option', { hasText: 'zelenejše mesto' });
    await page.locator('#project').selectOption(await ours.getAttribute('value'));
    await page.locator('form:has(#project) button.big').click();
    await page.waitForURL(/\/activities\?/);
    await page.goto(project);
    assert.equal(await page.locator('a.item').count(), 1);
    await accessible(page);
  });
});
