import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile } from '../../functions/finance/einvoice/certificate-file.ts';
import { signedFacturae } from '../../functions/finance/einvoice/facturae-signature.ts';
import { prepareEInvoiceRules } from '../../infra/tools/local/python.ts';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { facturaeFile } from '../../shared/domain/finance/einvoice/facturae.ts';
import { testCertificate } from '../support/certificates.ts';
import { invoiced } from '../support/einvoices.ts';

const made = testCertificate('secreto');
const signed = signedFacturae(
  facturaeFile(invoiced([{ price: '100', name: 'Café & té' }])),
  readCertificateFile(made.file, 'secreto'),
  new Date(),
);
/** What is changed after signing, one byte each. */
const ALTERED: readonly (readonly [what: string, xml: string])[] = [
  ['an amount', signed.replace('>121.00<', '>121.01<')],
  ['a name', signed.replace('Café', 'Cafe')],
  ['what the signature says of itself', signed.replace('>emisor<', '>emisor <')],
  [
    'the signature',
    signed.replace(/(<ds:SignatureValue[^>]*>)(.)/, (_, tag: string, letter: string) => `${tag}${letter === 'A' ? 'B' : 'A'}`),
  ],
];

const run = (script: string, input: unknown, { command, env }: { command: string; env: object }): readonly unknown[] => {
  const path = join(ROOT, 'tests', 'support', 'einvoice-rules', script);
  const { stdout, stderr, status } = spawnSync(command, [path], {
    ...{ input: JSON.stringify(input), encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 2 ** 26 },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

let faults: readonly unknown[] = [];
let schema: readonly unknown[] = [];
beforeAll(async () => {
  const python = await prepareEInvoiceRules(() => undefined);
  const files = [signed, ...ALTERED.map(([, xml]) => xml)].map((xml) => ({ xml, certificate: made.pem }));
  faults = run('signature.py', files, python);
  schema = run('judge.py', [{ syntax: 'facturae', xml: signed }], python);
}, 240_000);

describe('a signed Facturae, by signxml and the ministry’s schema', () => {
  it('is whole', () => expect([faults[0], schema[0]]).toEqual(['', []]));
  it.each(ALTERED.map(([what], i) => [what, i + 1] as const))('is not where %s is changed', (_, i) => {
    expect(ALTERED[i - 1]?.[1]).not.toBe(signed);
    expect(faults[i]).not.toBe('');
  });
});
