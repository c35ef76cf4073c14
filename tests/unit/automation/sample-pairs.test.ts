import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { factsOf } from '../../../shared/domain/automation/intake/document-facts.ts';
import { proposeBill } from '../../../shared/domain/finance/bill-proposals/bill-proposal.ts';
import { type WrittenText, writtenPages } from '../../support/written-pdf.ts';

const SAMPLES = resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data', 'invoices');
const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const text = (path: string) => readFileSync(join(SAMPLES, path), 'utf8');

/** The bill of a reading, and what has to be looked at, by the paper alone. */
function billOf({ fields, flags }: Awaited<ReturnType<typeof readPdfDocument>>, ibans?: readonly string[]) {
  if (!fields) throw new Error('nothing was read');
  const facts = factsOf(fields);
  const world = { today: '2026-12-01', supplier: undefined, takenBy: undefined };
  return { facts: { ...facts, ...(ibans ? { ibans } : {}) }, ...proposeBill(facts, world), seen: flags };
}

/**
 * Of the samples of EN 16931 these two are one invoice in UBL and CII (number 3 is two: three lines in one, one in the other).
 * The fifth's UBL is collected from the payer's account and names none of the payee, whose CII does.
 */
const PAIRS = [
  ['1', '12115118', '250.33', undefined],
  ['5', 'TOSL110', '4675.00', []],
] as const;

describe.skipIf(!existsSync(SAMPLES))('invoices of others that are there in two syntaxes (samples)', () => {
  it.each(PAIRS)('example %s is one bill as UBL, as CII and as Factur-X', async (no, reference, total, ibans) => {
    const ublText = text(`ubl/ubl-tc434-example${no}.xml`);
    const ciiText = text(`cii/CII_example${no}.xml`);
    const ubl = billOf(readXmlDocument(Buffer.from(ublText), US), ibans);
    expect([ubl.bill.reference, ubl.bill.total?.amount]).toEqual([reference, total]);
    expect(billOf(readXmlDocument(Buffer.from(ciiText), US), ibans)).toEqual(ubl);
    const { total: whole = 0 } = ubl.facts;
    const page: WrittenText[] = [
      [50, 60, `Invoice ${reference}`],
      [50, 90, `Total ${(whole / 100).toFixed(2)}`],
    ];
    const pdf = writtenPages([page], { name: 'factur-x.xml', text: ciiText });
    expect(billOf(await readPdfDocument(pdf, US), ibans)).toEqual(ubl);
  });
});
