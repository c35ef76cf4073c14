import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClockKind } from '#domain/hr/time/clock-entry.ts';
import type { ClockState } from '#domain/hr/time/work-day.ts';
import { $api, api, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useLocalSetting } from '../../ui/use-local-storage.ts';

/** What was told and has not arrived: with its own time, and the key that lets it be sent again without being told twice. */
export interface Told {
  readonly key: string;
  readonly employeeId: string;
  readonly kind: ClockKind;
  readonly at: string;
}
interface Refused extends Told {
  readonly code: string;
  readonly detail: string;
}
/** How the clock stood when the service was last heard of; `ahead`: milliseconds that this device is behind it. */
interface Known {
  readonly employeeId?: string | undefined;
  readonly name?: string | undefined;
  readonly state: ClockState;
  readonly since?: string | undefined;
  readonly ahead: number;
}

const AFTER: Readonly<Record<ClockKind, ClockState>> = { in: 'working', out: 'off', break: 'break', resume: 'working' };
const NOBODY: Known = { state: 'off', ahead: 0 };
const TRY_AGAIN_MS = 20_000;

const send = ({ key, ...body }: Told) => api.POST('/time/entries', { params: { header: { 'Idempotency-Key': key } }, body });
/** What never will be taken, whatever is tried: the rest waits. */
const isFinal = (error: unknown): boolean =>
  isProblem(error) && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);

/** What waits to be sent, kept in the browser: it goes out in its order as soon as the service can be reached. */
function useSending(email: string) {
  const [queued, setQueued] = useLocalSetting<readonly Told[]>(`clock.queue.${email}`, []);
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

/** How somebody's clock stands, with what was told and has not arrived yet. */
export function useClock(email: string) {
  const [known, setKnown] = useLocalSetting<Known>(`clock.known.${email}`, NOBODY);
  const { data, isPending } = $api.useQuery('get', '/time/clock', undefined, {
    refetchOnWindowFocus: true,
    networkMode: 'always',
    retry: false,
  });
  const { queued, refused, offline, put, forget } = useSending(email);
  useEffect(() => {
    if (data) setKnown(knownOf(data));
  }, [data, setKnown]);
  const last = queued.at(-1);
  const ahead = known.ahead;
  const nowMs = () => Date.now() + ahead;
  const tell = (kind: ClockKind) => {
    if (known.employeeId === undefined) return;
    const at = `${new Date(nowMs()).toISOString().slice(0, 19)}Z`;
    put({ key: crypto.randomUUID(), employeeId: known.employeeId, kind, at });
  };
  return {
    ...{ known, today: data?.today, isKnown: !isPending || known.employeeId !== undefined, queued, refused, offline, tell, forget, nowMs },
    state: last ? AFTER[last.kind] : known.state,
    since: last ? last.at : known.since,
  };
}

const knownOf = ({ now, employeeId, name, state, since }: Schemas['Clock']): Known => ({
  ...{ employeeId, name, state, since },
  ahead: Date.parse(now) - Date.now(),
});
