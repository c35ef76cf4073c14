import * as z from 'zod/mini';
import { daysBetween, type IsoDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { AmountView, Money } from '#kernel/money.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { nextDue } from '../open-items/ageing.ts';
import { CREDIT_STATES, creditState, Withheld } from '../open-items/document.ts';
import { agedFields, allocating } from '../open-items/money-wire.ts';
import { PurchaseLine, payableOf } from '../open-items/purchase-entry.ts';
import { rateFields, reversalField, tradeFields, tradeLineFields, tradeView } from '../open-items/wire.ts';
import { ReceiptMatchView, receiptMatchView } from '../received-goods/wire.ts';
import { capitalAdviceOf } from '../tax/purchase-tax.ts';
import {
  BILL_STATES,
  billState,
  type PurchaseDocument,
  type StoredBill,
  type StoredCredit,
  SupplierBill,
  SupplierBills,
  SupplierCredit,
  SupplierCredits,
  WAIT_REASONS,
} from './supplier-bill.ts';

const purchaseFields = {
  ...tradeFields,
  ...reversalField,
  lines: z.array(z.extend(PurchaseLine, { ...tradeLineFields, match: z.optional(ReceiptMatchView) })),
  /** In a foreign currency: its own amounts, and the rate at which the books hold it. */
  foreign: z.optional(
    z.object({ ...rateFields, open: AmountView, net: AmountView, tax: AmountView, gross: AmountView, payable: AmountView }),
  ),
  withheld: z.optional(z.extend(z.omit(Withheld, { at: true }), { amount: Money })),
  /** What is owed: the total less what is withheld. */
  payable: Money,
};

export const BillView = z.extend(z.omit(SupplierBill, { assetIds: true, broughtBy: true }), {
  ...purchaseFields,
  instalments: z.optional(z.array(z.object({ date: z.string(), amount: Money }))),
  state: z.enum(BILL_STATES),
  daysOverdue: z.int(),
  needsApproval: z.boolean(),
  /** Why it needs, or needed, a second person. */
  waitsFor: z.array(z.enum(WAIT_REASONS)),
  credited: Money,
  creditNoteIds: z.array(z.string()),
  /** What should be looked at: a line on an account of fixed assets under a code of current purchases. */
  warnings: z.array(
    z.object({ code: z.enum(['capital-code']), line: z.int(), message: z.string(), params: z.record(z.string(), z.string()) }),
  ),
});
/** With lines of it that are fixed assets, and which ones once they are registered. */
export const BillDetail = z.extend(BillView, { assets: z.array(z.object({ line: z.int(), assetId: z.optional(z.string()) })) });
export const SupplierCreditView = z.extend(SupplierCredit, {
  ...purchaseFields,
  state: z.enum(CREDIT_STATES),
  corrected: z.optional(z.object({ period: z.string(), declared: z.optional(Money) })),
});

function purchaseView<D extends PurchaseDocument>(type: RecordType<D>, document: Stored<D>) {
  const { lines, ...rest } = tradeView<D>(type, document);
  return {
    ...rest,
    lines: lines.map(({ match, ...line }) => ({ ...line, ...(match ? { match: receiptMatchView(line.net, match) } : {}) })),
    payable: payableOf(document),
  };
}
function capitalWarning(line: PurchaseLine, at: number) {
  const params = capitalAdviceOf(line);
  if (!params) return [];
  const { account, taxCode, instead, least } = params;
  const message = `Line ${at + 1} is on ${account} and costs ${least} EUR or more: a capital good, whose code is ${instead} and not ${taxCode} (Ley 37/1992 art. 108). Reverse the bill and enter it with that code.`;
  return [{ code: 'capital-code' as const, line: at + 1, message, params }];
}
export function billView(bill: StoredBill, today: IsoDate) {
  const { instalments, ...view } = purchaseView(SupplierBills, bill);
  return {
    ...view,
    ...(instalments ? { instalments: [...instalments] } : {}),
    state: billState(bill, today),
    dueDate: nextDue(bill),
    daysOverdue: bill.open === 0 ? 0 : Math.max(0, daysBetween(nextDue(bill), today)),
    needsApproval: bill.needsApproval ?? false,
    waitsFor: bill.needsApproval ? [...(bill.waitsFor ?? (['limit'] as const))] : [],
    credited: bill.credited ?? 0,
    creditNoteIds: [...(bill.creditNoteIds ?? [])],
    warnings: bill.lines.flatMap(capitalWarning),
  };
}
export const supplierCreditView = (note: StoredCredit) => ({ ...purchaseView(SupplierCredits, note), state: creditState(note) });

/** What suppliers are owed on a day. */
export const PayablesView = z.object({
  ...agedFields,
  openBills: Money,
  /** Of the open bills, those that wait for a second person. */
  waiting: Money,
  /** Open bills less unapplied payments and credit notes: what 400, 410 and 4650 hold, credit positive. */
  payable: Money,
});

/** What a payment or credit note is used on. */
export const { Allocations: BillAllocations, Input: AllocateBillsInput } = allocating({ billId: idWith('bil') });
