import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import type { MatchPart, MatchTerms } from './match-draft.ts';
import { type Done, type QueueFilter, useQueue, useReadOn, type WaitingLine } from './use-queue.ts';

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

/** The queue itself is as it is without another look: what was done is left out of it, and its pages follow by their cursors. */
function useRefresh() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['get', '/banking/lines'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: ['get', '/banking/lines/{lineId}'], refetchType: 'none' });
    void queries.invalidateQueries({ queryKey: ['get', '/banking/accounts'] });
  };
}

/** Why the last try was refused, and of which line that was. */
interface Failed {
  readonly lineId: string | undefined;
  readonly fault: unknown;
}

/** The lines of an account that wait, where one is among them, and what was done last. */
export function useMatching(bankAccountId: string, filter: QueueFilter, askedId: string | undefined) {
  const t = useT();
  const queue = useQueue(bankAccountId, filter, askedId);
  const { lines, last, leave, comeBack, error } = queue;
  const [currentId, setCurrent] = useState(askedId);
  const [failed, setFailed] = useState<Failed>();
  const [busy, setBusy] = useState(false);
  const at = Math.max(
    lines.findIndex(({ id }) => id === currentId),
    0,
  );
  const line: WaitingLine | undefined = lines[at];
  useReadOn(queue, at);
  const go = (to: number) => {
    setFailed(undefined);
    setCurrent(lines[Math.min(Math.max(to, 0), lines.length - 1)]?.id);
  };
  const run = async (lineId: string | undefined, work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailed(undefined);
    await work().catch((fault: unknown) => setFailed({ lineId, fault }));
    setBusy(false);
  };
  const refresh = useRefresh();
  const done = (how: Done['how'], message: string, send: (line: WaitingLine) => Promise<unknown>) =>
    run(line?.id, async () => {
      if (!line) return;
      const next = lines[at + 1] ?? lines[at - 1];
      await send(line);
      leave({ line, how });
      setCurrent(next?.id);
      notifications.show({ message, color: 'teal' });
      refresh();
    });
  const match = (parts: readonly MatchPart[], terms: MatchTerms) =>
    done('match', t('banking.matching.matched'), (each) =>
      api.POST('/banking/lines/{lineId}/match', { ...keyed(each), body: { parts: [...parts], ...terms } }),
    );
  const putAside = () =>
    done('ignored', t('banking.matching.aside'), (each) =>
      api.POST('/banking/lines/{lineId}/ignored', { ...keyed(each), body: { reason: t('banking.matching.asideReason') } }),
    );
  const undo = () =>
    run(last?.line.id, async () => {
      if (last === undefined) return;
      const isReversed = await takeBack(last);
      comeBack(last);
      setCurrent(last.line.id);
      notifications.show({ message: t(isReversed ? 'banking.matching.undone' : 'banking.matching.untied'), color: 'teal' });
      refresh();
    });
  const faultOf = ({ id }: WaitingLine): unknown => (failed?.lineId === id ? failed.fault : undefined);
  return { ...queue, line, at, go, match, putAside, undo, busy, canUndo: last !== undefined, fault: failed?.fault ?? error, faultOf };
}
