import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { prefixOf } from '#kernel/id.ts';
import { followChanges } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { followPayRun } from './run-follower.ts';

/** Starts and answers the executions of pay runs. */
export const handler = followChanges({
  code: 'follow-payroll-runs',
  subject: ({ id }) => (prefixOf(id) === PayrollRuns.prefix ? id : undefined),
  handle: (tenant, id, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followPayrollRuns', at: now };
    return followPayRun(new Records(tenant, stamp), id, now);
  },
});
