import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { type Python, prepareBankSchemas } from '../../infra/tools/local/python.ts';
import { painFile } from '../../shared/domain/finance/treasury/pain.ts';
import { debitFile } from '../../shared/domain/finance/treasury/pain-debit.ts';
import { DEBIT_VERSIONS, PAIN_VERSIONS } from '../../shared/domain/finance/treasury/payment-run.ts';
import { DEBIT_RUN, RUN_AT, RUN_COMPANY, RUN_ID } from '../support/bank-run.ts';

/** Says what ISO 20022's schema of a version finds wrong with a file: nothing. */
const LOOK = `
import io, os, sys, sepaxml, xmlschema
schema = xmlschema.XMLSchema(os.path.join(os.path.dirname(sepaxml.__file__), 'schemas', sys.argv[1] + '.xsd'))
for error in schema.iter_errors(io.StringIO(sys.stdin.read())):
    print(error.path, error.reason)
`;

let python: Python;
beforeAll(async () => {
  python = await prepareBankSchemas(() => undefined);
}, 120_000);

function faultsOf(version: string, text: string): string {
  const { command, env } = python;
  const { stdout, stderr, status } = spawnSync(command, ['-c', LOOK, version], {
    ...{ input: text, encoding: 'utf8', env: { ...process.env, ...env } },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

it.each(DEBIT_VERSIONS)('direct debits are a file by the schema of %s', (version) => {
  expect(faultsOf(version, debitFile(RUN_ID, { ...DEBIT_RUN, version }, RUN_COMPANY, RUN_AT))).toBe('');
});

it.each(PAIN_VERSIONS)('transfers are a file by the schema of %s', (version) => {
  const payments = DEBIT_RUN.payments.map(({ mandate: _, ...payment }) => payment);
  expect(faultsOf(version, painFile(RUN_ID, { ...DEBIT_RUN, kind: 'transfer', version, payments }, RUN_COMPANY, RUN_AT))).toBe('');
});

it('an element out of its order is found', () => {
  const text = debitFile(RUN_ID, DEBIT_RUN, RUN_COMPANY, RUN_AT);
  expect(faultsOf('pain.008.001.08', text.replace('<PmtMtd>DD</PmtMtd>', ''))).toContain('PmtMtd');
});
