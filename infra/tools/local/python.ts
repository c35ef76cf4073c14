import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import { TOOLS, withLock } from './lock.ts';
import { runLines } from './processes.ts';
import { LOCAL, ROOT } from './workspace.ts';

/** A set of pinned Python packages with a home of its own. */
interface Wanted {
  /** File beside this one. */
  readonly requirements: string;
  readonly venv: string;
  /** Where packages go on a machine whose Python cannot make virtual environments. */
  readonly target: string;
  /** Modules that must load. */
  readonly modules: string;
  /** What it is, for the person who waits. */
  readonly what: string;
  readonly megabytes: number;
}

const EMULATOR: Wanted = {
  requirements: 'requirements.txt',
  venv: join(ROOT, '.venv'),
  target: join(LOCAL, 'py'),
  modules: 'ministack, cryptography',
  what: 'the emulator',
  megabytes: 40,
};
const REQUEST_GENERATOR: Wanted = {
  requirements: 'requirements-test.txt',
  venv: join(LOCAL, 'venv-test'),
  target: join(LOCAL, 'py-test'),
  modules: 'schemathesis',
  what: 'the request generator (Schemathesis)',
  megabytes: 30,
};
const BANK_SCHEMAS: Wanted = {
  requirements: 'requirements-schemas.txt',
  venv: join(LOCAL, 'venv-schemas'),
  target: join(LOCAL, 'py-schemas'),
  modules: 'sepaxml, xmlschema',
  what: 'the schemas of files for banks (ISO 20022)',
  megabytes: 5,
};
const EINVOICE_RULES: Wanted = {
  requirements: 'requirements-einvoice.txt',
  venv: join(LOCAL, 'venv-einvoice'),
  target: join(LOCAL, 'py-einvoice'),
  modules: 'lxml, saxonche, signxml, verifactu_lint',
  what: 'what runs the rules of electronic invoices (XSLT 2.0 and XSD)',
  megabytes: 45,
};
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

/** Python with the emulator; installs it where it is missing or out of date. @throws Failure that says what to do. */
export const preparePython = (note: (line: string) => void): Promise<Python> => alone(EMULATOR, note);
/** Python with the generator of requests that a test uses. @throws Failure that says what to do. */
export const prepareRequestGenerator = (note: (line: string) => void): Promise<Python> => alone(REQUEST_GENERATOR, note);

/** Python with the schemas of files for banks, by which a test looks at ours. @throws Failure that says what to do. */
export const prepareBankSchemas = (note: (line: string) => void): Promise<Python> => alone(BANK_SCHEMAS, note);

/** Python that runs the official rules of electronic invoices, by which a test looks at ours. @throws Failure that says what to do. */
export const prepareEInvoiceRules = (note: (line: string) => void): Promise<Python> => alone(EINVOICE_RULES, note);

/** `npm start` and `npm test` share it: the second waits for what the first installs. */
const alone = (wanted: Wanted, note: (line: string) => void): Promise<Python> =>
  withLock(join(LOCAL, `${wanted.requirements}.lock`), TOOLS, () => prepare(wanted, note));

const fileOf = ({ requirements }: Wanted): string => join(import.meta.dirname, requirements);

async function prepare(wanted: Wanted, note: (line: string) => void): Promise<Python> {
  const stamp = createHash('sha256')
    .update(readFileSync(fileOf(wanted)))
    .digest('hex');
  const ready = [inVenv(wanted), inTarget(wanted)].find((home) => home && stampOf(home.home) === stamp && works(home.python, wanted));
  if (ready) return ready.python;
  const system = CANDIDATES.find((command) => isRecentEnough(versionOf(command)));
  if (!system) throw new Failure(`no Python 3.10 or newer was found: ${GET_PYTHON}`);
  note(`installing ${wanted.what} (once, about ${wanted.megabytes} MB) …`);
  const { home, python } = await installInto(system, wanted);
  writeFileSync(join(home, '.trastienda-stamp'), stamp);
  return python;
}

interface Home {
  readonly home: string;
  readonly python: Python;
}

const inVenv = ({ venv }: Wanted): Home => ({ home: venv, python: { command: join(venv, 'bin', 'python'), env: {} } });

function inTarget({ target }: Wanted): Home | undefined {
  const recorded = join(target, '.python');
  return existsSync(recorded)
    ? { home: target, python: { command: readFileSync(recorded, 'utf8'), env: { PYTHONPATH: target } } }
    : undefined;
}

const versionOf = (command: string): string => spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout ?? '';
const works = ({ command, env }: Python, { modules }: Wanted): boolean =>
  spawnSync(command, ['-c', `import ${modules}`], { env: { ...process.env, ...env } }).status === 0;

function stampOf(home: string): string | undefined {
  const path = join(home, '.trastienda-stamp');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

async function installInto(system: string, wanted: Wanted): Promise<Home> {
  const { venv, target } = wanted;
  rmSync(venv, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  if ((await runLines(system, ['-m', 'venv', venv], { cwd: ROOT }, () => undefined)) === 0) {
    const made = inVenv(wanted);
    await pip(made.python.command, [], wanted);
    return made;
  }
  // Debian's Python comes without `ensurepip`, so `venv` fails half-way; its pip, where installed, can still fill a folder.
  rmSync(venv, { recursive: true, force: true });
  if (spawnSync(system, ['-m', 'pip', '--version']).status !== 0)
    throw new Failure(
      `${system} has neither a working venv module nor pip: apt install python3-venv (or your system's package of that name) and start again`,
    );
  mkdirSync(target, { recursive: true });
  await pip(system, ['--target', target], wanted);
  writeFileSync(join(target, '.python'), system);
  return { home: target, python: { command: system, env: { PYTHONPATH: target } } };
}

async function pip(command: string, more: readonly string[], wanted: Wanted): Promise<void> {
  const args = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--no-compile',
    ...more,
    '-r',
    fileOf(wanted),
  ];
  const lines: string[] = [];
  if ((await runLines(command, args, { cwd: ROOT }, (line) => lines.push(line))) === 0) return;
  const log = join(LOCAL, 'pip.log');
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, `${lines.join('\n')}\n`);
  throw new Failure(
    `pip could not install ${wanted.what} (full output: ${log}): check the network or the Python package index and start again`,
  );
}
