import { useQueries } from '@tanstack/react-query';
import { lessThan, plus } from '#kernel/quantity.ts';
import { api, dataOf, type Schemas } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { askedLines, type Draft } from './draft.ts';

export interface FoundItem {
  readonly item: Schemas['Item'];
  /** What can be promised; `undefined` where it was not told: services have none. */
  readonly available: string | undefined;
}

/** Items by words of their code and name, those sold now, each with what can be promised of it in the warehouse. */
export async function findItems(q: string, warehouse: string): Promise<FoundItem[]> {
  const [items, stock] = await Promise.all([
    api.GET('/items', { params: { query: { q, limit: 12, active: true } } }).then(dataOf),
    api.GET('/stock', { params: { query: { q, limit: 50, warehouse } } }).then(dataOf),
  ]);
  const available = new Map(stock.items.map((level) => [level.itemId, level.available]));
  return items.items.map((item) => ({ item, available: item.kind === 'stocked' ? (available.get(item.id) ?? '0') : undefined }));
}

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

export interface Shortage {
  readonly asked: string;
  readonly available: string;
}

/** Of which lines more is asked than can be promised, all lines of an item together. By the lines' keys. */
export function useShortages(draft: Draft): ReadonlyMap<string, Shortage> {
  const { warehouse } = draft;
  const lines = askedLines(draft).filter(({ item, line }) => item?.kind === 'stocked' && /^\d{1,6}(\.\d{1,3})?$/.test(line.quantity));
  const ids = [...new Set(lines.map(({ line }) => line.itemId))];
  const levels = useQueries({
    queries: ids.map((id) => ({ queryKey: ['available', id, warehouse], queryFn: () => availableOf(id, warehouse), staleTime: 20_000 })),
    combine: (all) => new Map(ids.map((id, index) => [id, all[index]?.data])),
  });
  const asked = new Map<string, string>();
  for (const { line } of lines) asked.set(line.itemId, plus(asked.get(line.itemId) ?? '0', line.quantity));
  return new Map(
    lines.flatMap(({ key, line }): [string, Shortage][] => {
      const available = levels.get(line.itemId);
      const sum = asked.get(line.itemId) ?? '0';
      return available !== undefined && lessThan(available, sum) ? [[key, { asked: sum, available }]] : [];
    }),
  );
}
