import { expect, it } from 'vitest';
import { GATES, type Gate, gatesNamed, runGates } from '../../../infra/tools/gates.ts';

const gate = (name: string, code: string): Gate => ({ name, command: process.execPath, args: ['-e', code] });

async function run(gates: readonly Gate[], atOnce = 2): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await runGates(gates, atOnce, (line) => lines.push(line));
  return { code, lines };
}

it('passes where every gate does, with one line for each and nothing of what they print', async () => {
  const { code, lines } = await run([gate('one', 'console.log("noise")'), gate('two', '')]);
  expect(code).toBe(0);
  expect(lines.slice(0, 2).sort()).toEqual([expect.stringMatching(/^✓ one {6}\d+\.\d s$/), expect.stringMatching(/^✓ two {6}\d+\.\d s$/)]);
  expect(lines[2]).toMatch(/^2 of 2 checks passed in \d+\.\d s$/);
  expect(lines).toHaveLength(3);
});

it('runs all gates although one fails, shows all that the failed ones wrote, and fails', async () => {
  const bad = gate('bad', 'console.log("line 1"); console.error("line 2"); process.exitCode = 3');
  const { code, lines } = await run([bad, gate('good', ''), gate('worse', 'throw new Error("boom")')], 1);
  expect(code).toBe(1);
  expect(lines.map((line) => line.slice(0, 6))).toEqual(expect.arrayContaining(['✗ bad ', '✓ good', '✗ wors']));
  expect(lines.join('\n')).toMatch(/── bad ──\nline 1\nline 2/);
  expect(lines.join('\n')).toMatch(/── worse ──[\s\S]*boom/);
  expect(lines.at(-1)).toMatch(/^\n1 of 3 checks passed/);
});

it('fails where a program cannot be started', async () => {
  const { code, lines } = await run([{ name: 'gone', command: '/nowhere/program', args: [] }]);
  expect(code).toBe(1);
  expect(lines.join('\n')).toContain('ENOENT');
});

it('runs as many gates at once as it is told', async () => {
  // Each waits until the other runs too: one after the other they would never end.
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(`${tmpdir()}/gates-`);
  const meet = (own: string, other: string) =>
    gate(own, `const fs = require('fs'); fs.writeFileSync('${folder}/${own}', ''); while (!fs.existsSync('${folder}/${other}'));`);
  try {
    expect((await run([meet('a', 'b'), meet('b', 'a')], 2)).code).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('takes the checks that are named, and knows no others', () => {
  expect(gatesNamed([])).toBe(GATES);
  expect(gatesNamed(['biome', 'types']).map((g) => g.name)).toEqual(['types', 'biome']);
  expect(() => gatesNamed(['typos'])).toThrow('there is no check named typos: choose of tests, types, web, knip, imports, biome');
});
