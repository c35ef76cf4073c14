import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, reversalDraft } from '#domain/finance/receivables/receipt.ts';
import { receiptActions } from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges } from '../currencies/differences.ts';
import { adjustExposure, openPosting } from '../service.ts';

export const reverseReceipt = command(
  receivables.actions.reverseReceipt,
  on(Receipts, (path) => path.receiptId),
  async (world, receipt) => {
    const { body, today, records, newId, caller } = world;
    throwIf(receiptActions.reverseReceipt(receipt));
    const { date = today, reason } = body;
    const { customerId, customerName, amount } = receipt;
    notBefore(date, receipt.date, 'reversal');
    const id = newId('rcv');
    const paid = RECEIVABLES.paidBy(receipt, 'receipt');
    const [customer, posting, invoices] = await Promise.all([
      records.getOrThrow(Customers, customerId),
      openPosting(records, { date, today, document: id, caller }),
      records.getMany(Invoices, paid),
    ]);
    const { text, lines } = reversalDraft(receipt, date);
    const entry = posting.add(text, lines);
    const reopened = RECEIVABLES.reverse(
      receipt,
      invoices.map((found, i) => assertDefined(found, paid[i] ?? '')),
      id,
      date,
    );
    const { settlements } = reopened;
    const differences = await differenceChanges(world, { side: 'receivable', settlements, document: receipt, posting });
    const owed = amount + gainedBy('receivable', settlements);
    return [
      update(Receipts, receipt, { ...reopened.credit, reversal: { id, date, reason } }),
      create(ReceiptReversals, id, { date, receiptId: receipt.id, customerId, customerName, reason, entry }),
      ...reopened.changes,
      ...differences,
      ...posting.changes(),
      ...(await adjustExposure(records, customer, owed, { ignoringLimit: true })),
    ];
  },
  receiptView,
);
