import { payroll } from '#api/hr/payroll.ts';
import { EmploymentTermsOf, employmentTermsId, type StoredEmploymentTerms } from '#domain/hr/payroll/employment-terms.ts';
import { annualForNet } from '#domain/hr/payroll/net-pay.ts';
import { NOTHING_SO_FAR, type PayFacts } from '#domain/hr/payroll/pay-facts.ts';
import { type PayPolicySettings, severancePoliciesOf } from '#domain/hr/payroll/pay-policies.ts';
import { monthDays, type PayTerms } from '#domain/hr/payroll/pay-terms.ts';
import { payrollEntry } from '#domain/hr/payroll/payroll-entry.ts';
import { policiesOf } from '#domain/hr/payroll/payroll-settings.ts';
import { payslipOf, soFarWith } from '#domain/hr/payroll/payslip.ts';
import { payslipView } from '#domain/hr/payroll/payslip-view.ts';
import { settlementOf, termsOn } from '#domain/hr/payroll/settlement.ts';
import { plannedFacts } from '#domain/hr/payroll/slip-calculation.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId, type StoredPersonalFile } from '#domain/hr/people/personal-file.ts';
import { addMonths, latest, type Month, monthsBetween } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, toMinor } from '#kernel/money.ts';
import { stamped } from '#kernel/stamps.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';
import { getGestoria, getGestoriaFile } from './gestoria.ts';
import { getPayInput, listPayInputs } from './pay-inputs.ts';
import { getPayrollPayment, listPayrollPayments } from './payroll-payments.ts';
import { getPayrollSettings, readPayrollSettings } from './payroll-settings.ts';
import { listSalaryShortfalls } from './raises.ts';
import { getPayrollRun, listPayrollRunPeople, listPayrollRuns } from './run-queries.ts';
import { getSalaryTable, listSalaryTables } from './salary-tables.ts';
import { getPayslip, listOwnPayslips, listPayslips } from './slips.ts';

const { actions } = payroll;

interface Paid {
  readonly employee: StoredEmployee;
  readonly pay: StoredEmploymentTerms | undefined;
  readonly terms: readonly PayTerms[];
  readonly file: StoredPersonalFile | undefined;
  readonly policies: PayPolicySettings;
}

/** Whom the caller may see the pay of; anybody else is to them as if there were nobody. @throws DomainError `employee.not_found` (404). */
async function paidEmployee(records: Records, caller: Caller, employeeId: string): Promise<Paid> {
  const [employee, pay, file, settings] = await Promise.all([
    records.get(Employees, employeeId),
    records.get(EmploymentTermsOf, employmentTermsId(employeeId)),
    records.get(PersonalFiles, personalFileId(employeeId)),
    readPayrollSettings(records),
  ]);
  if (!employee || !mayFor(caller, 'pay.read', employee, Employees)) throw notFound(Employees.kind, employeeId, 'path.employeeId');
  return { employee, pay, terms: pay?.terms ?? [], file, policies: policiesOf(settings) };
}

const factsOf = (paid: Paid, month: Month): PayFacts => plannedFacts(paid, month);

/** The facts of a month after the slips of the year's months before it, each by what was known then. */
function inItsYear(paid: Paid, month: Month): PayFacts {
  const first = latest(`${month.slice(0, 4)}-01`, paid.employee.startDate.slice(0, 7));
  const before = month > first ? monthsBetween(first, addMonths(month, -1)) : [];
  const worked = before.filter((each) => paid.terms.some(({ from }) => from <= monthDays(each).to));
  const year = worked.reduce((soFar, each) => soFarWith(soFar, payslipOf({ ...factsOf(paid, each), year: soFar })), NOTHING_SO_FAR);
  return { ...factsOf(paid, month), year };
}

export const getPayTerms = query(actions.getPayTerms, async ({ path, records, caller }) => {
  const { employee, pay } = await paidEmployee(records, caller, path.employeeId);
  const record =
    pay ?? ({ id: employmentTermsId(employee.id), rev: 0, history: [], employeeId: employee.id, terms: [] } as StoredEmploymentTerms);
  return { ...stamped(record), terms: [...record.terms] };
});

export const previewPayslip = query(actions.previewPayslip, async ({ path, query: { month, annual, net }, records, caller }) => {
  const paid = await paidEmployee(records, caller, path.employeeId);
  const byAnnual = (amount: Minor) => inItsYear({ ...paid, terms: paid.terms.map((each) => ({ ...each, annual: amount })) }, month);
  const wanted = annual === undefined ? undefined : toMinor(decimal(annual));
  const salary = net === undefined ? wanted : annualForNet(toMinor(decimal(net)), byAnnual);
  const now = termsOn(paid.terms, monthDays(month).to)?.annual ?? 0;
  const slip = payslipOf(salary === undefined ? inItsYear(paid, month) : byAnnual(salary));
  return { ...payslipView(slip), annual: salary ?? now, entry: [...payrollEntry([slip])] };
});

export const estimateSettlement = query(actions.estimateSettlement, async ({ path, query: { date, cause, taken }, records, caller }) => {
  const { employee, terms, policies } = await paidEmployee(records, caller, path.employeeId);
  const now = termsOn(terms, date);
  if (!now)
    throw refused('payroll.no_terms', `Nothing says what is earned on ${date}: set the terms of pay first.`, 'path.employeeId', { date });
  return settlementOf({
    cause,
    start: employee.startDate,
    date,
    terms: now,
    taken: toMinor(decimal(taken)),
    rounding: policies.holidayRounding,
    severance: severancePoliciesOf(policies),
  });
});

export const handler = serveModule(payroll, {
  getPayTerms,
  getSalaryTable,
  listSalaryTables,
  listSalaryShortfalls,
  previewPayslip,
  estimateSettlement,
  getPayInput,
  listPayInputs,
  getPayrollSettings,
  listPayrollRuns,
  getPayrollRun,
  listPayrollRunPeople,
  getPayslip,
  listPayslips,
  listOwnPayslips,
  listPayrollPayments,
  getPayrollPayment,
  getGestoria,
  getGestoriaFile,
});
