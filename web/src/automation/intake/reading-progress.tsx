import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

const EVERY = 2000;
/** What was announced and has not come by then may never come: nobody looks at it every two seconds. */
const PATIENCE_MS = 120_000;

type Row = Schemas['DocumentRow'];
const isUnderWay = ({ state, cameAt }: Row): boolean => state === 'reading' || Date.now() - Date.parse(cameAt) < PATIENCE_MS;

/**
 * How many documents are being read. While there are any, the list is read again as each of them comes to its end.
 * @param sent files since it was opened: after another one it is looked at once.
 */
export function ReadingProgress({ sent }: { readonly sent: number }) {
  const t = useT();
  const queries = useQueryClient();
  const { data, refetch } = $api.useQuery(
    'get',
    '/documents',
    { params: { query: { state: 'waiting,reading', limit: '100' } } },
    { refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? EVERY : false) },
  );
  const reading = data?.items.filter(({ state }) => state === 'reading').length ?? 0;
  const under = data?.items.map(({ id, state }) => id + state).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another set of documents is another list.
  useEffect(() => void queries.invalidateQueries({ queryKey: ['list', 'documents'] }), [under, queries]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that was sent is being read by now.
  useEffect(() => void refetch(), [sent]);
  return reading > 0 ? (
    <p role="status" className="dimmed">
      {t('documents.beingRead', { count: reading })}
    </p>
  ) : null;
}
