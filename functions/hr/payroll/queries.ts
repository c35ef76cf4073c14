import { payroll } from '#api/hr/payroll.ts';
import { EmploymentTermsOf, employmentTermsId, type StoredEmploymentTerms } from '#domain/hr/payroll/employment-terms.ts';
import { annualForNet } from '#domain/hr/payroll/net-pay.ts';
import { NOTHING_SO_FAR, PAY_POLICIES, type PayFacts } from '#domain/hr/payroll/pay-facts.ts';
import type { PayTerms } from '#domain/hr/payroll/pay-terms.ts';
import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import { payrollEntry } from '#domain/hr/payroll/payroll-entry.ts';
import { payslipOf, soFarWith } from '#domain/hr/payroll/payslip.ts';
import { payslipView } from '#domain/hr/payroll/payslip-view.ts';
import { settlementOf, termsOn } from '#domain/hr/payroll/settlement.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { familyOn, PersonalFiles, personalFileId, type StoredPersonalFile } from '#domain/hr/people/personal-file.ts';
import { addMonths, type Month, monthsBetween } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, toMinor } from '#kernel/money.ts';
import { stamped } from '#kernel/stamps.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';

const { actions } = payroll;

interface Paid {
  readonly employee: StoredEmployee;
  readonly terms: readonly PayTerms[];
  readonly file: StoredPersonalFile | undefined;
}

/** Whom the caller may see the pay of; anybody else is to them as if there were nobody. @throws DomainError `employee.not_found` (404). */
async function paidEmployee(records: Records, caller: Caller, employeeId: string): Promise<Paid> {
  const [employee, pay, file] = await Promise.all([
    records.get(Employees, employeeId),
    records.get(EmploymentTermsOf, employmentTermsId(employeeId)),
    records.get(PersonalFiles, personalFileId(employeeId)),
  ]);
  if (!employee || !mayFor(caller, 'pay.read', employee, Employees)) throw notFound(Employees.kind, employeeId, 'path.employeeId');
  return { employee, terms: pay?.terms ?? [], file };
}

/** @throws DomainError `payroll.no_terms`, `payroll.no_personal_data` (422). */
function factsOf({ employee, terms, file }: Paid, month: Month): PayFacts {
  const day = monthDays(month).to;
  if (!termsOn(terms, day))
    throw refused('payroll.no_terms', `Nothing says what is earned on ${day}: set the terms of pay first.`, 'path.employeeId', {
      date: day,
    });
  const told = file && familyOn(file, day);
  if (!file)
    throw refused(
      'payroll.no_personal_data',
      'The personal data are not there yet: the withholding depends on the year of birth and the family.',
      'path.employeeId',
    );
  const birthYear = Number(file.birthDate.slice(0, 4));
  const {
    from: _,
    spouseTaxId: __,
    ...family
  } = told ?? { from: '', spouseTaxId: '', situation: '3' as const, descendants: [], ascendants: [] };
  return {
    ...{ month, terms, contract: 'general', sick: [], unpaid: [], variable: [], advance: 0, year: NOTHING_SO_FAR, policies: PAY_POLICIES },
    employed: { from: employee.startDate, ...(employee.endDate ? { to: employee.endDate } : {}) },
    family: { ...family, birthYear } as PayFacts['family'],
  };
}

/** The facts of a month after the slips of the year's months before it. */
function inItsYear(facts: PayFacts): PayFacts {
  const { month } = facts;
  const first = `${month.slice(0, 4)}-01`;
  if (month === first) return facts;
  const year = monthsBetween(first, addMonths(month, -1)).reduce(
    (soFar, each) => soFarWith(soFar, payslipOf({ ...facts, month: each, year: soFar })),
    facts.year,
  );
  return { ...facts, year };
}

export const getPayTerms = query(actions.getPayTerms, async ({ path, records, caller }) => {
  const { employee } = await paidEmployee(records, caller, path.employeeId);
  const pay = await records.get(EmploymentTermsOf, employmentTermsId(path.employeeId));
  const record =
    pay ?? ({ id: employmentTermsId(employee.id), rev: 0, history: [], employeeId: employee.id, terms: [] } as StoredEmploymentTerms);
  return { ...stamped(record), terms: [...record.terms] };
});

export const previewPayslip = query(actions.previewPayslip, async ({ path, query: { month, annual, net }, records, caller }) => {
  const paid = await paidEmployee(records, caller, path.employeeId);
  const facts = factsOf(paid, month);
  const byAnnual = (amount: Minor) => inItsYear({ ...facts, terms: facts.terms.map((each) => ({ ...each, annual: amount })) });
  const wanted = annual === undefined ? undefined : toMinor(decimal(annual));
  const salary = net === undefined ? wanted : annualForNet(toMinor(decimal(net)), byAnnual);
  const now = termsOn(paid.terms, monthDays(month).to)?.annual ?? 0;
  const slip = payslipOf(salary === undefined ? inItsYear(facts) : byAnnual(salary));
  return { ...payslipView(slip), annual: salary ?? now, entry: [...payrollEntry([slip])] };
});

export const estimateSettlement = query(actions.estimateSettlement, async ({ path, query: { date, cause, taken }, records, caller }) => {
  const { employee, terms } = await paidEmployee(records, caller, path.employeeId);
  const now = termsOn(terms, date);
  if (!now)
    throw refused('payroll.no_terms', `Nothing says what is earned on ${date}: set the terms of pay first.`, 'path.employeeId', { date });
  return settlementOf({
    cause,
    start: employee.startDate,
    date,
    terms: now,
    taken: toMinor(decimal(taken)),
    rounding: PAY_POLICIES.holidayRounding,
  });
});

export const handler = serveModule(payroll, { getPayTerms, previewPayslip, estimateSettlement });
