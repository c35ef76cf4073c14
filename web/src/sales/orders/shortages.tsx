import { useQueries } from '@tanstack/react-query';
import { lessThan, plus } from '#kernel/quantity.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { written } from '../../lines/draft.ts';
import { type OrderDraft, orders } from './order-draft.ts';

/** What can be promised of an item in one warehouse: nothing where none has ever come. */
async function availableOf(itemId: string, warehouse: string): Promise<string> {
  try {
    const stock = dataOf(await api.GET('/stock/{itemId}', { params: { path: { itemId } } }));
    return stock.warehouses.find((level) => level.warehouse === warehouse)?.available ?? '0';
  } catch (error) {
    if (isProblem(error) && error.status === 404) return '0';
    throw error;
  }
}

interface Shortage {
  readonly requested: string;
  readonly available: string;
}

/** Of which lines more is asked than can be promised, all lines of an item together. By the lines' keys. */
export function useShortages(draft: OrderDraft): ReadonlyMap<string, Shortage> {
  const { warehouse } = draft;
  const lines = written(orders, draft).flatMap(({ key, item, quantity }) =>
    item?.kind === 'stocked' && /^\d{1,6}(\.\d{1,3})?$/.test(quantity) ? [{ key, id: item.id, quantity }] : [],
  );
  const ids = [...new Set(lines.map(({ id }) => id))];
  const levels = useQueries({
    queries: ids.map((id) => ({ queryKey: ['available', id, warehouse], queryFn: () => availableOf(id, warehouse), staleTime: 20_000 })),
    combine: (all) => new Map(ids.map((id, index) => [id, all[index]?.data])),
  });
  const requested = new Map<string, string>();
  for (const { id, quantity } of lines) requested.set(id, plus(requested.get(id) ?? '0', quantity));
  return new Map(
    lines.flatMap(({ key, id }): [string, Shortage][] => {
      const available = levels.get(id);
      const sum = requested.get(id) ?? '0';
      return available !== undefined && lessThan(available, sum) ? [[key, { requested: sum, available }]] : [];
    }),
  );
}

/** That there is not enough: refused, or back-ordered, as the company has it. */
export function ShortageNote({ shortage }: { readonly shortage: Shortage | undefined }) {
  const t = useT();
  const { decimal } = useFormats();
  const { data: company } = $api.useQuery('get', '/company', {}, { staleTime: 300_000 });
  if (!shortage) return null;
  const refuses = company?.policies.shortage !== 'backorder';
  const figures = { requested: decimal(shortage.requested), available: decimal(shortage.available) };
  return (
    <p data-refuses={refuses || undefined} role="status">
      {t(refuses ? 'orders.new.shortRefused' : 'orders.new.shortBackorder', figures)}
    </p>
  );
}
