import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { type CreditSource, refundOf } from '#domain/finance/receivables/payment.ts';
import { Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { refusalOfRefund } from '#domain/finance/receivables/receivables-actions.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { together } from '#runtime/together.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { moneyIn } from '../currencies/rates.ts';
import { adjustExposure, approvePayout, openPosting, type PostingSession } from '../service.ts';

interface RefundWorld extends World {
  readonly company: StoredCompany;
}

interface PaidBack extends Omit<Parameters<typeof refundOf>[2], 'overrides' | 'source'> {
  readonly source: CreditSource;
}

/**
 * Credit that is paid back in a posting that the caller has opened, once approved; the first change is the refund's.
 * @throws DomainError `refund.…`, `allocation.…`, `period.…` (422).
 */
export async function payBack(world: RefundWorld, opening: Promise<PostingSession>, { source, ...paid }: PaidBack) {
  const { records, caller, company } = world;
  throwIf(refusalOfRefund(source));
  const payout = { sources: [source], amount: paid.amount, policies: company.policies };
  const [customer, posting, { overrides }] = await together([
    records.getOrThrow(Customers, source.customerId),
    opening,
    approvePayout(records, payout, caller, 'body.from'),
  ]);
  const { changes, settlements } = refundOf(posting, customer, { source, ...paid, overrides });
  const [differences, owed] = await Promise.all([
    differenceChanges(world, { side: 'receivable', settlements, document: source, posting }),
    adjustExposure(records, customer, paid.amount + gainedBy('receivable', settlements), { ignoringLimit: true }),
  ]);
  const [first, ...rest] = changes;
  return [first, ...rest, ...differences, ...owed] as const;
}

export const recordRefund = command(
  receivables.actions.recordRefund,
  creates(Refunds, 'rfd', ({ body: { from } }) => ({
    source: prefixOf(from) === Receipts.prefix ? required(Receipts, from, 'body.from') : required(CreditNotes, from, 'body.from'),
  })),
  async (world) => {
    const { body, today, source, records, newId, caller } = world;
    const { date = today, method } = body;
    const id = newId('rfd');
    throwIf(refusalOfRefund(source));
    const { amount, paid, rate, account } = body;
    const told = { amount, inEuros: paid, rate, field: 'body.paid', method, account };
    const money = await moneyIn(records, told, date);
    const opening = openPosting(records, { date, today, document: id, caller });
    const changes = await payBack(world, opening, { id, source, ...money, method });
    return [...changes, ...(await opening).changes()];
  },
  refundView,
);
