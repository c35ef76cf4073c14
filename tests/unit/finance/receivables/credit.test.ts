import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  creditAll,
  creditable,
  creditableQuantities,
  creditedLines,
  creditLines,
  creditTotals,
  withCredited,
} from '../../../../shared/domain/finance/receivables/credit.ts';
import type { Invoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import { lineNet, percentOf } from '../../../../shared/kernel/money.ts';

type Billed = Pick<Invoice, 'lines' | 'totals' | 'pricesIncludeTax' | 'credited' | 'creditedQuantities' | 'creditedTaxes'>;
interface Line {
  readonly quantity: string;
  readonly price: string;
  readonly discount?: string;
  readonly percent?: string;
}

function invoice(lines: readonly Line[], pricesIncludeTax = false): Billed {
  const priced = lines.map(({ percent = '21', ...line }, i) => ({
    code: `A${i}`,
    name: `Item ${i}`,
    kind: 'stocked' as const,
    ...line,
    percent,
    taxCode: `T${percent}`,
    amount: lineNet(line.quantity, line.price, line.discount),
  }));
  const { nets, ...totals } = totalsOf(priced, pricesIncludeTax);
  return { lines: priced.map(({ amount, ...line }, i) => ({ ...line, net: nets[i] ?? 0 })), totals, pricesIncludeTax };
}

/** CreditExposures what is asked and returns the totals with the invoice after it. */
function credit(billed: Billed, requested?: Parameters<typeof creditedLines>[1]) {
  const credited = requested ? creditedLines(billed, requested) : creditAll(billed);
  const lines = creditLines(billed, credited);
  const totals = creditTotals(billed, credited);
  return { lines, totals, after: withCredited(billed, credited, totals) };
}

/** One credit after the other of the same invoice. */
class CreditExposures {
  billed: Billed;
  gross = 0;

  constructor(billed: Billed) {
    this.billed = billed;
  }

  take(requested?: Parameters<typeof creditedLines>[1]): void {
    const { totals, after } = credit(this.billed, requested);
    this.billed = after;
    this.gross += totals.gross;
    for (const t of totals.taxes) {
      expect(t.tax).toBeGreaterThanOrEqual(0);
      expect(Math.abs(t.tax - percentOf(t.base, t.percent))).toBeLessThanOrEqual(2);
    }
  }

  /** A share in percent of what is left of a line, by amount or by pieces; nothing where that rounds down to nothing. */
  takeShare(line: number, { share, byAmount }: { readonly share: number; readonly byAmount: boolean }): void {
    const left = byAmount ? (creditable(this.billed)[line - 1] ?? 0) : Number(creditableQuantities(this.billed)[line - 1] ?? '0');
    const taken = Math.floor((left * share) / 100);
    if (taken > 0) this.take([{ line, ...(byAmount ? { net: taken } : { quantity: String(taken) }) }]);
  }

  takeRest(): void {
    if (creditable(this.billed).some((left) => left > 0)) this.take();
  }
}

describe('a credit note', () => {
  it('takes the tax at the rate of the invoice, not at today’s', () => {
    // 2 × 50.00 at the 16 % of 2009: one piece back is 50.00 + 8.00
    const { totals } = credit(invoice([{ quantity: '2', price: '50', percent: '16' }]), [{ line: 1, quantity: '1' }]);
    expect(totals).toMatchObject({ net: 5000, tax: 800, gross: 5800, taxes: [{ code: 'T16', percent: '16' }] });
  });

  it('over halves of 10.01 gives 5.01 and 5.00', () => {
    const first = credit(invoice([{ quantity: '2', price: '5.005' }]), [{ line: 1, quantity: '1' }]);
    const second = credit(first.after, [{ line: 1, quantity: '1' }]);
    expect([first.totals.net, second.totals.net]).toEqual([501, 500]);
    // 10.01 × 21 % = 2.1021 → 2.10 = 1.05 + 1.05
    expect([first.totals.tax, second.totals.tax]).toEqual([105, 105]);
    expect(creditable(second.after)).toEqual([0]);
  });

  it('over thirds of 10.00 leaves no cent behind', () => {
    let billed = invoice([{ quantity: '3', price: '3.3333' }]);
    const nets = [1, 2, 3].map(() => {
      const { totals, after } = credit(billed, [{ line: 1, quantity: '1' }]);
      billed = after;
      return totals.net;
    });
    expect(nets).toEqual([333, 334, 333]);
    expect(creditableQuantities(billed)).toEqual(['0']);
  });

  it('shows a quantity at the price of the invoice, and an amount as one piece', () => {
    const billed = invoice([{ quantity: '10', price: '5', discount: '10' }]);
    expect(credit(billed, [{ line: 1, quantity: '4' }]).lines[0]).toMatchObject({ quantity: '4', price: '5', discount: '10', net: 1800 });
    const byAmount = credit(billed, [{ line: 1, net: 500 }]);
    expect(byAmount.lines[0]).toMatchObject({ quantity: '1', price: '5.00', net: 500 });
    expect(byAmount.lines[0]).not.toHaveProperty('discount');
    // 45.00 − 5.00 = 40.00 for the ten pieces that are left: no longer 10 × 5.00 − 10 %
    expect(credit(byAmount.after).lines[0]).toMatchObject({ quantity: '1', price: '40.00', net: 4000 });
  });

  it('is worth a share of what amounts have left of the line', () => {
    const { after } = credit(invoice([{ quantity: '10', price: '10' }]), [{ line: 1, net: 500 }]);
    expect(credit(after, [{ line: 1, quantity: '5' }]).totals.net).toBe(4750);
  });

  it('never takes more than is left of a line', () => {
    const billed = invoice([
      { quantity: '2', price: '10' },
      { quantity: '1', price: '5' },
    ]);
    expect(() => credit(billed, [{ line: 1, net: 2001 }])).toThrow(
      expect.objectContaining({ code: 'credit.too_much', field: 'body.lines.0' }),
    );
    const { after } = credit(billed, [{ line: 1, quantity: '1.5' }]);
    expect(() => credit(after, [{ line: 1, quantity: '0.6' }])).toThrow(
      expect.objectContaining({ code: 'credit.too_much', field: 'body.lines.0.quantity' }),
    );
    expect(() =>
      credit(after, [
        { line: 2, quantity: '1' },
        { line: 1, net: 501 },
      ]),
    ).toThrow(expect.objectContaining({ code: 'credit.too_much', field: 'body.lines.1' }));
    expect(credit(after).totals.net).toBe(1000);
    expect(() => credit(credit(after).after)).toThrow(expect.objectContaining({ code: 'credit.nothing_left' }));
  });

  it.each([
    ['a line that is not there', [{ line: 3, quantity: '1' }]],
    [
      'a line twice',
      [
        { line: 1, quantity: '1' },
        { line: 1, net: 1 },
      ],
    ],
    ['both a quantity and an amount', [{ line: 1, quantity: '1', net: 1 }]],
    ['neither', [{ line: 1 }]],
  ])('refuses %s', (_, requested) => {
    expect(() => credit(invoice([{ quantity: '2', price: '10' }]), requested)).toThrow(
      expect.objectContaining({ code: 'credit.line', kind: 'invalid' }),
    );
  });

  it('of a hundred cents, one by one, never carries a tax that is far from its base', () => {
    let billed = invoice([{ quantity: '1', price: '1' }]);
    const taxes = Array.from({ length: 100 }, () => {
      const { totals, after } = credit(billed, [{ line: 1, net: 1 }]);
      billed = after;
      return totals.tax;
    });
    expect(Math.max(...taxes)).toBeLessThanOrEqual(2);
    expect(taxes.reduce((a, b) => a + b, 0)).toBe(21);
  });

  it('gives the rounding cent of a tax-inclusive invoice back once', () => {
    // 15.01 with tax: 12.40 + 2.60 + 0.01 rounding, or 12.41 + 2.61 − 0.01
    const billed = invoice(
      [
        { quantity: '1', price: '10.01' },
        { quantity: '1', price: '5' },
      ],
      true,
    );
    expect(Math.abs(billed.totals.rounding)).toBe(1);
    const first = credit(billed, [{ line: 1, quantity: '1' }]);
    const second = credit(first.after, [{ line: 2, quantity: '1' }]);
    expect([first.totals.rounding, second.totals.rounding]).toEqual([0, billed.totals.rounding]);
    expect(first.totals.gross + second.totals.gross).toBe(1501);
    expect(creditTotals(second.after, [{ line: 2, net: 0, quantity: '0' }]).gross).toBe(0);
  });

  it('in any parts gives back exactly what the invoice asked for', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }).map(String),
      price: fc.integer({ min: 1, max: 99_999 }).map((p) => (p / 1000).toFixed(3)),
      percent: fc.constantFrom('0', '4', '10', '21'),
    });
    const step = fc.record({ line: fc.nat(), share: fc.integer({ min: 1, max: 100 }), byAmount: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(step, { maxLength: 12 }),
        fc.boolean(),
        (lines, steps, withTax) => {
          const start = invoice(lines, withTax);
          fc.pre(start.totals.net > 0);
          const credits = new CreditExposures(start);
          for (const step of steps) {
            credits.takeShare((step.line % lines.length) + 1, step);
            for (const left of creditable(credits.billed)) expect(left).toBeGreaterThanOrEqual(0);
          }
          credits.takeRest();
          expect(credits.gross).toBe(start.totals.gross);
          expect(credits.billed.creditedTaxes ?? {}).toEqual(
            Object.fromEntries(start.totals.taxes.filter((t) => t.base > 0).map((t) => [t.code, t.tax])),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
