import * as z from 'zod/mini';
import { compare, decimal, format } from '#kernel/decimal.ts';
import { refused } from '#kernel/errors.ts';
import { allocate, type Minor, minorText, percentOf, shareOf, toMinor } from '#kernel/money.ts';
import { Percent, UnitPrice } from '#kernel/quantity.ts';
import { writtenText } from '#kernel/written-text.ts';
import type { InvoiceLine } from './invoice.ts';

/** What is taken off a whole document (EN 16931 BG-20): a percentage of its lines, or an amount in the terms of its prices. */
export const GeneralDiscount = z.strictObject({ percent: z.optional(Percent), amount: z.optional(UnitPrice) });
export type GeneralDiscount = z.output<typeof GeneralDiscount>;
/** What is added to it (BG-21), such as carriage, in the terms of its prices: taxed as what it goes with (Ley 37/1992 art. 78.Dos.1.º). */
export const GeneralCharge = z.strictObject({ amount: UnitPrice, reason: writtenText(80) });
export type GeneralCharge = z.output<typeof GeneralCharge>;

export interface Adjusted {
  readonly discount?: GeneralDiscount | undefined;
  readonly charge?: GeneralCharge | undefined;
}
/** A line with its rate and what it comes to, in the terms of the prices. */
interface Priced extends Pick<InvoiceLine, 'kind' | 'taxCode' | 'percent'> {
  readonly amount: Minor;
  readonly dimensions?: Record<string, string> | undefined;
}
interface AdjustmentLine extends Priced, Pick<InvoiceLine, 'name' | 'quantity' | 'price'> {
  readonly adjusts: 'discount' | 'charge';
}

/** What shares a part of a discount or charge: one rate of tax, account of sales and analysis. */
const groupOf = ({ taxCode, percent, kind, dimensions = {} }: Pick<Priced, 'taxCode' | 'percent' | 'kind' | 'dimensions'>): string =>
  JSON.stringify([taxCode, percent, kind, Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

/** The lines of a document, and what is told below them; what is charged alone, as in a credit of carriage, is its lines. */
export function toldApart<L extends Pick<InvoiceLine, 'adjusts'>>(
  all: readonly L[],
): { readonly lines: readonly L[]; readonly adjusting: readonly L[] } {
  const [own, charges] = [all.filter(({ adjusts }) => !adjusts), all.filter(({ adjusts }) => adjusts === 'charge')];
  const lines = [own, charges, all].find(({ length }) => length > 0) ?? [];
  return { lines, adjusting: all.filter((line) => !lines.includes(line)) };
}

const isZero = (text: string): boolean => compare(decimal(text), decimal('0')) === 0;

/**
 * The lines by which a document's discount and charge are told: a part for each rate of tax, account and dimensions of its lines, as each
 * has its share, so that the base of each rate, the account of sales and their analysis are what is asked for.
 * @throws DomainError `draft.adjustment` (422).
 */
export function generalLines(lines: readonly Priced[], { discount, charge }: Adjusted, currency?: string): AdjustmentLine[] {
  if (!discount && !charge) return [];
  if (lines.some(({ kind }) => kind === 'advance'))
    throw refused(
      'draft.adjustment',
      'Money in advance is asked for as it is: take the discount or charge off when all is billed.',
      'body.discount',
      { why: 'advance' },
    );
  const groups = [...Map.groupBy(lines, groupOf).values()];
  const weights = groups.map((group) => group.reduce((sum, { amount }) => sum + amount, 0));
  const all = weights.reduce((sum, each) => sum + each, 0);
  const parts = (adjusts: AdjustmentLine['adjusts'], name: string, total: Minor): AdjustmentLine[] =>
    allocate(total, weights).flatMap((part, i) => {
      const [first] = groups[i] ?? [];
      if (!first || part === 0) return [];
      const { kind, taxCode, percent, dimensions } = first;
      const sign = adjusts === 'discount' ? -1 : 1;
      const line = { name, kind, quantity: String(sign), price: minorText(part, currency), taxCode, percent, amount: sign * part, adjusts };
      return [{ ...line, ...(dimensions ? { dimensions } : {}) }];
    });
  return [
    ...(discount ? parts('discount', discountName(discount), discountOf(discount, all, currency)) : []),
    ...(charge ? parts('charge', charge.reason, chargeOf(charge, currency)) : []),
  ];
}

const discountName = ({ percent }: GeneralDiscount): string =>
  percent === undefined ? 'Descuento general' : `Descuento general ${format(decimal(percent))} %`;

function discountOf({ percent, amount }: GeneralDiscount, all: Minor, currency: string | undefined): Minor {
  if ((percent === undefined) === (amount === undefined))
    throw refused(
      'draft.adjustment',
      'A discount of the whole invoice is either a percentage or an amount: give one of them.',
      'body.discount',
      { why: 'both' },
    );
  const off = percent === undefined ? toMinor(decimal(amount ?? '0'), currency) : percentOf(all, percent);
  if (off === 0)
    throw refused('draft.adjustment', 'The discount of the whole invoice comes to nothing: leave it out.', 'body.discount', {
      why: 'zero',
    });
  if (off > all)
    throw refused('draft.adjustment', 'The discount of the whole invoice is more than its lines come to.', 'body.discount', {
      why: 'too_much',
    });
  return off;
}

function chargeOf({ amount }: GeneralCharge, currency: string | undefined): Minor {
  if (isZero(amount))
    throw refused('draft.adjustment', 'What is added to the invoice comes to nothing: leave it out.', 'body.discount', { why: 'zero' });
  return toMinor(decimal(amount), currency);
}

/** A credit of lines that somebody names. */
interface Credited {
  readonly line: number;
  readonly net: Minor;
  readonly quantity: string;
}
type Line = Pick<InvoiceLine, 'taxCode' | 'percent' | 'kind' | 'dimensions' | 'adjusts'>;

/**
 * A credit of lines with their share of what was taken off or added to the whole invoice: what is given back is what was asked for. Those
 * that somebody names are credited as they are named.
 * @param left what is left of each line to credit.
 */
export function withSharesBack<C extends Credited>(
  lines: readonly Line[],
  left: readonly Minor[],
  credited: readonly C[],
): (C | Credited)[] {
  const named = new Set(credited.map(({ line }) => line));
  const sumOf = (group: string, net: (index: number) => Minor) =>
    lines.reduce((sum, line, i) => sum + (line.adjusts || groupOf(line) !== group ? 0 : net(i)), 0);
  const shares = lines.flatMap((line, i) => {
    if (!line.adjusts || named.has(i + 1)) return [];
    const group = groupOf(line);
    const given = sumOf(group, (at) => credited.find((each) => each.line === at + 1)?.net ?? 0);
    const whole = sumOf(group, (at) => left[at] ?? 0);
    const net = whole === 0 ? 0 : shareOf(left[i] ?? 0, BigInt(given), BigInt(whole));
    return net === 0 ? [] : [{ line: i + 1, net, quantity: '0' }];
  });
  return [...credited, ...shares];
}
