import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { type Employee, Employees } from '#domain/hr/people/employee.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { type Application, Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { type CandidateFile, CandidateFiles, candidateFileId } from '#domain/hr/recruiting/candidate.ts';
import type { Offer } from '#domain/hr/recruiting/offer.ts';
import { type StoredVacancy, Vacancies } from '#domain/hr/recruiting/vacancy.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, type Changes, create, type Stored, update } from '#kernel/record.ts';
import { type Caller, may } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { memberIdOf } from '../../platform/service.ts';
import { begun } from '../onboarding/onboardings.ts';
import { moveChanges } from '../people/line-moves.ts';

interface Hiring {
  /** For whom access is let, and pay set: whoever made the offer, or carries it out by hand. */
  readonly caller: Caller;
  readonly now: Date;
  readonly today: IsoDate;
}

/** Whoever accepted, as an employee. The address is theirs where no other employee has it: an address is one employee. */
function employeeOf(offer: Offer, vacancy: StoredVacancy, { givenName, familyName, email }: CandidateFile, taken: boolean): Employee {
  const { department, workplace, managerId } = vacancy;
  const place = { position: offer.position, ...(department ? { department } : {}), ...(workplace ? { workplace } : {}) };
  return {
    ...{ givenName, familyName, startDate: offer.startDate, state: 'active' },
    ...(taken ? {} : { email }),
    assignments: [{ from: offer.startDate, ...place, ...(managerId ? { managerId } : {}) }],
  };
}

const EXTRA_MONTHS = [6, 12];
/** Pay as it was offered, where the offer says all that pay terms hold and whoever made it may set pay. */
function payChanges(
  employeeId: string,
  { startDate, annual, pays, contract, payroll, weeklyHours, table }: Offer,
  caller: Caller,
): Change[] {
  if (!payroll || weeklyHours !== undefined || !may(caller, 'pay.write')) return [];
  const extraMonths = pays === 14 ? EXTRA_MONTHS : [];
  const terms = { from: startDate, contract, annual, extraMonths, accrual: 'half-year' as const, ...payroll, ...(table ? { table } : {}) };
  return [create(EmploymentTermsOf, employmentTermsId(employeeId), { employeeId, terms: [terms] })];
}

/**
 * Who accepted is an employee with an onboarding, of what was entered for the offer, in one transaction: nothing is typed twice.
 * @throws DomainError `candidate.erased` (422), `employee.manager` (400).
 */
export async function hireChanges(
  records: Records,
  application: StoredApplication,
  { caller, now, today }: Hiring,
): Promise<Changes<Application>> {
  const offer = assertDefined(application.offer, 'an accepted offer');
  const [vacancy, file] = await Promise.all([
    records.getOrThrow(Vacancies, application.vacancyId),
    records.get(CandidateFiles, candidateFileId(application.candidateId)),
  ]);
  if (!file)
    throw refused('candidate.erased', 'What is known of the candidate has been erased: enter the employee by hand.', 'path.applicationId');
  const employeeId = idFrom('emp', records.tenant, application.id);
  const link = employeeLinkId(memberIdOf(records.tenant, file.email));
  const taken = (await records.get(EmployeeLinks, link)) !== undefined;
  const employee = employeeOf(offer, vacancy, file, taken);
  const { contract, trialMonths } = offer;
  const begins = await begun({
    id: idFrom('onb', records.tenant, 'joining', employeeId, '0'),
    employee: { ...employee, id: employeeId, rev: 1, history: [] } as Stored<Employee>,
    onboarding: { flow: 'joining' as const, date: offer.startDate, contract, ...(trialMonths ? { trialMonths } : {}) },
    ...{ templateId: undefined, caller, records, now },
  });
  const hired = vacancy.hired + 1;
  const filled = hired >= vacancy.openings && vacancy.state === 'open' ? { state: 'closed' as const } : {};
  const { obstacle: _, ...rest } = application;
  return [
    update(Applications, application, { ...rest, stage: 'hired', employeeId }),
    update(Vacancies, vacancy, { ...vacancy, hired, ...filled }),
    create(Employees, employeeId, employee),
    ...(taken ? [] : [create(EmployeeLinks, link, { employeeId })]),
    ...payChanges(employeeId, offer, caller),
    ...(await moveChanges(records, { employeeId, from: undefined, to: vacancy.managerId }, today)),
    ...begins,
  ];
}
