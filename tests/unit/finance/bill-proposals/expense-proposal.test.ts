import { describe, expect, it } from 'vitest';
import { readPdfDocument } from '../../../../functions/automation/intake/pdf-content.ts';
import { factsOf, receiptFlags } from '../../../../shared/domain/automation/intake/document-facts.ts';
import { proposeExpense } from '../../../../shared/domain/finance/bill-proposals/expense-proposal.ts';
import { type WrittenText, writtenPdf } from '../../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A ticket as tills print it: 3 × 12.50 and 4.50 at 10 % within, 42.00 in all. */
const TICKET: readonly WrittenText[] = [
  [60, 50, 'BAR LA PARADA'],
  [60, 64, 'NIF 12345678Z'],
  [60, 78, 'Factura simplificada T-00451'],
  [60, 92, 'Fecha 24/11/2026 14:32'],
  [60, 130, '3 Menu del dia'],
  [240, 130, '37,50'],
  [60, 144, '1 Vino'],
  [240, 144, '4,50'],
  [60, 180, 'TOTAL'],
  [240, 180, '42,00 EUR'],
];
/** The same for a company that asked for its data: 38.18 at 10 % is 3.82, RD 1619/2012 art. 7.2. */
const QUALIFIED: readonly WrittenText[] = [
  ...TICKET.filter(([, , text]) => !text.startsWith('BAR')),
  [60, 50, 'Bar La Parada, S.L.'],
  [60, 106, 'Cliente: Prueba, S.L. NIF B12345674'],
  [60, 200, 'Base imponible'],
  [140, 200, 'IVA'],
  [240, 200, 'Cuota'],
  [60, 214, '38,18'],
  [140, 214, '10 %'],
  [240, 214, '3,82'],
];
const read = async (texts: readonly WrittenText[]) => readPdfDocument(writtenPdf(texts), US);

describe('a receipt becomes an expense', () => {
  it('of what was paid, where, and when: no tax is deducted of it', async () => {
    const { purpose, fields } = await read(TICKET);
    expect(purpose).toBe('receipt');
    if (!fields) throw new Error('nothing was read');
    expect(proposeExpense(factsOf(fields))).toEqual({
      text: 'BAR LA PARADA',
      lines: [{ date: '2026-11-24', kind: 'meals', text: 'BAR LA PARADA', amount: eur('42.00') }],
    });
    // Whose it is and its number need not be known; that 42.00 was paid is for a person to compare.
    expect(receiptFlags(fields).map(({ code, field }) => [code, field])).toEqual([['field_doubtful', 'total']]);
  });

  it('with its tax where it names us: an invoice T-00451 of 42.00 at 10 %', async () => {
    const { purpose, fields, flags } = await read(QUALIFIED);
    expect([purpose, flags]).toEqual(['receipt', []]);
    if (!fields) throw new Error('nothing was read');
    const invoice = { number: 'T-00451', issuer: 'Bar La Parada, S.L.', taxId: '12345678Z', taxCode: 'IVA-R' };
    expect(proposeExpense(factsOf(fields)).lines).toEqual([
      { date: '2026-11-24', kind: 'meals', text: 'Bar La Parada, S.L.', amount: eur('42.00'), invoice },
    ]);
  });

  it.each(['FACTURA SIMPLIFICADA RECTIFICATIVA R-12', 'TICKET DE ABONO R-12', 'Tique de devoluci\xf3n R-12'])(
    'but never of money that comes back: %s',
    async (title) => {
      const { purpose, fields } = await read(TICKET.map(([x, y, text]) => [x, y, text.replace('Factura simplificada T-00451', title)]));
      expect([purpose, fields?.isCreditNote]).toEqual(['credit-note', true]);
      if (!fields) throw new Error('nothing was read');
      expect(proposeExpense(factsOf(fields)).lines.map(({ amount, invoice }) => [amount, invoice])).toEqual([[undefined, undefined]]);
    },
  );

  it.each([
    ['without our tax id', { namesUs: undefined }],
    ['of a foreign issuer', { taxIds: ['DE123456789'] }],
    ['without a number', { reference: undefined }],
    ['whose tax does not come to its total', { total: 43_00 }],
    ['at a rate that was not in force', { taxes: [{ rate: '12', base: 37_50, tax: 4_50 }] }],
  ])('and without its tax: %s', (_, more) => {
    const facts = {
      taxIds: ['12345678Z'],
      name: 'Bar',
      ibans: [],
      reference: 'T-1',
      date: '2026-11-24',
      taxes: [{ rate: '10', base: 38_18, tax: 3_82 }],
      total: 42_00,
      isCreditNote: false,
      namesUs: true,
    };
    expect(proposeExpense({ ...facts, ...more }).lines.map(({ invoice }) => invoice)).toEqual([undefined]);
  });

  it('and of another currency has no amount: what it cost in euros only who paid it knows', () => {
    const { lines } = proposeExpense({
      taxIds: [],
      name: 'Taxi Zürich',
      ibans: [],
      date: '2026-11-24',
      currency: 'CHF',
      taxes: [],
      total: 42_00,
      isCreditNote: false,
    });
    expect(lines).toEqual([{ date: '2026-11-24', kind: 'travel', text: 'Taxi Zürich' }]);
  });
});
