// Starts the built program on a folder of its own, with a small network in it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const started = new Set();
const folders = new Set();

// A test that dies must not leave a server or its folder behind.
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

function binary() {
  const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
  return resolve(root, process.env.LOGBOOK_BIN ?? join(target, 'debug/logbook'));
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

// A clock that begins at `at` and goes on from there. The library itself, for the `faketime` program would stand
// between us and the server when we stop it.
function clock(at) {
  if (!at) return {};
  const library = readdirSync('/usr/lib', { withFileTypes: true })
    .map(({ name }) => `/usr/lib/${name}/faketime/libfaketime.so.1`)
    .find((path) => existsSync(path));
  if (!library) throw new Error('libfaketime is missing. Run bin/setup browser.');
  return { LD_PRELOAD: library, FAKETIME: `@${at}`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

// Starts `logbook ARGS…` and gathers what it says; `at` is what its clock shows.
function start(args, env, at) {
  const child = spawn(binary(), args, { env: { ...env, ...clock(at) }, stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.err += text));
  const ended = new Promise((done) => {
    child.once('error', (error) => done({ code: null, error }));
    child.once('close', (code, signal) => done({ code, signal }));
  }).then((end) => {
    started.delete(child);
    return end;
  });
  return { child, said, ended };
}

function complaint(what, { said }, end) {
  const how = end?.error?.message ?? (end?.signal ? `signal ${end.signal}` : `exit code ${end?.code}`);
  return new Error(`${what} (${how})\n${said.err.slice(-4000)}${said.out.slice(-1000)}`);
}

async function untilHealthy(url, ended, seconds) {
  const deadline = Date.now() + seconds * 1000;
  let end;
  ended.then((e) => (end = e));
  while (!end && Date.now() < deadline) {
    const asked = fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) });
    if (await asked.then(({ status }) => status === 200, () => false)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/**
 * One server for one test file.
 *
 * Returns `{ url, network, units, accounts, log(), stop() }`. `accounts` are `{ mail, password, role, unit }`;
 * `answers`: of how many young people to each year's evaluation. With `empty` nothing is generated. `run(…)` carries out a command on the same data and returns what it prints.
 * `log()` is what the server has said so far. `at` ("2026-10-15 18:00:00", UTC) sets the server's clock.
 */
export async function startServer({ centres = 4, years = 1, seed = 7, answers = 0, settings = {}, at, empty = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'logbook-e2e-'));
  folders.add(folder);
  // Settings of the person who runs the tests stay out.
  const own = Object.entries(process.env).filter(([name]) => !/^(LOGBOOK_|PG)/.test(name));
  const base = { ...Object.fromEntries(own), TZ: 'UTC', LOGBOOK_DATA_DIR: folder, ...settings };
  try {
    // A day is recorded up to the evening before, so that today's activities wait to be recorded.
    const until = at ? ['--until', new Date(Date.parse(`${at}Z`) - 86_400_000).toISOString().slice(0, 10)] : [];
    const ask = ['generate', '--centres', centres, '--years', years, '--seed', seed, '--answers', answers, ...until].map(String);
    // Any command of the program, on the same data; what it prints.
    const run = async (...args) => {
      const command = start(args, base, at);
      const end = await command.ended;
      if (end.code !== 0) throw complaint(`logbook ${args[0]} failed`, command, end);
      return command.said.out;
    };
    const made = empty ? {} : JSON.parse(await run(...ask));

    // Another program may take the port between our look and the start, so try again.
    for (let tries = 3; ; tries--) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const serve = start(['serve'], { ...base, LOGBOOK_LISTEN: `127.0.0.1:${port}`, LOGBOOK_BASE_URL: url }, at);
      const stop = async () => {
        serve.child.kill('SIGTERM');
        const killer = setTimeout(() => serve.child.kill('SIGKILL'), 5000);
        await serve.ended;
        clearTimeout(killer);
        await rm(folder, { recursive: true, force: true });
      };
      if (await untilHealthy(url, serve.ended, 30)) {
        return { url, ...made, run, folder, log: () => serve.said.err + serve.said.out, stop };
      }
      if (tries > 1 && /address.*in use/i.test(serve.said.err + serve.said.out)) continue;
      serve.child.kill('SIGKILL');
      throw complaint('logbook serve did not get ready', serve, await serve.ended);
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The first account with that role or that mail address. */
export function accountOf(server, roleOrMail) {
  const account = server.accounts.find(({ role, mail }) => role === roleOrMail || mail === roleOrMail);
  if (!account) {
    const known = server.accounts.map(({ role, mail }) => `${role} ${mail}`).join(', ');
    throw new Error(`There is no account for ${roleOrMail}. There are: ${known}`);
  }
  return account;
}
