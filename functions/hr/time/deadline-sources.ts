import { time } from '#api/hr/time.ts';
import { CERTIFICATES_ENDING, StaffCertificates } from '#domain/hr/development/staff-certificate.ts';
import { Onboardings, type StoredOnboarding } from '#domain/hr/onboarding/onboarding.ts';
import { MOST_TRIAL_MONTHS } from '#domain/hr/onboarding/statutory-es.ts';
import { CONTRACTS_ENDING, EmploymentTermsOf } from '#domain/hr/payroll/employment-terms.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { DOCUMENTS_ENDING, EmployeeDocuments } from '#domain/hr/people/employee-document.ts';
import {
  certificateDeadline,
  contractDeadline,
  DEADLINES,
  deadlineActions,
  deadlineView,
  documentDeadline,
  StaffDeadlines,
  trialDeadline,
} from '#domain/hr/time/staff-deadline.ts';
import { addMonths, type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import type { Caller } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf } from '../../platform/service.ts';

/** Contracts that end, of whom works here still. */
async function contracts(records: Records) {
  const ending = await Array.fromAsync(openRecords(records, EmploymentTermsOf, CONTRACTS_ENDING));
  const people = await records.getMany(
    Employees,
    ending.map(({ employeeId }) => employeeId),
  );
  return ending.flatMap((terms, i) => {
    const employee = people[i];
    return employee?.state === 'active' ? [contractDeadline(terms, employee)] : [];
  });
}

/** Documents that end, of whom works here still. */
async function documents(records: Records) {
  const ending = await Array.fromAsync(openRecords(records, EmployeeDocuments, DOCUMENTS_ENDING));
  const people = await records.getMany(
    Employees,
    ending.map(({ employeeId }) => employeeId),
  );
  return ending.flatMap((document, i) => (people[i]?.state === 'active' ? [documentDeadline(document)] : []));
}

/** Trials that are not over: of those who came within the longest that there may be. */
async function trials(records: Records, today: IsoDate) {
  const months = monthsBetween(addMonths(monthOf(today), -MOST_TRIAL_MONTHS), addMonths(monthOf(today), 3));
  const where = ({ flow, trialMonths, state }: StoredOnboarding) =>
    flow === 'joining' && trialMonths !== undefined && state !== 'withdrawn' && state !== 'withdrawing';
  const { items } = await listRecords(records, Onboardings, { buckets: months, order: 'asc', limit: 200, where });
  return items.map(trialDeadline).filter(({ on }) => on >= today);
}

const MOST_DEADLINES = 500;

/** What of people ends and has not been dealt with, whatever tells it, by its day. What tells it by itself is kept there alone. */
export async function openDeadlines(records: Records, caller: Caller, employeeId: string | undefined, today: IsoDate) {
  const [noted, certificates, ending, papers, tried] = await Promise.all([
    Array.fromAsync(openRecords(records, StaffDeadlines, DEADLINES)),
    Array.fromAsync(openRecords(records, StaffCertificates, CERTIFICATES_ENDING)),
    contracts(records),
    documents(records),
    trials(records, today),
  ]);
  const all = [
    ...noted.map((deadline) => ({ ...deadlineView(deadline), actions: actionsOf(caller, time.actions, deadlineActions, deadline) })),
    ...[...certificates.map(certificateDeadline), ...ending, ...papers, ...tried].map((one) => ({ ...one, actions: {} })),
  ];
  const asked = all.filter((one) => employeeId === undefined || one.employeeId === employeeId);
  return asked.toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(0, MOST_DEADLINES);
}
