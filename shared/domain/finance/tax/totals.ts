import { decimal, divideHalfUp } from '#kernel/decimal.ts';
import { allocate, type Minor, percentOf } from '#kernel/money.ts';

/** The tax of one code on a document: EN 16931 BG-23. */
export interface TaxLine {
  readonly code: string;
  readonly percent: string;
  readonly base: Minor;
  readonly tax: Minor;
}

/** Totals of a document: gross = net + tax + rounding. */
export interface Totals {
  readonly net: Minor;
  readonly tax: Minor;
  /** BT-114, only where prices include tax and no net gives that gross exactly. */
  readonly rounding: Minor;
  readonly gross: Minor;
  readonly taxes: readonly TaxLine[];
}

export interface TaxableLine {
  readonly taxCode: string;
  readonly percent: string;
  /** Line amount, rounded: net of tax, or with tax where the document's prices include it. */
  readonly amount: Minor;
}

/**
 * Totals by EN 16931: the tax of a category is its base × rate, rounded half-up once (BR-CO-17); the document's tax is
 * the sum (BR-CO-14). `nets` are the lines' nets (equal to the amounts unless prices include tax).
 */
export function totalsOf(lines: readonly TaxableLine[], pricesIncludeTax: boolean): Totals & { nets: Minor[] } {
  return pricesIncludeTax ? totalsFromGross(lines) : totalsFromNet(lines);
}

function totalsFromNet(lines: readonly TaxableLine[]): Totals & { nets: Minor[] } {
  const taxes = categories(lines).map(({ code, percent, members }) => {
    const base = members.reduce((sum, i) => sum + (lines[i]?.amount ?? 0), 0);
    return { code, percent, base, tax: percentOf(base, percent) };
  });
  return { ...summed(taxes, 0), nets: lines.map((l) => l.amount) };
}

/** Prices with tax: the net of each rate comes from that rate's gross, and is then shared among its lines. */
function totalsFromGross(lines: readonly TaxableLine[]): Totals & { nets: Minor[] } {
  const nets: Minor[] = lines.map(() => 0);
  let rounding = 0;
  const taxes = categories(lines).map(({ code, percent, members }) => {
    const gross = members.reduce((sum, i) => sum + (lines[i]?.amount ?? 0), 0);
    const rate = decimal(percent);
    const hundred = 100n * 10n ** BigInt(rate.scale);
    const base = Number(divideHalfUp(BigInt(gross) * hundred, hundred + rate.units));
    const tax = percentOf(base, percent);
    rounding += gross - base - tax;
    const parts = allocate(
      base,
      members.map((i) => Math.abs(lines[i]?.amount ?? 0)),
    );
    for (const [k, i] of members.entries()) nets[i] = parts[k] ?? 0;
    return { code, percent, base, tax };
  });
  return { ...summed(taxes, rounding), nets };
}

function categories(lines: readonly TaxableLine[]) {
  const groups = new Map<string, { code: string; percent: string; members: number[] }>();
  for (const [i, line] of lines.entries()) {
    const group = groups.get(line.taxCode) ?? { code: line.taxCode, percent: line.percent, members: [] };
    group.members.push(i);
    groups.set(line.taxCode, group);
  }
  return [...groups.values()];
}

function summed(taxes: readonly TaxLine[], rounding: Minor): Totals {
  const net = taxes.reduce((sum, t) => sum + t.base, 0);
  const tax = taxes.reduce((sum, t) => sum + t.tax, 0);
  return { net, tax, rounding, gross: net + tax + rounding, taxes };
}
