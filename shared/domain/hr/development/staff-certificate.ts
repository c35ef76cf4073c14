import * as z from 'zod/mini';
import { addDays, BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { monthsLater } from '../onboarding/due-date.ts';
import type { Course } from './course.ts';

const ahead = z.int().check(z.minimum(0), z.maximum(365));
/** Days before its end from which it is told, where nobody says otherwise: time for another course. */
export const CERTIFICATE_AHEAD = 60;

/** What somebody brings, or has of a course elsewhere. */
export const CertificateInput = z.strictObject({
  employeeId: idWith('emp'),
  title: text(120),
  courseId: z.optional(idWith('crs')),
  number: z.optional(text(60)),
  issuedOn: BusinessDate,
  /** The last day; absent: it does not end. */
  expiresOn: z.optional(BusinessDate),
  ahead: z.optional(ahead),
});
export type CertificateInput = z.output<typeof CertificateInput>;

const Closed = z.object({ by: z.string(), on: z.string(), note: z.optional(z.string()) });
/** `renewed`: another of the same course took its place. `closed`: it need not be renewed. */
export const CERTIFICATE_STATES = ['valid', 'expired', 'renewed', 'closed'] as const;
export type StaffCertificateState = (typeof CERTIFICATE_STATES)[number];
export const StaffCertificate = z.object({
  employeeId: z.string(),
  name: z.string(),
  title: z.string(),
  courseId: z.optional(z.string()),
  number: z.optional(z.string()),
  issuedOn: z.string(),
  expiresOn: z.optional(z.string()),
  tellFrom: z.optional(z.string()),
  renewedBy: z.optional(z.string()),
  closed: z.optional(Closed),
});
export type StaffCertificate = Readonly<z.output<typeof StaffCertificate>>;
export type StoredCertificate = Stored<StaffCertificate>;

const NEVER = '9999-12-31';
export const staffCertificateState = (
  { closed, renewedBy, expiresOn = NEVER }: StaffCertificate,
  today: IsoDate,
): StaffCertificateState => {
  if (closed) return 'closed';
  if (renewedBy) return 'renewed';
  return expiresOn < today ? 'expired' : 'valid';
};
const isToRenew = ({ closed, renewedBy, tellFrom }: StaffCertificate): boolean => !closed && !renewedBy && tellFrom !== undefined;

/** The queue of those that end and are not renewed: they stand among what of employees ends, by themselves. */
export const CERTIFICATES_ENDING = 'deadline';
export const StaffCertificates = recordType<StaffCertificate, StaffCertificateState>({
  kind: 'staff-certificate',
  prefix: 'sct',
  data: StaffCertificate,
  history: 'all',
  list: {
    buckets: 'own',
    key: (c, id) => ({
      ...{ bucket: 'all', sort: `${c.expiresOn ?? NEVER}#${id}`, party: c.employeeId },
      label: [c.name, c.title, c.number].filter(Boolean).join(' '),
    }),
  },
  open: (c, id) => (isToRenew(c) ? { queue: CERTIFICATES_ENDING, sort: `${c.tellFrom}#${id}` } : undefined),
  state: staffCertificateState,
  tones: { valid: 'good', expired: 'bad', renewed: 'plain', closed: 'plain' },
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It is a row of the list of certificates.' },
  read: 'development.read',
});

const told = (expiresOn: IsoDate | undefined, days: number) => (expiresOn ? { expiresOn, tellFrom: addDays(expiresOn, -days) } : {});

/** @throws DomainError `certificate.dates` (400) where it ends before it was given. */
export function newCertificate({ ahead: days = CERTIFICATE_AHEAD, expiresOn, ...input }: CertificateInput, name: string): StaffCertificate {
  if (expiresOn !== undefined && expiresOn < input.issuedOn)
    throw invalid('certificate.dates', `It ends before it was given, on ${input.issuedOn}: correct one of the days.`, 'body.expiresOn', {
      issued: input.issuedOn,
    });
  return { ...input, name, ...told(expiresOn, days) };
}

interface Passed {
  readonly employeeId: string;
  readonly name: string;
  readonly on: IsoDate;
  readonly number: string | undefined;
}
/** What whoever passed a course has of it: valid for the months that the course says, from that day on. */
export const certificateOf = (course: Stored<Course>, { employeeId, name, on, number }: Passed): StaffCertificate => ({
  ...{ employeeId, name, title: course.title, courseId: course.id, issuedOn: on },
  ...(number === undefined ? {} : { number }),
  ...told(course.validMonths === undefined ? undefined : monthsLater(on, course.validMonths), CERTIFICATE_AHEAD),
});

export const certificateActions = {
  closeCertificate: (certificate) =>
    isToRenew(certificate)
      ? undefined
      : refusal('certificate.settled', 'It does not end, or has been renewed or closed already.', 'path.certificateId'),
} as const satisfies ActionRules<StoredCertificate>;

export const CertificateView = z.object({
  id: z.string(),
  ...StaffCertificate.shape,
  state: z.enum(CERTIFICATE_STATES),
  ...stampFields,
});
export const certificateView = (certificate: StoredCertificate, today: IsoDate) => ({
  ...stamped(certificate),
  state: staffCertificateState(certificate, today),
});
