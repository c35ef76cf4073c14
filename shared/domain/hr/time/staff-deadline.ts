import * as z from 'zod/mini';
import { addDays, BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import type { StoredCertificate } from '../development/staff-certificate.ts';
import { monthsLater } from '../onboarding/due-date.ts';
import type { StoredOnboarding } from '../onboarding/onboarding.ts';
import { DUTIES } from '../onboarding/statutory-es.ts';
import { CONTRACT_AHEAD, type StoredEmploymentTerms } from '../payroll/employment-terms.ts';
import type { StoredEmployee } from '../people/employee.ts';
import { nameOf } from '../people/employee.ts';
import type { EmployeeDocumentType, StoredEmployeeDocument } from '../people/employee-document.ts';

/** What of an employee ends on a day: a contract, a trial (ET 14), a permit to reside and work, a certificate, a paper of theirs. */
export const DEADLINE_KINDS = [
  ...(['contract', 'trial', 'permit', 'certificate', 'identity', 'driving-licence'] as const),
  ...(['medical-fitness', 'other'] as const),
] as const;
export const DeadlineInput = z.strictObject({
  employeeId: idWith('emp'),
  kind: z.enum(DEADLINE_KINDS),
  /** The last day. */
  on: BusinessDate,
  /** Days before it from which it is told. */
  ahead: z.optional(z.int().check(z.minimum(0), z.maximum(365))),
  text: z.optional(text(120)),
});
export type DeadlineInput = z.output<typeof DeadlineInput>;
export const USUAL_AHEAD = 30;

export const DEADLINE_STATES = ['open', 'done'] as const;
export const StaffDeadline = z.object({
  employeeId: z.string(),
  name: z.string(),
  kind: z.enum(DEADLINE_KINDS),
  on: z.string(),
  /** From when it is told. */
  tellFrom: z.string(),
  text: z.exactOptional(z.string()),
  state: z.enum(DEADLINE_STATES),
  done: z.exactOptional(z.object({ by: z.string(), on: z.string(), note: z.exactOptional(z.string()) })),
});
export type StaffDeadline = Readonly<z.output<typeof StaffDeadline>>;
export type StoredDeadline = Stored<StaffDeadline>;

export const DEADLINES = 'deadline';
export const StaffDeadlines = recordType<StaffDeadline, StaffDeadline['state']>({
  kind: 'staff-deadline',
  prefix: 'sdl',
  data: StaffDeadline,
  history: 'all',
  list: { buckets: 'own', key: (d, id) => ({ bucket: 'all', sort: `${d.on}#${id}`, label: d.name, party: d.employeeId }) },
  // Sorted by when it is told: what is due stands before today.
  open: (d, id) => (d.state === 'open' ? { queue: DEADLINES, sort: `${d.tellFrom}#${id}` } : undefined),
  state: (d) => d.state,
  tones: { open: 'warn', done: 'good' },
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It is a row of the page of what ends.' },
  read: 'time.setup',
});

export const newDeadline = ({ employeeId, kind, on, ahead = USUAL_AHEAD, text: words }: DeadlineInput, name: string): StaffDeadline => ({
  ...{ employeeId, name, kind, on, tellFrom: addDays(on, -ahead), state: 'open' },
  ...(words === undefined ? {} : { text: words }),
});

export const deadlineActions = {
  closeStaffDeadline: ({ state }) =>
    state === 'open' ? undefined : refusal('staff_deadline.done', 'It has been dealt with already.', 'path.deadlineId'),
} as const satisfies ActionRules<StoredDeadline>;

export const closed = (deadline: StaffDeadline, by: string, on: IsoDate, note: string | undefined): StaffDeadline => ({
  ...deadline,
  state: 'done',
  done: { by, on, ...(note === undefined ? {} : { note }) },
});

export const DeadlineView = z.object({
  /** Of what tells it by itself (a certificate, terms of pay, an onboarding): its own, and it is dealt with where that is. */
  id: z.string(),
  ...StaffDeadline.shape,
  text: z.optional(z.string()),
  /** Of a contract for a term: the last day on which notice of its end is given, where the law asks for it (ET 49.1.c). */
  noticeBy: z.optional(z.string()),
  done: z.optional(z.object({ by: z.string(), on: z.string(), note: z.optional(z.string()) })),
  ...stampFields,
});
/** The stamps of what tells a deadline by itself, and nothing else of it: the terms of an employment hold pay. */
function stampsOf<T extends Parameters<typeof stamped>[0]>(record: T) {
  const { id, rev, createdAt, createdBy, updatedAt, updatedBy, requestId } = stamped(record);
  return { id, rev, createdAt, createdBy, updatedAt, updatedBy, requestId };
}

/** What ends by itself stands among what was noted, and is kept once: a certificate. */
export const certificateDeadline = (certificate: StoredCertificate) => {
  const { employeeId, name, title, expiresOn = '', tellFrom = '' } = certificate;
  return {
    ...stampsOf(certificate),
    ...{ employeeId, name, kind: 'certificate' as const, on: expiresOn, tellFrom, text: title, state: 'open' as const },
  };
};
const KIND_OF: Readonly<Record<EmployeeDocumentType, (typeof DEADLINE_KINDS)[number]>> = {
  ...{ contract: 'contract', identity: 'identity', 'work-permit': 'permit', 'driving-licence': 'driving-licence' },
  ...{ 'medical-fitness': 'medical-fitness', training: 'certificate', payslip: 'other', other: 'other' },
};
/** A document of an employee, by its type alone: what it says is theirs. */
export const documentDeadline = (document: StoredEmployeeDocument) => {
  const { employeeId, name, type, expiresOn = '', tellFrom = '' } = document;
  return { ...stampsOf(document), ...{ employeeId, name, kind: KIND_OF[type], on: expiresOn, tellFrom, state: 'open' as const } };
};
/** What the terms of an employment tell: the last day of a contract that has one, and of notice where it lasts for over a year. */
export const contractDeadline = (
  terms: StoredEmploymentTerms,
  employee: Pick<StoredEmployee, 'givenName' | 'familyName' | 'startDate'>,
) => {
  const last = terms.terms.at(-1);
  const on = last?.to ?? '';
  const name = nameOf(employee);
  const { employeeId } = terms;
  const facts = { date: on, holidays: [], contract: last?.contract, since: employee.startDate, cause: 'end-of-term' as const };
  const noticeBy = DUTIES.notice.due(facts);
  return {
    ...stampsOf(terms),
    ...{ employeeId, name, kind: 'contract' as const, on, tellFrom: addDays(on, -CONTRACT_AHEAD), state: 'open' as const },
    ...(noticeBy ? { noticeBy } : {}),
  };
};
/** And what an onboarding tells: the last day of the trial that was agreed (ET 14). */
export const trialDeadline = (onboarding: StoredOnboarding) => {
  const { employeeId, employeeName: name, date, trialMonths = 0 } = onboarding;
  const on = monthsLater(date, trialMonths);
  return {
    ...stampsOf(onboarding),
    ...{ employeeId, name, kind: 'trial' as const, on, tellFrom: addDays(on, -TRIAL_AHEAD), state: 'open' as const },
  };
};
const TRIAL_AHEAD = 15;
export const deadlineView = (deadline: StoredDeadline) => stamped(deadline);
