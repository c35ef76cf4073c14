import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareRequestGenerator } from '../../../infra/tools/local/python.ts';
import { LOCAL, ROOT } from '../../../infra/tools/local/workspace.ts';
import { deployed } from '../../support/http.ts';
import { type LivingCompany, livingCompany } from '../../support/http-company.ts';

const FOLDER = join(LOCAL, 'test', 'schemathesis');
/** Far more than it takes: a run that hangs must not hang the tests. */
const MAX_MS = 170_000;
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
];

/** Requests that name a document name one that is there, so that they get past the first refusal. */
const parametersFor = ({ ids, account }: LivingCompany): string => {
  const known = {
    customerId: ids.cus,
    itemId: ids.itm,
    orderId: ids.ord,
    draftId: ids.drf,
    invoiceId: ids.inv,
    creditNoteId: ids.crn,
    receiptId: ids.rcp,
    refundId: ids.rfd,
    entryId: ids.je,
    code: account,
  };
  const lines = (of: object) => Object.entries(of).map(([name, id]) => `"path.${name}" = "${id}"`);
  return [
    '[parameters]',
    ...lines(known),
    '[[operations]]',
    'include-path-regex = "goods-receipts"',
    `parameters = { "path.receiptId" = "${ids.grn}" }`,
    '',
  ].join('\n');
};

/** Runs Schemathesis over the committed document; its exit code and what it printed. */
async function generate(company: LivingCompany): Promise<{ readonly code: number | null; readonly output: string }> {
  const python = await prepareRequestGenerator(console.log);
  await mkdir(FOLDER, { recursive: true });
  const config = join(FOLDER, 'schemathesis.toml');
  await writeFile(config, parametersFor(company));
  const options = [
    ['--config-file', config, 'run', join(ROOT, 'openapi.json')],
    ['--url', deployed().apiUrl, '--header', `Authorization: Bearer ${company.tokens.owner}`],
    ['--checks', CHECKS.join(','), '--phases', 'examples,coverage,fuzzing', '--max-examples', '3', '--seed', '20261124'],
    ['--generation-deterministic', '--no-shrink', '--continue-on-failure'],
    ['--suppress-health-check', 'all', '--warnings', 'off', '--workers', '1', '--no-color'],
    ['--request-timeout', '30', '--report', 'ndjson', '--report-dir', FOLDER],
  ].flat();
  const run = 'import sys; from schemathesis.cli import schemathesis; schemathesis()';
  const child = spawn(python.command, ['-c', run, ...options], {
    cwd: FOLDER,
    env: { ...process.env, ...python.env, COLUMNS: '160' },
    timeout: MAX_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  await writeFile(join(FOLDER, 'output.txt'), output);
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

  test('get no 5xx, and no answer that the document does not describe', { timeout: 240_000 }, async () => {
    const { code, output } = await generate(company);
    expect(code, found(output)).toBe(0);
    expect(output).toMatch(/\d+ generated|\d+ passed/);
  });
});
