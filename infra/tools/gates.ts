import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './local/failure.ts';
import { runLines } from './local/processes.ts';
import { LOCAL, NODE_BIN, ROOT } from './local/workspace.ts';

/** One check of the repository: a program that ends with 0 where all is well. */
export interface Gate {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const gate = (name: string, program: string, ...args: string[]): Gate => ({ name, command: join(NODE_BIN, program), args });

/** The native compiler checks in seconds; the one in JavaScript is there for the tools that read code by its library. */
const TSC = join('..', 'typescript-native', 'bin', 'tsc');
const CODE = ['functions', 'infra', 'shared', 'tests', 'web'];

/** All gates, those that take longest first. */
export const GATES: readonly Gate[] = [
  // Each worker loads the product once, not once a file: these tests put back what they change of their process.
  gate('tests', 'vitest', 'run', '--no-isolate', 'tests/unit', 'tests/tidy', 'tests/infra/openapi.test.ts'),
  gate('types', TSC, '-p', '.', '--incremental', '--tsBuildInfoFile', join(LOCAL, 'types.tsbuildinfo')),
  gate('web', TSC, '-p', 'web', '--incremental', '--tsBuildInfoFile', join(LOCAL, 'web.tsbuildinfo')),
  gate('knip', 'knip'),
  gate('imports', 'depcruise', ...CODE.filter((folder) => existsSync(join(ROOT, folder)))),
  gate('biome', 'biome', 'check', '.', '--max-diagnostics=200'),
];

/** The gates with these names; all where there is none. @throws Failure on a name that is not a gate's. */
export function gatesNamed(names: readonly string[], gates: readonly Gate[] = GATES): readonly Gate[] {
  const unknown = names.filter((name) => !gates.some((g) => g.name === name));
  if (unknown.length > 0)
    throw new Failure(`there is no check named ${unknown.join(', ')}: choose of ${gates.map((g) => g.name).join(', ')}`);
  return names.length === 0 ? gates : gates.filter((g) => names.includes(g.name));
}

/**
 * Runs gates, some at once. Each prints one line with its seconds as it ends; what the failed ones wrote follows at the end.
 * @returns the exit code: 0 only where every gate passed.
 */
export async function runGates(gates: readonly Gate[], atOnce: number, print: (line: string) => void): Promise<number> {
  const began = performance.now();
  const waiting = [...gates];
  const failed: { gate: Gate; output: string[] }[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, output, seconds } = await runGate(next);
      print(`${code === 0 ? '✓' : '✗'} ${next.name.padEnd(8)} ${seconds} s`);
      if (code !== 0) failed.push({ gate: next, output });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const { gate: of, output } of failed) print(`\n── ${of.name} ──\n${output.join('\n')}`);
  const passed = gates.length - failed.length;
  print(`${failed.length > 0 ? '\n' : ''}${passed} of ${gates.length} checks passed in ${secondsSince(began)} s`);
  return failed.length === 0 ? 0 : 1;
}

async function runGate({ command, args }: Gate): Promise<{ code: number; output: string[]; seconds: string }> {
  const began = performance.now();
  const output: string[] = [];
  const code = await runLines(command, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } }, (line) => output.push(line)).catch(
    (error: Error) => {
      output.push(error.message);
      return 1;
    },
  );
  return { code, output, seconds: secondsSince(began) };
}

const secondsSince = (began: number): string => ((performance.now() - began) / 1000).toFixed(1);
