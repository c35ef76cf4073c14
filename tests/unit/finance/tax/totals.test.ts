import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateKey, type TaxableLine, totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import { allocate, lineNet, percentOf } from '../../../../shared/kernel/money.ts';

const at = (percent: string, ...amounts: number[]): TaxableLine[] => amounts.map((amount) => ({ taxCode: `T${percent}`, percent, amount }));
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

describe('totals of net prices (EN 16931)', () => {
  it('rounds the line once and the tax once: 348.35 × 16 − 4 % at 22 %', () => {
    // 348.35 × 16 = 5573.60; × 0.96 = 5350.656 → 5350.66; × 0.22 = 1177.1452 → 1177.15
    const net = lineNet('16', '348.35', '4');
    expect(net).toBe(535_066);
    expect(totalsOf(at('22', net), false)).toMatchObject({ net: 535_066, tax: 117_715, rounding: 0, gross: 652_781 });
  });

  it('takes the tax of the sum of a rate, not the sum of the lines’ taxes', () => {
    // Ten lines of 0.02: 0.20 × 21 % = 0.042 → 0.04. Each line's own 0.0042 would be 0.00.
    expect(totalsOf(at('21', ...Array.from({ length: 10 }, () => 2)), false).tax).toBe(4);
  });

  it('keeps the rates of one code apart, which change with the day of the supply', () => {
    const both = [...at('16', 4000), ...at('18', 6000)].map((line) => ({ ...line, taxCode: 'IVA-G' }));
    expect(totalsOf(both, false).taxes).toEqual([
      { code: 'IVA-G', percent: '16', base: 4000, tax: 640 },
      { code: 'IVA-G', percent: '18', base: 6000, tax: 1080 },
    ]);
    expect([rateKey(both, 'IVA-G', '18'), rateKey(both.slice(1), 'IVA-G', '18')]).toEqual(['IVA-G 18', 'IVA-G']);
  });

  it('keeps rates apart', () => {
    const totals = totalsOf([...at('21', 1000), ...at('10', 500), ...at('21', 55)], false);
    // 10.55 × 21 % = 2.2155 → 2.22; 5.00 × 10 % = 0.50
    expect(totals.taxes).toEqual([
      { code: 'T21', percent: '21', base: 1055, tax: 222 },
      { code: 'T10', percent: '10', base: 500, tax: 50 },
    ]);
    expect(totals.gross).toBe(1055 + 222 + 500 + 50);
  });

  it('rounds half away from zero', () => {
    expect(percentOf(50, '21')).toBe(11); // 0.105
    expect(percentOf(-50, '21')).toBe(-11);
  });
});

describe('totals of prices with tax', () => {
  it('derives the net from the document’s gross, then shares it out: 11.90 + 2.80 at 21 %', () => {
    // 14.70 / 1.21 = 12.1487… → 12.15; × 21 % = 2.5515 → 2.55. Per line it would be 2.07 + 0.49 = 2.56.
    const totals = totalsOf(at('21', 1190, 280), true);
    expect(totals).toMatchObject({ net: 1215, tax: 255, rounding: 0, gross: 1470 });
    expect(totals.nets).toEqual([984, 231]);
  });

  it('shows the cent that no net can give as a rounding amount (BT-114): 17.4 % of totals at 21 %', () => {
    const inexact = Array.from({ length: 10_000 }, (_, i) => totalsOf(at('21', i + 1), true)).filter((t) => t.rounding !== 0);
    // Nets 1…8264 give 8264 of the totals up to 100.00 (8264 + 1735 = 9999, 8265 + 1736 = 10001): 1736 are left.
    expect(inexact).toHaveLength(1736);
    expect(new Set(inexact.map((t) => Math.abs(t.rounding)))).toEqual(new Set([1]));
  });

  it('asks for exactly the gross that was agreed, whatever the lines and rates', () => {
    const line = fc.record({ percent: fc.constantFrom('0', '4', '10', '21'), amount: fc.integer({ min: 0, max: 10_000_000 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const totals = totalsOf(
          lines.map((l) => ({ ...l, taxCode: `T${l.percent}` })),
          true,
        );
        expect(totals.gross).toBe(sum(lines.map((l) => l.amount)));
        expect(sum(totals.nets)).toBe(totals.net);
        for (const t of totals.taxes) {
          expect(t.tax).toBe(percentOf(t.base, t.percent));
          expect(sum(lines.flatMap((l, i) => (l.percent === t.percent ? [totals.nets[i] ?? 0] : [])))).toBe(t.base);
        }
        expect(Math.abs(totals.rounding)).toBeLessThanOrEqual(totals.taxes.length);
      }),
    );
  });
});

describe('allocation', () => {
  it('gives the odd cents to the largest remainders, the first where they tie', () => {
    expect(allocate(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(allocate(-10_000, [1, 1, 1])).toEqual([-3334, -3333, -3333]);
    expect(allocate(5, [0, 0])).toEqual([3, 2]);
  });

  it('adds up to the whole, and no part is a cent or more from its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 50 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(sum(parts)).toBe(total);
          expect(sum(allocate(-total, weights)) + total).toBe(0);
          const whole = sum(weights);
          if (whole > 0)
            for (const [i, part] of parts.entries()) expect(Math.abs(part - (total * (weights[i] ?? 0)) / whole)).toBeLessThan(1);
        },
      ),
    );
  });
});
