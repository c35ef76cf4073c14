import { treasury } from '#api/finance/treasury.ts';
import { Drafts } from '#domain/finance/receivables/draft.ts';
import { type Receipt, Receipts } from '#domain/finance/receivables/receipt.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { Mandates, type ReturnCode } from '#domain/finance/treasury/mandate.ts';
import { PaymentRuns, type RunPayment, runKind, type StoredRun, transfersOf } from '#domain/finance/treasury/payment-run.ts';
import {
  approvalsOf,
  refusalOfDebitReturn,
  refusalOfExecutionDay,
  refusalOfIbans,
  refusalOfLead,
  refusalOfRejection,
  runActions,
  withReturn,
} from '#domain/finance/treasury/run-actions.ts';
import { withoutPayment } from '#domain/finance/treasury/run-settlement.ts';
import { runView } from '#domain/finance/treasury/wire.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { create, numberOf, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { requirePermission } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import type { World } from '../currencies/differences.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import { openPosting, type PostingSession, payerOf } from '../service.ts';
import { newDebitRun } from './debit-proposal.ts';
import { executeRun, releaseRun, reserveRun, sideOf } from './run-operations.ts';
import { newRun } from './run-proposal.ts';
import { byId } from './run-side.ts';

const { actions } = treasury;
const inPath = ({ runId }: { readonly runId: string }) => runId;

/** A direct debit that the bank gave back. */
interface GivenBack {
  readonly no: number;
  readonly date: IsoDate;
  readonly code: ReturnCode;
  readonly fee?: Minor | undefined;
  readonly recharge: boolean;
  /** The posting that it goes into, where it is part of a larger action. */
  readonly posting?: PostingSession;
}

/** The draft of an invoice that charges a customer what the bank took. @throws DomainError `payment_run.no_fee` (400), `role.not_allowed` (403). */
function rechargeOf({ today, caller, newId }: World, run: StoredRun, { customerId, customerName }: Receipt, fee: Minor | undefined) {
  if (fee === undefined) throw invalid('payment_run.no_fee', 'Say what the bank took, for the customer to be charged it.', 'body.fee');
  requirePermission(caller, 'invoices.draft');
  const name = `Gastos de devolución del adeudo ${numberOf(PaymentRuns, run.id)}`;
  const line = { name, kind: 'service', quantity: '1', price: minorText(fee), taxCode: 'IVA-G' } as const;
  return { id: newId('drf'), draft: { customerId, customerName, pricesIncludeTax: false, lines: [line], madeOn: today } };
}

export const proposePaymentRun = command(
  actions.proposePaymentRun,
  creates(PaymentRuns, 'pyr'),
  async (world, begun) => {
    const { records, newId } = world;
    if (begun) return reserveRun(records, begun);
    const run = await records.save([create(PaymentRuns, newId('pyr'), await newRun(world))]);
    return reserveRun(records, run);
  },
  runView,
  ({ state, cancelled }) => state === 'proposing' || (state === 'cancelling' && !cancelled),
);

export const proposeDebitRun = command(
  actions.proposeDebitRun,
  creates(PaymentRuns, 'pyr'),
  async (world, begun) => {
    const { records, newId } = world;
    if (begun) return reserveRun(records, begun);
    const run = await records.save([create(PaymentRuns, newId('pyr'), await newDebitRun(world))]);
    return reserveRun(records, run);
  },
  runView,
  ({ state, cancelled }) => state === 'proposing' || (state === 'cancelling' && !cancelled),
);

/** The accounts that a run pays to, or debits, as they stand now. */
async function ibansNow(records: Records, run: StoredRun): Promise<(payment: RunPayment) => string | undefined> {
  const payments = transfersOf(run);
  const ids = [...new Set(payments.map(({ partyId, mandate }) => mandate?.id ?? partyId))];
  if (runKind(run) === 'debit') {
    const mandates = byId(await records.getMany(Mandates, ids));
    return ({ mandate }) => {
      const now = mandates.get(mandate?.id ?? '');
      return now?.cancelled ? undefined : now?.iban;
    };
  }
  const suppliers = byId(await records.getMany(Suppliers, ids));
  return ({ partyId }) => suppliers.get(partyId)?.iban;
}

export const approvePaymentRun = command(
  actions.approvePaymentRun,
  on(PaymentRuns, inPath),
  async ({ body, records, caller, today, now }, run) => {
    throwIf(runActions.approvePaymentRun({ ...run, asker: payerOf(caller) }));
    const { confirmed = [] } = body;
    throwIf(refusalOfIbans(run, await ibansNow(records, run), confirmed, today) ?? refusalOfLead(run, today));
    const approval = { by: caller.email, on: today, at: now.toISOString(), ...(confirmed.length > 0 ? { confirmed } : {}) };
    const approvals = [...run.approvals, approval];
    const enough = approvals.length === approvalsOf(run) ? { state: 'approved' as const } : {};
    return [update(PaymentRuns, run, { ...run, approvals, ...enough })];
  },
  runView,
);

export const rejectRunPayment = command(
  actions.rejectRunPayment,
  on(PaymentRuns, inPath),
  async ({ path: { no }, body: { reason }, records, caller, today }, run) => {
    throwIf(runActions.rejectRunPayment(run));
    const payment = run.payments.find((each) => each.no === no);
    throwIf(refusalOfRejection(payment, no));
    const freed = await sideOf(run).free(records, run.id, payment ? [payment] : []);
    const after = withoutPayment(run, no, { by: caller.email, on: today, reason });
    return [update(PaymentRuns, run, after as StoredRun), ...freed];
  },
  runView,
);

/**
 * The receipt of a debit that the bank gave back is reversed, and what the bank took for it posted; the first change is the run's.
 * @throws DomainError `payment_run.…`, `receipt.…`, `period.…` (422), `role.not_allowed` (403).
 */
export async function takeDebitBack(world: World, run: StoredRun, { no, date, code, fee, recharge, posting }: GivenBack) {
  throwIf(runActions.returnRunPayment(run));
  const payment = run.payments.find((each) => each.no === no);
  throwIf(refusalOfDebitReturn(run, payment, no, date));
  const receipt = await world.records.getOrThrow(Receipts, payment?.paymentId ?? '');
  const reason = `Devolución de adeudo ${code}`;
  const { id: reversalId, changes } = await takeReceiptBack(world, receipt, { date, reason, fee, account: run.account, posting });
  const charged = recharge ? rechargeOf(world, run, receipt, fee) : undefined;
  const returned = { by: world.caller.email, on: date, code, reversalId, ...(charged ? { draftId: charged.id } : {}) };
  const all = [
    update(PaymentRuns, run, withReturn(run, no, returned)),
    ...changes,
    ...(charged ? [create(Drafts, charged.id, charged.draft)] : []),
  ] as const;
  return { changes: all, reversalId, amount: receipt.amount };
}

export const returnRunPayment = command(
  actions.returnRunPayment,
  on(PaymentRuns, inPath),
  async (world, run) => {
    const { path, body, today } = world;
    const { date = today, code, fee, recharge } = body;
    return (await takeDebitBack(world, run, { no: path.no, date, code, fee, recharge })).changes;
  },
  runView,
);

/**
 * The run whose posting has begun: what the bank has carried out on a day.
 * @throws DomainError `payment_run.state`, `payment_run.too_early`, `period.…` (422).
 */
export function beginExecution(run: StoredRun, date: IsoDate, posting: PostingSession): StoredRun {
  throwIf(runActions.executePaymentRun(run));
  throwIf(refusalOfExecutionDay(run, date));
  posting.requireOpen();
  return { ...run, state: 'executing', executedOn: date };
}

export const executePaymentRun = command(
  actions.executePaymentRun,
  on(PaymentRuns, inPath),
  async ({ body, records, caller, today }, run) => {
    if (run.state === 'executing') return executeRun(records, run);
    throwIf(runActions.executePaymentRun(run));
    const { date = today } = body;
    const posting = await openPosting(records, { date, today, document: run.id, caller });
    const begun = await records.save([update(PaymentRuns, run, beginExecution(run, date, posting))]);
    return executeRun(records, begun);
  },
  runView,
  ({ state }) => state === 'executing',
);

export const cancelPaymentRun = command(
  actions.cancelPaymentRun,
  on(PaymentRuns, inPath),
  async ({ body: { reason }, records, caller, today }, run) => {
    if (run.state === 'cancelling') return releaseRun(records, run);
    throwIf(runActions.cancelPaymentRun(run));
    const cancelled = { by: caller.email, on: today, reason };
    const begun = await records.save([update(PaymentRuns, run, { ...run, state: 'cancelling', cancelled })]);
    return releaseRun(records, begun);
  },
  runView,
  ({ state }) => state === 'cancelling',
);
