import type { Quantity } from '#kernel/quantity.ts';
import type { StoredOrder } from '#domain/sales/orders/order.ts';
import type { Records } from '#runtime/records.ts';
import type { Placing } from './placing.ts';

export async function placeLong(_records: Records, _placing: Placing, _demand: ReadonlyMap<string, Quantity>): Promise<StoredOrder> {
  throw new Error('next');
}
