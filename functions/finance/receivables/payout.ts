import { allocatedBy } from '#domain/finance/open-items/open-item.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import type { CreditSource } from '#domain/finance/receivables/payment.ts';
import { brokenRules, type Payer, type Payout, type PayoutRule, refusalOfPayout } from '#domain/finance/receivables/payout.ts';
import { Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import type { Policies } from '#domain/platform/company/policies.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Minor } from '#kernel/money.ts';
import type { RecordEvent } from '#kernel/record.ts';
import { type Caller, may } from '#runtime/caller.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';

/** What is to be paid back, of one or several documents. */
export interface PayoutRequest {
  readonly sources: readonly CreditSource[];
  /** Minor units, of all of them together. */
  readonly amount: Minor;
  readonly policies: Pick<Policies, 'refundLimit'>;
  /** More people of the chain, who count where the program pays by itself. */
  readonly also?: readonly string[];
}

/** A payment that somebody may make, with the rules that they break by it. Only {@link approvePayout} makes one. */
export interface PayoutApproval {
  readonly overrides: readonly PayoutRule[];
}

/** Somebody as the rules of payments see them: the same for what goes to customers and to suppliers. */
export const payerOf = (caller: Caller): Payer => ({ email: caller.email, mayPayAlone: may(caller, 'payments.alone') });

/**
 * Whether a payment to a customer may be made, by a person or (without one) by the program itself.
 * @throws DomainError `refund.same_person`, `refund.over_limit` (422).
 */
export async function approvePayout(
  records: Records,
  request: PayoutRequest,
  caller: Caller | undefined,
  field: string,
): Promise<PayoutApproval> {
  const [payout, payer] = [await payoutOf(records, request), caller && payerOf(caller)];
  throwIf(refusalOfPayout(payout, payer, field));
  return { overrides: brokenRules(payout, payer) };
}

/** Whether the program may pay by itself: two people have had their hands in it, and it is within the limit. */
export const maySelfPay = async (records: Records, request: PayoutRequest): Promise<boolean> =>
  brokenRules(await payoutOf(records, request), undefined).length === 0;

/** Why the caller may not pay anything back of these documents, whatever the amount: for their pages. */
export const refusalOfPayer = async (records: Records, sources: readonly CreditSource[], caller: Caller, field: string) =>
  refusalOfPayout({ makers: await makersOf(records, sources), total: 0 }, payerOf(caller), field);

async function payoutOf(records: Records, { sources, amount, policies, also = [] }: PayoutRequest): Promise<Payout> {
  const makers = [...(await makersOf(records, sources)), ...also.filter((by) => by !== WORKER)];
  const paidBack = sources.flatMap((source) => [...allocatedBy(source)]).filter(([id]) => prefixOf(id) === Refunds.prefix);
  return { makers, total: paidBack.reduce((sum, [, paid]) => sum + paid, amount), limit: policies.refundLimit };
}

/** Steps that make the credit of a document larger again. */
const FREEING: readonly string[] = ['deallocateReceipt', 'deallocateCreditNote'];
const isMaking = ({ rev, action }: RecordEvent): boolean => rev === 1 || FREEING.includes(action);

/** Who made these credits what they are: who recorded or credited them, freed what they had paid, and authorised the return that they came of. */
async function makersOf(records: Records, sources: readonly CreditSource[]): Promise<string[]> {
  const returnIds = sources.flatMap((source) => ('returnId' in source && source.returnId ? [source.returnId] : []));
  const [returns, ...stories] = await Promise.all([
    records.getMany(Returns, [...new Set(returnIds)]),
    ...sources.map((source) => historyOf(records, source)),
  ]);
  const steps = [...stories.flat().filter(isMaking), ...returns.flatMap((ret) => ret?.history.slice(0, 1) ?? [])];
  return [...new Set(steps.map(({ by }) => by))].filter((by) => by !== WORKER);
}

const historyOf = (records: Records, source: CreditSource): Promise<readonly RecordEvent[]> =>
  'lines' in source ? records.historyOf(CreditNotes, source) : records.historyOf(Receipts, source);
