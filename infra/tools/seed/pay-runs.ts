import { addDays, addMonths, type IsoDate, type Month, monthOf } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import { type Api, Refusal } from './api.ts';

const WAIT_MS = 90_000;
const LOOK_MS = 250;

/** Months before this one whose pay is finished. */
const FINISHED = 2;

/** The months that are paid by runs, the oldest first: what the accountant entered by hand is of those before. */
export const paidMonths = (today: IsoDate): Month[] => Array.from({ length: FINISHED }, (_, i) => addMonths(monthOf(today), i - FINISHED));

interface Run {
  readonly id: string;
  readonly state: string;
}

async function reach(api: Api, { id }: Run, state: string): Promise<void> {
  const stateOf = async () => (await api.get<Run>('payroll', `/payroll/runs/${id}`)).state;
  if (!(await until(async () => (await stateOf()) === state, WAIT_MS, LOOK_MS))) throw new Failure(`the pay run ${id} was not ${state}`);
}

/** A run of a month that is worked out; undefined where the packs have no rows of it yet. */
async function propose(api: Api, month: Month, employeeIds: readonly string[]): Promise<Run | undefined> {
  try {
    const run = await api.post<Run>('payroll', '/payroll/runs', `demo.pay.${month}`, { month, employeeIds });
    if (run.state === 'calculating') await reach(api, run, 'proposed');
    return run;
  } catch (error) {
    if (error instanceof Refusal && error.message.includes('payroll.no_row')) return undefined;
    throw error;
  }
}

/** What the bank has paid of a month's pay: wages on its last day. */
async function payWages(api: Api, { id }: Run, month: Month): Promise<void> {
  const date = addDays(`${addMonths(month, 1)}-01`, -1);
  const payment = await api.post<Run>('payroll', '/payroll/payments', `demo.pay.${month}.wages`, { what: 'wages', runId: id, date });
  if (payment.state === 'proposed') await api.post('owner', `/payroll/payments/${payment.id}/approval`, `demo.pay.${month}.paid`, {});
}

/** The pay of the last months, approved and paid, and that of this month, which waits for its approvals. */
export async function payStaff(api: Api, today: IsoDate, employeeIds: readonly string[]): Promise<void> {
  for (const month of paidMonths(today)) {
    const run = await propose(api, month, employeeIds);
    if (!run) return;
    for (const role of ['owner', 'hr'] as const) await approve(api, run, role, month);
    await reach(api, run, 'posted');
    await payWages(api, run, month);
  }
  await propose(api, monthOf(today), employeeIds);
}

async function approve(api: Api, { id }: Run, role: 'owner' | 'hr', month: Month): Promise<void> {
  try {
    await api.post(role, `/payroll/runs/${id}/approval`, `demo.pay.${month}.${role}`, {});
  } catch (error) {
    // Approved already: by a seed before this one.
    if (!(error instanceof Refusal) || error.status !== 422) throw error;
  }
}
