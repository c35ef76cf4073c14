import { type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import { LAST } from './lists.ts';

/** The month buckets of a dated list and the bounds inside them, from the company's fiscal years and the asked range. */
export function datedBuckets(
  fiscalYears: readonly string[],
  { from, to, order }: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined; readonly order: 'asc' | 'desc' },
): { buckets: string[]; from: string | undefined; to: string | undefined } {
  const months = fiscalYears
    .flatMap((year) => monthsBetween(`${year}-01`, `${year}-12`))
    .filter((month) => (!from || month >= monthOf(from)) && (!to || month <= monthOf(to)));
  return { buckets: order === 'desc' ? months.reverse() : months, from, to: to && `${to}${LAST}` };
}
