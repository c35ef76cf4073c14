import { daysBetween, type IsoDate } from '#kernel/date.ts';

/** When a quarter's return is due. */
export interface TaxDue {
  readonly form: '303' | '111' | '115';
  /** `2026-3T`. */
  readonly period: string;
  readonly due: IsoDate;
}

/** Last days of quarterly returns (AEAT, calendario del contribuyente 2026; those of 2027 by the rule that a Saturday goes to the next working day). */
export const TAX_CALENDAR: readonly TaxDue[] = `
303 2025-4T 2026-01-30
303 2026-1T 2026-04-20
303 2026-2T 2026-07-20
303 2026-3T 2026-10-20
303 2026-4T 2027-02-01
111 2025-4T 2026-01-20
111 2026-1T 2026-04-20
111 2026-2T 2026-07-20
111 2026-3T 2026-10-20
111 2026-4T 2027-01-20
115 2025-4T 2026-01-20
115 2026-1T 2026-04-20
115 2026-2T 2026-07-20
115 2026-3T 2026-10-20
115 2026-4T 2027-01-20`
  .trim()
  .split('\n')
  .map((row) => {
    const [form, period = '', due = ''] = row.split(' ');
    return { form: form as TaxDue['form'], period, due };
  });

/** What a return will take: `low` is the most of it, `high` the least. Minor units. */
export interface ExpectedTax {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/** Days of a period after which what it has come to tells what it will. */
const TELLING_DAYS = 30;

/**
 * What a return is expected to take, from its draft so far. Of a period that is over, or filed: the draft. Of the running one, as
 * much again for each day that is left, and before its thirtieth day what the period before came to, if anything; between the least and
 * the most of these.
 */
export function expectedTax(
  soFar: number,
  before: number,
  { from, to, today }: { readonly from: IsoDate; readonly to: IsoDate; readonly today: IsoDate },
): ExpectedTax {
  if (to < today) return { low: Math.max(0, soFar), expected: Math.max(0, soFar), high: Math.max(0, soFar) };
  const elapsed = daysBetween(from, today) + 1;
  const grown = Math.round((soFar * (daysBetween(from, to) + 1)) / elapsed);
  const known = before > 0 ? [before] : [];
  const expected = Math.max(0, elapsed >= TELLING_DAYS ? grown : (known[0] ?? soFar));
  const all = [soFar, expected, ...known].map((amount) => Math.max(0, amount));
  return { low: Math.max(...all), expected, high: Math.min(...all) };
}
