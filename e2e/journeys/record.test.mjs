// The main job: an evening recorded on a phone, and what happens when two people or two taps meet.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, worker, mentor, unit;

before(async () => {
  // A Thursday evening in autumn.
  server = await startServer({ at: '2026-10-15 16:30:00' });
  browser = await openBrowser();
  // A centre with a mentor and a worker.
  mentor = server.accounts.find(({ role }) => role === 'mentor');
  worker = server.accounts.find(({ role, unit }) => role === 'worker' && unit === mentor.unit);
  assert.ok(worker, 'the generated network has a worker beside a mentor');
  unit = `/units/${server.network}/${worker.unit}`;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

// Somebody signed in, on today's page; taps are counted.
async function evening(options, journey, account = worker) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    await signIn(page, account);
    await page.goto(`${unit}/today`);
    let taps = 0;
    const tap = async (target) => {
      taps += 1;
      await (typeof target === 'string' ? page.locator(target).first() : target).click();
      await page.waitForLoadState();
    };
    await journey(page, tap, () => taps);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

const todo = '.start a.item[href*="/entries/new"]';
const more = (name) => `.step:has(input[name="${name}"]) button[value="1"]`;
const less = (name) => `.step:has(input[name="${name}"]) button[value="-1"]`;
const value = async (page, name) => Number(await page.locator(`input[name="${name}"]`).inputValue());

// Opens the first of today's activities that has a last time to go by.
async function openWithLast(page, tap) {
  const links = await page.locator(todo).evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const href of links) {
    await page.goto(href);
    if (await page.locator('[data-copy]').count()) {
      await page.goto(`${unit}/today`);
      await tap(page.locator(`a.item[href="${href}"]`));
      return;
    }
  }
  assert.fail('none of today’s activities has a last time');
}

test('an untouched save stores the hours and no heads', async () => {
  await evening({}, async (page, tap) => {
    await tap(todo);
    const when = await page.locator('details.when summary').innerText();
    assert.match(when, /\d\d?\.\d\d–\d\d?\.\d\d/, 'the hours are filled in');
    await tap('.savebar button');
    assert.match(page.url(), /\/saved\?version=1$/);
    await accessible(page);
    await page.goto(page.url().replace(/\/saved.*/, ''));
    assert.match(await page.locator('table.facts').first().innerText(), /niso prešteti/);
    await accessible(page);
    // Taken back, so that the other journeys find the evening open.
    await tap('form[action$="/deletion"] button');
    assert.match(await page.locator('[role=status]').innerText(), /izbrisan/);
  });
});

test('an evening exactly like the last takes three taps', async () => {
  await evening({}, async (page, tap, taps) => {
    await openWithLast(page, tap);
    await tap('[data-copy]');
    await tap('.savebar button');
    assert.match(page.url(), /\/saved/);
    assert.ok(taps() <= 3, `${taps()} taps`);
    assert.match(await page.locator('.done').innerText(), /prevzeta od zadnjič/);
    await tap('form[action$="/undoing"] button');
  });
});

test('two girls more, one boy fewer, one creator: eight taps, nothing typed', async () => {
  await evening({}, async (page, tap, taps) => {
    await openWithLast(page, tap);
    await tap('[data-copy]');
    const [girls, boys, all] = [
      await value(page, 'participant_girl'),
      await value(page, 'participant_boy'),
      await value(page, 'participant_total'),
    ];
    await tap(more('participant_girl'));
    await tap(more('participant_girl'));
    await tap(less('participant_boy'));
    await tap(more('creator_total'));
    assert.equal(await value(page, 'participant_girl'), girls + 2);
    assert.equal(await value(page, 'participant_boy'), Math.max(0, boys - 1));
    const sum = await value(page, 'participant_total');
    assert.ok(sum >= all && sum <= all + 2, `the total follows: ${all} → ${sum}`);
    await tap('.savebar button');
    assert.match(page.url(), /\/saved/);
    assert.ok(taps() <= 8, `${taps()} taps`);
    await tap('form[action$="/undoing"] button');
  });
});

// A last time with every margin counted, and the next evening's form.
async function afterCounted(page) {
  const heads = { participant_total: 13, participant_girl: 7, participant_boy: 6, 'participant_age_15-18': 8, 'participant_age_19-24': 5 };
  const activity = new URL(await page.locator(todo).first().getAttribute('href'), server.url).searchParams.get('activity');
  const form = (date) => `${unit}/entries/new?activity=${activity}&date=${date}`;
  await page.goto(form('2026-10-14'));
  await page.locator('details.when summary').click();
  await page.locator('input[name=start]').fill('22:00');
  await page.locator('input[name=end]').fill('23:00');
  await page.evaluate(() => { for (const it of document.querySelectorAll('details')) it.open = true; });
  for (const [name, n] of Object.entries(heads)) await page.locator(`input[name="${name}"]`).fill(String(n));
  await page.locator('.savebar button').click();
  await page.waitForURL(/\/saved/);
  const counted = page.url().replace(/\/saved.*/, '');
  await page.goto(form('2026-10-15'));
  return async () => {
    await page.goto(counted);
    await page.locator('form[action$="/deletion"] button').click();
    await page.waitForLoadState();
  };
}

test('same as last time and one fewer is saved, and says beside the ages that they are left out', async () => {
  await evening({}, async (page, tap) => {
    const clear = await afterCounted(page);
    const age = (band) => page.locator(`input[name="participant_age_${band}"]`).inputValue();
    const gone = page.locator('[data-gone="participant-age"]');
    await tap('[data-copy]');
    assert.deepEqual([await value(page, 'participant_total'), await age('15-18')], [13, '8']);
    assert.equal(await gone.isVisible(), false);
    await tap(less('participant_girl'));
    assert.deepEqual([await value(page, 'participant_total'), await age('15-18'), await age('19-24')], [12, '', '']);
    assert.match(await gone.innerText(), /starosti od zadnjič nismo prevzeli/);
    await accessible(page);
    // One more, and it is as many as last time: then it is known again.
    await tap(more('participant_boy'));
    assert.deepEqual([await value(page, 'participant_total'), await age('15-18')], [13, '8']);
    assert.equal(await gone.isVisible(), false);
    await tap(less('participant_boy'));
    await tap('.savebar button');
    assert.match(page.url(), /\/saved\?version=1$/);
    await page.goto(page.url().replace(/\/saved.*/, ''));
    assert.match(await page.locator('table.facts').first().innerText(), /12 · Dekleta\s6, Fantje\s6\n/);
    await tap('form[action$="/deletion"] button');
    await clear();
  });
});

test('only the total lowered after taking over: gender and age give way, with a script and without', async () => {
  for (const javaScript of [true, false]) {
    await evening({}, async (page) => {
      const clear = await afterCounted(page);
      const form = page.url();
      const plain = javaScript ? null : await browser.newPage({ url: server.url, javaScript: false });
      const it = plain ?? page;
      if (plain) {
        await signIn(plain, worker);
        await plain.goto(form);
      }
      await it.locator('[data-copy]').click();
      await it.waitForLoadState();
      await it.locator('input[name="participant_total"]').fill('11');
      if (javaScript) {
        assert.equal(await it.locator('input[name="participant_girl"]').inputValue(), '');
        assert.equal(await it.locator('[data-gone="participant-gender"]').isVisible(), true);
      }
      await it.locator('.savebar button').click();
      await it.waitForURL(/\/saved/);
      if (!javaScript) assert.match(await it.locator('main').innerText(), /Spola in starosti od zadnjič nismo prevzeli/);
      await it.goto(it.url().replace(/\/saved.*/, ''));
      assert.match(await it.locator('table.facts').first().innerText(), /Udeleženci\s11\n/);
      await it.locator('form[action$="/deletion"] button').click();
      await it.waitForLoadState();
      await plain?.context().close();
      await clear();
    });
  }
});

test('hours or a length: what is typed last counts', async () => {
  await evening({}, async (page, tap) => {
    await tap(todo);
    await page.locator('details.when summary').click();
    assert.notEqual(await page.locator('input[name=end]').inputValue(), '');
    await page.locator('input[name=duration]').fill('95');
    assert.equal(await page.locator('input[name=end]').inputValue(), '');
    await tap('.savebar button');
    assert.match(page.url(), /\/saved/);
    await page.goto(page.url().replace(/\/saved.*/, ''));
    assert.match(await page.locator('table.facts').first().innerText(), /1.h 35.min/);
    await tap('form[action$="/deletion"] button');
  });
});

test('a double tap saves one entry', async () => {
  await evening({ javaScript: false }, async (page, tap) => {
    await tap(todo);
    await page.locator('input[name="participant_total"]').fill('7');
    // Without a script nothing holds the second tap back but the server.
    const form = await page.locator('form.entry-form').evaluate((form) => form.querySelector('[name=id]').value).catch(() => null);
    const id = form ?? (await page.locator('form.entry-form [name=id]').getAttribute('value'));
    await page.locator('.savebar button').click();
    await page.waitForLoadState();
    await page.goBack();
    await page.locator('.savebar button').click();
    await page.waitForLoadState();
    assert.ok(page.url().includes(id));
    await page.goto(`${unit}/entries?from=2026-10-15`);
    assert.equal(await page.locator(`a.item[href$="${id}"]`).count(), 1);
    await page.goto(`${unit}/entries/${id}`);
    await tap('form[action$="/deletion"] button');
  });
});

test('what cannot be is told beside the field, and what was typed is there', async () => {
  await evening({}, async (page, tap) => {
    await tap(todo);
    await page.locator('details.when summary').click();
    await page.locator('input[name=start]').fill('18:00');
    await page.locator('input[name=end]').fill('16:00');
    await page.locator('input[name="participant_total"]').fill('12');
    await page.locator('textarea').fill('Dolg zapisek o večeru');
    await tap('.savebar button');
    assert.match(await page.locator('[role=alert]').innerText(), /Sta uri zamenjani\?/);
    assert.equal(await page.locator('input[name=start]').inputValue(), '18:00');
    assert.equal(await value(page, 'participant_total'), 12);
    assert.equal(await page.locator('textarea').inputValue(), 'Dolg zapisek o večeru');
    await accessible(page);
  });
});

test('two colleagues on one evening see both versions and choose', async () => {
  let address;
  await evening({}, async (page, tap) => {
    address = await page.locator(todo).first().getAttribute('href');
    await tap(todo);
    await page.locator('input[name="participant_total"]').fill('10');
    await tap('.savebar button');
  });
  await evening({}, async (page, tap) => {
    await page.goto(address);
    await page.locator('input[name="participant_total"]').fill('14');
    await tap('.savebar button');
    assert.match(page.url(), /\/proposals\/2$/);
    assert.equal(await page.locator('tr.differs').count() > 0, true);
    await accessible(page);
    await tap('button[value=take]');
    assert.match(await page.locator('table.facts').first().innerText(), /14/);
    await tap('form[action$="/deletion"] button');
  }, mentor);
});

test('the whole evening by keyboard alone', async () => {
  const page = await browser.newPage({ url: server.url, width: 1280 });
  try {
    await page.goto('/sign-in');
    const press = async (key, times = 1) => { for (let n = 0; n < times; n++) await page.keyboard.press(key); };
    // Tabs on until the wanted element has the focus.
    const reach = async (selector) => {
      for (let n = 0; n < 120; n++) {
        if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
        await press('Tab');
      }
      assert.fail(`the keyboard never reached ${selector}`);
    };
    await reach('input[name=mail]');
    await page.keyboard.type(worker.mail);
    await reach('input[name=password]');
    await page.keyboard.type(worker.password);
    await press('Enter');
    await page.waitForURL(/\/units\//);
    await reach('a.item[href*="/entries/new"]');
    await press('Enter');
    await page.waitForURL(/\/entries\/new/);
    await reach('input[name="participant_total"]');
    await page.keyboard.type('9');
    await reach('input[name="created"]');
    await press('ArrowRight', 2);
    await reach('textarea');
    await page.keyboard.type('Večer s tipkovnico');
    await reach('.savebar button');
    await press('Enter');
    await page.waitForURL(/\/saved/);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
});

test('every page of recording is accessible', async () => {
  await evening({}, async (page, tap) => {
    await accessible(page);
    for (const address of ['entries', 'entries/choose', 'entries/choose?status=cancelled', 'people']) {
      await page.goto(`${unit}/${address}`);
      await accessible(page);
    }
    await page.goto(`${unit}/today`);
    await tap(todo);
    await page.evaluate(() => { for (const it of document.querySelectorAll('details')) it.open = true; });
    await accessible(page);
    await page.goto('/account');
    await accessible(page);
    await page.goto('/no-such-page').catch(() => {});
    await accessible(page);
  }, mentor);
});

test('a correction keeps what was not touched, and what it replaced can be brought back', async () => {
  await evening({}, async (page) => {
    await page.goto(`${unit}/entries`);
    await page.locator('ul.list a.item').first().click();
    await accessible(page);
    const entry = page.url();
    const facts = () => page.locator('section:has(#h-entry) table.facts').innerText();
    const before = await facts();
    await page.locator('a[href$="/edit"]').click();
    await page.locator('.savebar button').click();
    await page.waitForURL(/\/saved/);
    await page.goto(entry);
    assert.equal(await facts(), before, 'saved as it was opened, nothing changes');
    assert.equal(await page.locator('section:has(#h-history) tr').count(), 1);

    await page.locator('a[href$="/edit"]').click();
    await page.evaluate(() => { for (const it of document.querySelectorAll('main details')) it.open = true; });
    await accessible(page);
    await page.locator('label:has(input[name=status][value=cancelled])').click();
    assert.ok(!(await page.locator('#participant_total').isVisible()), 'nobody came to what was called off');
    await accessible(page);
    await page.locator('label:has(input[name=reason])').first().click();
    await page.locator('.savebar button').click();
    await page.waitForURL(/\/saved/);
    await page.goto(entry);
    assert.notEqual(await facts(), before);
    await page.locator('section:has(#h-history) a').click();
    await accessible(page);
    await page.locator('form[action$="/return"] button').click();
    await page.waitForURL(/\?told=returned$/);
    assert.match(await page.locator('[role=status]').innerText(), /Spet velja, kot je bilo/);
    assert.equal(await facts(), before, 'it stands as it stood');
  }, mentor);
});

test('of a talk with one young person nothing but topics can be written', async () => {
  await evening({}, async (page) => {
    await page.goto(`${unit}/entries/choose`);
    await page.locator('label:has-text("Individualna")').first().click();
    await page.locator('main form button').last().click();
    await page.waitForURL(/\/entries\/new/);
    assert.equal(await page.locator('textarea').count(), 0);
    await accessible(page);
    await page.locator('#at-note label').first().click();
    await page.locator('.savebar button').click();
    await page.waitForURL(/\/saved/);
  }, mentor);
});

test('nothing that has the focus lies under the bar, not even with all folds open', async () => {
  for (const javaScript of [true, false]) {
    await evening({ javaScript }, async (page) => {
      await page.goto(await page.locator(todo).first().getAttribute('href'));
      const covered = async (step) => {
        const it = await page.evaluate(() => {
          const at = document.activeElement;
          const [focused, bar] = [at, document.querySelector('.savebar')].map((it) => it.getBoundingClientRect());
          const hidden = at !== document.body && focused.bottom > bar.top + 1 && focused.top < bar.bottom;
          return hidden && `${at.outerHTML.slice(0, 120)} ends at ${focused.bottom}, the bar begins at ${bar.top}`;
        });
        assert.ok(!it, `${step}: ${it}`);
      };
      // Opened one by one, as a person would; closed ones inside closed ones come after.
      for (let closed; (closed = page.locator('.entry-form details:not([open]) > summary:visible')), await closed.count(); ) {
        await closed.first().click();
      }
      const fields = await page.locator('.entry-form :is(input:not([type=hidden]), select, textarea):visible').count();
      assert.ok(fields > 10, `${fields} fields`);
      await page.locator('.back').focus();
      let seen = 0;
      for (let tabs = 0; tabs < 200; tabs += 1) {
        await page.keyboard.press('Tab');
        if (await page.locator('.savebar button:focus').count()) break;
        await covered('tab');
        seen += 1;
      }
      assert.ok(seen > 10, `${seen} stops`);
      for (const selector of ['#note', '#first_visits']) {
        const field = page.locator(selector);
        if (!(await field.count())) continue;
        await page.keyboard.press('Home');
        await page.evaluate(() => scrollTo(0, 0));
        await field.focus();
        await covered(`focus ${selector}`);
      }
      if (!javaScript) return;
      // Half under the bar, and tapped where it can be seen.
      const note = page.locator('#note');
      await note.evaluate((it) => it.blur());
      await page.evaluate(() => {
        const [note, bar] = ['#note', '.savebar'].map((it) => document.querySelector(it).getBoundingClientRect());
        scrollBy(0, note.top - bar.top + 20);
      });
      await note.click({ position: { x: 20, y: 8 } });
      await covered('tap');
    });
  }
});

test('going back and changing a number is a correction of one’s own, and no quarrel', async () => {
  await evening({ height: 664 }, async (page) => {
    const seen = async (what) => {
      const box = await page.locator(what).first().boundingBox();
      const tabs = await page.locator('.top .tabs').boundingBox();
      assert.ok(box && box.y + box.height <= tabs.y, `${what} is to be seen: ${box?.y}`);
    };
    await page.locator(todo).first().click();
    await page.waitForURL(/\/entries\/new/);
    await page.locator('input[name=participant_total]').fill('3');
    await page.locator('.savebar button').click();
    await page.waitForURL(/\/saved/);
    const entry = page.url().replace(/\/saved.*/, '');
    await seen('form[action$="/undoing"] button');
    await seen('.button.big');
    await page.goBack();
    await page.locator('input[name=participant_total]').fill('9');
    await page.locator('.savebar button').click();
    await page.waitForLoadState();
    assert.match(await page.locator('h1').innerText(), /že zapisano/);
    await accessible(page);
    await page.locator('button[formaction]').click();
    await page.waitForURL(/\/saved\?version=2$/);
    assert.equal(page.url().replace(/\/saved.*/, ''), entry);
    assert.match(await page.locator('.done').innerText(), /9\s+obiskov/);
    await page.goto(`${unit}/today`);
    assert.doesNotMatch(await page.locator('main').innerText(), /Čaka na odločitev/);
    await page.locator('.top .tabs a[href*="/entries"]').click();
    await page.waitForURL(/mine=1/);
    await accessible(page);
    await seen('.list .item');
    await page.goto(entry);
    await page.locator('form[action$="/deletion"] button').click();
    await page.waitForLoadState();
  });
});
