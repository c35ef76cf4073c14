import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareEInvoiceRules } from '../../infra/tools/local/python.ts';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { ciiFile } from '../../shared/domain/finance/einvoice/cii.ts';
import { facturaeFile } from '../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../shared/domain/finance/einvoice/ubl.ts';
import { minorText } from '../../shared/kernel/money.ts';
import { EINVOICE_CASES } from '../support/einvoice-cases.ts';
import { invoiced } from '../support/einvoices.ts';

const WRITERS = { ubl: ublFile, cii: ciiFile, facturae: facturaeFile };
type Written = { readonly syntax: keyof typeof WRITERS; readonly xml: string };

const written = EINVOICE_CASES.flatMap(({ name, invoice, only = ['ubl', 'cii', 'facturae'] }) =>
  only.map((syntax) => ({ name, syntax, xml: WRITERS[syntax](invoice) })),
);
const plain = ublFile(invoiced([{ price: '100' }]));
const plainCii = ciiFile(invoiced([{ price: '100' }]));
const plainFacturae = facturaeFile(invoiced([{ price: '100' }]));
/** What the rules must find: were one of them not run, the suite would say nothing of our files. */
const BROKEN: readonly (Written & { readonly finds: string })[] = [
  { syntax: 'ubl', xml: plain.replace('>121.00</cbc:TaxInclusiveAmount>', '>121.01</cbc:TaxInclusiveAmount>'), finds: 'BR-CO-15' },
  { syntax: 'ubl', xml: plain.replace('ES</cbc:IdentificationCode>', 'XX</cbc:IdentificationCode>'), finds: 'BR-CL-14' },
  { syntax: 'ubl', xml: plain.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, ''), finds: 'XSD' },
  { syntax: 'cii', xml: plainCii.replace('>100.00</ram:LineTotalAmount>', '>99.00</ram:LineTotalAmount>'), finds: 'BR-CO-10' },
  { syntax: 'cii', xml: plainCii.replace('<ram:CountryID>ES</ram:CountryID>', ''), finds: 'BR-09' },
  { syntax: 'facturae', xml: plainFacturae.replace('<TaxTypeCode>01', '<TaxTypeCode>99'), finds: 'TaxTypeCode' },
];

/** What the matrix must have, as an invoice and as its corrective one. */
const COMMON = [
  ...[
    /discount/,
    /allowance/,
    /charge/,
    /prepaid|paid in advance/,
    /round/,
    /rates/,
    /exempt/,
    /reverse charge/,
    /within the Union|member state/,
  ],
  ...[/export/, /not subject/, /surcharge/, /dollars/, /withheld/, /money in advance/, /prices with tax/, /at 10 %/],
];
/** And of which a document that gives back is none. */
const OF_INVOICES = [
  /charge of a line/,
  /line with a discount and a charge/,
  /third party/,
  /yen/,
  /200 lines/,
  /public body/,
  /84\.Uno\.2/,
];

let found: readonly (readonly string[])[] = [];
beforeAll(async () => {
  const { command, env } = await prepareEInvoiceRules(() => undefined);
  const judge = join(ROOT, 'tests', 'support', 'einvoice-rules', 'judge.py');
  const { stdout, stderr, status } = spawnSync(command, [judge], {
    ...{ input: JSON.stringify([...written, ...BROKEN]), encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 2 ** 26 },
  });
  if (status !== 0) throw new Error(stderr);
  found = JSON.parse(stdout);
}, 240_000);

describe('electronic invoices by the official rules', () => {
  it('there are more than forty kinds', () => {
    expect(EINVOICE_CASES.length).toBeGreaterThanOrEqual(40);
    expect(found).toHaveLength(written.length + BROKEN.length);
  });

  it.each(['380', '381'] as const)('of everything that the norm has, as %s', (type) => {
    const names = EINVOICE_CASES.filter(({ invoice }) => invoice.type === type).map(({ name }) => name);
    expect([...COMMON, ...(type === '380' ? OF_INVOICES : [])].filter((words) => !names.some((name) => words.test(name)))).toEqual([]);
  });

  it.each(written.map(({ name, syntax }, i) => [syntax, name, i] as const))('%s: %s', (_syntax, _name, i) => {
    // That UBL had better not hold what is withheld (UBL-CR-513), nor extensions (UBL-CR-001), are warnings, which the national one overrules.
    expect(found[i]?.filter((fault) => !/\[UBL-CR-(513|001)\]/.test(fault))).toEqual([]);
  });

  it.each(BROKEN.map(({ finds, syntax }, i) => [finds, syntax, i] as const))('finds %s in %s', (finds, _syntax, i) => {
    expect(found[written.length + i]?.join('\n')).toContain(finds);
  });
});

it.each(EINVOICE_CASES.map(({ name, invoice, sums }) => [name, invoice, sums] as const))(
  '%s: net, tax and due',
  (_, { sums, currency }, by) => {
    expect([sums.net, sums.tax, sums.due].map((minor) => minorText(minor, currency))).toEqual(by);
  },
);
