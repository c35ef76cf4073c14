import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { today } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/i18n.ts';
import { usePerson } from '../../../session/session.ts';
import { useKept } from '../../../ui/kept.ts';
import { type Draft, type DraftItem, draftAgain, emptyDraft } from './draft.ts';

/** A decimal as one types it in this language. */
export function useWritten(): (decimal: string) => string {
  const language = useLanguage();
  return (decimal) => (language === 'es' ? decimal.replace('.', ',') : decimal);
}

/**
 * The order that is being written, kept over reloads: one for each beginning, so that ordering again from a record does
 * not throw away what stands on the empty form.
 */
export function useDraft() {
  const { company, email } = usePerson();
  const { copy, customerId } = useSearch({ strict: false }) as { copy?: string; customerId?: string };
  const from = copy ?? customerId ?? '';
  const [kept, keep] = useKept<Draft | null>(`order-draft.${company}.${email}${from && `.${from}`}`, null);
  const [over, setOver] = useState(false);
  const beginning = useBeginning(copy, customerId, kept === null && !over);
  useEffect(() => {
    if (kept === null && !over && beginning.data) keep(beginning.data);
  }, [kept, over, beginning.data, keep]);
  const [blank] = useState(() => emptyDraft(today()));
  return {
    draft: kept ?? blank,
    pending: kept === null && from !== '' && !over && !beginning.error,
    error: beginning.error,
    /** Whether something has been written. */
    written: kept !== null && (kept.lines.length > 1 || kept.customer !== undefined || kept.notes !== '' || kept.reference !== ''),
    change: (next: (draft: Draft) => Draft) => keep(next(kept ?? blank)),
    discard: () => keep(from ? emptyDraft(today()) : null),
    /** It has become an order: nothing of it is kept. */
    finish: () => {
      setOver(true);
      keep(null);
    },
  };
}

/** What a draft begins with where the address names a customer, or an order to place again. */
function useBeginning(copy: string | undefined, customerId: string | undefined, enabled: boolean) {
  const written = useWritten();
  return useQuery({
    queryKey: ['order-draft', copy ?? customerId],
    enabled: enabled && (copy ?? customerId) !== undefined,
    staleTime: 0,
    queryFn: async (): Promise<Draft> => {
      if (copy === undefined) {
        const { id, name, taxId } = dataOf(
          await api.GET('/customers/{customerId}', { params: { path: { customerId: customerId ?? '' } } }),
        );
        return { ...emptyDraft(today()), customer: { id, name, taxId } };
      }
      const order = dataOf(await api.GET('/orders/{orderId}', { params: { path: { orderId: copy } } }));
      const ids = [...new Set(order.lines.map(({ itemId }) => itemId))];
      const items = await Promise.all(ids.map((itemId) => api.GET('/items/{itemId}', { params: { path: { itemId } } }).then(dataOf)));
      return draftAgain(order, new Map(items.map((item): [string, DraftItem] => [item.id, item])), today(), written);
    },
  });
}
