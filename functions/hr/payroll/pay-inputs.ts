import { payroll } from '#api/hr/payroll.ts';
import { absencesOf } from '#domain/hr/payroll/absence.ts';
import { PayInputs, payInputId, requireInMonth, requireUnfrozen, type StoredPayInput } from '#domain/hr/payroll/pay-input.ts';
import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import { type PayrollRun, PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId } from '#domain/hr/payroll/payslip-record.ts';
import { assignmentOn, Employees, nameOf } from '#domain/hr/people/employee.ts';
import { LeaveAccounts, leaveAccountId } from '#domain/hr/time/leave-account.ts';
import { conflict, forbidden } from '#kernel/errors.ts';
import { create, UNDER_WAY, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { upserts } from '#runtime/action.ts';
import { may, mayFor } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { worksIn } from './run-people.ts';
import { outdatedIn } from './runs.ts';

const { actions } = payroll;

/** How far the pay of a month is, of each of these people. */
async function statesIn(records: Records, month: string, employeeIds: readonly string[]) {
  const slips = await records.getMany(
    Payslips,
    employeeIds.map((id) => payslipId(id, month)),
  );
  const runIds = [...new Set(slips.flatMap((slip) => (slip ? [slip.runId] : [])))];
  const runs = new Map((await records.getMany(PayrollRuns, runIds)).flatMap((run) => (run ? [[run.id, run.state] as const] : [])));
  const isIn = (runId: string) => isPaid({ state: runs.get(runId) ?? 'cancelled' });
  return slips.map((slip) => (slip === undefined ? 'open' : isIn(slip.runId) ? 'paid' : 'calculated') as 'open' | 'calculated' | 'paid');
}

const isPaid = ({ state }: Pick<PayrollRun, 'state'>): boolean => state === 'approved' || state === 'posted';

/** The run that somebody's month is in, or that is about to work it out. */
async function runWith(records: Records, employeeId: string, month: string): Promise<StoredPayRun | undefined> {
  const slip = await records.get(Payslips, payslipId(employeeId, month));
  if (slip) return records.get(PayrollRuns, slip.runId);
  for await (const run of openRecords(records, PayrollRuns, UNDER_WAY))
    if (run.state === 'calculating' && run.kind === 'regular' && run.month === month && (run.employeeIds?.includes(employeeId) ?? true))
      return run;
  return undefined;
}

const refusalOfCalculating = ({ id, month, history: [first] }: StoredPayRun) =>
  conflict(
    'pay_input.calculating',
    `${month} is being worked out by the pay run that ${first?.by} began at ${first?.at}: wait a moment until that waits for its approvals.`,
    'path.month',
    { month, run: id, by: first?.by ?? '', at: first?.at ?? '' },
  );

export const putPayInput = command(
  actions.putPayInput,
  upserts(PayInputs, ({ path }) => payInputId(path.employeeId, path.month)),
  async ({ body, path: { employeeId, month }, records, caller, now }, before) => {
    const employee = await records.getOrThrow(Employees, employeeId, 'path.employeeId');
    if (employee.email?.toLowerCase() === caller.email.toLowerCase() && !may(caller, 'payments.alone'))
      throw forbidden('pay_terms.own', 'Nobody sets their own pay: ask somebody else who may.', 'path.employeeId');
    requireInMonth(body, month);
    const run = await runWith(records, employeeId, month);
    if (run?.state === 'calculating') throw refusalOfCalculating(run);
    if (run && isPaid(run)) requireUnfrozen(before, body, month);
    const data = { ...body, employeeId, month };
    const put = before ? update(PayInputs, before, data) : create(PayInputs, payInputId(employeeId, month), data);
    const waits = run?.state === 'proposed' ? await outdatedIn(records, run, employeeId, { by: caller.email, at: now.toISOString() }) : [];
    return [put, ...waits];
  },
  inputView,
);

const inputOr = (found: StoredPayInput | undefined, employeeId: string, month: string) => {
  const nothing = { id: payInputId(employeeId, month), rev: 0, history: [], employeeId, month };
  return inputView(found ?? ({ ...nothing, variable: [], sick: [], unpaid: [], advance: 0 } as StoredPayInput));
};

export const getPayInput = query(actions.getPayInput, async ({ path: { employeeId, month }, records, caller }) => {
  const employee = await records.get(Employees, employeeId);
  if (!employee || !mayFor(caller, 'pay.read', employee, Employees)) throw notFound(Employees.kind, employeeId, 'path.employeeId');
  return inputOr(await records.get(PayInputs, payInputId(employeeId, month)), employeeId, month);
});

export const listPayInputs = query(actions.listPayInputs, async ({ query: { month, limit, cursor }, records }) => {
  const { from, to } = monthDays(month);
  const page = await listRecords(records, Employees, {
    ...{ buckets: ['all'], order: 'asc', limit, cursor, where: (employee) => worksIn(employee, month) },
  });
  const ids = page.items.map(({ id }) => id);
  const [inputs, accounts, states] = await Promise.all([
    records.getMany(
      PayInputs,
      ids.map((id) => payInputId(id, month)),
    ),
    records.getMany(LeaveAccounts, ids.map(leaveAccountId)),
    statesIn(records, month, ids),
  ]);
  const within = (each: { readonly from: string; readonly to?: string | undefined }) => each.from <= to && (each.to ?? to) >= from;
  return {
    ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
    items: page.items.map((employee, i) => {
      const { department } = assignmentOn(employee, to);
      const { sick, unpaid, birth } = absencesOf([], accounts[i]?.holdings ?? []);
      return {
        ...{ employeeId: employee.id, name: nameOf(employee), state: states[i] ?? 'open', ...(department ? { department } : {}) },
        input: inputOr(inputs[i], employee.id, month),
        leave: {
          sick: sick.filter(within).map(({ kind, from: first, to: last }) => ({ kind, from: first, ...(last ? { to: last } : {}) })),
          unpaid: unpaid.filter(within).map(({ kind: _, ...days }) => days),
          birth: birth.filter(within).map((days) => ({ ...days })),
        },
      };
    }),
  };
});

function inputView(input: StoredPayInput) {
  return { ...stamped(input), variable: [...input.variable], sick: [...input.sick], unpaid: [...input.unpaid] };
}
