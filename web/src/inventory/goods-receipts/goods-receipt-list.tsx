import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, date, money, state, text } from '../../list/columns.tsx';
import { dates } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useWarehouseName } from '../stock/use-warehouses.ts';

type Receipt = Schemas['GoodsReceiptRow'];

/** What a receipt is called: its delivery note, else its first items. */
function nameOf({ reference, lines }: Receipt, t: ListContext['t']): string {
  if (reference) return reference;
  const codes = lines.slice(0, 2).map(({ code }) => code);
  return lines.length > 2 ? t('goodsReceipts.andMore', { codes: codes.join(', '), count: lines.length - 2 }) : codes.join(', ');
}

function plan({ t }: ListContext, warehouseName: (code: string) => string): ListPlan<Receipt> {
  return {
    id: 'goods-receipts',
    title: t('menu.goodsReceipts'),
    load: load('/goods-receipts'),
    href: '/goods-receipts',
    columns: [
      date(),
      text('reference', (receipt) => nameOf(receipt, t), { header: t('goodsReceipts.reference') }),
      text('origin', ({ origin }) => t(`goodsReceipts.origins.${origin}`), { header: t('goodsReceipts.origin'), hide: 'medium' }),
      text('warehouse', ({ warehouse }) => warehouseName(warehouse), { hide: 'medium' }),
      state('goods-receipt', (receipt) => receipt.state, { hide: 'narrow' }),
      count('lines', ({ lines }) => lines.length, { hide: 'medium' }),
      money('gross', ({ total }) => total),
    ],
    searchLabel: t('goodsReceipts.search'),
    filters: [dates()],
    create: { needs: 'receiveGoods', to: '/goods-receipts/new', label: t('goodsReceipts.new.action'), whenEmpty: true },
    empty: { title: t('goodsReceipts.empty.title'), text: t('goodsReceipts.empty.text') },
  };
}

/** Everything that came in. */
export function Screen() {
  const warehouseName = useWarehouseName();
  return <RecordList spec={useList<Receipt>((context) => plan(context, warehouseName), [warehouseName])} />;
}
