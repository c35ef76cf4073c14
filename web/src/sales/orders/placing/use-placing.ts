import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, dataOf, type Schemas, sending } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { bodyOf, type Draft, faultsOf, placeOf } from './draft.ts';
import { goTo } from './go-to.ts';

/** Where a refusal belongs on the page: the place of the field that the API names. */
function placesOf(error: unknown, draft: Draft): string[] {
  if (!isProblem(error)) return [];
  const fields = error.faults.length > 0 ? error.faults.map(({ field }) => field) : [error.field ?? ''];
  return fields
    .filter((field) => field.startsWith('body.') || /^(lines|customerId|date|reference|notes)\b/.test(field))
    .map((field) => placeOf(field, draft));
}

/**
 * Places the draft, or keeps it as a quote. One content has one Idempotency-Key: sent again after a lost answer it is
 * placed once; changed, it is another order.
 */
export function usePlacing(draft: Draft, onPlaced: (order: Schemas['Order']) => void) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<'order' | 'quote'>();
  const [asked, setAsked] = useState(false);
  const text = JSON.stringify(bodyOf(draft, false));
  const [refusal, setRefusal] = useState<{ readonly error: unknown; readonly of: string }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key for every content.
  const keys = useMemo(() => ({ order: crypto.randomUUID(), quote: crypto.randomUUID() }), [text]);
  const wrong = asked ? faultsOf(draft) : [];
  const error = refusal?.of === text ? refusal.error : undefined;
  const place = (quote: boolean) => {
    setAsked(true);
    const [first] = faultsOf(draft);
    if (first !== undefined) return goTo(first === 'lines' ? `${draft.lines[0]?.key}-item` : first);
    if (busy) return;
    const kind = quote ? 'quote' : 'order';
    setBusy(kind);
    api
      .POST('/orders', { params: sending({ dryRun: false, key: keys[kind] }), body: bodyOf(draft, quote) })
      .then(dataOf)
      .then(async (order) => {
        onPlaced(order);
        await navigate({ to: `/orders/${order.id}` as never });
        await queries.invalidateQueries();
      })
      .catch((fault: unknown) => {
        setRefusal({ error: fault, of: text });
        goTo(placesOf(fault, draft)[0] ?? '');
      })
      .finally(() => setBusy(undefined));
  };
  return { place, busy, wrong, error, refused: placesOf(error, draft) };
}
