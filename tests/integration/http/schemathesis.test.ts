import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Python, prepareRequestGenerator } from '../../../infra/tools/local/python.ts';
import { LOCAL, ROOT } from '../../../infra/tools/local/workspace.ts';
import { deployed } from '../../support/http.ts';
import { type LivingCompany, livingCompany } from '../../support/http-company.ts';

/** A run goes on finding requests for so long, and is broken off when it does not end by itself. */
const SECONDS = 90;
const PATIENCE_MS = 60_000;
/** That it got anywhere, on a machine that does something else as well. */
const AT_LEAST = 40;
const CHECKS = [
  'not_a_server_error',
  'asks_to_try_again',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
];

const HOOKS = join(ROOT, 'tests/support/try_again.py');

/** Requests that name a document name one that is there, so that they get past the first refusal. */
const parametersFor = ({ ids, account }: LivingCompany): string => {
  const params = {
    customerId: ids.cus,
    itemId: ids.itm,
    orderId: ids.ord,
    returnId: ids.ret,
    draftId: ids.drf,
    invoiceId: ids.inv,
    creditNoteId: ids.crn,
    receiptId: ids.rcp,
    refundId: ids.rfd,
    entryId: ids.je,
    memberId: ids.mem,
    apiClientId: ids.apc,
    roleId: ids.rol,
    noteId: ids.not,
    attachmentId: ids.att,
    code: account,
  };
  const lines = (of: object) => Object.entries(of).map(([name, id]) => `"path.${name}" = "${id}"`);
  return [
    // What `asks_to_try_again` looks at.
    '[checks]',
    'not_a_server_error.expected-statuses = ["2xx", "3xx", "4xx", "503"]',
    '[parameters]',
    ...lines(params),
    '[[operations]]',
    'include-path-regex = "goods-receipts"',
    `parameters = { "path.receiptId" = "${ids.grn}" }`,
    '',
  ].join('\n');
};

interface Run {
  readonly code: number | null;
  readonly output: string;
}

/** Runs Schemathesis over a part of the committed document. One thread: Python 3.11's `ast` is not safe in several. */
async function generate(python: Python, company: LivingCompany, name: string, part: readonly string[]): Promise<Run> {
  const folder = join(LOCAL, 'test', 'schemathesis', name);
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'schemathesis.toml');
  await writeFile(config, parametersFor(company));
  const options = [
    ['--config-file', config, 'run', join(ROOT, 'openapi.json'), ...part],
    ['--url', deployed().apiUrl, '--header', `Authorization: Bearer ${company.tokens.owner}`, '--request-timeout', '30'],
    ['--checks', CHECKS.join(','), '--phases', 'examples,coverage,fuzzing', '--max-examples', '3', '--max-time', String(SECONDS)],
    ['--seed', '20261124', '--generation-deterministic', '--no-shrink', '--continue-on-failure', '--workers', '1'],
    ['--suppress-health-check', 'all', '--warnings', 'off', '--no-color', '--report', 'ndjson', '--report-dir', folder],
  ].flat();
  const program = 'from schemathesis.cli import schemathesis; schemathesis()';
  const env = { ...process.env, ...python.env, COLUMNS: '160', SCHEMATHESIS_HOOKS: HOOKS };
  const child = spawn(python.command, ['-c', program, ...options], { cwd: folder, env, timeout: SECONDS * 1000 + PATIENCE_MS });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  await writeFile(join(folder, 'output.txt'), output);
  return { code, output };
}

/** What it found, as one reads it: without the lines of whole stacks or bodies. */
const found = (output: string): string =>
  output
    .slice(Math.max(0, output.search(/=+ (ERRORS|FAILURES) =+/)))
    .split('\n')
    .map((line) => line.slice(0, 300))
    .join('\n')
    .slice(0, 12_000);

describe('requests made from the document', () => {
  let company: LivingCompany;
  beforeAll(async () => {
    company = await livingCompany();
  });

  test('get no 5xx but one that asks to try again, and no answer that the document does not describe', { timeout: 300_000 }, async () => {
    const python = await prepareRequestGenerator(console.log);
    const runs = await Promise.all([
      generate(python, company, 'reads', ['--include-method', 'GET']),
      generate(python, company, 'changes', ['--exclude-method', 'GET']),
    ]);
    for (const { code, output } of runs) {
      expect(code, found(output)).toBe(0);
      expect(Number(/(\d+) generated, \1 passed/.exec(output)?.[1])).toBeGreaterThan(AT_LEAST);
    }
  });
});
