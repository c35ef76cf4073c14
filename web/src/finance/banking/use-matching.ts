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

/** The queue of an account, where one is in it, and what was done last. */
export function useMatching(bankAccountId: string) {
  const t = useT();
  const queries = useQueryClient();
  const { data, error } = $api.useQuery('get', '/banking/lines', {
    params: { query: { bankAccountId, state: 'open', limit: AT_ONCE } },
  });
  const [currentId, setCurrent] = useState<string>();
  // The index of what is open follows a moment later: what was matched just now is left out, what was taken back is there.
  const [gone, setGone] = useState<readonly WaitingLine[]>([]);
  const [back, setBack] = useState<readonly WaitingLine[]>([]);
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const lines = withBack(data?.items ?? [], back).filter(({ id }) => !gone.some((each) => each.id === id));
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
  const match = (parts: readonly MatchPart[]) =>
    run(async () => {
      if (!line) return;
      const next = lines[at + 1] ?? lines[at - 1];
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      await api
        .POST('/banking/lines/{lineId}/match', { params: { path: { lineId: line.id }, header }, body: { parts: [...parts] } })
        .then(dataOf);
      setGone((before) => [...before, line]);
      setBack((before) => before.filter(({ id }) => id !== line.id));
      setCurrent(next?.id);
      notifications.show({ message: t('banking.matching.matched'), color: 'teal' });
      refresh();
    });
  const undo = () =>
    run(async () => {
      const last = gone.at(-1);
      if (last === undefined) return;
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      await api.POST('/banking/lines/{lineId}/unmatch', { params: { path: { lineId: last.id }, header }, body: {} }).then(dataOf);
      setGone((before) => before.filter(({ id }) => id !== last.id));
      setBack((before) => [...before, last]);
      setCurrent(last.id);
      notifications.show({ message: t('banking.matching.undone'), color: 'teal' });
      refresh();
    });
  return { lines, line, at, go, match, undo, busy, canUndo: gone.length > 0, fault: fault ?? error, isRead: data !== undefined };
}
