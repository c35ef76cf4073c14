import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { refundOf } from '#domain/finance/receivables/payment.ts';
import { Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { refusalOfRefund } from '#domain/finance/receivables/receivables-actions.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { together } from '#runtime/together.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges } from '../currencies/differences.ts';
import { moneyIn } from '../currencies/rates.ts';
import { adjustExposure, approvePayout, openPosting } from '../service.ts';

export const recordRefund = command(
  receivables.actions.recordRefund,
  creates(Refunds, 'rfd', ({ body: { from } }) => ({
    source: prefixOf(from) === Receipts.prefix ? required(Receipts, from, 'body.from') : required(CreditNotes, from, 'body.from'),
  })),
  async (world) => {
    const { body, today, source, company, records, newId, caller } = world;
    const { date = today, method } = body;
    const id = newId('rfd');
    throwIf(refusalOfRefund(source));
    const { amount, paid, rate, account } = body;
    const told = { amount, inEuros: paid, rate, field: 'body.paid', method, account };
    const money = await moneyIn(records, told, date);
    const payout = { sources: [source], amount: money.amount, policies: company.policies };
    const [customer, posting, approval] = await together([
      records.getOrThrow(Customers, source.customerId),
      openPosting(records, { date, today, document: id, caller }),
      approvePayout(records, payout, caller, 'body.from'),
    ]);
    const { overrides } = approval;
    const { changes, settlements } = refundOf(posting, customer, { id, source, ...money, method, overrides });
    const [differences, owed] = await Promise.all([
      differenceChanges(world, { side: 'receivable', settlements, document: source, posting }),
      adjustExposure(records, customer, money.amount + gainedBy('receivable', settlements), { ignoringLimit: true }),
    ]);
    return [...changes, ...differences, ...posting.changes(), ...owed];
  },
  refundView,
);
