import { treasury } from '#api/finance/treasury.ts';
import { Suppliers } from '#domain/finance/payables/supplier.ts';
import { PaymentRuns, type StoredRun, transfersOf } from '#domain/finance/treasury/payment-run.ts';
import { APPROVALS, refusalOfExecutionDay, refusalOfIbans, refusalOfRejection, runActions } from '#domain/finance/treasury/run-actions.ts';
import { freeDocuments, withoutPayment } from '#domain/finance/treasury/run-settlement.ts';
import { runView } from '#domain/finance/treasury/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { openPosting, payerOf } from '../service.ts';
import { executeRun, readDocuments, releaseRun, reserveRun } from './run-operations.ts';
import { newRun } from './run-proposal.ts';

const { actions } = treasury;
const inPath = ({ runId }: { readonly runId: string }) => runId;

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

async function suppliersOf(records: Records, run: StoredRun) {
  const ids = [...new Set(transfersOf(run).map(({ supplierId }) => supplierId))];
  const found = await records.getMany(Suppliers, ids);
  return new Map(found.flatMap((supplier) => (supplier ? [[supplier.id, supplier] as const] : [])));
}

export const approvePaymentRun = command(
  actions.approvePaymentRun,
  on(PaymentRuns, inPath),
  async ({ body, records, caller, today, now }, run) => {
    throwIf(runActions.approvePaymentRun({ ...run, asker: payerOf(caller) }));
    const { confirmed = [] } = body;
    throwIf(refusalOfIbans(run, await suppliersOf(records, run), confirmed, today));
    const approval = { by: caller.email, on: today, at: now.toISOString(), ...(confirmed.length > 0 ? { confirmed } : {}) };
    const approvals = [...run.approvals, approval];
    return [update(PaymentRuns, run, { ...run, approvals, ...(approvals.length === APPROVALS ? { state: 'approved' as const } : {}) })];
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
    const documents = await readDocuments(records, payment ? [payment] : []);
    const after = withoutPayment(run, no, { by: caller.email, on: today, reason });
    return [update(PaymentRuns, run, after as StoredRun), ...freeDocuments(run.id, documents)];
  },
  runView,
);

export const executePaymentRun = command(
  actions.executePaymentRun,
  on(PaymentRuns, inPath),
  async ({ body, records, caller, today }, run) => {
    if (run.state === 'executing') return executeRun(records, run);
    throwIf(runActions.executePaymentRun(run));
    const { date = today } = body;
    throwIf(refusalOfExecutionDay(run, date));
    (await openPosting(records, { date, today, document: run.id, caller })).requireOpen();
    const begun = await records.save([update(PaymentRuns, run, { ...run, state: 'executing', executedOn: date })]);
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
