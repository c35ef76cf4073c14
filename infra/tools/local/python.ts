import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { withLock } from './lock.ts';
import { runLines } from './processes.ts';
import { LOCAL, ROOT } from './workspace.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const VENV = join(ROOT, '.venv');
/** Where packages go on a machine whose Python cannot make virtual environments. */
const TARGET = join(LOCAL, 'py');
const CANDIDATES = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const OLDEST = [3, 10] as const;
const GET_PYTHON =
  'install Python 3.10 or newer (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python) and start again';

/** A Python with the emulator's packages, and the environment that lets it find them. */
export interface Python {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Whether `python --version`'s answer is a version that the emulator runs on. */
export function isRecentEnough(answer: string): boolean {
  const [, major = 0, minor = 0] = (/Python (\d+)\.(\d+)/.exec(answer) ?? []).map(Number);
  return major === OLDEST[0] && minor >= OLDEST[1];
}

/** Python with what `requirements.txt` names; installs it where it is missing or out of date. */
export async function preparePython(note: (line: string) => void): Promise<Python> {
  // `npm start` and `npm test` share it: the second waits for what the first installs.
  return withLock(join(LOCAL, 'python.lock'), 'infra/tools/local/', () => prepare(note));
}

async function prepare(note: (line: string) => void): Promise<Python> {
  const stamp = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const ready = [inVenv(), inTarget()].find((home) => home && stampOf(home.home) === stamp && works(home.python));
  if (ready) return ready.python;
  const system = CANDIDATES.find((command) => isRecentEnough(versionOf(command)));
  if (!system) throw new Failure(`no Python 3.10 or newer was found: ${GET_PYTHON}`);
  note('installing the emulator into .venv (once, about 40 MB) …');
  const { home, python } = await installInto(system);
  writeFileSync(join(home, '.trastienda-stamp'), stamp);
  return python;
}

interface Home {
  readonly home: string;
  readonly python: Python;
}

const inVenv = (): Home => ({ home: VENV, python: { command: join(VENV, 'bin', 'python'), env: {} } });

function inTarget(): Home | undefined {
  const recorded = join(TARGET, '.python');
  return existsSync(recorded)
    ? { home: TARGET, python: { command: readFileSync(recorded, 'utf8'), env: { PYTHONPATH: TARGET } } }
    : undefined;
}

const versionOf = (command: string): string => spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout ?? '';
const works = ({ command, env }: Python): boolean =>
  spawnSync(command, ['-c', 'import ministack, cryptography'], { env: { ...process.env, ...env } }).status === 0;

function stampOf(home: string): string | undefined {
  const path = join(home, '.trastienda-stamp');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

async function installInto(system: string): Promise<Home> {
  rmSync(VENV, { recursive: true, force: true });
  rmSync(TARGET, { recursive: true, force: true });
  if ((await runLines(system, ['-m', 'venv', VENV], { cwd: ROOT }, () => undefined)) === 0) {
    const venv = inVenv();
    await pip(venv.python.command, []);
    return venv;
  }
  // Debian's Python comes without `ensurepip`, so `venv` fails half-way; its pip, where installed, can still fill a folder.
  rmSync(VENV, { recursive: true, force: true });
  if (spawnSync(system, ['-m', 'pip', '--version']).status !== 0)
    throw new Failure(
      `${system} has neither a working venv module nor pip: apt install python3-venv (or your system's package of that name) and start again`,
    );
  mkdirSync(TARGET, { recursive: true });
  await pip(system, ['--target', TARGET]);
  writeFileSync(join(TARGET, '.python'), system);
  return { home: TARGET, python: { command: system, env: { PYTHONPATH: TARGET } } };
}

async function pip(command: string, more: readonly string[]): Promise<void> {
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', ...more, '-r', REQUIREMENTS];
  const lines: string[] = [];
  if ((await runLines(command, args, { cwd: ROOT }, (line) => lines.push(line))) === 0) return;
  const log = join(LOCAL, 'pip.log');
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, `${lines.join('\n')}\n`);
  throw new Failure(
    `pip could not install the emulator (full output: ${log}): check the network or the Python package index and start again`,
  );
}
