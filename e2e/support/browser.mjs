// Debian's Chromium, watched: a page that asks a third party or breaks its own security policy is noticed.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

// The browser must not call home either: the tests run without the internet.
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const watched = new WeakMap();

/** Opens a browser: `{ newPage(options), close() }`. Each page has cookies of its own. */
export async function openBrowser() {
  if (!existsSync(executablePath)) {
    assert.fail(`There is no browser at ${executablePath}. Run bin/setup browser, or set CHROMIUM.`);
  }
  const browser = await chromium.launch({ executablePath, args, chromiumSandbox: false });

  /** `language` is what the browser asks for; `javaScript: false` is how a page must work too. */
  async function newPage({ width = 390, height = 844, dark = false, language = 'sl', javaScript = true, url } = {}) {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
      timezoneId: 'Europe/Ljubljana',
      javaScriptEnabled: javaScript,
      // Pictures and checks see the page at rest.
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    watch(page, url);
    return page;
  }

  return { newPage, close: () => browser.close() };
}

function watch(page, url) {
  const trouble = [];
  const refused = new Set();
  let home = url && new URL(url).origin;
  watched.set(page, trouble);

  page.on('request', (request) => {
    if (!/^https?:|^wss?:/.test(request.url())) return;
    const { origin } = new URL(request.url());
    home ??= origin;
    if (origin !== home) trouble.push(`asked a third party: ${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (home && new URL(socket.url()).host !== new URL(home).host) trouble.push(`asked a third party: ${socket.url()}`);
  });
  page.on('response', (response) => {
    // 422 is what a form is told, also where a script sent it.
    if (response.status() === 422 || (response.status() >= 400 && response.request().isNavigationRequest())) refused.add(response.url());
  });
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure() ?? {};
    // The browser gives up what it was loading when a person moves on: no fault of the page.
    if (errorText !== 'net::ERR_ABORTED') trouble.push(`could not load ${request.url()}: ${errorText}`);
  });
  page.on('pageerror', (error) => trouble.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url: where } = message.location();
    // A refused form answers 4xx, and the browser reports that as an error: the page is as it should be.
    if (message.text().startsWith('Failed to load resource') && refused.has(where)) return;
    trouble.push(`console: ${message.text()} (${where})`);
  });
}

/** Fails when the page, since it was opened, asked another origin or had an error or a policy violation. */
export function noThirdParty(page) {
  const trouble = watched.get(page);
  if (trouble.length) assert.fail(`the page was not clean:\n  ${trouble.join('\n  ')}`);
}

/** Fills the sign-in form and sends it, whatever comes of it. */
export async function sendSignIn(page, { mail, password }) {
  await page.locator('input[name=mail]').fill(mail);
  await page.locator('input[name=password]').fill(password);
  await submit(page, page.locator('form:has(input[name=password]) button:not([type=button])').first());
}

/** Signs in and expects to arrive somewhere. The page must have been made with `url`. */
export async function signIn(page, account) {
  await page.goto('/sign-in');
  await sendSignIn(page, account);
  if (new URL(page.url()).pathname === '/sign-in') {
    const said = await page.locator('[role=alert]').allInnerTexts();
    throw new Error(`${account.mail} could not sign in: ${said.join(' ') || 'the page does not say why'}`);
  }
}

/** Takes a journey as somebody signed in, on a page of their own that has to stay clean. */
export async function journeyAs(browser, server, account, journey, options = {}) {
  const page = await browser.newPage({ url: server.url, ...options });
  try {
    await signIn(page, account);
    await journey(page);
    noThirdParty(page);
  } finally {
    await page.context().close();
  }
}

/** Signs out, from one's own account. */
export async function signOut(page) {
  await page.goto('/account');
  await submit(page, page.locator('form[action="/sign-out"][method=post i] button').first());
}

/** Opens everything that something stands folded in, the outermost first. */
export async function unfold(found) {
  const folded = found.locator('xpath=ancestor::details[not(@open)]/summary');
  while (await folded.count()) await folded.first().click();
}

/** Presses a button that sends a form, and waits for the page that follows. */
export async function submit(page, button) {
  const answered = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await button.click();
  await answered;
  await page.waitForLoadState();
}
