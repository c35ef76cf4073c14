import type { PartOf } from '#domain/finance/banking/match-input.ts';
import {
  openPayments,
  type PaymentRun,
  PaymentRuns,
  type RunPayment,
  runKind,
  type StoredRun,
  sumOfPayments,
  toldTogether,
} from '#domain/finance/treasury/payment-run.ts';
import { refusalOfExecutionDay, refusalOfRejection, runActions } from '#domain/finance/treasury/run-actions.ts';
import { PayrollPayments } from '#domain/hr/payroll/payroll-payment.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { update } from '#kernel/record.ts';
import { requirePermission } from '#runtime/caller.ts';
import { beginExecution, takeDebitBack } from '../treasury/payment-runs.ts';
import { executeAlone } from '../treasury/run-operations.ts';
import { requireUntied } from './bank-ties.ts';
import { type MatchedResult, type Matching, movedOn } from './match-parts.ts';
import { matchPay } from './match-pay.ts';

const refusalOfAccount = (run: StoredRun, { account }: Matching, i: number): Refusal | undefined =>
  run.account === account.account
    ? undefined
    : refusal('bank_line.run', `The run is of the account ${run.account}, and the line of ${account.account}.`, `body.parts.${i}.runId`, {
        account: run.account,
      });

/** A run that the bank has carried out, as a whole or one payment of it. What it has posted is tied; one that waits for the bank is executed. */
export async function matchRun(world: Matching, { runId, no }: PartOf<'run'>, i: number): Promise<MatchedResult> {
  const { records, caller, posting, date } = world;
  requirePermission(caller, 'payables.pay');
  const run = await records.getOrThrow(PaymentRuns, runId, `body.parts.${i}.runId`);
  throwIf(refusalOfAccount(run, world, i));
  const sign = runKind(run) === 'debit' ? 1 : -1;
  if (no !== undefined) return matchRunPayment(world, run, no, sign);
  const isOver = run.state === 'executed';
  const changes = isOver ? [] : [update<PaymentRun>(PaymentRuns, run, beginExecution(run, date, posting))];
  const amount = sign * sumOfPayments(isOver ? toldTogether(run) : openPayments(run));
  return { parts: [{ as: 'run', id: run.id, amount, ...(isOver ? {} : { made: true }) }], changes };
}

/** One payment of a run by itself: it is carried out, and the others wait; of one that is paid already the line is tied to what it became. */
async function matchRunPayment({ records, posting, date }: Matching, run: StoredRun, no: number, sign: 1 | -1): Promise<MatchedResult> {
  const payment = run.payments.find((each) => each.no === no);
  if (payment?.state === 'paid')
    return { parts: [{ as: 'run', id: payment.paymentId ?? '', amount: sign * payment.amount, no }], changes: [] };
  throwIf(refusalOfRejection(payment, no) ?? runActions.executePaymentRun(run) ?? refusalOfExecutionDay(run, date));
  const { paymentId, changes } = await executeAlone(records, run, payment as RunPayment, posting);
  return { parts: [{ as: 'run', id: paymentId, amount: sign * (payment?.amount ?? 0), no, made: true }], changes };
}

/** The run that a match has set going; undefined where it has none, or that was posted before. */
export async function begunRun(world: Matching, parts: readonly PartOf<'run'>[]): Promise<StoredRun | undefined> {
  const [part] = parts;
  const run = part && (await world.records.get(PaymentRuns, part.runId));
  return run?.state === 'executing' ? run : undefined;
}

/** A direct debit that the bank gave back, with what it took for that. */
export async function matchReturn(world: Matching, part: PartOf<'return'>, i: number): Promise<MatchedResult> {
  const { records, caller, date, posting } = world;
  requirePermission(caller, 'payables.pay');
  const { runId, no, code, fee, recharge } = part;
  const run = await records.getOrThrow(PaymentRuns, runId, `body.parts.${i}.runId`);
  throwIf(refusalOfAccount(run, world, i));
  const { changes, reversalId, amount } = await takeDebitBack(world, run, { no, date, code, fee, recharge, posting });
  return { parts: [{ as: 'return', id: reversalId, amount: -amount - (fee ?? 0), no, made: true }], changes };
}

/** What is in the books already: it must have moved something on the account. */
export async function matchDocument(world: Matching, { documentId }: PartOf<'document'>, i: number): Promise<MatchedResult> {
  const { records, account } = world;
  const field = `body.parts.${i}.documentId`;
  if (prefixOf(documentId) === PayrollPayments.prefix) return matchPay(world, { as: 'pay', documentId }, i);
  const type = POSTING_KINDS.find(({ prefix }) => prefix === prefixOf(documentId));
  const document = type && (await records.get(type, documentId));
  const amount = movedOn(document?.entry?.lines ?? [], account);
  if (amount === 0)
    throw refused('bank_line.document', `${documentId} has moved nothing on ${account.account}: choose another document.`, field, {
      document: documentId,
      account: account.account,
    });
  if (document) requireUntied(document, account.account);
  return { parts: [{ as: 'document', id: documentId, amount }], changes: [] };
}
