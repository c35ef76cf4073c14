import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

type Period = Pick<Schemas['Period'], 'state'>;
const STATES = ['open', 'closed', 'locked'] as const;

/** How many periods are open, closed and locked, in words; states that none is in are left out. */
export function usePeriodCounts(periods: readonly Period[]): string {
  const t = useT();
  return STATES.map((state) => ({ state, count: periods.filter((period) => period.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t(`books.periods.${state}Count`, { count }))
    .join(' · ');
}
