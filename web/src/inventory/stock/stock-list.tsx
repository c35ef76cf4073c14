import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { money, price, quantity, text } from '../../list/columns.tsx';
import { choice, flag } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { AdjustStockDialog } from './adjust-stock.tsx';
import styles from './stock.module.css';
import { useWarehouseName, useWarehouses } from './use-warehouses.ts';
import { Valuation } from './valuation.tsx';

type Stock = Schemas['Stock'];

interface Around {
  readonly warehouses: readonly Schemas['Warehouse'][];
  readonly warehouseName: (code: string) => string;
  readonly onAdjust: () => void;
}

const plan = ({ t, can }: ListContext, { warehouses, warehouseName, onAdjust }: Around): ListPlan<Stock> => ({
  id: 'stock',
  title: t('menu.stock'),
  load: load('/stock'),
  order: 'asc',
  rowId: ({ itemId, warehouse }) => `${itemId}.${warehouse}`,
  href: ({ itemId }) => `/stock/${itemId}`,
  columns: [
    text('code', ({ code }) => code, { indexed: true }),
    text('name', ({ name }) => name, { hide: 'narrow' }),
    text('warehouse', ({ warehouse }) => warehouseName(warehouse), { hide: 'medium' }),
    quantity('onHand', ({ onHand }) => onHand, { header: t('stock.onHand') }),
    quantity('reserved', ({ reserved }) => reserved, { header: t('stock.reserved'), hide: 'narrow' }),
    quantity('available', ({ available }) => available, {
      header: t('stock.available'),
      cell: ({ available }, { decimal }) => (
        <span className={available.startsWith('-') ? styles.short : undefined}>{decimal(available)}</span>
      ),
    }),
    price('averageCost', ({ averageCost }) => averageCost, { header: t('stock.averageCost'), hide: 'medium' }),
    money('value', ({ value }) => value, { hide: 'narrow' }),
  ],
  searchLabel: t('stock.search'),
  filters: [
    choice(
      'warehouse',
      t('stock.inMain'),
      warehouses.map(({ code }) => code),
      warehouseName,
    ),
    flag('short', t('stock.short')),
  ],
  views: [{ name: t('stock.short'), search: { short: 'true' } }],
  summary: <Valuation />,
  actions: (
    <>
      {can('adjustStock') && (
        <Button variant="default" onClick={onAdjust}>
          {t('stock.adjust.action')}
        </Button>
      )}
      <NewRecord needs="receiveGoods" to="/goods-receipts/new">
        {t('goodsReceipts.new.action')}
      </NewRecord>
    </>
  ),
  empty: { title: t('stock.empty.title'), text: t('stock.empty.text') },
});

/** What is on hand and what is promised, in one warehouse after the other, and what all of it is worth. */
export function Screen() {
  const warehouses = useWarehouses();
  const warehouseName = useWarehouseName();
  const [adjusting, setAdjusting] = useState(false);
  const around = { warehouses, warehouseName, onAdjust: () => setAdjusting(true) };
  return (
    <>
      <RecordList spec={useList<Stock>((context) => plan(context, around), [warehouses, warehouseName])} />
      {adjusting && <AdjustStockDialog onClose={() => setAdjusting(false)} />}
    </>
  );
}
