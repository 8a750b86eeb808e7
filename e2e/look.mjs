// Takes pictures of pages as people see them: phone and desk, light and dark, each language.

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { schemes, widths } from './support/axe.mjs';
import { noThirdParty, openBrowser, signIn } from './support/browser.mjs';
import { accountOf, startServer } from './support/server.mjs';

const usage = `bin/look [OPTION…] PATH…    takes pictures of pages: 390 and 1280 px wide, light and dark, sl and en

  --out DIR          the folder for the pictures; made if missing (default: target/look)
  --account WHO      sign in first: a role (worker, mentor, coordinator, viewer) or a mail address
  --url URL          a running server instead of one of its own; then --account is a mail address
  --password-file F  the password for --url, as the first line of a file (or LOOK_PASSWORD)
  --width N, --scheme light|dark, --language sl|en    only these (each may be given more than once);
                     an account that reads in another language is set to this one

An address may start without a slash: today is /today, and . is the start page.`;

const languages = ['sl', 'en'];
let options, paths;
try {
  ({ values: options, positionals: paths } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'target/look' },
      account: { type: 'string' },
      url: { type: 'string' },
      'password-file': { type: 'string' },
      width: { type: 'string', multiple: true, default: widths.map(String) },
      scheme: { type: 'string', multiple: true, default: schemes },
      language: { type: 'string', multiple: true, default: languages },
      help: { type: 'boolean', short: 'h' },
    },
  }));
} catch (error) {
  console.error(`bin/look: ${error.message}\n\n${usage}`);
  process.exit(2);
}
if (options.help || !paths.length) {
  console.log(usage);
  process.exit(options.help ? 0 : 2);
}

async function theirServer() {
  const file = options['password-file'];
  const password = file ? (await readFile(file, 'utf8')).split('\n')[0] : process.env.LOOK_PASSWORD;
  if (options.account && !password) throw new Error('With --url and --account, give --password-file or LOOK_PASSWORD.');
  return { url: options.url, accounts: [{ mail: options.account, password }], stop: async () => {} };
}

// today → /today, http://host/a/b?c=d → a-b-c-d
const address = (path) => (/^(https?:)?\//.test(path) ? path : `/${path.replace(/^\.$/, '')}`);
const words = (path) => address(path).replace(/^https?:\/\/[^/]*/, '').match(/[\p{L}\p{N}]+/gu) ?? ['start'];
const slug = (path) => words(path).join('-');

let server, browser;
try {
  await mkdir(options.out, { recursive: true });
  server = options.url ? await theirServer() : await startServer();
  browser = await openBrowser();
  for (const language of options.language) {
    const page = await browser.newPage({ url: server.url, language });
    if (options.account) await signIn(page, accountOf(server, options.account));
    // Whoever has signed in reads in the language of their account, whatever the browser asks for.
    const other = page.locator(`form[action="/language"] button[value="${language}"]`);
    if (options.account && (await other.count())) {
      await Promise.all([page.waitForNavigation(), other.click()]);
    }
    for (const path of paths) {
      for (const width of options.width.map(Number)) {
        for (const colorScheme of options.scheme) {
          await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
          await page.emulateMedia({ colorScheme });
          const answer = await page.goto(address(path));
          const file = join(options.out, `${slug(path)}-${width}-${colorScheme}-${language}.png`);
          await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
          const went = new URL(page.url()).pathname;
          const led = went === new URL(address(path), server.url).pathname ? '' : `, led to ${went}`;
          console.log(`${file}  (${answer.status()}${led})`);
        }
      }
    }
    try {
      noThirdParty(page);
    } catch (error) {
      console.error(`bin/look: ${error.message}`);
      process.exitCode = 1;
    }
    await page.context().close();
  }
} catch (error) {
  console.error(`bin/look: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await server?.stop();
}
