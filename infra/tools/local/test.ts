import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serveConsole } from './console.ts';
import { buildConsole } from './console-build.ts';
import type { Endpoints } from './outputs.ts';
import { ownCloud } from './own-cloud.ts';
import { killChildren, run } from './processes.ts';
import { Shutdown } from './shutdown.ts';
import { Steps } from './steps.ts';
import { needsConsole, needsNoCloud, type Report, summarise } from './summary.ts';
import { NODE_BIN, ROOT, readJson, workspace, writeJson } from './workspace.ts';

const HELP = `Deploys the product to an emulator of its own and runs the tests against it.

  npm test                              everything
  npm test -- tests/unit                unit tests alone, without an emulator
  npm test -- tests/integration -t ship any arguments go to vitest
  TRASTIENDA_KEEP=1 npm test            leaves the emulator running; the next such run uses it again,
                                        and deploys only if the sources have changed

It can run while npm start runs. The last line counts: "N passed, N failed".
`;

const KEEP = process.env.TRASTIENDA_KEEP === '1';
const space = workspace('test');
const results = join(space.dir, 'results.json');

async function vitest(args: readonly string[], endpoints: string | undefined): Promise<number> {
  await rm(results, { force: true });
  const env = { ...process.env, ...(endpoints ? { TRASTIENDA_ENDPOINTS: endpoints } : {}) };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  return run(join(NODE_BIN, 'vitest'), ['run', ...reporters, ...args], { cwd: ROOT, env });
}

async function test(args: readonly string[], shutdown: Shutdown): Promise<number> {
  shutdown.add(killChildren);
  if (needsNoCloud(args)) return vitest(args, undefined);
  const steps = new Steps();
  const browses = needsConsole(args);
  const [cloud] = await Promise.all([
    ownCloud(space, { command: 'npm test', what: 'the tests', keep: KEEP, steps, shutdown }),
    browses ? buildConsole() : undefined,
  ]);
  const consoleUrl = browses ? await steps.run('Serving the console', () => served(cloud, shutdown)) : null;
  await writeJson(space.endpoints, { ...cloud, consoleUrl }, 0o600);
  return vitest(args, space.endpoints);
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
  const code = await shutdown.run(() => test(args, shutdown));
  const summary = summarise(await readJson<Report>(results), code);
  console.log(summary.line);
  process.exitCode = summary.exitCode;
}
