import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClockKind } from '#domain/hr/time/clock-entry.ts';
import { $api, api, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useLocalSetting } from '../../ui/use-local-storage.ts';
import { KEPT, type Known, NOBODY, standingBy, type Told, toldNow } from './clock-kept.ts';

interface Refused extends Told {
  readonly code: string;
  readonly detail: string;
}
const TRY_AGAIN_MS = 20_000;

const send = ({ key, ...body }: Told) => api.POST('/time/entries', { params: { header: { 'Idempotency-Key': key } }, body });
/** What never will be taken, whatever is tried: the rest waits. */
const isFinal = (error: unknown): boolean =>
  isProblem(error) && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);

/** What waits to be sent, kept in the browser: it goes out in its order as soon as the service can be reached. */
function useSending(email: string) {
  const [queued, setQueued] = useLocalSetting<readonly Told[]>(KEPT.queue(email), []);
  const [refused, setRefused] = useLocalSetting<readonly Refused[]>(`clock.refused.${email}`, []);
  const [offline, setOffline] = useState(false);
  const queries = useQueryClient();
  const now = useRef({ queued, refused, busy: false });
  now.current.queued = queued;
  now.current.refused = refused;
  const keep = useCallback(
    (next: readonly Told[]) => {
      now.current.queued = next;
      setQueued(next);
    },
    [setQueued],
  );
  const flush = useCallback(async () => {
    if (now.current.busy) return;
    now.current.busy = true;
    try {
      for (let [first] = now.current.queued; first; [first] = now.current.queued) {
        const told = first;
        try {
          await send(told);
        } catch (error) {
          if (!isFinal(error)) return setOffline(true);
          const { code, message } = error as { code: string; message: string };
          setRefused([...now.current.refused, { ...told, code, detail: message }]);
        }
        setOffline(false);
        keep(now.current.queued.filter(({ key }) => key !== told.key));
      }
      await queries.invalidateQueries({ queryKey: ['get', '/time/clock'] });
    } finally {
      now.current.busy = false;
    }
  }, [keep, queries, setRefused]);
  useEffect(() => {
    void flush();
    const again = () => void flush();
    window.addEventListener('online', again);
    const timer = setInterval(() => now.current.queued.length > 0 && again(), TRY_AGAIN_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [flush]);
  const put = (told: Told) => {
    keep([...now.current.queued, told]);
    void flush();
  };
  return { queued, refused, offline, put, forget: () => setRefused([]) };
}

/** The page of the clock comes up without a connection, too. */
function keepWithoutConnection(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker
    .register('/clock-worker.js', { scope: '/time/clock' })
    .catch((error: Error) => console.warn('The clock works with a connection alone:', error.message));
}

/** How somebody's clock stands, with what was told and has not arrived yet. */
export function useClock(email: string) {
  const [known, setKnown] = useLocalSetting<Known>(KEPT.known(email), NOBODY);
  const { data, isPending } = $api.useQuery('get', '/time/clock', undefined, {
    refetchOnWindowFocus: true,
    networkMode: 'always',
    retry: false,
  });
  const { queued, refused, offline, put, forget } = useSending(email);
  const [, setLast] = useLocalSetting(KEPT.last, '');
  useEffect(() => {
    if (!data) return;
    setKnown(knownOf(data));
    setLast(email);
  }, [data, email, setKnown, setLast]);
  useEffect(keepWithoutConnection, []);
  const ahead = known.ahead;
  const nowMs = () => Date.now() + ahead;
  const tell = (kind: ClockKind) => {
    if (known.employeeId === undefined) return;
    put(toldNow(known.employeeId, kind, known, Date.now()));
  };
  return {
    ...{ known, today: data?.today, isKnown: !isPending || known.employeeId !== undefined, queued, refused, offline, tell, forget, nowMs },
    ...standingBy(known, queued),
  };
}

const knownOf = ({ now, employeeId, name, state, since }: Schemas['Clock']): Known => ({
  ...{ employeeId, name, state, since },
  ahead: Date.parse(now) - Date.now(),
});
