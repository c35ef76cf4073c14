import { isIsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { $api } from '../../api/client.ts';

/** The state of the period of a day: `none` where its fiscal year is not open, `undefined` while it is not known. */
export function usePeriodState(date: string) {
  const real = isIsoDate(date);
  const { data } = $api.useQuery('get', '/periods', { params: { query: { year: yearOf(date) } } }, { enabled: real });
  const period = monthOf(date);
  const found = data?.items.find((each) => each.period === period);
  return { period, state: real && data ? (found?.state ?? ('none' as const)) : undefined };
}
