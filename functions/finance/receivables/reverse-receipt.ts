import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import type { Settlement } from '#domain/finance/open-items/subledger.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { type Receipt, ReceiptReversals, Receipts, reversalDraft } from '#domain/finance/receivables/receipt.ts';
import { receiptActions } from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { type Changes, create, type Stored, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { adjustExposure, openPosting, type PostingSession } from '../service.ts';

/** Why and when money is gone again, and what the bank took for it of which account. */
interface TakenBack {
  readonly date: IsoDate;
  readonly reason: string;
  readonly fee?: Minor | undefined;
  readonly account?: string | undefined;
  /** What is undone in a foreign currency beside it, of credit notes. */
  readonly beside?: readonly Settlement[];
  /** The posting that it goes into, where it is part of a larger action; absent: one of its own. */
  readonly posting?: PostingSession | undefined;
}

/** Dr 626 what the bank took for giving money back, Cr the account that it is on. */
const feeLines = ({ fee, account = ACCOUNT.bank }: TakenBack): EntryLine[] =>
  fee
    ? [
        { account: ACCOUNT.bankCharges, amount: fee },
        { account, amount: -fee },
      ]
    : [];

/**
 * What reverses a receipt: its entry with debits and credits exchanged, and the invoices that it paid are open again.
 * @throws DomainError `receipt.reversed`, `receipt.refunded`, `reversal.too_early`, `period.…` (422).
 */
export async function takeReceiptBack(world: World, receipt: Stored<Receipt>, back: TakenBack) {
  const { records, today, caller, newId } = world;
  throwIf(receiptActions.reverseReceipt(receipt));
  const { date, reason } = back;
  const { customerId, customerName, amount } = receipt;
  notBefore(date, receipt.date, 'reversal');
  const id = newId('rcv', back.posting && receipt.id);
  const paid = RECEIVABLES.paidBy(receipt, 'receipt');
  const [customer, posting, invoices] = await Promise.all([
    records.getOrThrow(Customers, customerId),
    back.posting ?? openPosting(records, { date, today, document: id, caller }),
    records.getMany(Invoices, paid),
  ]);
  const { text, lines } = reversalDraft(receipt, date);
  const entry = posting.add(text, [...lines, ...feeLines(back)]);
  const reopened = RECEIVABLES.reverse(
    receipt,
    invoices.map((found, i) => assertDefined(found, paid[i] ?? '')),
    id,
    date,
  );
  const settlements = [...reopened.settlements, ...(back.beside ?? [])];
  const differences = await differenceChanges(world, { side: 'receivable', settlements, document: receipt, posting });
  const owed = amount + gainedBy('receivable', settlements);
  const changes: Changes<Receipt> = [
    update(Receipts, receipt, { ...reopened.credit, reversal: { id, date, reason } }),
    create(ReceiptReversals, id, { date, receiptId: receipt.id, customerId, customerName, reason, entry }),
    ...reopened.changes,
    ...differences,
    ...(back.posting ? [] : posting.changes()),
    ...(await adjustExposure(records, customer, owed, { ignoringLimit: true })),
  ];
  return { id, changes };
}

export const reverseReceipt = command(
  receivables.actions.reverseReceipt,
  on(Receipts, (path) => path.receiptId),
  async (world, receipt) => {
    const { date = world.today, reason } = world.body;
    return (await takeReceiptBack(world, receipt, { date, reason })).changes;
  },
  receiptView,
);
