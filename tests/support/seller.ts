import { Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import type { Policies } from '../../shared/domain/platform/company/policies.ts';
import { newTenant } from './call.ts';
import { newCompany, stockUp } from './company.ts';
import { type Ask, shopOf } from './shop.ts';
import { soundnessOf } from './soundness.ts';

/** A day on which everything happens unless a test says otherwise. */
export const DAY = '2026-03-10';

/**
 * A company with goods, ready to sell: `[code, pieces, value in cents]`, priced at 10.00 with 21 %. Its customers get no
 * reminders, so that nothing moves but what a test moves.
 */
export async function newSeller(
  goods: readonly (readonly [code: string, quantity: number, value: number])[],
  { policies = {}, creditLimit }: { readonly policies?: Partial<Policies>; readonly creditLimit?: number } = {},
) {
  const company = await newCompany(newTenant(), { dunningDays: [], ...policies }, creditLimit);
  const items = await stockUp(company, goods);
  const shop = shopOf(company.tenant);
  const openingStock = goods.reduce((sum, [, , value]) => sum + value, 0);
  const orderBody = (lines: readonly object[], more: object = {}) => ({ customerId: company.customerId, date: DAY, lines, ...more });
  return {
    ...company,
    ...shop,
    items,
    orderBody,
    place: (lines: readonly object[], more: object = {}, asking: Ask = {}) =>
      shop.done('placeOrder', { body: orderBody(lines, more), ...asking }),
    ship: (orderId: string, body: object = {}, asking: Ask = {}) =>
      shop.done('shipOrder', { path: [orderId], body: { date: DAY, ...body }, ...asking }),
    cancel: (orderId: string, asking: Ask = {}) =>
      shop.done('cancelOrder', { path: [orderId], body: { reason: 'Ya no lo quiere', date: DAY }, ...asking }),
    order: (orderId: string) => shop.done('getOrder', { path: [orderId] }),
    /** `[on hand, reserved, value]` of each item in the main warehouse. */
    stock: async () =>
      (
        await company.records.getMany(
          Stocks,
          items.map((id) => stockId(id, 'main')),
        )
      ).map((s) => [s?.onHand, s?.reserved, s?.value]),
    /** What does not add up in its records. */
    faults: () => soundnessOf(company.tenant, openingStock),
  };
}
export type Seller = Awaited<ReturnType<typeof newSeller>>;
