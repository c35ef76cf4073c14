/** What other areas show of this one. */
export { ItemAdjustments, ItemStock } from './stock/item-stock.tsx';
