import { daysBetween } from '#kernel/date.ts';
import { MAX_DAYS_AHEAD, trigger } from '#kernel/trigger.ts';
import { nextDue } from '../open-items/ageing.ts';
import { isWaiting } from '../open-items/payable.ts';
import { PAY } from '../open-items/queues.ts';
import { type StoredBill, SupplierBills } from './supplier-bill.ts';

const fields = {
  amount: { type: 'money', of: (bill: StoredBill) => bill.totals.gross },
  open: { type: 'money', of: (bill: StoredBill) => bill.open },
  supplier: { type: 'text', of: (bill: StoredBill) => bill.supplierName },
  reference: { type: 'text', of: (bill: StoredBill) => bill.reference },
  date: { type: 'date', of: (bill: StoredBill) => bill.date },
  dueDate: { type: 'date', of: (bill: StoredBill) => bill.dueDate },
} as const;
/** Of bills; also a credit uses up what a day allows. */
const BILL = { type: SupplierBills, fields, amount: ({ totals }: StoredBill) => Math.abs(totals.gross) };

/** What happens to supplier bills. */
export const billTriggers = [
  trigger({ ...BILL, name: 'bill.entered', at: ({ history }) => history[0]?.at }),
  trigger({ ...BILL, name: 'bill.waiting', at: (bill) => (isWaiting(bill) ? bill.history[0]?.at : undefined) }),
  trigger({
    ...BILL,
    name: 'bill.due',
    // A part that is due earlier counts as the whole.
    at: (bill, today) => (bill.open > 0 && !isWaiting(bill) && nextDue(bill) >= today ? `${nextDue(bill)}T23:59:59.999Z` : undefined),
    fields: { ...fields, daysLeft: { type: 'number', of: (bill, today) => daysBetween(today, nextDue(bill)) } },
    amount: ({ open }) => Math.abs(open),
    daily: { queue: PAY, ahead: MAX_DAYS_AHEAD },
  }),
];
