import * as z from 'zod/mini';
import { add, type Decimal, decimal, divideHalfUp } from '#kernel/decimal.ts';
import { allocate, type Minor, percentOf } from '#kernel/money.ts';
import type { TaxFact } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { isSurcharge, surchargeOf } from './vat-es.ts';

/** The tax of one code and rate on a document: EN 16931 BG-23. */
export const TaxLine = z.object({
  code: z.string(),
  percent: z.string(),
  base: z.int(),
  /** What the document charges. */
  tax: z.int(),
  /** Of a purchase: what its buyer owes for it, to the tax authority. */
  selfCharged: z.exactOptional(z.int()),
  /** Of a purchase: what of the tax is deducted, where that is not all of it. */
  deductible: z.exactOptional(z.int()),
});
export type TaxLine = Readonly<z.output<typeof TaxLine>>;

/** Totals of a document: gross = net + tax + rounding. */
export const Totals = z.object({
  net: z.int(),
  tax: z.int(),
  /** BT-114, only where prices include tax and no net gives that gross exactly. */
  rounding: z.int(),
  gross: z.int(),
  taxes: list(TaxLine),
});
export type Totals = Readonly<z.output<typeof Totals>>;

/** What the entry of a document posts of each of its taxes. @param corrects where it takes an earlier document back. */
export const taxFactsOf = (side: TaxFact['side'], { taxes }: Pick<Totals, 'taxes'>, corrects = false): TaxFact[] =>
  taxes.map(({ code, percent, base, tax }) =>
    corrects ? { side, code, percent, base: -base, tax: -tax, corrects } : { side, code, percent, base, tax },
  );

export interface TaxableLine {
  readonly taxCode: string;
  readonly percent: string;
  /** Line amount, rounded: net of tax, or with tax where the document's prices include it. */
  readonly amount: Minor;
}

/** What tells the rates of a document apart: its code, and where one code has several rates on it, the rate too. */
export const rateKey = (lines: readonly Pick<TaxableLine, 'taxCode' | 'percent'>[], code: string, percent: string): string =>
  lines.every((line) => line.taxCode !== code || line.percent === percent) ? code : `${code} ${percent}`;

/**
 * Totals by EN 16931: the tax of a category is its base × rate, rounded half-up once (BR-CO-17); the document's tax is
 * the sum (BR-CO-14). `nets` are the lines' nets (equal to the amounts unless prices include tax).
 */
export function totalsOf(lines: readonly TaxableLine[], pricesIncludeTax: boolean): Totals & { nets: Minor[] } {
  return pricesIncludeTax ? totalsFromGross(lines) : totalsFromNet(lines);
}

function totalsFromNet(lines: readonly TaxableLine[]): Totals & { nets: Minor[] } {
  const taxes = categories(lines).flatMap(({ code, percent, members }) => {
    const base = members.reduce((sum, i) => sum + (lines[i]?.amount ?? 0), 0);
    return taxLines(code, percent, base);
  });
  return { ...summed(taxes, 0), nets: lines.map((l) => l.amount) };
}

/** The tax of a base, and the equivalence surcharge where its code bears one. */
function taxLines(code: string, percent: string, base: Minor): TaxLine[] {
  const surcharge = surchargeOf(code, percent);
  const tax = { code, percent, base, tax: percentOf(base, percent) };
  return surcharge ? [tax, { ...surcharge, base, tax: percentOf(base, surcharge.percent) }] : [tax];
}

/** Prices with tax: the net of each rate comes from that rate's gross, and is then shared among its lines. */
function totalsFromGross(lines: readonly TaxableLine[]): Totals & { nets: Minor[] } {
  const nets: Minor[] = lines.map(() => 0);
  let rounding = 0;
  const taxes = categories(lines).flatMap(({ code, percent, members }) => {
    const gross = members.reduce((sum, i) => sum + (lines[i]?.amount ?? 0), 0);
    const rate = add(decimal(percent), decimal(surchargeOf(code, percent)?.percent ?? '0'));
    const hundred = 100n * 10n ** BigInt(rate.scale);
    const base = Number(divideHalfUp(BigInt(gross) * hundred, hundred + rate.units));
    const charged = taxLines(code, percent, base);
    rounding += gross - base - charged.reduce((sum, { tax }) => sum + tax, 0);
    const parts = netParts(
      base,
      members.map((i) => lines[i]?.amount ?? 0),
      rate,
    );
    for (const [k, i] of members.entries()) nets[i] = parts[k] ?? 0;
    return charged;
  });
  return { ...summed(taxes, rounding), nets };
}

/** The net of each amount: what is taken off, beside what it is taken off of, has its own, and the others share what is left. */
function netParts(base: Minor, amounts: readonly Minor[], rate: Decimal): Minor[] {
  const taken = amounts.map((amount) => amount < 0);
  if (!taken.includes(true) || !taken.includes(false))
    return allocate(
      base,
      amounts.map((amount) => Math.abs(amount)),
    );
  const hundred = 100n * 10n ** BigInt(rate.scale);
  const off = amounts.map((amount) => (amount < 0 ? -Number(divideHalfUp(BigInt(-amount) * hundred, hundred + rate.units)) : 0));
  const others = allocate(
    base - off.reduce((sum, net) => sum + net, 0),
    amounts.map((amount) => Math.max(0, amount)),
  );
  return off.map((net, i) => net + (others[i] ?? 0));
}

function categories(lines: readonly TaxableLine[]) {
  const groups = new Map<string, { code: string; percent: string; members: number[] }>();
  for (const [i, line] of lines.entries()) {
    const key = `${line.taxCode} ${line.percent}`;
    const group = groups.get(key) ?? { code: line.taxCode, percent: line.percent, members: [] };
    group.members.push(i);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What taxes come to. The base of a surcharge is that of the tax beside it. */
export function summed(taxes: readonly TaxLine[], rounding: Minor): Totals {
  const net = taxes.reduce((sum, t) => sum + (isSurcharge(t.code) ? 0 : t.base), 0);
  const tax = taxes.reduce((sum, t) => sum + t.tax, 0);
  return { net, tax, rounding, gross: net + tax + rounding, taxes };
}
