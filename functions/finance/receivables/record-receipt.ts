import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { openOf } from '#domain/finance/open-items/open-item.ts';
import { MAX_PER_REQUEST } from '#domain/finance/open-items/subledger.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { receivePayment } from '#domain/finance/receivables/payment.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { invalid } from '#kernel/errors.ts';
import { type Amount, BASE_CURRENCY } from '#kernel/money.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges } from '../currencies/differences.ts';
import { moneyIn } from '../currencies/rates.ts';
import { firstDue } from '../open-items.ts';
import { adjustExposure, openPosting } from '../service.ts';
import { allotmentsOf, invoicesIn } from './allocations.ts';

/** The invoices that an amount pays of itself, first due first. */
const byDue = (due: readonly StoredInvoice[], { minor, currency }: Amount) =>
  allocateFifo(
    due.map((invoice) => ({ id: invoice.id, open: openOf(invoice), dueDate: invoice.dueDate })),
    minor,
    MAX_PER_REQUEST,
  ).map((one) => ({ ...one, currency }));

export const recordReceipt = command(
  receivables.actions.recordReceipt,
  creates(Receipts, 'rcp', ({ body }) => ({
    customer: required(Customers, body.customerId, 'body.customerId'),
    named: invoicesIn(body.allocations),
  })),
  async (world) => {
    const { body, today, customer, named, records, newId, caller } = world;
    const { date = today, method, reference, allocations = [], auto } = body;
    if (body.allocations && auto) throw invalid('allocation.auto', 'Give either allocations or auto, not both.', 'body.auto');
    const id = newId('rcp');
    // Euros settle what is in euros: nothing is gained by rates, and the limit has them back beside the other reads.
    const isBase = body.amount.currency === BASE_CURRENCY;
    const [posting, due, money, given] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      auto ? firstDue(records, Invoices, customer.id, body.amount) : [],
      moneyIn(
        records,
        { amount: body.amount, inEuros: body.received, rate: body.rate, field: 'body.received', method, account: body.account },
        date,
      ),
      isBase ? adjustExposure(records, customer, -body.amount.minor) : undefined,
    ]);
    const requested = auto ? byDue(due, body.amount) : allotmentsOf(allocations);
    const payment = { id, customer, method, reference, ...money };
    const { receipt, changes, settlements } = receivePayment(posting, payment, requested, auto ? due : named);
    const [differences, relieved] = await Promise.all([
      differenceChanges(world, { side: 'receivable', settlements, document: receipt, posting }),
      given ?? adjustExposure(records, customer, gainedBy('receivable', settlements) - money.amount),
    ]);
    return [...changes, ...differences, ...posting.changes(), ...relieved];
  },
  receiptView,
);
