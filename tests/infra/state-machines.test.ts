import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { faultsOf } from '../support/asl.ts';

const files = await Array.fromAsync(glob('statemachines/**/*.json', { cwd: ROOT }));

const task = {
  Type: 'Task',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: filled in at deployment.
  Resource: '${OrderTask}',
  TimeoutSeconds: 30,
  Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
  End: true,
};
const machine = (step: object) => JSON.stringify({ StartAt: 'Step', States: { Step: step, Failed: { Type: 'Fail' } } });

it('finds what is wrong with a state machine, also inside a map', () => {
  expect(faultsOf(machine(task))).toEqual([]);
  const { TimeoutSeconds, Retry, Catch, ...bare } = task;
  expect(faultsOf(machine({ ...bare, TimeoutSeconds, Retry, Next: 'Failed', End: undefined }))).toEqual(['Step has no Catch']);
  expect(faultsOf(machine({ ...task, TimeoutSeconds: undefined, Retry: [] }))).toEqual(['Step has no TimeoutSeconds', 'Step has no Retry']);
  const invoke = { ...task, Resource: 'arn:aws:states:::lambda:invoke', Retry: [{ ErrorEquals: ['Lambda.ServiceException'] }] };
  expect(faultsOf(machine(invoke))).toEqual(['Step does not retry every failure of its function']);
  expect(faultsOf(machine({ ...task, End: undefined, Next: 'Nowhere' }))).toHaveLength(1);
  const inner = { StartAt: 'Each', States: { Each: bare } };
  const map = { Type: 'Map', ItemProcessor: inner, Catch, End: true };
  expect(faultsOf(machine(map))).toEqual(['Each has no TimeoutSeconds', 'Each has no Retry', 'Each has no Catch']);
});

it.each(files.length > 0 ? files : ['none yet'])('%s is valid, and each of its tasks ends, tries again and reports', async (file) => {
  if (files.length > 0) expect(faultsOf(await readFile(join(ROOT, file), 'utf8'))).toEqual([]);
});
