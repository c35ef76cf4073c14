import { Orders } from '#domain/sales/orders/order.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { prefixOf } from '#kernel/id.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { followReturn } from '../returns/return-follower.ts';
import { followOrder } from './order-follower.ts';

const isOf = ({ prefix }: { readonly prefix: string }, id: string): boolean => prefixOf(id) === prefix;

/** The order or return that a change is about: its own record, its invoice or credit note, or what its execution waits for. */
function subjectOf({ kind, id, after }: RecordChange): string | undefined {
  const about = kind === 'invoice' ? after?.orderId : kind === 'credit-note' ? after?.returnId : id;
  if (typeof about !== 'string') return undefined;
  return isOf(Orders, about) || isOf(Returns, about) ? about : undefined;
}

/** Starts and answers the executions of orders and returns, and gives them the state that their money does. */
export const handler = followChanges({
  code: 'follow-sales',
  subject: subjectOf,
  handle: async (tenant, id, changes) => {
    const now = new Date();
    const records = new Records(tenant, { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followSales', at: now });
    await (isOf(Returns, id) ? followReturn(records, id, now) : followOrder(records, id, changes, now));
  },
});
