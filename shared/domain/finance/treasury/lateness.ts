import { daysBetween } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Invoice } from '../receivables/invoice.ts';

/** How many days after the due date money came: negative before it. */
export interface Lateness {
  /** Paid invoices that it is told from. */
  readonly sample: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
}

/** A customer with fewer paid invoices than this is taken to pay as all do together. */
const MIN_SAMPLE = 3;

/** The value below which a share of the sorted values lies, by straight lines between them, in whole days (half up). */
export function percentile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return Math.floor(low + (high - low) * (place - Math.floor(place)) + 0.5);
}

export function latenessOf(days: readonly number[]): Lateness {
  const sorted = days.toSorted((a, b) => a - b);
  return { sample: sorted.length, p25: percentile(sorted, 0.25), median: percentile(sorted, 0.5), p75: percentile(sorted, 0.75) };
}

type Paid = Pick<Invoice, 'customerId' | 'dueDate' | 'open' | 'allocations'>;

/** How late the last money of a paid invoice came; undefined where none of it was money, or it is not paid. */
export function daysLate({ open, dueDate, allocations }: Paid): number | undefined {
  const receipts = allocations.filter((each) => prefixOf(each.with) === 'rcp' && each.amount > 0);
  const last = receipts
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  return open > 0 || last === undefined ? undefined : daysBetween(dueDate, last);
}

/** How late customers pay, each by itself where there is enough to tell, and all together. */
export class PaymentHabits {
  readonly company: Lateness;
  readonly #customers: ReadonlyMap<string, Lateness>;

  constructor(paid: Iterable<Paid>) {
    const days = [...paid].flatMap((invoice) => {
      const late = daysLate(invoice);
      return late === undefined ? [] : [{ customerId: invoice.customerId, late }];
    });
    this.company = latenessOf(days.map(({ late }) => late));
    const byCustomer = [...Map.groupBy(days, ({ customerId }) => customerId)].filter(([, theirs]) => theirs.length >= MIN_SAMPLE);
    this.#customers = new Map(byCustomer.map(([id, theirs]) => [id, latenessOf(theirs.map(({ late }) => late))]));
  }

  of = (customerId: string): Lateness => this.#customers.get(customerId) ?? this.company;
  /** Customers that are told from their own invoices. */
  get customers(): number {
    return this.#customers.size;
  }
}
