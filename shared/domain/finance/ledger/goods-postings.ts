import type { Minor } from '#kernel/money.ts';
import { ACCOUNT } from './accounts.ts';
import type { EntryLine } from './entry.ts';

/** Where goods come from, and the account that they are taken from. */
const COUNTER = { supplier: ACCOUNT.goodsReceivedNotInvoiced, opening: ACCOUNT.openingStock, return: ACCOUNT.costOfSales } as const;

/**
 * Goods that came in: Dr 300, Cr 4009 while the supplier's bill is to come, 5550 for stock that the company brought along,
 * 610 for what a customer sent back.
 */
export const goodsReceiptLines = (origin: keyof typeof COUNTER, total: Minor): EntryLine[] => [
  { account: ACCOUNT.stock, amount: total },
  { account: COUNTER[origin], amount: -total },
];

/** Dr 300, Cr 6109 for goods found; the other way round for goods lost. */
export const adjustmentLines = (value: Minor): EntryLine[] => [
  { account: ACCOUNT.stock, amount: value },
  { account: ACCOUNT.stockAdjustments, amount: -value },
];
