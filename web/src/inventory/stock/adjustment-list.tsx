import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, money, quantity, text } from '../../list/columns.tsx';
import { dates, item } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useWarehouseName } from './use-warehouses.ts';

type Adjustment = Schemas['Adjustment'];

function plan({ t }: ListContext, warehouseName: (code: string) => string): ListPlan<Adjustment> {
  return {
    id: 'adjustments',
    title: t('menu.adjustments'),
    load: load('/stock-adjustments'),
    href: ({ itemId }) => `/stock/${itemId}`,
    columns: [
      text('item', ({ code }) => code),
      date({ hide: 'narrow' }),
      text('reason', ({ reason }) => t(`stock.reasons.${reason}`)),
      text('warehouse', ({ warehouse }) => warehouseName(warehouse), { hide: 'medium' }),
      text('note', ({ note }) => note, { header: t('stock.note'), hide: 'medium' }),
      text('by', ({ createdBy }) => createdBy, { header: t('stock.by'), hide: 'medium' }),
      quantity('quantity', (row) => row.quantity),
      money('value', ({ value }) => value, { hide: 'narrow' }),
    ],
    searchLabel: t('stock.searchAdjustments'),
    filters: [item(), dates()],
    create: { needs: 'adjustStock', to: '/stock-adjustments/new', label: t('stock.adjust.action'), whenEmpty: true },
    empty: { title: t('stock.noAdjustments'), text: t('stock.noAdjustmentsText') },
  };
}

/** All corrections of the count. */
export function Screen() {
  const warehouseName = useWarehouseName();
  return <RecordList spec={useList<Adjustment>((context) => plan(context, warehouseName), [warehouseName])} />;
}
