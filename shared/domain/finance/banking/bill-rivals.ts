import { daysBetween, type IsoDate } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { currencyOf, type OpenItem, openOf } from '../open-items/open-item.ts';
import { CENTS } from './match-amounts.ts';

/** Days around a line in which a paper of it may have come. */
export const PAPER_DAYS = 45;
/** As much as amounts of one bill may differ by, in percent: a rate, or what somebody has typed. */
const NEAR_PERCENT = 2;
/** Between currencies, by the rates that the books have. */
const FOREIGN_PERCENT = 5;

const isNear = (a: Minor, b: Minor, percent: number): boolean =>
  Math.abs(a - b) <= Math.max(CENTS, (Math.max(Math.abs(a), Math.abs(b)) * percent) / 100);

/** A bill as far as it may be what was paid. */
export type OpenBill = Pick<OpenItem, 'open' | 'foreign'> & {
  /** What it asks for in all, in the currency of the books. */
  readonly payable: Minor;
};

/** What a bill may be paid with: what is open of it, or all of it; one in another currency by what the books carry of it. */
const mayBe = (bill: OpenBill, paid: Minor): boolean =>
  currencyOf(bill) === BASE_CURRENCY
    ? isNear(openOf(bill), paid, NEAR_PERCENT) || isNear(bill.payable, paid, NEAR_PERCENT)
    : isNear(bill.open, paid, FOREIGN_PERCENT);

/** Of a supplier's open bills, those that may be what was paid: one alone, or two in one charge. Amounts are compared within one currency. */
export function billsPaid<B extends OpenBill>(bills: readonly B[], paid: Minor): readonly B[] {
  const alone = bills.find((bill) => mayBe(bill, paid));
  if (alone) return [alone];
  const own = bills.filter((bill) => currencyOf(bill) === BASE_CURRENCY);
  for (const [i, first] of own.entries())
    for (const second of own.slice(i + 1)) if (isNear(openOf(first) + openOf(second), paid, NEAR_PERCENT)) return [first, second];
  const all = own.reduce((sum, bill) => sum + openOf(bill), 0);
  return own.length > 2 && isNear(all, paid, NEAR_PERCENT) ? own : [];
}

/** A paper that came in and was not entered yet. */
export interface WaitingPaper {
  readonly date: IsoDate;
  readonly supplierId?: string | undefined;
  readonly fields?: { readonly total?: { readonly value: Minor } | undefined } | undefined;
}

/** Whether a paper that waits may be that of a line: of its supplier, about its day; of one whose supplier nobody knows, with its total. */
export const isPaperOf = (
  { date, supplierId, fields }: WaitingPaper,
  line: { readonly supplierId: string; readonly date: IsoDate; readonly paid: Minor },
): boolean =>
  Math.abs(daysBetween(date, line.date)) <= PAPER_DAYS &&
  (supplierId === undefined ? isNear(fields?.total?.value ?? 0, line.paid, NEAR_PERCENT) : supplierId === line.supplierId);
