import { payroll } from '#api/hr/payroll.ts';
import { portionId } from '#domain/hr/payroll/payroll-portion.ts';
import { PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { payRunActions } from '#domain/hr/payroll/run-actions.ts';
import { payRunView, peopleView } from '#domain/hr/payroll/run-view.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, listQuery, query, readFlow } from '../../platform/service.ts';
import { readPortions } from './run-calculation.ts';
import { askerOf } from './runs.ts';

const { actions } = payroll;
const runInPath = ({ path }: { readonly path: { readonly runId: string } }) => ({ run: required(PayrollRuns, path.runId, 'path.runId') });

export const listPayrollRuns = listQuery(actions.listPayrollRuns, PayrollRuns, payRunView, ({ query: { state, kind } }) => {
  const where = (run: StoredPayRun) => (!state || state.includes(run.state)) && (!kind || kind.includes(run.kind));
  return { where: state || kind ? where : undefined };
});

export const getPayrollRun = query(actions.getPayrollRun, runInPath, async (world) => {
  const { run, caller, records } = world;
  const carriers = Array.from({ length: run.portions ?? 0 }, (_, i) => portionId(run.id, i + 1));
  const [asker, { found: _, ...flow }] = await Promise.all([
    askerOf(records, caller, run),
    readFlow(world, PayrollRuns, run, { carriers }),
  ]);
  return { ...payRunView(run), ...flow, actions: actionsOf(caller, actions, payRunActions, { ...run, asker }) };
});

/** Portions of one answer: some thousand people. */
const MOST_PORTIONS = 25;

export const listPayrollRunPeople = query(actions.listPayrollRunPeople, runInPath, async ({ run, records, query: { from } }) => {
  const last = from + MOST_PORTIONS - 1;
  const portions = await readPortions(records, run, from, last);
  return { items: peopleView(portions), ...(last < (run.portions ?? 0) ? { next: last + 1 } : {}) };
});
