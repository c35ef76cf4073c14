import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditNotePaper, type Issuer, invoicePaper } from '../../../../functions/finance/receivables/invoice-paper.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { einvoiceOf } from '../../../../shared/domain/finance/einvoice/einvoice-of.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { readEInvoices } from '../../../../shared/domain/finance/einvoice/read-einvoice.ts';
import { ublFile } from '../../../../shared/domain/finance/einvoice/ubl.ts';
import { verifactuIssue } from '../../../../shared/domain/finance/einvoice/verifactu.ts';
import type { PeriodSequence } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { Posting } from '../../../../shared/domain/finance/ledger/posting.ts';
import { creditAll, creditedLines } from '../../../../shared/domain/finance/receivables/credit.ts';
import { creditNoteOver } from '../../../../shared/domain/finance/receivables/credit-note-issue.ts';
import { type DraftLine, draftValue } from '../../../../shared/domain/finance/receivables/draft.ts';
import { CreditNotes, type Invoice, Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { type InvoiceRequest, newInvoice } from '../../../../shared/domain/finance/receivables/invoice-issue.ts';
import { receivePayment } from '../../../../shared/domain/finance/receivables/payment.ts';
import { SALE_WITHHOLDING_CODES } from '../../../../shared/domain/finance/receivables/sale-withheld.ts';
import { type BookRow, bookCsvHead, bookCsvRow, bookRows } from '../../../../shared/domain/finance/tax/vat-book.ts';
import type { Change, Stored, TaxPaper } from '../../../../shared/kernel/record.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { BUYERS, ISSUER } from '../../../support/einvoices.ts';

const sequence: Stored<PeriodSequence> = { id: 'per_2026/03.0', rev: 5, history: [], period: '2026-03', shard: 0, state: 'open', seq: 7 };
const posting = (date = '2026-03-10') => new Posting({ ...sequence, period: date.slice(0, 7) }, { date, canPostToClosed: false });
/** A professional: a person by the tax id. */
const issuer = { address: ISSUER.address, taxId: '12345678Z', timeZone: 'Europe/Madrid', policies: {} };
const customer = { id: 'cus_X', ...BUYERS.company };

type Priced = Partial<DraftLine> & { readonly price: string };
function request(lines: readonly Priced[], more: Partial<InvoiceRequest> = {}, date = '2026-03-10'): InvoiceRequest {
  const named = lines.map((line) => ({ name: 'Asesoría', kind: 'service' as const, quantity: '1', taxCode: 'IVA-G', ...line }));
  const value = draftValue({ lines: named, pricesIncludeTax: false }, date);
  return { customer, ...value, pricesIncludeTax: false, paymentDays: 30, issuer, withholding: 'PRO15', ...more };
}
const issue = (lines: readonly Priced[], more: Partial<InvoiceRequest> = {}): Stored<Invoice> => {
  const { invoiceId, invoice } = newInvoice(posting(), { count: 1 }, request(lines, more));
  return { ...invoice, id: invoiceId, rev: 1, history: [{ rev: 1, at: '2026-03-10T09:00:00.000Z', by: 'a', request: 'r', action: 'a' }] };
};
const entryOf = ({ entry }: Pick<Invoice, 'entry'>) => (entry?.lines ?? []).map((line) => [line.account, line.amount]);
const sumOf = (of: Pick<Invoice, 'entry'>) => (of.entry?.lines ?? []).reduce((sum, { amount }) => sum + amount, 0);
const left = <T>(change: Change): Stored<T> => ({
  ...(change as unknown as { data: T }).data,
  id: (change as { id: string }).id,
  rev: 2,
  history: [],
});

describe('an invoice of which income tax is withheld', () => {
  it('of 1,000.00 at 21 % less 15 %: total 1,210.00, owed 1,060.00, 150.00 on 473', () => {
    const invoice = issue([{ price: '1000' }]);
    expect(invoice).toMatchObject({
      totals: { net: 100_000, tax: 21_000, gross: 121_000 },
      withheld: { code: 'PRO15', percent: '15', amount: 15_000 },
      open: 106_000,
    });
    expect(entryOf(invoice)).toEqual([
      ['430', 106_000],
      ['473', 15_000],
      ['705', -100_000],
      ['477', -21_000],
    ]);
    expect(invoice.entry?.lines.map(({ party }) => party)).toEqual(['cus_X', undefined, undefined, undefined]);
  });

  it('has the VAT, the register and the record of Verifactu of its total', () => {
    const [kept, plain] = [issue([{ price: '1000' }]), issue([{ price: '1000' }], { withholding: undefined })];
    expect(plain).not.toHaveProperty('withheld');
    expect(Invoices.posts?.taxes?.(kept)).toEqual(Invoices.posts?.taxes?.(plain));
    const paper = Invoices.posts?.paper?.(kept);
    expect(paper).toEqual({ ...Invoices.posts?.paper?.(plain), withheld: { code: 'PRO15', percent: '15', amount: 15_000 } });
    // The register has it beside the total.
    const [row] = bookRows({ id: kept.id, declaredOn: kept.date, paper: paper as TaxPaper });
    expect(row).toMatchObject({ base: 100_000, tax: 21_000, total: 121_000, withheld: { percent: '15', amount: 15_000 } });
    const cells = bookCsvRow(row as BookRow).split(';');
    const at = (name: string) => cells[bookCsvHead('issued').split(';').indexOf(name)];
    expect([at('Total Factura'), at('Tipo Retención del IRPF'), at('Importe Retenido del IRPF')]).toEqual(['1210,00', '15,00', '150,00']);
    // The form of registration has ImporteTotal with what is withheld not taken off.
    expect(verifactuIssue(kept, '12345678Z', '')).toMatchObject({ tax: 21_000, total: 121_000 });
  });

  it('is settled by what is owed', () => {
    const invoice = issue([{ price: '1000' }]);
    const payment = { id: 'rcp_1', customer, method: 'bank' as const, amount: 106_000 };
    const { changes } = receivePayment(posting('2026-03-20'), payment, [{ id: invoice.id, amount: 106_000 }], [invoice]);
    expect(changes.map((change) => left<Invoice>(change).open)).toEqual([0, 0]);
  });

  it('is taken back by a credit note with all of it: Dr 705, 477, Cr 473, 430', () => {
    const invoice = issue([{ price: '1000' }]);
    const { note, invoiceChange } = creditNoteOver(posting(), { count: 1 }, { invoice, credited: creditAll(invoice), reason: 'Error' });
    expect(note).toMatchObject({ withheld: { code: 'PRO15', percent: '15', amount: 15_000 }, open: 0, totals: { gross: 121_000 } });
    expect(entryOf(note)).toEqual([
      ['430', -106_000],
      ['473', -15_000],
      ['705', 100_000],
      ['477', 21_000],
    ]);
    expect(left<Invoice>(invoiceChange).open).toBe(0);
    expect(CreditNotes.posts?.paper?.(note)).toMatchObject({ sign: -1 });
  });

  it('credited in any parts gives back all of what was withheld to the cent, and every entry balances', () => {
    const cents = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 6 }), fc.constantFrom(...SALE_WITHHOLDING_CODES), (price, parts, withholding) => {
        let invoice = issue([{ price: (price / 100).toFixed(2) }], { withholding });
        expect(sumOf(invoice)).toBe(0);
        expect(invoice.open).toBe(invoice.totals.gross - (invoice.withheld?.amount ?? 0));
        const whole = { withheld: invoice.withheld?.amount, gross: invoice.totals.gross };
        const given = { withheld: 0, gross: 0 };
        let rest = price;
        for (const part of [...parts, price]) {
          const net = Math.min(part, rest);
          rest -= net;
          if (net === 0) break;
          const credited = creditedLines(invoice, [{ line: 1, net }]);
          const { note, invoiceChange } = creditNoteOver(posting(), { count: 1 }, { invoice, credited, reason: 'x' });
          expect(sumOf(note)).toBe(0);
          given.withheld += note.withheld?.amount ?? 0;
          given.gross += note.totals.gross;
          invoice = left<Invoice>(invoiceChange);
        }
        expect(given).toEqual(whole);
        expect(invoice.open).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a withholding is refused', () => {
  const refusal = (more: Partial<InvoiceRequest>, date = '2026-03-10') => {
    try {
      newInvoice(posting(date), { count: 1 }, request([{ price: '100' }], more, date));
    } catch (error) {
      const { code, params, field } = error as { code: string; params?: { why?: string }; field: string };
      return [code, params?.why, field];
    }
    return undefined;
  };
  const sl = { ...issuer, taxId: 'B12345674' };
  it.each([
    ['of fees of a company', { issuer: sl }, 'company'],
    ['of a customer without a tax id', { customer: { id: 'cus_X', name: 'Ana' } as never }, 'customer'],
    ['of a customer in France', { customer: { id: 'cus_X', ...BUYERS.french } }, 'customer'],
    ['of a customer in America', { customer: { id: 'cus_X', ...BUYERS.american } }, 'customer'],
    ['of an order', { orderId: 'ord_X' }, 'order'],
    ['of a company abroad', { issuer: { ...issuer, address: { country: 'FR' } } }, 'abroad'],
  ])('%s', (_, more, why) => {
    expect(refusal(more)).toEqual(['tax.sale_withholding', why, 'body.customerId']);
  });

  it('on a day that has no row', () => {
    expect(refusal({}, '2022-12-31')).toEqual(['tax.no_rate', undefined, 'body.customerId']);
  });

  it('but rent bears it of companies too: 800.00 + 168.00 − 19 % of 800.00 = 816.00', () => {
    const invoice = issue([{ price: '800' }], { issuer: sl, withholding: 'RENT19' });
    expect([invoice.totals.gross, invoice.withheld?.amount, invoice.open]).toEqual([96_800, 15_200, 81_600]);
  });
});

describe('the file of an invoice of which income tax is withheld', () => {
  const read = (xml: string) => readEInvoices(readXml(new TextEncoder().encode(xml)))?.invoices[0];
  const company = { ...ISSUER, taxId: '12345678Z' };
  const model = einvoiceOf({ bill: issue([{ price: '1000' }]), issuer: company });
  it.each([
    ['UBL', ublFile],
    ['CII', ciiFile],
    ['Facturae', facturaeFile],
  ])('%s reads back as it was', (_, fileOf) => {
    const back = read(fileOf(model));
    expect(back?.withheld).toEqual([{ percent: '15', base: 100_000, amount: 15_000 }]);
    expect(back?.sums).toMatchObject({ net: 100_000, tax: 21_000, gross: 121_000, due: 121_000 });
  });

  it('Facturae has it as IRPF, and what is paid less it', () => {
    const xml = facturaeFile(model).replace(/\s+</g, '<');
    expect(xml).toContain('<TaxesWithheld><Tax><TaxTypeCode>04</TaxTypeCode><TaxRate>15.00</TaxRate>');
    expect(xml).toContain('<TotalTaxesWithheld>150.00</TotalTaxesWithheld>');
    expect(xml).toContain('<TotalOutstandingAmount>1060.00</TotalOutstandingAmount>');
  });
});

describe('the paper of an invoice of which income tax is withheld', () => {
  const { iban, ...named } = ISSUER;
  const by = { company: { ...named, iban } } as Issuer;
  const plainSpaces = (text: string) => text.replace(/\u00a0|\u202f/g, ' ');
  const closing = (paper: ReturnType<typeof invoicePaper>): object =>
    JSON.parse(plainSpaces(JSON.stringify(paper.blocks.find(({ kind }) => kind === 'closing'))));
  it('tells total, what is withheld and what is to be paid', () => {
    const invoice = issue([{ price: '1000' }]);
    expect(closing(invoicePaper(invoice, by))).toMatchObject({
      sums: [
        ['Base imponible', '1.000,00 €'],
        ['IVA', '210,00 €'],
        ['Total', '1.210,00 €'],
        ['Retención IRPF 15 %', '-150,00 €'],
      ],
      total: ['A pagar', '1.060,00 €'],
    });
    const { note } = creditNoteOver(posting(), { count: 1 }, { invoice, credited: creditAll(invoice), reason: 'Error' });
    const paper = creditNotePaper({ ...note, id: 'crn_R2026-000001', rev: 1, history: invoice.history }, invoice, by);
    expect(closing(paper)).toMatchObject({ total: ['A pagar', '-1.060,00 €'] });
  });
});
