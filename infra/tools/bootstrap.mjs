#!/usr/bin/env node
/**
 * Runs a TypeScript tool of this repository on the Node version that the repository pins, installing packages first
 * where they are missing or out of date. Plain JavaScript without imports from node_modules: on a fresh clone there
 * are none. Usage: `node infra/tools/bootstrap.mjs <tool.ts> [arguments]`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const STAMP = join(ROOT, 'node_modules', '.trastienda-stamp');
const OLDEST_NODE = 20;

/** @param {string} message */
function fail(message) {
  process.stderr.write(`✗ ${message}\n`);
  process.exit(1);
}

/** What node_modules must agree with: the lockfile, and the platform that native packages were fetched for. */
function wantedStamp() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

function installed() {
  if (!existsSync(join(BIN, 'node'))) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === wantedStamp();
  if (!agreesWithLock()) return false;
  writeFileSync(STAMP, wantedStamp());
  return true;
}

/** Whether npm's own record of what it installed names the lockfile's versions: then somebody ran `npm ci` by hand. */
function agreesWithLock() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesOf = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const present = packagesOf(record);
  const wanted = Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional }]) => (present[path] ? present[path].version === version : optional));
}

/** npm would empty the folder that the link names, under every other checkout that uses it. */
function isLinked() {
  return lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function install() {
  if (isLinked())
    fail('node_modules is a link to packages that are missing or out of date: run npm ci where it points to, or remove the link');
  const began = Date.now();
  process.stderr.write('Installing packages with npm ci (once; about a minute) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Its output goes to stderr: tools such as `npm run -s token` print only their answer on stdout.
  const { status, error } = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (error) fail(`npm could not be run (${error.message}): install Node.js with npm`);
  if (status !== 0) fail('npm ci failed (see above): check the network or the npm registry, then run the same command again');
  if (!existsSync(join(BIN, 'node')))
    fail('npm ci left no node_modules/.bin/node: the npm package "node" offers no binary for this platform');
  writeFileSync(STAMP, wantedStamp());
  process.stderr.write(`Installed packages in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

/** @param {string[]} args */
function run([tool, ...args]) {
  if (!tool) fail('usage: node infra/tools/bootstrap.mjs <tool.ts> [arguments]');
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(join(BIN, 'node'), [join(ROOT, tool), ...args], { cwd: ROOT, env, stdio: 'inherit' });
  // The tool decides when to end (it has an emulator to stop); this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`the pinned Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)));
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
  fail(`Node.js ${OLDEST_NODE} or newer is needed; this is ${process.version}`);
if (!installed()) install();
run(process.argv.slice(2));
