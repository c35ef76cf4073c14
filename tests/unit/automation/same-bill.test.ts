import { beforeAll, describe, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { proposeBillFor } from '../../../functions/finance/payables/bill-proposal.ts';
import { factsOf } from '../../../shared/domain/automation/intake/document-facts.ts';
import { ciiFile } from '../../../shared/domain/finance/einvoice/cii.ts';
import type { EInvoice } from '../../../shared/domain/finance/einvoice/einvoice.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { decimal } from '../../../shared/kernel/decimal.ts';
import { minorText, toMinor } from '../../../shared/kernel/money.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { EINVOICE_CASES } from '../../support/einvoice-cases.ts';
import { ISSUER } from '../../support/einvoices.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { payablesOf } from '../../support/payables.ts';
import { writtenPages } from '../../support/written-pdf.ts';

const table = useMemoryTable();
const TODAY = '2026-03-03';
/** Whoever sends them: the company of these tests has the tax id that the matrix sends in the name of. */
const SELLER = 'B83456780';
/** Whoever gets the invoices: the reader only has to know that it is not their seller. */
const US = { taxId: 'B58378431', name: 'Librería Cervantes & Hijos, S.L.' };

/** An invoice in each syntax that has a place for all of it; CII in a PDF as well, as Factur-X. */
const WRITERS = {
  ubl: async (invoice: EInvoice) => readXmlDocument(Buffer.from(ublFile(invoice)), US),
  cii: async (invoice: EInvoice) => readXmlDocument(Buffer.from(ciiFile(invoice)), US),
  facturae: async (invoice: EInvoice) => readXmlDocument(Buffer.from(facturaeFile(invoice)), US),
  'factur-x': (invoice: EInvoice) =>
    readPdfDocument(writtenPages([[[50, 60, `Factura ${invoice.number}`]]], { name: 'factur-x.xml', text: ciiFile(invoice) }), US),
};
type Syntax = keyof typeof WRITERS;
const SYNTAXES = Object.keys(WRITERS) as Syntax[];
const isIn = (only: readonly string[] | undefined, syntax: Syntax): boolean =>
  only === undefined || only.includes(syntax === 'factur-x' ? 'cii' : syntax);

describe('electronic invoices of the matrix, as they come in', () => {
  let tenant = '';
  let api: ReturnType<typeof payablesOf>;
  let supplierId = '';
  beforeAll(async () => {
    table.clear();
    tenant = newTenant();
    await newCompany(tenant);
    api = payablesOf(tenant);
    supplierId = (await api.supplier({ taxId: SELLER, iban: ISSUER.iban })).id;
  });

  it('become bills equal to the cent, whatever their syntax: sixty and more', async () => {
    let entered = 0;
    for (const [i, { name, invoice, sums, only }] of EINVOICE_CASES.entries()) {
      const [, tax, due] = sums;
      const proposals = new Set<string>();
      for (const syntax of SYNTAXES.filter((each) => isIn(only, each))) {
        const seller = { ...invoice.seller, vatId: `ES${SELLER}`, legalId: SELLER };
        const sent = { ...invoice, seller, number: `M-${i}`, issueDate: '2026-03-02', dueDate: '2026-04-01' } as EInvoice;
        const reading = await WRITERS[syntax](sent);
        if (!reading.fields) throw new Error(`${name} in ${syntax} was not read`);
        const facts = factsOf(reading.fields);
        const { bill, flags } = await proposeBillFor(recordsOf(tenant), { ...facts, reference: `M-${i}-${syntax}` }, { today: TODAY });
        proposals.add(JSON.stringify({ ...bill, reference: '' }));
        const looked = [...reading.flags, ...flags].map(({ code }) => code).filter((code) => code !== 'not_for_us');
        // What has to be looked at, and credit notes, are no bills by themselves.
        if (looked.length > 0 || facts.isCreditNote) continue;
        const made = await api.done('ana', 'POST /payables/bills', { ...bill, receivedOn: TODAY });
        // Cents that the paper rounds by stand on a line of their own.
        const rounding = invoice.sums.rounding;
        const net = minorText(toMinor(decimal(sums[0])) + rounding);
        expect([name, syntax, made.totals.net.amount, made.totals.tax.amount, made.totals.gross.amount]).toEqual([
          name,
          syntax,
          net,
          tax,
          due,
        ]);
        expect(made.supplierId).toBe(supplierId);
        entered += 1;
      }
      expect([name, proposals.size]).toEqual([name, 1]);
    }
    expect(entered).toBeGreaterThanOrEqual(60);
  });
});
