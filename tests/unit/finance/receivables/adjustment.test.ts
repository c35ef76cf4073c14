import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditNotePaper, invoicePaper } from '../../../../functions/finance/receivables/invoice-paper.ts';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { arithmeticFaults } from '../../../../shared/domain/finance/einvoice/einvoice-check.ts';
import { withSharesBack } from '../../../../shared/domain/finance/receivables/adjustment.ts';
import { creditAll, creditable, creditedLines, creditOf, withCredited } from '../../../../shared/domain/finance/receivables/credit.ts';
import { draftValue } from '../../../../shared/domain/finance/receivables/draft.ts';
import { invoiceLines } from '../../../../shared/domain/finance/receivables/postings.ts';
import { CHARGE_ALONE, ISSUER, issued, sent } from '../../../support/einvoices.ts';

const goods = { price: '200', kind: 'stocked' as const };
const books = { price: '100', taxCode: 'IVA-S' };
const percent = { discount: { percent: '10' } };

describe('a discount of the whole invoice', () => {
  it('cuts the base of each rate by its share', () => {
    // 10 % of 300: 20 of the 200 at 21 %, 10 of the 100 at 4 %. 180 × 21 % = 37.80, 90 × 4 % = 3.60.
    const { totals, lines } = issued([goods, books], { adjusted: percent });
    expect(totals).toMatchObject({ net: 270_00, tax: 41_40, gross: 311_40 });
    expect(totals.taxes.map(({ percent: rate, base, tax }) => [rate, base, tax])).toEqual([
      ['21', 180_00, 37_80],
      ['4', 90_00, 3_60],
    ]);
    expect(lines.slice(2).map(({ name, net, adjusts, kind }) => [name, net, adjusts, kind])).toEqual([
      ['Descuento general 10 %', -20_00, 'discount', 'stocked'],
      ['Descuento general 10 %', -10_00, 'discount', 'service'],
    ]);
  });

  it('of an amount, with a charge beside it', () => {
    // 30 off 300 as above; 15 of carriage: 10 at 21 %, 5 at 4 %. 190 × 21 % = 39.90, 95 × 4 % = 3.80.
    const adjusted = { discount: { amount: '30' }, charge: { amount: '15', reason: 'Portes' } };
    expect(issued([goods, books], { adjusted }).totals).toMatchObject({ net: 285_00, tax: 43_70, gross: 328_70 });
  });

  it('where prices include tax, is of what is paid', () => {
    // 121 + 121 less 10 %: 217.80, of which 180.00 is net.
    const { totals, lines } = issued([{ price: '121' }, { price: '121' }], { adjusted: percent, pricesIncludeTax: true });
    expect(totals).toMatchObject({ net: 180_00, tax: 37_80, gross: 217_80, rounding: 0 });
    expect(lines.map(({ net }) => net)).toEqual([100_00, 100_00, -20_00]);
  });

  it('is posted to the account of what it is taken off', () => {
    const { lines, totals } = issued([goods, books], { adjusted: percent });
    const posted = invoiceLines('cus_1', lines, totals).map(({ account, amount }) => [account, amount]);
    expect(posted).toEqual([
      ['430', 311_40],
      ['700', -180_00],
      ['705', -90_00],
      ['477', -37_80],
      ['477', -3_60],
    ]);
  });

  it.each([
    ['both', { discount: { percent: '5', amount: '5' } }],
    ['both', { discount: {} }],
    ['zero', { discount: { amount: '0' } }],
    ['too_much', { discount: { amount: '300.01' } }],
    ['zero', { charge: { amount: '0', reason: 'Portes' } }],
  ])('is refused: %s', (why, adjusted) =>
    expect(() => issued([goods, books], { adjusted })).toThrow(expect.objectContaining({ code: 'draft.adjustment', params: { why } })),
  );
  it('is refused of money in advance', () =>
    expect(() => issued([{ price: '5', kind: 'advance' }], { adjusted: percent })).toThrow(
      expect.objectContaining({ params: { why: 'advance' } }),
    ));

  it('stands below the lines on paper', () => {
    const stored = { ...issued([goods, books], { adjusted: percent }), rev: 1, history: [] } as never;
    const { blocks } = invoicePaper(stored, { company: ISSUER });
    const [lines, closing] = blocks as unknown as [{ rows: unknown[] }, { sums: unknown[] }];
    expect(lines.rows).toHaveLength(2);
    expect(JSON.stringify(closing.sums.slice(0, 3)).replaceAll('\u00a0', ' ')).toBe(
      '[["Suma de las líneas","300,00 €"],["Descuento general 10 %","-30,00 €"],["Base imponible","270,00 €"]]',
    );
  });
});

describe('a credit of it', () => {
  const invoice = issued([goods, books], { adjusted: percent });
  it('whole, gives back what was asked for', () =>
    expect(creditOf(invoice, creditAll(invoice)).totals).toMatchObject({ net: 270_00, gross: 311_40 }));

  it('of a line, gives back its share of the discount', () => {
    // Half of the goods: 100 less 10 %.
    const named = creditedLines(invoice, [{ line: 1, net: 100_00 }]);
    const credited = withSharesBack(invoice.lines, creditable(invoice), named);
    expect(creditOf(invoice, credited).totals).toMatchObject({ net: 90_00, tax: 18_90, gross: 108_90 });
  });

  it('of one of two accounts at the same rate leaves the other as it is', () => {
    // Goods 100 and a service 300, both at 21 %, less 10 %: of the goods 10 comes back, and nothing of the service's 30.
    const bill = issued([{ price: '100', kind: 'stocked' }, { price: '300' }], { adjusted: percent });
    const given = creditOf(bill, withSharesBack(bill.lines, creditable(bill), creditedLines(bill, [{ line: 1, net: 100_00 }])));
    expect(given.lines.map(({ kind, net }) => [kind, net])).toEqual([
      ['stocked', 100_00],
      ['stocked', -10_00],
    ]);
    expect(given.totals).toMatchObject({ net: 90_00, tax: 18_90 });
  });

  it('line by line leaves nothing in any account, at any rate or of any analysis', () => {
    const line = fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      taxCode: fc.constantFrom('IVA-G', 'IVA-R'),
      kind: fc.constantFrom('stocked' as const, 'service' as const),
      department: fc.constantFrom(undefined, 'norte', 'sur'),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 90 }),
        fc.boolean(),
        (priced, off, reversed) => {
          fc.pre(priced.reduce((sum, { cents }) => sum + cents, 0) * off >= 50);
          const lines = priced.map(({ cents, department, ...each }) => ({
            ...each,
            price: (cents / 100).toFixed(2),
            ...(department ? { dimensions: { department } } : {}),
          }));
          const adjusted = { discount: { percent: String(off) }, charge: { amount: '7.77', reason: 'Portes' } };
          const whole = issued(lines, { adjusted });
          const left = new Map<string, number>();
          const book = (of: typeof whole.lines, sign: number) => {
            for (const { kind, taxCode, dimensions, net } of of) {
              const account = JSON.stringify([kind, taxCode, dimensions]);
              left.set(account, (left.get(account) ?? 0) + sign * net);
            }
          };
          book(whole.lines, 1);
          let bill: typeof whole = whole;
          const order = priced.map((_, i) => i);
          for (const i of reversed ? order.toReversed() : order) {
            const named = creditedLines(bill, [{ line: i + 1, net: creditable(bill)[i] ?? 0 }]);
            const given = creditOf(bill, withSharesBack(bill.lines, creditable(bill), named));
            book(given.lines, -1);
            bill = given.invoice;
          }
          expect([...left.values()].filter((net) => net !== 0)).toEqual([]);
        },
      ),
    );
  });

  it('names no line that was taken off: its share goes by itself', () => {
    for (const named of [
      { line: 3, net: 5_00 },
      { line: 3, net: -5_00 },
      { line: 4, quantity: '1' },
    ])
      expect(() => creditedLines(invoice, [named])).toThrow(
        expect.objectContaining({ code: 'credit.line', params: { line: named.line, name: 'Descuento general 10 %', why: 'taken_off' } }),
      );
  });

  it('of what was added alone is told as its line, in the file and on paper', () => {
    const file = sent(CHARGE_ALONE);
    expect(file.lines.map(({ name, net }) => [name, net])).toEqual([['Portes', 15_00]]);
    expect([file.charges, file.sums.lines, file.sums.net, arithmeticFaults(file)]).toEqual([[], 15_00, 15_00, []]);
    expect(ciiFile(file)).toContain('IncludedSupplyChainTradeLineItem');
    const { blocks } = creditNotePaper({ ...CHARGE_ALONE, rev: 1, history: [] } as never, undefined, { company: ISSUER });
    const [lines, closing] = blocks as unknown as [{ rows: string[][] }, { sums: string[][] }];
    expect(lines.rows.map(([name]) => name)).toEqual(['Portes']);
    expect(closing.sums.map(([name]) => name)).not.toContain('Portes');
  });

  it('in parts is never more and never less than the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ cents: fc.integer({ min: 1, max: 99_999 }), rate: fc.constantFrom('IVA-G', 'IVA-R', 'IVA-S') }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 99 }),
        (priced, off, part) => {
          const lines = priced.map(({ cents, rate }) => ({ price: (cents / 100).toFixed(2), taxCode: rate }));
          fc.pre(priced.reduce((sum, { cents }) => sum + cents, 0) * off >= 50);
          const bill = issued(lines, { adjusted: { discount: { percent: String(off) } } });
          const partly = priced.flatMap(({ cents }, i) => {
            const net = Math.floor((cents * part) / 100);
            return net > 0 ? [{ line: i + 1, net, quantity: '0' }] : [];
          });
          fc.pre(partly.length > 0);
          const first = withSharesBack(bill.lines, creditable(bill), partly);
          const one = creditOf(bill, first);
          const rest = creditOf(one.invoice, creditAll(one.invoice));
          expect(one.totals.net + rest.totals.net).toBe(bill.totals.net);
          expect(one.totals.tax + rest.totals.tax).toBe(bill.totals.tax);
        },
      ),
    );
  });

  it('the sum of lines and their parts is the net, whatever is taken off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        (prices, off, pricesIncludeTax) => {
          fc.pre(prices.reduce((sum, price) => sum + price, 0) * off >= 50);
          const lines = prices.map((price, i) => ({
            ...{ name: 'X', kind: 'service' as const, quantity: '1', price: (price / 100).toFixed(2) },
            taxCode: i % 2 ? 'IVA-R' : 'IVA-G',
          }));
          const value = draftValue({ lines, pricesIncludeTax, discount: { percent: String(off) } }, '2026-03-24');
          expect(value.lines.reduce((sum, { net }) => sum + net, 0)).toBe(value.totals.net);
          expect(value.totals.gross).toBeGreaterThanOrEqual(0);
          const bill = { ...issued([{ price: '1' }]), ...value, pricesIncludeTax };
          if (value.totals.gross > 0) expect(arithmeticFaults(sent(bill))).toEqual([]);
        },
      ),
    );
  });

  it('what is credited of a line counts as before', () =>
    expect(withCredited(invoice, creditedLines(invoice, [{ line: 1, net: 1 }]), { ...invoice.totals, taxes: [] }).credited).toEqual([
      1, 0, 0, 0,
    ]));
});
