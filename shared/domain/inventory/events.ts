/** Inventory's published language: what other contexts' rulebooks may lean on. */

export { type BilledPart, type BilledSum, billedOf, unbilledOf, valueGivenBack, valueOfNext } from './stock/billed-part.ts';
export { BILL, type GoodsReceipt, GoodsReceipts, refusalOfBilling, toBill } from './stock/goods-receipt.ts';
