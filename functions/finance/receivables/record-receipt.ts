import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { MAX_PER_REQUEST } from '#domain/finance/open-items/subledger.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { receivePayment } from '#domain/finance/receivables/payment.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { invalid } from '#kernel/errors.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { firstDue } from '../open-items.ts';
import { adjustExposure, openPosting } from '../service.ts';
import { allotmentsOf, invoicesIn } from './allocations.ts';

export const recordReceipt = command(
  receivables.actions.recordReceipt,
  creates(Receipts, 'rcp', ({ body }) => ({
    customer: required(Customers, body.customerId, 'body.customerId'),
    named: invoicesIn(body.allocations),
  })),
  async ({ body, today, customer, named, records, newId, caller }) => {
    const { date = today, amount, method, reference, allocations = [], auto } = body;
    if (body.allocations && auto) throw invalid('allocation.auto', 'Give either allocations or auto, not both.', 'body.auto');
    const id = newId('rcp');
    const [posting, due, relieved] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      auto ? firstDue(records, Invoices, customer.id, { minor: amount, currency: BASE_CURRENCY }) : [],
      adjustExposure(records, customer, -amount),
    ]);
    const requested = auto ? allocateFifo(due, amount, MAX_PER_REQUEST) : allotmentsOf(allocations);
    const [receipt, ...paid] = receivePayment(posting, { id, customer, method, amount, reference }, requested, auto ? due : named);
    return [receipt, ...paid, ...posting.changes(), ...relieved];
  },
  receiptView,
);
