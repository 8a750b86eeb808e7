// Catching up: a month of occasions by keyboard, a block from a spreadsheet, and a row without a script.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, mentor, unit;

before(async () => {
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  mentor = server.accounts.find(({ role }) => role === 'mentor');
  unit = `/units/${server.network}/${mentor.unit}`;
  // An activity on every day of the week, nobody has recorded it: September waits with thirty occasions.
  await desk({}, async (page) => {
    await page.goto(`${unit}/activities/new`);
    await page.locator('input[name^=name_]').first().fill('Dnevni prostor');
    await page.locator('input[name=kind]').first().check({ force: true });
    await page.locator('input[name=place_kind]').first().check({ force: true });
    await page.locator('input[name=from]').fill('2026-09-01');
    for (let day = 1; day <= 7; day++) {
      await page.locator(`input[name=from_${day}_1]`).fill('06:00');
      await page.locator(`input[name=to_${day}_1]`).fill('07:30');
    }
    await page.locator('main form button.big').first().click();
    await page.waitForURL(/\/activities\?|\/activities$/);
  });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function desk(options, journey) {
  const page = await browser.newPage({ url: server.url, width: 1280, ...options });
  try {
    await signIn(page, mentor);
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

const open = 'tbody[data-state=open]';
const ours = '[data-key]:has(th:text-is("Dnevni prostor"))';
const saved = (page, n) => page.waitForFunction(
  (wanted) => document.querySelectorAll('tbody[data-state=saved]').length >= wanted, n);

// Types as a person does, and counts the strokes.
function typist(page) {
  const typist = {
    strokes: 0,
    async press(...keys) {
      for (const key of keys) {
        typist.strokes += 1;
        await page.keyboard.press(key);
      }
    },
    type: (text) => typist.press(...text),
  };
  return typist;
}
const column = (page) => page.evaluate(() => document.activeElement.name);
const rowKey = (page) => page.evaluate(() => document.activeElement.closest('tbody')?.id);

// Three minutes at three strokes a second, which is a slow typist.
const budget = 3 * 60 * 3;

test('thirty occasions are caught up with by keyboard alone within three minutes', async () => {
  await desk({}, async (page) => {
    await page.goto(`${unit}/month?month=2026-09`);
    await page.locator('nav a', { hasText: 'Nezapisano' }).click();
    await page.waitForURL(/only=open/);
    assert.equal(await page.locator(ours).count(), 30);
    assert.equal(await page.locator('tbody[data-state=saved]').count(), 0);
    const keys = typist(page);
    const began = Date.now();
    // From the top of the page to the first girls' cell.
    for (let n = 0; n < 60 && (await column(page)) !== 'participant_girl'; n++) await keys.press('Tab');
    assert.equal(await column(page), 'participant_girl');
    let done = 0;
    for (let row = 0; done < 30; row++) {
      assert.ok(row < 100, 'the keyboard came to the end of the month');
      // Others that are still open are passed by.
      const wanted = await page.evaluate(() => document.activeElement.closest('tbody').innerText.includes('Dnevni prostor'));
      if (wanted) {
        await keys.type(String(3 + (done % 9)));
        await keys.press('Tab');
        await keys.type(String(4 + (done % 12)));
        await keys.press('Tab', 'Tab', 'Tab');
        assert.equal(await column(page), 'creator_total');
        await keys.type('2');
        await keys.press('Tab', 'Tab');
        assert.equal(await column(page), 'created_share');
        await keys.type('50');
        done += 1;
      }
      await keys.press('Enter');
      assert.equal(await column(page), 'participant_girl', 'Enter goes back to where the row began');
    }
    await saved(page, 30);
    assert.ok(keys.strokes <= budget, `${keys.strokes} strokes are more than ${budget}`);
    assert.ok(Date.now() - began < 180_000, 'and the page keeps up');
    // What was typed is what is stored.
    await page.locator('nav a', { hasText: 'Vse' }).click();
    await page.waitForURL((url) => !url.search.includes('only'));
    assert.equal(await page.locator(ours).count(), 0, 'none is waiting any more');
    const row = page.locator('tbody:has(th:text-is("Dnevni prostor"))').nth(1);
    const cells = await row.locator('input[form]:not([type=checkbox])').evaluateAll((all) => all.map((it) => it.value));
    assert.deepEqual(cells.slice(0, 9), ['6.00', '7.30', '4', '5', '', '9', '2', '', '50']);
  });
});

test('arrows move between cells, and only at the edge of what is typed', async () => {
  await desk({}, async (page) => {
    await page.goto(`${unit}/month?month=2026-09`);
    const first = page.locator('tbody.occasion').first();
    await first.locator('[name=start]').focus();
    await page.keyboard.press('ArrowDown');
    const second = await rowKey(page);
    assert.notEqual(second, await first.getAttribute('id'));
    assert.equal(await column(page), 'start');
    await page.keyboard.press('ArrowRight');
    assert.equal(await column(page), 'end');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await column(page), 'end', 'inside a word the arrows stay in it');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await column(page), 'start');
    await page.keyboard.press('ArrowUp');
    assert.equal(await rowKey(page), await first.getAttribute('id'));
    // Passing through changes nothing.
    assert.equal(await page.locator('tbody[data-state=dirty], tbody[data-state=saving]').count(), 0);
  });
});

// As a spreadsheet puts it on the clipboard.
const paste = (page, text) => page.evaluate((text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, text);

test('a block from a spreadsheet fills rows, waits to be looked over, and is saved at once', async () => {
  await desk({}, async (page) => {
    await page.goto(`${unit}/month?month=2026-08`);
    const before = await page.locator('tbody[data-state=saved]').count();
    const name = (await page.locator('[name=activity] option').nth(1).innerText()).trim();
    const rows = page.locator('tbody:has([name=date]:not([type=hidden]))');
    await rows.first().locator('[name=date]').focus();
    const line = (day, rest) => [day, name, '4.00', '5:30', ...rest].join('\t');
    await paste(page, [
      line('1. 8. 2026', ['3', '4', '', '', '1', '', '25 %', '', '"Rekli so ""hura"""']),
      line('2.8.', ['2,0', '5']),
      line('3', ['', '', '', '12']),
      line('4', ['', '', '', '', '', '', '', 'odpadlo']),
      ['5', 'Neznana dejavnost', '4.00', '5.00', '1', '1', '', '', '', '', '', '', '', 'odveč'].join('\t'),
    ].join('\r\n'));
    assert.ok(await rows.count() >= 6, 'rows were added, and an empty one stays below');
    const said = await page.locator('[data-told]').innerText();
    assert.match(said, /vrstic: 5.*»Neznana dejavnost«, »odveč«/);
    assert.equal(await page.locator('tbody[data-state=dirty]').count(), 5, 'nothing is saved before somebody looked');
    assert.equal(await rows.first().locator('[name=participant_total]').inputValue(), '7');
    await page.locator('[data-save-all]').click();
    await page.locator('tbody[data-state=problem] .error').waitFor();
    assert.match(await page.locator('tbody[data-state=problem] .error').innerText(), /Izberi dejavnost/);
    assert.equal(await page.locator('tbody[data-state=saved]').count(), before + 4);
    // It stays until it is mended, wherever one goes.
    await page.locator('a[href*="month=2026-07"]').click();
    await page.waitForFunction(() => document.activeElement.name === 'activity');
    assert.match(page.url(), /month=2026-08/);
    assert.match(await page.locator('[data-told]').innerText(), /niso shranjene/);
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => { setTimeout(() => location.reload()); });
    await (await asked).dismiss();
    await page.keyboard.type(name);
    await page.locator('a[href*="month=2026-07"]').click();
    await page.waitForURL(/month=2026-07/);
    await page.goto(`${unit}/month?month=2026-08`);
    assert.equal(await page.locator('tbody[data-state=saved]').count(), before + 5);
  });
});

test('a problem stands beside its cell, a question is answered in the row, and the focus stays where it is', async () => {
  await desk({}, async (page) => {
    await page.goto(`${unit}/month?month=2026-10&only=open`);
    const row = page.locator('tbody:has(th:text-is("Dnevni prostor"))').nth(3);
    await row.locator('[name=start]').fill('18.00');
    await row.locator('[name=end]').fill('16.00');
    await page.keyboard.press('ArrowDown');
    const here = await rowKey(page);
    await row.locator('.error').waitFor();
    assert.equal(await rowKey(page), here, 'whoever moved on stays there');
    const end = row.locator('[name=end]');
    assert.equal(await end.getAttribute('aria-invalid'), 'true');
    const about = await page.locator(`#${await end.getAttribute('aria-describedby')}`).innerText();
    assert.match(about, /Sta uri zamenjani\?/);
    await accessible(page);
    await row.locator('[name=start]').fill('6.00');
    await end.fill('7.30');
    await row.locator('[name=participant_total]').fill('500');
    await page.keyboard.press('Enter');
    await row.locator('button[name=confirmed]').waitFor();
    assert.match(await row.locator('.error').innerText(), /Obiskov je 50\d/);
    assert.equal(await end.getAttribute('aria-invalid'), null);
    await row.locator('button[name=confirmed]').click();
    await page.waitForFunction((id) => document.getElementById(id).dataset.state === 'saved', await row.getAttribute('id'));
    assert.equal(await row.locator('.error').count(), 0);
    await row.locator('[name=participant_total]').fill('40');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction((id) => document.getElementById(id).dataset.state === 'saved', await row.getAttribute('id'));
  });
});

test('a row that cannot be sent is kept, and sent again when there is a way', async () => {
  const page = await browser.newPage({ url: server.url, width: 1280 });
  try {
    await signIn(page, mentor);
    await page.goto(`${unit}/month?month=2026-09`);
    const row = page.locator('tbody:has(th:text-is("Dnevni prostor"))').nth(4);
    const id = await row.getAttribute('id');
    await page.context().setOffline(true);
    await row.locator('[name=audience_total]').fill('4');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction((id) => document.getElementById(id).dataset.state === 'offline', id);
    assert.match(await page.locator('[data-told]').innerText(), /Ni povezave/);
    await row.locator('[name=audience_total]').fill('5');
    await page.context().setOffline(false);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction((id) => document.getElementById(id).dataset.state === 'saved', id);
    await page.waitForLoadState('networkidle');
    await page.reload();
    assert.equal(await page.locator(`#${id} [name=audience_total]`).inputValue(), '5');
  } finally {
    await page.context().close();
  }
});

test('of two who catch up the same evening, the second is led to both versions', async () => {
  await desk({}, async (first) => {
    await desk({}, async (second) => {
      const rows = [];
      for (const page of [first, second]) {
        await page.goto(`${unit}/month?month=2026-10&only=open`);
        const id = await page.locator('tbody:has(th:text-is("Dnevni prostor"))').nth(7).getAttribute('id');
        rows.push(page.locator(`[id="${id}"]`));
      }
      for (const [nth, page] of [first, second].entries()) {
        await rows[nth].locator('[name=participant_total]').fill(String(7 + nth));
        await page.keyboard.press('Enter');
        await page.waitForFunction((id) => ['saved', 'waiting'].includes(document.getElementById(id).dataset.state),
          await rows[nth].getAttribute('id'));
      }
      assert.equal(await rows[1].getAttribute('data-state'), 'waiting');
      assert.match(await rows[1].locator('.error').innerText(), /Vpisano ni izgubljeno/);
      await rows[1].locator('.how a').click();
      await second.waitForURL(/\/proposals\/\d+$/);
      await second.locator('button[value=keep]').click();
    });
  });
});

test('without a script a row is saved by its button, told about, and one comes back to it', async () => {
  for (const width of [390, 1280]) {
    await desk({ javaScript: false, width }, async (page) => {
      await page.goto(`${unit}/today`);
      await page.locator('a[href$="/month"]').click();
      assert.match(page.url(), /\/month$/);
      const row = page.locator(`${open}:has(th:text-is("Dnevni prostor"))`).first();
      await row.locator('[name=participant_girl]').fill('veliko');
      await row.locator('[name=note]').fill('Sami so skuhali kosilo.');
      await row.locator('button').click();
      assert.match(await page.locator('[role=alert]').innerText(), /To ni število/);
      const back = page.locator('tbody[data-state=problem]');
      assert.equal(await back.locator('[name=participant_girl]').getAttribute('aria-invalid'), 'true');
      assert.equal(await back.locator('[name=note]').inputValue(), 'Sami so skuhali kosilo.');
      await back.locator('[name=participant_girl]').fill('6');
      await back.locator('button').first().click();
      assert.match(page.url(), /saved=.*#row-/);
      assert.match(await page.locator('main [role=status]').first().innerText(), /Shranjeno: Dnevni prostor/);
      const id = new URL(page.url()).hash;
      assert.equal(await page.locator(`${id} [name=participant_girl]`).inputValue(), '6');
      assert.equal(await page.locator(`${id} [name=note]`).count(), 0, 'its note is read in the entry');
    });
  }
});

test('a month on a phone reads as cards', async () => {
  await desk({ width: 390, language: 'en' }, async (page) => {
    await page.goto(`${unit}/month?only=open`);
    await accessible(page);
    const row = page.locator(`[id="${await page.locator(open).first().getAttribute('id')}"]`);
    await row.locator('[name=participant_boy]').fill('3');
    await row.locator('[name=created_share]').focus();
    await page.keyboard.press('Enter');
    await saved(page, 1);
    assert.ok((await row.boundingBox()).width <= 390);
  });
});
