import { payroll } from '#api/hr/payroll.ts';
import { BankLines, BankLinks, bankLinkId } from '#domain/finance/banking/bank-line.ts';
import {
  claimOf,
  contributionsDue,
  freedOfPayment,
  PAYMENT_TEXTS,
  type PayrollPayment,
  type PayrollPaymentInput,
  PayrollPayments,
  paymentLines,
  payPaymentActions,
  payrollPaymentView,
  requirePast,
  type StoredPayrollPayment,
} from '#domain/hr/payroll/payroll-payment.ts';
import { type PayrollRun, PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { payRunActions } from '#domain/hr/payroll/run-actions.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addMonths, type Month, monthsBetween } from '#kernel/date.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, numberOf, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { everyRecord } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { openPosting, takeEntryBack } from '../../finance/service.ts';
import { actionsOf, command, listQuery, query, readFlow } from '../../platform/service.ts';

const { actions } = payroll;

/** Links to lines of the bank that are read at once. */
const AT_ONCE = 100;

/** Months after its own in which the entries of a month's run may be. */
const LATEST_MONTHS = 6;

/** Posted runs of a month, by the months of their entries. */
export async function runsOfMonth(records: Records, month: Month): Promise<StoredPayRun[]> {
  const runs: StoredPayRun[] = [];
  for (const bucket of monthsBetween(month, addMonths(month, LATEST_MONTHS)))
    for await (const run of everyRecord(records, PayrollRuns, { bucket }))
      if (run.month === month && run.state === 'posted') runs.push(run);
  return runs;
}

/** The runs that a payment is of. @throws DomainError `payroll_payment.of` (400) where it says too little. */
async function runsOf(records: Records, { what, runId, month }: PayrollPaymentInput): Promise<StoredPayRun[]> {
  if (what === 'contributions') {
    if (month === undefined)
      throw invalid('payroll_payment.of', 'Contributions are paid by month: say which.', 'body.month', { why: 'month' });
    return runsOfMonth(records, month);
  }
  if (runId === undefined) throw invalid('payroll_payment.of', 'Say of which pay run that is.', 'body.runId', { why: 'run' });
  const run = await records.getOrThrow(PayrollRuns, runId, 'body.runId');
  throwIf(payRunActions.getSalaryFile(run));
  return [run];
}

export const proposePayrollPayment = command(
  actions.proposePayrollPayment,
  creates(PayrollPayments, 'ppy'),
  async ({ body, records, caller, today, newId }) => {
    const { what, account, contributionAccount, date = today } = body;
    requirePast(date, today);
    const runs = await runsOf(records, body);
    const field = what === 'contributions' ? 'body.month' : 'body.runId';
    const { runIds, ...claim } = claimOf(runs, body, field);
    const id = newId('ppy');
    const month = body.month ?? runs[0]?.month ?? '';
    const payment: PayrollPayment = {
      ...{ what, state: 'proposed', month, runIds, date, account, ...claim, proposedBy: caller.email },
      dueDate: what === 'contributions' ? contributionsDue(month) : (runs[0]?.payDate ?? date),
      ...(contributionAccount ? { contributionAccount } : {}),
    };
    const link = { id, what, ...(contributionAccount ? { account: contributionAccount } : {}) };
    const linked = runs
      .filter((run) => runIds.includes(run.id))
      .map((run) => update<PayrollRun>(PayrollRuns, run, { ...run, payments: [...(run.payments ?? []), link] }));
    return [create(PayrollPayments, id, payment), ...linked];
  },
  payrollPaymentView,
);

const inPath = ({ paymentId }: { readonly paymentId: string }) => paymentId;

export const approvePayrollPayment = command(
  actions.approvePayrollPayment,
  on(PayrollPayments, inPath),
  async ({ records, caller }, payment) => {
    throwIf(payPaymentActions.approvePayrollPayment({ ...payment, asker: caller.email }));
    const posting = await openPosting(records, { date: payment.date, document: payment.id, caller, field: 'path.paymentId' });
    posting.requireOpen();
    const entry = posting.add(`${PAYMENT_TEXTS[payment.what]} ${payment.month}`, paymentLines(payment));
    const paid = { ...payment, state: 'paid' as const, approvedBy: caller.email, entry };
    return [update<PayrollPayment>(PayrollPayments, payment, paid), ...posting.changes()];
  },
  payrollPaymentView,
);

/** The runs that a payment was of, free for another. */
async function freedRuns(records: Records, { id, runIds }: StoredPayrollPayment): Promise<Change[]> {
  const runs = (await records.getMany(PayrollRuns, runIds)).flatMap((run) => run ?? []);
  return runs.map((run) => update<PayrollRun>(PayrollRuns, run, freedOfPayment(run, id)));
}

/** The line of the bank that a payment is matched with, or the first that one person's transfer is. */
async function tellingLine(records: Records, { id, state, told = 0, account, runIds }: StoredPayrollPayment) {
  if (state !== 'paid' || told === 0) return undefined;
  const runs = await records.getMany(PayrollRuns, runIds);
  const people = runs.reduce((sum, run) => sum + (run?.people ?? 0), 0);
  const held = [id, ...Array.from({ length: people }, (_, i) => `${id}.${i + 1}`)];
  for (let at = 0; at < held.length; at += AT_ONCE) {
    const links = await records.getMany(
      BankLinks,
      held.slice(at, at + AT_ONCE).map((each) => bankLinkId(each, account)),
    );
    const lineId = links.find((link) => link !== undefined)?.lineId;
    const line = lineId === undefined ? undefined : await records.get(BankLines, lineId);
    if (line) return { id: line.id, number: numberOf(BankLines, line.id), date: line.date };
  }
  return undefined;
}

export const cancelPayrollPayment = command(
  actions.cancelPayrollPayment,
  on(PayrollPayments, inPath),
  async ({ body: { reason }, records, caller, today }, payment) => {
    throwIf(payPaymentActions.cancelPayrollPayment(payment));
    const freed = await freedRuns(records, payment);
    const cancelled = { by: caller.email, on: today, reason };
    return [update<PayrollPayment>(PayrollPayments, payment, { ...payment, state: 'cancelled', cancelled }), ...freed];
  },
  payrollPaymentView,
);

export const reversePayrollPayment = command(
  actions.reversePayrollPayment,
  on(PayrollPayments, inPath),
  async (world, payment) => {
    throwIf(payPaymentActions.reversePayrollPayment({ ...payment, ...defined({ line: await tellingLine(world.records, payment) }) }));
    const [freed, { reversal, changes }] = await Promise.all([
      freedRuns(world.records, payment),
      takeEntryBack(world, { ...payment, entry: assertDefined(payment.entry, 'the entry of a payment') }),
    ]);
    return [update<PayrollPayment>(PayrollPayments, payment, { ...payment, state: 'reversed', reversal }), ...freed, ...changes];
  },
  payrollPaymentView,
);

export const listPayrollPayments = listQuery(
  actions.listPayrollPayments,
  PayrollPayments,
  payrollPaymentView,
  ({ query: { state, what } }) => ({
    where: (payment: PayrollPayment) => (!state || state.includes(payment.state)) && (!what || what.includes(payment.what)),
  }),
);

export const getPayrollPayment = query(
  actions.getPayrollPayment,
  ({ path }) => ({ payment: required(PayrollPayments, path.paymentId, 'path.paymentId') }),
  async (world) => {
    const { payment, caller } = world;
    const [{ found: _, ...flow }, line] = await Promise.all([
      readFlow(world, PayrollPayments, payment),
      tellingLine(world.records, payment),
    ]);
    return {
      ...payrollPaymentView(payment),
      ...flow,
      actions: actionsOf(caller, actions, payPaymentActions, { ...payment, asker: caller.email, ...defined({ line }) }),
    };
  },
);
