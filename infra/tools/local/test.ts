import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serveConsole } from './console.ts';
import { buildConsole } from './console-build.ts';
import type { Endpoints } from './outputs.ts';
import { ownCloud } from './own-cloud.ts';
import { killChildren, run } from './processes.ts';
import { prepareRequestGenerator } from './python.ts';
import { Shutdown } from './shutdown.ts';
import { Steps } from './steps.ts';
import { againOf, merged, needsConsole, needsGenerator, needsNoCloud, type Report, summarise, withoutPaths } from './summary.ts';
import { NODE_BIN, ROOT, readJson, workspace, writeJson } from './workspace.ts';

const HELP = `Deploys the product to an emulator of its own and runs the tests against it.

  npm test                              everything
  npm test -- tests/unit                unit tests alone, without an emulator
  npm test -- tests/integration -t ship any arguments go to vitest
  TRASTIENDA_KEEP=1 npm test            leaves the emulator running; the next such run uses it again,
                                        and deploys only if the sources have changed

It can run while npm start runs. The last line counts: "N passed, N failed". A browser test that failed is run once
more; what passed only then is named, as its first failure is above.
`;

const KEEP = process.env.TRASTIENDA_KEEP === '1';
const space = workspace('test');
const results = join(space.dir, 'results.json');
const outside = join(space.dir, 'outside-errors');
const OUTSIDE_ERRORS = join(import.meta.dirname, 'outside-errors.ts');

interface Outcome {
  readonly code: number;
  readonly report: Report | undefined;
  /** Tests that passed only the second time. */
  readonly unsteady: readonly string[];
}

async function vitest(args: readonly string[], endpoints: string | undefined): Promise<number> {
  await mkdir(space.dir, { recursive: true });
  await rm(results, { force: true });
  const env = { ...process.env, TRASTIENDA_OUTSIDE_ERRORS: outside, ...(endpoints ? { TRASTIENDA_ENDPOINTS: endpoints } : {}) };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`, `--reporter=${OUTSIDE_ERRORS}`];
  return run(join(NODE_BIN, 'vitest'), ['run', ...reporters, ...args], { cwd: ROOT, env });
}

/** Runs the tests, and those of a few browser files that failed once more. */
async function outcomeOf(args: readonly string[], endpoints: string | undefined): Promise<Outcome> {
  const code = await vitest(args, endpoints);
  const first = await readJson<Report>(results);
  // An error outside of tests has no file that could be run again.
  const again = (await readJson<number>(outside)) === 0 ? againOf(first) : [];
  if (!first || again.length === 0) return { code, report: first, unsteady: [] };
  console.log(`\nOnce more: ${again.map((file) => relative(ROOT, file)).join(', ')}`);
  const secondCode = await vitest([...again, ...withoutPaths(args)], endpoints);
  const second = await readJson<Report>(results);
  if (!second) return { code, report: first, unsteady: [] };
  return { code: secondCode, ...merged(first, second) };
}

async function test(args: readonly string[], shutdown: Shutdown): Promise<Outcome> {
  shutdown.add(killChildren);
  if (needsNoCloud(args)) return outcomeOf(args, undefined);
  const steps = new Steps();
  const browses = needsConsole(args);
  // Beside the deployment. The test that runs it tells what is in its way.
  if (needsGenerator(args)) prepareRequestGenerator(() => undefined).catch(() => undefined);
  const beside = browses ? buildConsole : undefined;
  const cloud = await ownCloud(space, { command: 'npm test', what: 'the tests', keep: KEEP, beside, steps, shutdown });
  const consoleUrl = browses ? await steps.run('Serving the console', () => served(cloud, shutdown)) : null;
  await writeJson(space.endpoints, { ...cloud, consoleUrl }, 0o600);
  return outcomeOf(args, space.endpoints);
}

async function served(cloud: Endpoints, shutdown: Shutdown): Promise<string> {
  const { url, stop } = await serveConsole(cloud);
  shutdown.add(stop);
  return url;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else {
  await rm(results, { force: true });
  const shutdown = new Shutdown();
  shutdown.listen(() => console.error('\nInterrupted: stopping …'));
  let outcome: Outcome = { code: 1, report: undefined, unsteady: [] };
  const code = await shutdown.run(async () => {
    outcome = await test(args, shutdown);
    return outcome.code;
  });
  const { report, unsteady } = outcome;
  for (const name of unsteady) console.log(`Passed only the second time: ${name}`);
  const summary = summarise(report, code);
  console.log(summary.line);
  process.exitCode = summary.exitCode;
}
