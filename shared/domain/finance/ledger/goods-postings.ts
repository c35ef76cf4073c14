import type { Minor } from '#kernel/money.ts';
import { ACCOUNT } from './accounts.ts';
import type { EntryLine } from './entry.ts';

/** Goods that came in: Dr 300, Cr 4009 while the supplier's bill is to come, or 5550 for stock that the company brought along. */
export const goodsReceiptLines = (origin: 'supplier' | 'opening', total: Minor): EntryLine[] => [
  { account: ACCOUNT.stock, amount: total },
  { account: origin === 'supplier' ? ACCOUNT.goodsReceivedNotInvoiced : ACCOUNT.openingStock, amount: -total },
];
