import { describe, expect, it } from 'vitest';
import { creditNotePrint, invoicePrint } from '../../../../functions/finance/receivables/bill-document.ts';
import { renderBill } from '../../../../functions/finance/receivables/invoice-pdf.ts';
import { spanish, winAnsi } from '../../../../functions/finance/receivables/pdf-paper.ts';
import type { StoredCreditNote, StoredInvoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import type { StoredCompany } from '../../../../shared/domain/platform/company/company.ts';
import { lineNet } from '../../../../shared/kernel/money.ts';
import { pdfPages, pdfText } from '../../../support/pdf.ts';

const step = (at: string, was?: Record<string, unknown>) => ({
  rev: 1,
  at,
  by: 'ana@example.com',
  request: 'r',
  action: 'a',
  ...(was ? { was } : {}),
});
const company: StoredCompany = {
  id: 'cmp_main',
  rev: 1,
  history: [step('2026-01-01T09:00:00.000Z')],
  name: 'Lumbre Hogar, S.L.',
  taxId: 'B12345674',
  email: 'hola@lumbre.example',
  timeZone: 'Europe/Madrid',
  iban: 'ES9121000418450200051332',
  address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  policies: { shortage: 'refuse', invoiceOn: 'shipment' },
  fiscalYears: ['2026'],
  walkInCustomerId: 'cus_W',
};

function invoice(count: number, { pricesIncludeTax = false, taxCode = 'IVA-G', percent = '21', price = '1234.50' } = {}): StoredInvoice {
  const line = { code: '85123A', name: 'Juego de tazas de loza blanca', kind: 'stocked' as const, quantity: '2', price, taxCode, percent };
  const { nets, ...totals } = totalsOf(
    Array.from({ length: count }, () => ({ taxCode, percent, amount: lineNet('2', price) })),
    pricesIncludeTax,
  );
  return {
    id: 'inv_F2026-000123',
    rev: 1,
    history: [step('2026-03-24T10:00:00.000Z')],
    number: 'F2026-000123',
    date: '2026-03-24',
    dueDate: '2026-04-23',
    operationDate: '2026-03-20',
    customerId: 'cus_X',
    customer: {
      name: 'Librería Cervantes, S.L.',
      taxId: 'B58378431',
      address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
    },
    lines: nets.map((net) => ({ ...line, net })),
    totals,
    pricesIncludeTax,
    notes: 'Gracias',
    open: 0,
    allocations: [],
    entry: { date: '2026-03-24', text: '', lines: [], period: '2026-03', lane: 0, seq: 1 },
  };
}
const textOf = async (of: StoredInvoice, by = company) => pdfText(await renderBill(invoicePrint(of, by)));

describe('the PDF of an invoice', () => {
  it('says all that RD 1619/2012 art. 6 asks for', async () => {
    const text = await textOf(invoice(3));
    // Number and series, dates, both parties with tax id and address.
    for (const wanted of [
      'FACTURA',
      'F2026-000123',
      '24/03/2026',
      'Fecha de operación',
      '20/03/2026',
      'Lumbre Hogar, S.L.',
      'NIF B12345674',
      'Calle Mayor 1',
      'Librería Cervantes, S.L.',
      'NIF B58378431',
      'Gran Vía 12',
      '28013 Madrid',
    ])
      expect(text).toContain(wanted);
    // 3 × 2 × 1,234.50 = 7,407.00; × 21 % = 1,555.47; 8,962.47
    for (const wanted of [
      'Juego de tazas',
      '1.234,50',
      '2.469,00',
      '7.407,00 €',
      'IVA 21 %',
      '1.555,47 €',
      '8.962,47 €',
      'Vencimiento',
      '23/04/2026',
      'ES91 2100 0418 4502 0005 1332',
      'Gracias',
      'Página 1 de 1',
    ])
      expect(text).toContain(wanted);
  });

  it('is the same to the byte whenever it is printed', async () => {
    const [a, b] = [await renderBill(invoicePrint(invoice(60), company)), await renderBill(invoicePrint(invoice(60), company))];
    expect(a.equals(b)).toBe(true);
    expect(a.toString('latin1')).toContain('(D:20260324100000Z)');
  });

  it('shows the issuer as it was at issue', async () => {
    const moved: StoredCompany = {
      ...company,
      name: 'Lumbre Nueva, S.L.',
      history: [
        ...company.history,
        step('2026-02-01T00:00:00.000Z', { email: 'x@example.com' }),
        step('2026-05-01T00:00:00.000Z', { name: 'Lumbre Hogar, S.L.' }),
      ],
    };
    const text = await textOf(invoice(1), moved);
    expect(text).toContain('Lumbre Hogar, S.L.');
    expect(text).toContain('hola@lumbre.example');
    expect(text).not.toContain('Nueva');
  });

  it('shows unit prices without tax where prices include it', async () => {
    const text = await textOf(invoice(1, { pricesIncludeTax: true, price: '11.90' }));
    expect(text).toContain('9,8347');
    expect(text).not.toContain('11,90');
  });

  it('says why no tax is charged', async () => {
    expect(await textOf(invoice(1, { taxCode: 'EXENTO', percent: '0' }))).toContain('Operación exenta de IVA (art. 20 Ley 37/1992)');
  });

  it('of 675 lines repeats the head of the table and says whose each page is', async () => {
    const bytes = await renderBill(invoicePrint(invoice(675), company));
    const pages = pdfPages(bytes);
    const text = pdfText(bytes);
    const times = (part: string) => text.split(part).length - 1;
    expect(pages).toBeGreaterThan(15);
    expect(times('Juego de tazas de loza blanca')).toBe(675);
    expect(times('DESCRIPCIÓN')).toBeGreaterThanOrEqual(pages - 1);
    expect(times('Factura F2026-000123')).toBe(pages - 1);
    expect(text).toContain(`Página ${pages} de ${pages}`);
  });
});

describe('the PDF of a credit note', () => {
  const note: StoredCreditNote = {
    ...invoice(1),
    number: 'R2026-000004',
    id: 'crn_R2026-000004',
    corrects: 'inv_F2026-000123',
    reason: 'Género defectuoso',
    applied: 0,
  };

  it('names the invoice that it corrects and why, and takes back (art. 15)', async () => {
    const text = pdfText(await renderBill(creditNotePrint(note, { number: 'F2026-000123', date: '2026-03-20' }, company)));
    for (const wanted of [
      'FACTURA RECTIFICATIVA',
      'R2026-000004',
      'Rectifica la factura',
      'F2026-000123',
      '20/03/2026',
      'Género defectuoso',
      '-2.469,00',
      '-518,49 €',
      '-2.987,49 €',
    ])
      expect(text).toContain(wanted);
    expect(text).not.toContain('Forma de pago');
  });

  it('without an invoice names none', async () => {
    const { corrects, ...loose } = note;
    expect(pdfText(await renderBill(creditNotePrint(loose, undefined, company)))).not.toContain('Rectifica la factura');
  });
});

describe('Spanish print', () => {
  it.each([
    ['1234567.5', 2, '1.234.567,50'],
    ['0.125', 0, '0,125'],
    ['-1000', 2, '-1.000,00'],
    ['999', 0, '999'],
    ['12.75', 2, '12,75'],
  ] as const)('%s is %s places: %s', (text, places, shown) => {
    expect(spanish(text, places)).toBe(shown);
  });

  it('keeps to the characters of the font', () => {
    expect(winAnsi('Piñón, 3 € «Ñandú» – l·l')).toBe('Piñón, 3 € «Ñandú» – l·l');
    expect(winAnsi('Łódź Dvořák Ştefan')).toBe('Lódz Dvorák Stefan');
    expect(winAnsi('n\u0303 −5')).toBe('ñ -5');
    expect(winAnsi('Αθήνα')).toBe('?????');
  });
});
