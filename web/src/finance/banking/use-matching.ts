import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import type { MatchPart } from './match-draft.ts';

export type WaitingLine = Schemas['BankLineRow'];

/** Lines that are read at once: more than a person matches before the next ones come. */
const AT_ONCE = 50;

const placeOf = ({ date, no }: WaitingLine): string => `${date} ${String(no).padStart(6, '0')}`;

/** The queue with what was taken back, each in its place. */
const withBack = (items: readonly WaitingLine[], back: readonly WaitingLine[]): WaitingLine[] =>
  [...items, ...back.filter(({ id }) => !items.some((item) => item.id === id))].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** What was done with a line, and so how it is taken back. */
interface Done {
  readonly line: WaitingLine;
  readonly how: 'match' | 'ignored';
}

const keyed = ({ id: lineId }: WaitingLine) => ({ params: { path: { lineId }, header: { 'Idempotency-Key': crypto.randomUUID() } } });
/** Whether all that was done is reversed: what was in the books before is only tied no more. */
async function takeBack({ line, how }: Done): Promise<boolean> {
  if (how === 'ignored') {
    await api.POST('/banking/lines/{lineId}/reopening', keyed(line));
    return true;
  }
  const { undone = [] } = dataOf(await api.POST('/banking/lines/{lineId}/unmatch', { ...keyed(line), body: {} }));
  return undone.every((part) => part.how === 'reversed');
}

/** The queue of an account: what was done just now is left out of it, what was taken back is in it, however late its index follows. */
function useQueue(bankAccountId: string) {
  const { data, error } = $api.useQuery('get', '/banking/lines', {
    params: { query: { bankAccountId, state: 'open', limit: AT_ONCE } },
  });
  const [gone, setGone] = useState<readonly Done[]>([]);
  const [back, setBack] = useState<readonly WaitingLine[]>([]);
  const lines = withBack(data?.items ?? [], back).filter(({ id }) => !gone.some((each) => each.line.id === id));
  const leave = (done: Done) => {
    setGone((before) => [...before, done]);
    setBack((before) => before.filter(({ id }) => id !== done.line.id));
  };
  const comeBack = (done: Done) => {
    setGone((before) => before.filter((each) => each !== done));
    setBack((before) => [...before, done.line]);
  };
  return { lines, last: gone.at(-1), leave, comeBack, error, isRead: data !== undefined };
}

/** The lines of an account that wait, where one is among them, and what was done last. */
export function useMatching(bankAccountId: string) {
  const t = useT();
  const queries = useQueryClient();
  const { lines, last, leave, comeBack, error, isRead } = useQueue(bankAccountId);
  const [currentId, setCurrent] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const at = Math.max(
    lines.findIndex(({ id }) => id === currentId),
    0,
  );
  const line: WaitingLine | undefined = lines[at];
  const go = (to: number) => {
    setFault(undefined);
    setCurrent(lines[Math.min(Math.max(to, 0), lines.length - 1)]?.id);
  };
  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    await work().catch(setFault);
    setBusy(false);
  };
  // Nobody waits for it: the next line is there already.
  const refresh = () => void queries.invalidateQueries({ queryKey: ['get', '/banking/lines'] });
  const done = (how: Done['how'], message: string, send: (line: WaitingLine) => Promise<unknown>) =>
    run(async () => {
      if (!line) return;
      const next = lines[at + 1] ?? lines[at - 1];
      await send(line);
      leave({ line, how });
      setCurrent(next?.id);
      notifications.show({ message, color: 'teal' });
      refresh();
    });
  const match = (parts: readonly MatchPart[]) =>
    done('match', t('banking.matching.matched'), (each) =>
      api.POST('/banking/lines/{lineId}/match', { ...keyed(each), body: { parts: [...parts] } }),
    );
  const putAside = () =>
    done('ignored', t('banking.matching.aside'), (each) =>
      api.POST('/banking/lines/{lineId}/ignored', { ...keyed(each), body: { reason: t('banking.matching.asideReason') } }),
    );
  const undo = () =>
    run(async () => {
      if (last === undefined) return;
      const isReversed = await takeBack(last);
      comeBack(last);
      setCurrent(last.line.id);
      notifications.show({ message: t(isReversed ? 'banking.matching.undone' : 'banking.matching.untied'), color: 'teal' });
      refresh();
    });
  return { lines, line, at, go, match, putAside, undo, busy, canUndo: last !== undefined, fault: fault ?? error, isRead };
}
