import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Minor, percentOf, shareOf } from '#kernel/money.ts';
import type { WithheldAt, WithheldPart } from '#kernel/record.ts';
import { WITHHELD_OF_RENT, withholdingPercent } from './withholding-es.ts';

/**
 * What withholding is declared by: the payment (RD 439/2007 art. 94); of rents also the day on which they are due, or the payment where
 * that is earlier (RD 634/2015 art. 65, of landlords that pay corporate tax); or as many gestorías do the day of the bill.
 */
export type WithholdingAt = WithheldAt | 'invoice';

/** What a company has decided of it. */
interface WithholdingPolicies {
  readonly withholdingAt?: 'payment' | 'invoice' | undefined;
  /** Absent or `same`: as all other withholding. */
  readonly rentWithheldAt?: WithholdingAt | 'same' | undefined;
}

/** What a type of withholding is declared by, by the policies of a company. */
export function withholdingAtOf({ withholdingAt = 'payment', rentWithheldAt = 'same' }: WithholdingPolicies, code: string): WithholdingAt {
  return rentWithheldAt === 'same' || !WITHHELD_OF_RENT.includes(code) ? withholdingAt : rentWithheldAt;
}

/** A purchase as far as its withholding depends on what is paid of it, and on when it is due. */
interface Withholding {
  readonly totals: { readonly net: Minor; readonly gross: Minor };
  readonly withheld?: { readonly code: string; readonly percent: string; readonly amount: Minor; readonly at?: WithheldAt } | undefined;
  readonly allocations: readonly { readonly with: string; readonly date: IsoDate; readonly amount: Minor }[];
  readonly dueDate?: IsoDate;
  readonly instalments?: readonly { readonly date: IsoDate; readonly amount: Minor }[];
}

/** What takes a document back: nothing of it was paid. */
const REVERSAL = 'prv';

/**
 * What of a purchase's withholding is declared on which day: with each part that was paid (or fell due, where it is declared so) the
 * same part of it, and back with what was undone. A part is what has been declared by then less what had been before, so that together
 * they are the whole to the cent. None where it is declared by the day of the bill.
 * @param sign −1 of a credit note: what it takes off a bill was not paid. It has no due date, and is declared as it is used.
 */
export function withheldParts(document: Withholding, sign: 1 | -1): WithheldPart[] {
  const { totals, withheld } = document;
  if (!withheld?.at) return [];
  const { code, percent, amount, at } = withheld;
  const payable = BigInt(totals.gross - amount);
  let before = 0;
  return (at === 'due' && sign > 0 ? dueSteps(document) : paidSteps(document)).flatMap(({ on, by }): WithheldPart[] => {
    const had = before;
    before = by;
    const part = (whole: Minor) => sign * (shareOf(whole, BigInt(by), payable) - shareOf(whole, BigInt(had), payable));
    return by === had ? [] : [{ on, code, percent, base: part(totals.net), tax: part(amount) }];
  });
}

/** What of the payable is declared from a day on. */
interface Step {
  readonly on: IsoDate;
  readonly by: Minor;
}

function paidSteps({ allocations }: Withholding): Step[] {
  let by = 0;
  return allocations.flatMap(({ with: other, date: on, amount }) => {
    if (prefixOf(other) === REVERSAL) return [];
    by += amount;
    return [{ on, by }];
  });
}

/** By each day what was due or paid by then, whichever is more: payments take what is due first. A bill that is taken back is due no more. */
function dueSteps({ allocations, totals, withheld, dueDate = '', instalments }: Withholding): Step[] {
  const dues = instalments ?? [{ date: dueDate, amount: totals.gross - (withheld?.amount ?? 0) }];
  const end = allocations.find((allocation) => prefixOf(allocation.with) === REVERSAL)?.date;
  const paid = allocations.filter((allocation) => prefixOf(allocation.with) !== REVERSAL);
  const upTo = (day: IsoDate, all: readonly { readonly date: IsoDate; readonly amount: Minor }[]) =>
    all.reduce((sum, { date, amount }) => (date <= day ? sum + amount : sum), 0);
  return [...new Set([...dues, ...allocations].map(({ date }) => date))]
    .sort()
    .map((on) => ({ on, by: end !== undefined && on >= end ? 0 : Math.max(upTo(on, dues), upTo(on, paid)) }));
}

/** Income tax withheld of a paper: as it was told, else as the supplier has it on its day. @throws DomainError `tax.no_rate` (422). */
export function withheldOnPaper(
  told: string | undefined,
  {
    withholding,
  }: { readonly withholding?: { readonly code: string; readonly from: IsoDate; readonly to?: IsoDate | undefined } | undefined },
  { date, net, at: atOf }: { readonly date: IsoDate; readonly net: Minor; readonly at: ((code: string) => WithholdingAt) | undefined },
) {
  const inForce = withholding && withholding.from <= date && date <= (withholding.to ?? date) ? withholding.code : 'none';
  const code = told ?? inForce;
  if (code === 'none') return {};
  const percent = withholdingPercent(code, date);
  if (percent === undefined)
    throw refused('tax.no_rate', `The tax code ${code} has no rate on ${date}. Use another code or another date.`, 'body.withholding', {
      taxCode: code,
      date,
    });
  const at = atOf?.(code) ?? 'payment';
  return { withheld: { code, percent, amount: percentOf(net, percent), ...(at === 'invoice' ? {} : { at }) } };
}
