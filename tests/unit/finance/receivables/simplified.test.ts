import { describe, expect, it } from 'vitest';
import {
  type InvoiceIssuer,
  invoiceForm,
  isIdentified,
  refusalOfRecipient,
  type Sale,
  type SimplifiedUpTo,
  simplifiedLimit,
} from '#domain/finance/receivables/simplified.ts';

const issuer = (simplifiedUpTo?: SimplifiedUpTo, country = 'ES'): InvoiceIssuer => ({ address: { country }, policies: { simplifiedUpTo } });
const sale = (gross: number, more: Partial<Sale> = {}): Sale => ({
  customer: { name: 'Ana' },
  lines: [{ taxCode: 'IVA-G' }],
  totals: { gross },
  issuer: issuer(),
  ...more,
});
const formOf = (of: Sale, date = '2026-03-10', past = false) => invoiceForm(of, date, 'path.orderId', past);
const why = (of: Sale, date = '2026-03-10') => refusalOfRecipient(of, date, 'path.orderId');

describe('the limit of simplified invoices', () => {
  it.each([
    ['four-hundred', '2026-03-10', 40_000],
    ['three-thousand', '2026-03-10', 300_000],
    // RD 1619/2012 is in force since 2013; before it there were tickets, of the same activities alone.
    ['four-hundred', '2013-01-01', 40_000],
    ['four-hundred', '2012-12-31', undefined],
    ['three-thousand', '2012-12-31', 300_000],
    ['three-thousand', '2003-12-31', undefined],
  ] as const)('of %s on %s is %s', (upTo, date, amount) => {
    expect(simplifiedLimit(upTo, date)).toBe(amount);
  });

  it('is reached with VAT included, and passed by a cent', () => {
    expect([formOf(sale(40_000)), formOf(sale(300_000, { issuer: issuer('three-thousand') }))]).toEqual(['simplified', 'simplified']);
    expect(why(sale(40_001))).toMatchObject({
      code: 'invoice.recipient_unidentified',
      field: 'path.orderId',
      params: { customer: 'Ana', limit: '400.00', total: '400.01' },
    });
    expect(why(sale(300_001, { issuer: issuer('three-thousand') }))?.params).toEqual({
      customer: 'Ana',
      limit: '3000.00',
      total: '3000.01',
    });
    expect(() => formOf(sale(40_001))).toThrow(expect.objectContaining({ code: 'invoice.recipient_unidentified', kind: 'refused' }));
  });

  it('leads a walk-in, who can be given no tax id, to another customer', () => {
    expect(why(sale(40_001, { customer: { name: 'Cliente de contado', walkIn: true } }))?.params).toMatchObject({
      why: 'walk_in',
      limit: '400.00',
    });
  });

  it('is no limit for what has happened already: it is marked', () => {
    expect([formOf(sale(40_001), '2026-03-10', true), formOf(sale(40_000), '2026-03-10', true)]).toEqual([
      'recipient-missing',
      'simplified',
    ]);
  });

  it('is none on a day before the law: the day is told', () => {
    expect(why(sale(100), '2010-12-01')?.params).toMatchObject({ why: 'date', date: '2010-12-01', total: '1.00' });
    expect(formOf(sale(100, { issuer: issuer('three-thousand') }), '2010-12-01')).toBe('simplified');
  });
});

describe('a recipient', () => {
  const address = (country: string) => ({ country, postalCode: '1' });

  it('with a tax id gets a full invoice, of whatever total', () => {
    expect([100, 40_001].map((gross) => formOf(sale(gross, { customer: { name: 'Ana', taxId: 'B58378431' } })))).toEqual(['full', 'full']);
  });

  it.each([
    [{}, false],
    [{ taxId: '' }, false],
    [{ taxId: 'B58378431' }, true],
    [{ address: address('ES') }, false],
    [{ address: address('FR') }, false],
    // No member state gave them a tax id: name and address are all that there is.
    [{ address: address('US') }, true],
    [{ country: 'US' }, false],
  ])('%j is identified: %s', (customer, identified) => {
    expect(isIdentified(customer)).toBe(identified);
  });

  it('without a tax id gets no simplified invoice over a supply within the Union (art. 4.4)', () => {
    expect(why(sale(100, { lines: [{ taxCode: 'IVA-G' }, { taxCode: 'INTRA' }] }))?.params).toMatchObject({
      why: 'excluded',
      total: '1.00',
    });
    expect(formOf(sale(100, { lines: [{ taxCode: 'EXENTO' }] }))).toBe('simplified');
  });

  it('is not asked for by a company of another country', () => {
    expect(formOf(sale(1_000_000, { issuer: issuer(undefined, 'PT') }))).toBe('full');
  });
});
