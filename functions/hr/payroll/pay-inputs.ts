import { payroll } from '#api/hr/payroll.ts';
import { absencesOf } from '#domain/hr/payroll/absence.ts';
import { PayInputs, payInputId, requireInMonth, requireUnfrozen, type StoredPayInput } from '#domain/hr/payroll/pay-input.ts';
import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId } from '#domain/hr/payroll/payslip-record.ts';
import { assignmentOn, Employees, nameOf } from '#domain/hr/people/employee.ts';
import { LeaveAccounts, leaveAccountId } from '#domain/hr/time/leave-account.ts';
import { forbidden } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { upserts } from '#runtime/action.ts';
import { may, mayFor } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { worksIn } from './run-people.ts';

const { actions } = payroll;

/** How far the pay of a month is, of each of these people. */
async function statesIn(records: Records, month: string, employeeIds: readonly string[]) {
  const slips = await records.getMany(
    Payslips,
    employeeIds.map((id) => payslipId(id, month)),
  );
  const runIds = [...new Set(slips.flatMap((slip) => (slip ? [slip.runId] : [])))];
  const runs = new Map((await records.getMany(PayrollRuns, runIds)).flatMap((run) => (run ? [[run.id, run.state] as const] : [])));
  const isPaid = (runId: string) => ['approved', 'posted'].includes(runs.get(runId) ?? '');
  return slips.map((slip) => (slip === undefined ? 'open' : isPaid(slip.runId) ? 'paid' : 'calculated') as 'open' | 'calculated' | 'paid');
}

export const putPayInput = command(
  actions.putPayInput,
  upserts(PayInputs, ({ path }) => payInputId(path.employeeId, path.month)),
  async ({ body, path: { employeeId, month }, records, caller }, before) => {
    const employee = await records.getOrThrow(Employees, employeeId, 'path.employeeId');
    if (employee.email?.toLowerCase() === caller.email.toLowerCase() && !may(caller, 'payments.alone'))
      throw forbidden('pay_terms.own', 'Nobody sets their own pay: ask somebody else who may.', 'path.employeeId');
    requireInMonth(body, month);
    if ((await statesIn(records, month, [employeeId]))[0] === 'paid') requireUnfrozen(before, body, month);
    const data = { ...body, employeeId, month };
    return before ? [update(PayInputs, before, data)] : [create(PayInputs, payInputId(employeeId, month), data)];
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
          unpaid: unpaid.filter(within).map(({ from: first, to: last }) => ({ from: first, to: last })),
          birth: birth.filter(within).map((days) => ({ ...days })),
        },
      };
    }),
  };
});

function inputView(input: StoredPayInput) {
  return { ...stamped(input), variable: [...input.variable], sick: [...input.sick], unpaid: [...input.unpaid] };
}
