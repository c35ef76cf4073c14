import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { RecordPage } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { AdjustStockDialog } from './adjust-stock.tsx';
import { ItemAdjustments, ItemStock } from './item-stock.tsx';

/** The stock of one item: in every warehouse, and how its count was corrected. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const query = $api.useQuery('get', '/items/{itemId}', { params: { path: { itemId } } });
  const [adjusting, setAdjusting] = useState(false);
  const { data: item } = query;
  const actions: RecordAction[] = [
    {
      id: 'receive',
      label: t('goodsReceipts.new.action'),
      needs: 'receiveGoods',
      primary: true,
      key: 'r',
      start: () => void navigate({ to: '/goods-receipts/new', search: { itemId } } as never),
    },
    { id: 'adjust', label: t('stock.adjust.action'), needs: 'adjustStock', key: 'a', start: () => setAdjusting(true) },
  ];
  return (
    <RecordPage
      query={query}
      parent={{ to: '/stock', label: t('menu.stock') }}
      title={item ? `${item.code} · ${item.name}` : ''}
      subtitle={<Link to={`/items/${itemId}` as never}>{t('stock.itemPage')}</Link>}
      answered={item?.actions}
      actions={item ? actions : []}
      aside={item && <Timeline id={item.id} />}
    >
      <ItemStock itemId={itemId} linked={false} />
      <ItemAdjustments itemId={itemId} />
      {adjusting && item && <AdjustStockDialog item={item} onClose={() => setAdjusting(false)} />}
    </RecordPage>
  );
}
