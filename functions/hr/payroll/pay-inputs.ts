import { payroll } from '#api/hr/payroll.ts';
import { PayInputs, payInputId, requireInMonth, type StoredPayInput } from '#domain/hr/payroll/pay-input.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { forbidden } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { upserts } from '#runtime/action.ts';
import { may, mayFor } from '#runtime/caller.ts';
import { notFound } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = payroll;

export const putPayInput = command(
  actions.putPayInput,
  upserts(PayInputs, ({ path }) => payInputId(path.employeeId, path.month)),
  async ({ body, path: { employeeId, month }, records, caller }, before) => {
    const employee = await records.getOrThrow(Employees, employeeId, 'path.employeeId');
    if (employee.email?.toLowerCase() === caller.email.toLowerCase() && !may(caller, 'payments.alone'))
      throw forbidden('pay_terms.own', 'Nobody sets their own pay: ask somebody else who may.', 'path.employeeId');
    requireInMonth(body, month);
    const data = { ...body, employeeId, month };
    return before ? [update(PayInputs, before, data)] : [create(PayInputs, payInputId(employeeId, month), data)];
  },
  inputView,
);

export const getPayInput = query(actions.getPayInput, async ({ path: { employeeId, month }, records, caller }) => {
  const employee = await records.get(Employees, employeeId);
  if (!employee || !mayFor(caller, 'pay.read', employee, Employees)) throw notFound(Employees.kind, employeeId, 'path.employeeId');
  const found = await records.get(PayInputs, payInputId(employeeId, month));
  const nothing = { id: payInputId(employeeId, month), rev: 0, history: [], employeeId, month };
  return inputView(found ?? ({ ...nothing, variable: [], sick: [], unpaid: [], advance: 0 } as StoredPayInput));
});

function inputView(input: StoredPayInput) {
  return { ...stamped(input), variable: [...input.variable], sick: [...input.sick], unpaid: [...input.unpaid] };
}
