import { useState } from 'react';
import { $api } from '../../api/client.ts';
import { acceptable, type Candidate, filled, NOTHING_TYPED, partsOf, restOf, type TypedPart, toggled } from './match-draft.ts';
import { type OtherPart, othersChosen, othersFilled } from './other-part.ts';
import type { WaitingLine } from './use-queue.ts';

const documentsOf = (candidate: Candidate): ReadonlySet<string> => new Set(candidate.documents.map(({ id }) => id));

/** What is told of a line: what is chosen of its candidates, what was looked for besides, and what is typed by account. */
export function useLineParts(line: WaitingLine) {
  const { data } = $api.useQuery('get', '/banking/lines/{lineId}/candidates', { params: { path: { lineId: line.id } } });
  const candidates = data?.items ?? [];
  const best = acceptable(candidates, line);
  const [picked, setPicked] = useState<readonly Candidate[]>();
  const [others, setOthers] = useState<readonly OtherPart[]>([]);
  const [typed, setTyped] = useState<readonly TypedPart[]>([NOTHING_TYPED]);
  const chosen = picked ?? (best ? [best] : []);
  // No document is told twice.
  const toggle = (candidate: Candidate) => {
    const ids = documentsOf(candidate);
    setOthers(others.filter(({ id }) => !ids.has(id)));
    setPicked(toggled(chosen, candidate));
  };
  const changeOthers = (next: readonly OtherPart[]) => {
    const ids = new Set(next.map(({ id }) => id));
    setOthers(next);
    // What nobody has chosen yields to what somebody looks for.
    setPicked((picked ?? []).filter((candidate) => !candidate.documents.some(({ id }) => ids.has(id))));
  };
  const withAmount = typed.filter(({ amount }) => amount !== '');
  const cents = othersFilled(line, restOf(line, chosen, filled(line, chosen, withAmount)), others);
  const all = [...chosen, ...othersChosen(line, others, cents)];
  const byAccount = filled(line, all, typed);
  const parts = partsOf(all, byAccount, line.amount.currency);
  const rest = restOf(line, all, byAccount);
  return {
    ...{ isRead: data !== undefined, candidates, chosen, toggle, others, cents, changeOthers, typed, setTyped, parts, rest },
    /** What the first part without an amount takes. */
    left: restOf(line, all, filled(line, all, withAmount)),
    isWhole: data !== undefined && parts.length > 0 && rest === 0,
  };
}
