import { treasury } from '#api/finance/treasury.ts';
import { PaymentRuns, runKind, type StoredRun } from '#domain/finance/treasury/payment-run.ts';
import { runActions } from '#domain/finance/treasury/run-actions.ts';
import { runView } from '#domain/finance/treasury/wire.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, listQuery, query, readFlow, serveModule } from '../../platform/service.ts';
import { payerOf } from '../service.ts';
import { getCashForecast, getCashPosition } from './cash.ts';
import { getMandate, listMandates } from './mandates.ts';

const { actions } = treasury;

export const listPaymentRuns = listQuery(actions.listPaymentRuns, PaymentRuns, runView, ({ query: { state, kind } }) => {
  const where = (run: StoredRun) => (!state || state.includes(run.state)) && (!kind || kind.includes(runKind(run)));
  return { where: state || kind ? where : undefined };
});

export const getPaymentRun = query(
  actions.getPaymentRun,
  ({ path }) => ({ run: required(PaymentRuns, path.runId, 'path.runId') }),
  async (world) => {
    const { run, caller } = world;
    const carriers = run.payments.flatMap(({ paymentId }) => paymentId ?? []);
    const { found: _, ...flow } = await readFlow(world, PaymentRuns, run, { carriers });
    return { ...runView(run), ...flow, actions: actionsOf(caller, actions, runActions, { ...run, asker: payerOf(caller) }) };
  },
);

export const handler = serveModule(treasury, {
  listPaymentRuns,
  getPaymentRun,
  listMandates,
  getMandate,
  getCashPosition,
  getCashForecast,
});
