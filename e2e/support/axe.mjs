// Accessibility checks with axe-core, in each page as it stands.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// WCAG 2.2 AA is the floor.
const floor = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
// Those of the floor that compare colours.
const colours = ['color-contrast', 'link-in-text-block'];

export const widths = [390, 1280];
export const schemes = ['light', 'dark'];

// Runs code in the page over the debugging protocol, in a world of its own: a strict security policy does not stop it and
// the page does not notice it.
async function inPage(page, work) {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    return await work(async (expression) => {
      const { result, exceptionDetails: failure } = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        awaitPromise: true,
        returnByValue: true,
      });
      if (failure) throw new Error(`the check could not run: ${failure.exception?.description ?? failure.text}`);
      return result.value;
    });
  } finally {
    await session.detach().catch(() => {}); // the page may be closed by now
  }
}

/** What axe finds in the page as it stands now; with `only`, by those rules alone. */
export async function violations(page, only) {
  // Off by default in axe, though WCAG 2.2 AA asks for it.
  const all = { runOnly: floor, rules: { 'target-size': { enabled: true } } };
  const options = { ...(only ? { runOnly: only } : all), resultTypes: ['violations'] };
  return inPage(page, async (run) => {
    await run(`${source}; undefined`);
    // What a bar at the edge happens to cover can be scrolled out from under it; axe sees one place only.
    const bar = (position) =>
      run(`document.querySelectorAll('.savebar').forEach((it) => { it.style.position = '${position}'; })`);
    await bar('static');
    const found = run(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations.map(
      ({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(
        ({ target, html, failureSummary }) => ({ target: target.flat().join(' '), html, failureSummary })) })))`);
    return within(30, 'axe did not finish: it needs a page with JavaScript on', found).finally(() => bar(''));
  });
}

async function within(seconds, complaint, work) {
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(complaint)), seconds * 1000)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Those findings for a person to read. */
export function describe(found) {
  return found
    .map(({ id, impact, help, nodes }) => {
      const places = nodes.map(({ target, html, failureSummary }) => {
        const why = failureSummary.split('\n').slice(1).map((line) => `      ${line.trim()}`).join('\n');
        return `    ${target}\n      ${html.slice(0, 160)}\n${why}`;
      });
      return `  ${id} (${impact}): ${help}\n${places.join('\n')}`;
    })
    .join('\n');
}

/**
 * Fails when the page, at phone and desk width and in light and dark, has a violation or scrolls sideways. Of a width, the second
 * scheme is held against the rules of colours alone: nothing else depends on it, and all rules take seconds on a long page.
 */
export async function accessible(page) {
  const size = page.viewportSize();
  const dark = await inPage(page, (run) => run("matchMedia('(prefers-color-scheme: dark)').matches"));
  const faults = [];
  for (const width of widths) {
    for (const [at, colorScheme] of schemes.entries()) {
      await page.setViewportSize({ ...size, width });
      await page.emulateMedia({ colorScheme });
      const found = await violations(page, at ? colours : undefined);
      if (found.length) faults.push(`${page.url()} at ${width} px, ${colorScheme}\n${describe(found)}`);
      // WCAG 1.4.10 (reflow), which axe does not look at.
      const wide = await inPage(page, (run) => run('document.documentElement.scrollWidth'));
      if (wide > width) faults.push(`${page.url()} at ${width} px, ${colorScheme}: the page is ${wide} px wide`);
    }
  }
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  if (faults.length) assert.fail(`not accessible:\n${faults.join('\n')}`);
}
