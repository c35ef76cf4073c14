import * as z from 'zod/mini';
import { EntryView } from '#domain/finance/events.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money, PositiveMoney } from '#kernel/money.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { creditNotesOf, DISPOSITIONS, RETURN_STATES, type Return, type ReturnReceipt, Returns, type StoredReturn } from './return.ts';

const reason = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const LineNo = z.int().check(z.minimum(1), z.maximum(1000));

export const ReturnPath = z.strictObject({ returnId: idWith('ret') });

export const AuthoriseReturn = z.strictObject({
  date: z.optional(BusinessDate),
  reason,
  /** Absent: everything that was shipped. */
  lines: z.optional(z.array(z.strictObject({ line: LineNo, quantity: PositiveQuantity })).check(z.minLength(1), z.maxLength(1000))),
});

export const ReceiveReturn = z.strictObject({
  date: z.optional(BusinessDate),
  /** Only what is accepted. Absent: all that is expected, back into stock. A line may stand twice, for two dispositions. */
  lines: z.optional(
    z
      .array(z.strictObject({ line: LineNo, quantity: PositiveQuantity, disposition: z._default(z.enum(DISPOSITIONS), 'restock') }))
      .check(z.minLength(1), z.maxLength(1000)),
  ),
  /** True: what has not come is no longer expected. */
  closes: z._default(z.boolean(), false),
});

export const RefundReturn = z.strictObject({
  /** Absent: all that is open of the return's credit notes. */
  amount: z.optional(PositiveMoney),
  method: z._default(z.enum(['bank', 'cash']), 'bank'),
  date: z.optional(BusinessDate),
});

export const CancelReturn = z.strictObject({ reason, date: z.optional(BusinessDate) });

const ReceivedLineView = z.object({ line: z.int(), quantity: z.string(), disposition: z.enum(DISPOSITIONS), net: Money, cost: Money });
const receiptFields = {
  id: z.string(),
  date: z.string(),
  lines: z.array(ReceivedLineView),
  creditNoteIds: z.array(z.string()),
  goodsReceiptId: z.optional(z.string()),
};

/** Where a return's execution is. */
export const ReturnExecution = z.object({
  name: z.string(),
  state: z.literal('AwaitGoods'),
  since: z.string(),
  until: z.string(),
  status: z.enum(['waiting', 'ended']),
});

export const ReturnView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(RETURN_STATES),
  orderId: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  warehouse: z.string(),
  date: z.string(),
  reason: z.string(),
  lines: z.array(z.object({ line: z.int(), authorised: z.string(), received: z.string() })),
  receipts: z.array(z.object(receiptFields)),
  creditNoteIds: z.array(z.string()),
  refundIds: z.array(z.string()),
  cancelled: z.optional(z.object({ date: z.string(), reason: z.string() })),
  /** Part came, and the rest was given up. */
  short: z.optional(z.object({ date: z.string(), reason: z.string() })),
  ...stampFields,
});

export const ReturnReceiptView = z.object({ returnId: z.string(), ...receiptFields, entries: z.array(EntryView) });

const receiptView = (receipt: ReturnReceipt) => ({ ...receipt, lines: [...receipt.lines], creditNoteIds: [...receipt.creditNoteIds] });

export const returnView = (ret: StoredReturn) => {
  const { keepsCredit, ...view } = stamped(ret);
  return {
    ...view,
    number: numberOf(Returns, ret.id),
    lines: [...ret.lines],
    receipts: ret.receipts.map(receiptView),
    creditNoteIds: creditNotesOf(ret),
    refundIds: [...ret.refundIds],
  };
};

export const returnReceiptView = (ret: Return & { readonly id: string }, receiptId: string) => {
  const receipt = ret.receipts.find(({ id }) => id === receiptId);
  return receipt && { returnId: ret.id, ...receiptView(receipt) };
};
