import { post, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

/** Goods go back at their own cost, while they are still there. */
export const reverseGoodsReceipt = ({ id, date }: Schemas['GoodsReceipt'], t: ReturnType<typeof useT>) =>
  step(post('/goods-receipts/{receiptId}/reversal', { receiptId: id }), {
    title: t('goodsReceipts.reverse.title'),
    confirm: t('goodsReceipts.reverse.action'),
    danger: true,
    fields: { date: { min: date } },
    says: t('goodsReceipts.reverse.text'),
    entries: ({ entry }) => (entry ? [entry] : []),
    done: () => t('goodsReceipts.reverse.done'),
    to: (reversal) => `/goods-receipts/${reversal.id}`,
  });
