import type { StockDemand } from '#domain/inventory/stock/stock.ts';

/** What an order asks of a stock record; it has no more of it open unless that is told. */
export const asks = (quantity: string, field = 'f', orderId = 'ord_1', open = quantity): StockDemand => ({
  orderId,
  quantity,
  open,
  field,
});
