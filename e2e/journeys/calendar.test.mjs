// The network's year: a report goes out on its day through a real mail server that is away, asks for patience, or refuses; who
// coordinates sees what did not arrive and sends it again, and sets dates down; a centre sees its own and marks what it handed in.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { accessible } from '../support/axe.mjs';
import { journeyAs, openBrowser, submit } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let server, browser, mails, port, accounts, root;
const letters = [];
const asked = new Map();
// Whom the mail server refuses as long as they stand here, and whom it lets wait once.
const unknown = new Set();
let patient;

async function listen(at) {
  mails = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: 20 * 1024 * 1024,
    onRcptTo({ address }, _session, done) {
      asked.set(address, (asked.get(address) ?? 0) + 1);
      const says = (text, responseCode) => done(Object.assign(new Error(text), { responseCode }));
      if (unknown.has(address)) return says('5.1.1 no such mailbox', 550);
      if (address === patient && asked.get(address) === 1) return says('4.7.1 come back later', 451);
      return done();
    },
    onData(stream, { envelope }, done) {
      let text = '';
      stream.setEncoding('latin1').on('data', (part) => (text += part));
      stream.on('end', () => {
        letters.push({ to: envelope.rcptTo[0].address, text });
        done();
      });
    },
  });
  mails.on('error', () => {});
  mails.listen(at, '127.0.0.1');
  await once(mails.server, 'listening');
  return mails.server.address().port;
}

const closed = () => new Promise((done) => mails.close(done));

async function until(what, seconds, found) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    const it = await found();
    if (it) return it;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`${what}; there are ${letters.map(({ to }) => to)}\n${server.log()}`);
}

before(async () => {
  port = await listen(0);
  await closed();
  // A day on which the calendar mails the figures of each municipality's half-year.
  server = await startServer({
    at: '2026-07-31 06:30:00',
    settings: { LOGBOOK_SMTP_URL: `smtp://127.0.0.1:${port}`, LOGBOOK_MAIL_FROM: 'Logbook <logbook@nova.example>' },
  });
  browser = await openBrowser();
  const of = (role) => server.accounts.filter((it) => it.role === role);
  const mentor = of('mentor')[0];
  accounts = { coordinator: of('coordinator')[0], mentor, viewer: of('viewer')[0] };
  root = `/units/${server.network}/${server.network}`;
  patient = of('viewer')[0].mail;
  for (const it of of('viewer').slice(1)) unknown.add(it.mail);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  await closed();
});

const as = (role, journey, options) => journeyAs(browser, server, accounts[role], journey, options);

test('a report goes out on its day, whatever the mail server does, and what did not arrive is told', async () => {
  await as('coordinator', async (page) => {
    // Away: it is told, and tried again by itself.
    const calendar = async () => {
      await page.goto(`${root}/calendar`);
      return page.locator('main').innerText();
    };
    await until('the mail server is away', 60, async () => /Še ni odšlo: poštni strežnik se ne odziva/.test(await calendar()));
    await accessible(page);
    await listen(port);
    const letter = await until('the first letter', 180, () => letters.find(({ to }) => to === patient));
    assert.ok(asked.get(patient) >= 2, 'it was asked to come back, and came back');
    const file = letter.text.match(/Content-Type: application\/pdf[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/);
    assert.ok(Buffer.from(file[1].replace(/\s/g, ''), 'base64').toString('latin1').startsWith('%PDF-'), 'a report goes along');
    assert.match(letter.text, /filename[*]?\d*\*?=.*-council-page-2026-H1\.pdf/);
    assert.equal(letters.filter(({ to }) => to === patient).length, 1);

    // Refused: by whom and why, until it is sent again and arrives.
    if (unknown.size) {
      const [other] = unknown;
      await until('a refusal is told', 120, async () => /Ni bilo mogoče dostaviti: tega nabiralnika ni/.test(await calendar()));
      await accessible(page);
      const line = page.locator('li.item', { hasText: other });
      unknown.delete(other);
      await submit(page, line.locator('button'));
      await page.locator('[role=status]').waitFor();
      await until('the refused letter', 60, () => letters.find(({ to }) => to === other));
      assert.doesNotMatch(await calendar(), /Ni bilo mogoče dostaviti/);
    }
    // Where the figures were mailed, that is done.
    assert.match(await calendar(), /Opravljeno/);
  });
});

for (const javaScript of [true, false]) {
  test(`who coordinates sets a date down${javaScript ? '' : ' without JavaScript'}`, async () => {
    const name = javaScript ? 'Jesenski posvet' : 'Zimski posvet';
    await as('coordinator', async (page) => {
      await page.goto(`${root}/structure`);
      await page.locator(`a[href="${root}/calendar"]`).first().click();
      await page.waitForURL(/\/calendar$/);
      await page.locator('a.button[href*="/calendar/dates/"]').click();
      await page.waitForURL(/\/calendar\/dates\//);
      if (javaScript) await accessible(page);
      await page.selectOption('#what', 'meeting');
      await page.selectOption('#month', '10');
      await page.fill('#day', '32');
      await submit(page, page.locator('main form button').first());
      assert.match(await page.locator('#day-problem').innerText(), /od 1 do 31/);
      assert.equal(await page.inputValue('#day'), '32', 'what was typed is kept');
      if (javaScript) await accessible(page);
      await page.fill('#day', '22');
      await page.fill('#name_sl', name);
      await submit(page, page.locator('main form button').first());
      await page.waitForURL(/saved=1/);
      const line = page.locator('li.due-date', { hasText: name });
      assert.match(await line.innerText(), /22\.\s10\.\s2026/);
      // This year it is a week later.
      await line.locator('a[href*="/calendar/dates/"]').click();
      await page.waitForURL(/\/calendar\/dates\//);
      if (javaScript) await accessible(page);
      await page.fill('#to', '2026-10-29');
      await submit(page, page.locator('button[value=move]'));
      await page.waitForURL(/saved=1/);
      assert.match(await page.locator('li.due-date', { hasText: name }).innerText(), /29\.\s10\.\s2026[\s\S]*premaknjeno z 22\.\s10\.\s2026/);
      await page.goto(`${root}/calendar?year=2027`);
      assert.match(await page.locator('li.due-date', { hasText: name }).innerText(), /22\.\s10\.\s2027/);
      if (javaScript) await accessible(page);
      // A report of each centre: a period that does not fit is told.
      await page.locator('a.button[href*="/calendar/dates/"]').click();
      await page.waitForURL(/\/calendar\/dates\//);
      await page.selectOption('#what', 'pack:youth-office');
      await page.selectOption('#covers', 'year_before');
      await page.selectOption('#unit_kind', 'centre');
      await page.selectOption('#month', '8');
      await page.fill('#day', javaScript ? '20' : '21');
      await submit(page, page.locator('main form button').first());
      await page.waitForURL(/saved=1/);
      await page.locator('li.due-date details summary').first().click();
      if (javaScript) await accessible(page);
    }, { javaScript });
  });
}

test('a centre sees its own dates, marks what it handed in, and takes them along', async () => {
  const unit = `/units/${server.network}/${accounts.mentor.unit}`;
  await as('mentor', async (page) => {
    await page.goto(`${unit}/today`);
    await accessible(page);
    await page.locator('#h-dates').waitFor();
    await page.locator(`a[href="${unit}/calendar"]`).first().click();
    await page.waitForURL(/\/calendar$/);
    await accessible(page);
    assert.equal(await page.locator('a[href*="/calendar/dates/"]').count(), 0);
    const line = page.locator('li.due-date', { has: page.locator('button[value=yes]') }).first();
    const id = await line.getAttribute('id');
    await submit(page, line.locator('button[value=yes]'));
    assert.match(await page.locator(`[id="${id}"]`).innerText(), /Opravljeno/);
    const text = await page.evaluate(async (href) => (await fetch(href)).text(), `${unit}/calendar/file`);
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.ok(text.split('\r\n').every((row) => new TextEncoder().encode(row).length <= 75));
    assert.match(text.replace(/\r\n /g, ''), /SUMMARY:Jesenski posvet/);
  });
  await as('viewer', async (page) => {
    await page.locator('#h-dates').waitFor();
    await accessible(page);
    await page.goto(`/units/${server.network}/${accounts.viewer.unit}/calendar`);
    assert.equal(await page.locator('button[value=yes]').count(), 0);
    await accessible(page);
  });
});
