import { describe, expect, it } from 'vitest';
import { reasonOf, stackEvent } from '../../../infra/tools/local/cdk-progress.ts';
import { processesForTests } from '../../../infra/tools/local/emulator.ts';
import { Failure } from '../../../infra/tools/local/failure.ts';
import { endpointsOf, withPrefix } from '../../../infra/tools/local/outputs.ts';
import { isRecentEnough } from '../../../infra/tools/local/python.ts';
import { Steps } from '../../../infra/tools/local/steps.ts';
import { againOf, merged, needsGenerator, needsNoCloud, type Report, summarise, withoutPaths } from '../../../infra/tools/local/summary.ts';
import { newPassword } from '../../../infra/tools/local/users.ts';

describe('what the CDK CLI prints', () => {
  it.each([
    ['Trastienda-Data: deploying... [1/9]', { kind: 'started', stack: 'Trastienda-Data' }],
    [' ✅  Trastienda-Data', { kind: 'deployed', stack: 'Trastienda-Data' }],
    [' ✅  Trastienda-Edge (no changes)', { kind: 'unchanged', stack: 'Trastienda-Edge' }],
    ['\u001b[32m ✅  Trastienda-Data\u001b[39m', { kind: 'deployed', stack: 'Trastienda-Data' }],
    ['❌  Trastienda-Edge failed: no such route', { kind: 'failed', stack: 'Trastienda-Edge', reason: 'no such route' }],
    ['✨  Deployment time: 3.1s', undefined],
    ['Trastienda-Data | 3/9 | CREATE_COMPLETE', undefined],
  ])('%s', (line, event) => expect(stackEvent(line)).toEqual(event));

  it('gives the resource that failed as the reason, else an error, else the last line', () => {
    const resource = 'Trastienda-Data | 1/9 | 10:00:00 | CREATE_FAILED | AWS::S3::Bucket | Documents: name taken';
    expect(reasonOf(['Error: something', resource, 'bye'])).toBe(resource);
    expect(reasonOf(['hello', 'Error: something', 'bye'])).toBe('Error: something');
    expect(reasonOf(['hello', '', 'bye', '  '])).toBe('bye');
    expect(reasonOf([])).toBe('it printed nothing');
    expect(reasonOf([`Error ${'x'.repeat(400)}`])).toHaveLength(300);
  });
});

describe('a Python', () => {
  it.each(['Python 3.10.0', 'Python 3.14.2'])('%s runs the emulator', (answer) => expect(isRecentEnough(answer)).toBe(true));
  it.each(['Python 3.9.18', 'Python 2.7.18', 'Python 4.0.1', '', 'command not found'])('%s does not', (answer) =>
    expect(isRecentEnough(answer)).toBe(false),
  );
});

describe('processes of functions', () => {
  it.each([
    [24, 96],
    [8, 51],
    [2, 48],
  ])('on a machine of %i GB tests may have %i', (gigabytes, processes) => expect(processesForTests(gigabytes * 2 ** 30)).toBe(processes));
});

const file = (name: string, status: string, tests: Readonly<Record<string, string>> = {}): Report['testResults'][number] => ({
  name: `/x/tests/${name}.test.ts`,
  status,
  assertionResults: Object.entries(tests).map(([fullName, its]) => ({ fullName, status: its })),
});

describe('the last line of npm test', () => {
  const ran = (passed: number, failed = 0, files: Report['testResults'] = [], pending = 0): Report => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults: files,
  });
  it.each([
    ['all passed', ran(3), 0, '3 passed, 0 failed', 0],
    ['one failed', ran(2, 1), 1, '2 passed, 1 failed', 1],
    ['some skipped', ran(2, 0, [], 4), 0, '2 passed, 0 failed, 4 skipped', 0],
    ['a file that did not load', ran(2, 0, [file('a', 'failed')]), 1, '2 passed, 1 failed', 1],
    ['a failed file whose tests are counted', ran(2, 1, [file('a', 'failed', { adds: 'failed' })]), 1, '2 passed, 1 failed', 1],
    ['an error outside of tests', ran(3), 1, '3 passed, 1 failed', 1],
    ['nothing ran', ran(0), 0, '0 passed, 0 failed', 1],
    ['no report', undefined, 2, '0 passed, 0 failed', 1],
  ])('%s', (_, report, code, line, exitCode) => expect(summarise(report, code)).toEqual({ line, exitCode }));

  it('starts no emulator for unit tests alone', () => {
    expect(needsNoCloud(['tests/unit'])).toBe(true);
    expect(needsNoCloud(['./tests/unit/finance', '-t', 'credit'])).toBe(true);
    expect(needsNoCloud(['tests/unit', 'tests/integration'])).toBe(false);
    expect(needsNoCloud(['tests/units'])).toBe(false);
    expect(needsNoCloud(['-t', 'credit'])).toBe(false);
    expect(needsNoCloud([])).toBe(false);
  });

  it('counts requests made from the document in where it may run them', () => {
    expect(needsGenerator([])).toBe(true);
    expect(needsGenerator(['./tests/integration/http', '-t', 'document'])).toBe(true);
    expect(needsGenerator(['tests/e2e', 'tests/integration/http/schemathesis.test.ts'])).toBe(true);
    expect(needsGenerator(['tests/integration/sales'])).toBe(false);
  });
});

describe('browser tests that failed', () => {
  const report = (...testResults: Report['testResults']): Report => ({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults,
  });
  const broken = (...names: readonly string[]) => names.map((name) => file(name, 'failed', { opens: 'failed' }));

  it('are run once more where they are few and all that failed', () => {
    expect(againOf(report(...broken('e2e/a', 'e2e/b'), file('unit/c', 'passed')))).toEqual([
      '/x/tests/e2e/a.test.ts',
      '/x/tests/e2e/b.test.ts',
    ]);
    expect(againOf(report(...broken('e2e/a', 'unit/c')))).toEqual([]);
    expect(againOf(report(...broken('e2e/a', 'e2e/b', 'e2e/c', 'e2e/d')))).toEqual([]);
    expect(againOf(undefined)).toEqual([]);
    expect(withoutPaths(['tests/e2e', '-t', 'opens'])).toEqual(['-t', 'opens']);
  });

  it('count as the second time, and are named', () => {
    const first = report(file('unit/c', 'passed', { adds: 'passed', later: 'todo' }), ...broken('e2e/a', 'e2e/b'));
    const second = report(file('e2e/a', 'passed', { opens: 'passed', closes: 'skipped' }), file('e2e/b', 'failed', { shuts: 'failed' }));
    const both = merged(first, second);
    expect(summarise(both.report, 1)).toEqual({ line: '2 passed, 1 failed, 2 skipped', exitCode: 1 });
    expect(both.unsteady).toEqual(['opens', 'opens']);
  });
});

describe('steps', () => {
  it('are numbered, told with their notes and timed', async () => {
    const lines: string[] = [];
    const steps = new Steps((line) => lines.push(line));
    const answer = await steps.run('Deploying', async (note) => {
      note('half-way');
      return 42;
    });
    await expect(steps.run('Seeding', () => Promise.reject(new Failure('no disk')))).rejects.toThrow('no disk');
    expect(answer).toBe(42);
    expect(lines).toEqual(['1. Deploying …', '   half-way', expect.stringMatching(/^ {3}done in \d+\.\d s$/), '2. Seeding …']);
    expect(steps.elapsed).toMatch(/^\d+\.\d s$/);
  });
});

describe('the outputs of the stacks', () => {
  const outputs = {
    'Trastienda-Edge': { ApiId: 'abc123', ApiUrl: 'https://abc123.execute-api' },
    'Trastienda-Identity': { UserPoolId: 'eu_1', UserPoolClientId: 'client' },
    'Trastienda-Data': { TableRecords: 'records-1', KeyPerson: 'arn:key', BucketDocuments: 'docs', BucketReports: 'reps' },
    'Trastienda-Sales': { StateMachineOrderToCash: 'arn:order', FunctionFold: 'fold-1' },
  };

  it('say where everything is reached', () => {
    expect(endpointsOf(outputs, 'http://127.0.0.1:4566', 'eu-west-1')).toEqual({
      apiUrl: 'http://127.0.0.1:4566/_aws/execute-api/abc123',
      consoleUrl: null,
      endpointUrl: 'http://127.0.0.1:4566',
      region: 'eu-west-1',
      userPoolId: 'eu_1',
      clientId: 'client',
      tables: { records: 'records-1' },
      keys: { person: 'arn:key' },
      buckets: { documents: 'docs', reports: 'reps' },
      stateMachines: { 'order-to-cash': 'arn:order' },
      functions: { fold: 'fold-1' },
    });
  });

  it('name what is missing', () => {
    const { 'Trastienda-Edge': _, ...rest } = outputs;
    expect(() => endpointsOf(rest, 'http://x', 'eu')).toThrow(new Failure('no deployed stack has an output named ApiId'));
  });

  it('count by prefix, not by the prefix alone', () => {
    expect(withPrefix({ Table: 'no', TableOrders: 'yes', Other: 'no' }, 'Table')).toEqual({ orders: 'yes' });
  });
});

describe('a new password', () => {
  it('has four groups, of every kind that the user pool asks for, without letters that look like digits', () => {
    for (const password of Array.from({ length: 200 }, () => newPassword())) {
      expect(password).toMatch(/^([A-HJ-NP-Z][a-km-np-z][2-9][a-km-np-z])(-[A-HJ-NP-Z][a-km-np-z][2-9][a-km-np-z]){3}$/);
      expect(password.length).toBeGreaterThanOrEqual(12);
    }
  });

  it('takes each letter by chance', () => {
    expect(newPassword((letters) => letters.charAt(letters.length - 1))).toBe('Zz9z-Zz9z-Zz9z-Zz9z');
    expect(new Set(Array.from({ length: 50 }, () => newPassword())).size).toBe(50);
  });
});
