// An invitation on its way through a real mail server: taken, refused, and waited for while the server is away.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { accessible } from '../support/axe.mjs';
import { noThirdParty, openBrowser } from '../support/browser.mjs';
import { startServer } from '../support/server.mjs';

let site, browser, mails, port;
const letters = [];

function mailServer() {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const known = !address.startsWith('nobody');
      done(known ? undefined : Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 }));
    },
    onData(stream, { envelope }, done) {
      let text = '';
      stream.setEncoding('utf8').on('data', (part) => (text += part));
      stream.on('end', () => {
        letters.push({ to: envelope.rcptTo.map(({ address }) => address), from: envelope.mailFrom.address, text });
        done();
      });
    },
  });
}

async function listen(at) {
  mails = mailServer();
  mails.on('error', () => {});
  mails.listen(at, '127.0.0.1');
  await once(mails.server, 'listening');
  return mails.server.address().port;
}

const closed = () => new Promise((done) => mails.close(done));

// The letter to somebody, once it is there.
async function letterTo(address, seconds = 60) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; ) {
    const found = letters.find(({ to }) => to.includes(address));
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no letter to ${address}; there are ${letters.map(({ to }) => to)}\n${site.log()}`);
}

// What somebody reads: lines as they were before they were packed for the way.
const readable = (text) =>
  /quoted-printable/i.test(text)
    ? Buffer.from(
        text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : text;

before(async () => {
  port = await listen(0);
  site = await startServer({ empty: true, settings: { LOGBOOK_SMTP_URL: `smtp://127.0.0.1:${port}`, LOGBOOK_MAIL_FROM: 'Logbook <logbook@nova.example>' } });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await closed();
});

test('an invitation arrives, opens an account, and is told to nobody else', async () => {
  await site.run('init', '--network', 'nova', '--name', 'Nova mreža', '--admin', 'prva@nova.example');
  const letter = await letterTo('prva@nova.example');
  assert.equal(letter.from, 'logbook@nova.example');
  const link = readable(letter.text).match(/http:\/\/[^\s]*\/invitations\/[0-9a-f]+/)[0];
  const lead = await browser.newPage({ url: site.url });
  await lead.goto(new URL(link).pathname);
  await lead.locator('input[name=name]').fill('Koordinatorka');
  await lead.locator('input[name=password]').fill('dolgo geslo za nov začetek');
  await lead.locator('form:has(input[name=password]) button').click();
  await lead.waitForURL((url) => !url.pathname.startsWith('/invitations'));

  const invite = async (mail) => {
    await lead.goto('/units/nova/nova/people');
    await lead.locator('input[name=mail]').fill(mail);
    await lead.locator('label:has(input[value=viewer])').click();
    await lead.locator('form:has(input[name=mail]) button').click();
    await lead.locator('[role=status]').waitFor();
  };
  await invite('druga@nova.example');
  assert.equal(await lead.locator('#link').count(), 0, 'the link goes by mail and no other way');
  await accessible(lead);
  await letterTo('druga@nova.example');
  await lead.reload();
  await new Promise((done) => setTimeout(done, 6000));
  assert.equal(letters.filter(({ to }) => to.includes('druga@nova.example')).length, 1, 'reading again mails nothing');

  // Taken back before it was taken up: the link in the letter opens nothing.
  const second = readable((await letterTo('druga@nova.example')).text).match(/\/invitations\/[0-9a-f]+/)[0];
  await lead.locator('form[action$="/withdrawal"] button').first().click();
  await lead.waitForLoadState();
  const stranger = await browser.newPage({ url: site.url });
  const gone = await stranger.goto(second);
  assert.equal(gone.status(), 422);
  await accessible(stranger);

  // A mailbox that is not there, and a server that is away, hold nobody else up.
  await invite('nobody@nova.example');
  await closed();
  await invite('tretja@nova.example');
  await new Promise((done) => setTimeout(done, 6000));
  await listen(port);
  await letterTo('tretja@nova.example', 90);
  assert.ok(!letters.some(({ to }) => to.includes('nobody@nova.example')));

  // What became of each stands on the page; a new link is shown once, and the one before opens nothing.
  await lead.reload();
  const line = (mail) => lead.locator('li.item', { hasText: mail });
  assert.match(await line('nobody@nova.example').innerText(), /Pošta ni odšla: tega nabiralnika ni/);
  assert.match(await line('tretja@nova.example').innerText(), /Pošta odšla \d/);
  await accessible(lead);
  const before = readable(letters.find(({ to }) => to.includes('tretja@nova.example')).text).match(/\/invitations\/[0-9a-f]+/)[0];
  await line('tretja@nova.example').locator('button[value=mail]').click();
  await lead.locator('[role=status]').waitFor();
  for (const deadline = Date.now() + 30_000; letters.filter(({ to }) => to.includes('tretja@nova.example')).length < 2; ) {
    assert.ok(Date.now() < deadline, 'a second letter');
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.equal((await stranger.goto(before)).status(), 422);
  await line('nobody@nova.example').locator('button[value=hand]').click();
  const shown = await lead.locator('#link').inputValue();
  assert.equal((await stranger.goto(new URL(shown).pathname)).status(), 200);
  await lead.reload();
  await accessible(lead);
  const said = site.log();
  for (const word of ['nobody@', 'druga@', second.split('/').pop()]) assert.ok(!said.includes(word), said);
  noThirdParty(lead);
});
