import { receivables } from '#api/finance/receivables.ts';
import { Customers, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { openOf } from '#domain/finance/open-items/open-item.ts';
import { type Allotment, MAX_PER_REQUEST, type Settlement } from '#domain/finance/open-items/subledger.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { type PaymentRequest, receivePayment } from '#domain/finance/receivables/payment.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { invalid } from '#kernel/errors.ts';
import { type Amount, BASE_CURRENCY } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { moneyIn } from '../currencies/rates.ts';
import { firstDue } from '../open-items.ts';
import { adjustExposure, openPosting, type PostingSession } from '../service.ts';
import { INVOICES } from './allocations.ts';

/** The invoices that an amount pays of itself, first due first. */
const byDue = (due: readonly StoredInvoice[], { minor, currency }: Amount) =>
  allocateFifo(
    due.map((invoice) => ({ id: invoice.id, open: openOf(invoice), dueDate: invoice.dueDate })),
    minor,
    MAX_PER_REQUEST,
  ).map((one) => ({ ...one, currency }));

interface Received {
  readonly payment: PaymentRequest & { readonly customer: StoredCustomer };
  readonly requested: readonly Allotment[];
  /** The invoices, in the order asked for. */
  readonly found: readonly (StoredInvoice | undefined)[];
  /** What was settled in a foreign currency beside it, by credit notes. */
  readonly beside?: readonly Settlement[];
  /** What the customer has less at risk, where that was read already. */
  readonly relieved?: readonly Change[] | undefined;
}

/**
 * Money of a customer in a posting that the caller has opened, with all that follows of it; the first change is the receipt's.
 * @throws DomainError `allocation.over_receipt`, `allocation.…`, `period.…` (422).
 */
export async function receiveMoney(world: World, posting: PostingSession, { payment, requested, found, beside = [], relieved }: Received) {
  const { receipt, changes, settlements: own } = receivePayment(posting, payment, requested, found);
  const settlements = [...beside, ...own];
  const [differences, exposure] = await Promise.all([
    differenceChanges(world, { side: 'receivable', settlements, document: receipt, posting }),
    relieved ?? adjustExposure(world.records, payment.customer, gainedBy('receivable', settlements) - payment.amount),
  ]);
  const [first, ...rest] = changes;
  return [first, ...rest, ...differences, ...exposure] as const;
}

export const recordReceipt = command(
  receivables.actions.recordReceipt,
  creates(Receipts, 'rcp', ({ body }) => ({
    customer: required(Customers, body.customerId, 'body.customerId'),
    named: INVOICES.charges(body.allocations),
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
    const requested = auto ? byDue(due, body.amount) : INVOICES.allotments(allocations);
    const payment = { id, customer, method, reference, ...money };
    const changes = await receiveMoney(world, posting, { payment, requested, found: auto ? due : named, relieved: given });
    return [...changes, ...posting.changes()];
  },
  receiptView,
);
