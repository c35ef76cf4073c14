import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

/** What AEAT said of a record that it did not take as it is. */
export const Finding = z.object({
  place: z.int(),
  /** `accepted`, `cancelled`: it was refused as one that AEAT has already, in that state. */
  state: z.enum(['accepted', 'accepted-with-errors', 'rejected', 'cancelled']),
  /** AEAT's number of the error, and its words. */
  code: z.exactOptional(z.string()),
  text: z.exactOptional(z.string()),
});
export type Finding = Readonly<z.output<typeof Finding>>;

/** What AEAT said of the records of one submission, one by one: with 500 of them it is the better part of an answer, and stands beside it. */
export const VerifactuFindings = recordType<{ readonly findings: readonly Finding[] }>({
  kind: 'verifactu-findings',
  prefix: 'vff',
  data: z.object({ findings: list(Finding) }),
  history: 'ends',
  screen: { none: 'They are shown with their submission.' },
  read: 'books.read',
});
/** `vfb_…` → `vff_…` */
export const findingsId = (submissionId: string): string => `vff_${submissionId.slice(4)}`;

/** Findings of a whole submission, by their state. */
const Counts = z.object({ accepted: z.int(), 'accepted-with-errors': z.int(), rejected: z.int(), cancelled: z.int() });
export const countsOf = (findings: readonly Finding[]): z.output<typeof Counts> => {
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  return {
    accepted: count('accepted'),
    'accepted-with-errors': count('accepted-with-errors'),
    rejected: count('rejected'),
    cancelled: count('cancelled'),
  };
};

/** AEAT's answer to a submission. */
export const SubmissionAnswer = z.object({
  /** Instant or day of it. */
  on: z.string(),
  state: z.enum(['accepted', 'partly', 'rejected']),
  /** Proof of the whole, where it has one (código seguro de verificación). */
  csv: z.exactOptional(z.string()),
  /** How many records it is about. */
  records: z.int(),
  /** Of how many it says something, by what; the words stand beside it. */
  counts: Counts,
});
export type SubmissionAnswer = Readonly<z.output<typeof SubmissionAnswer>>;

/**
 * Records of Verifactu in one file for AEAT, which a person takes there: prepared, sent, answered. Only by
 * request (`reference`): sent without one, they would be voluntary records of VERI*FACTU, which a company that keeps them has none of.
 */
export const VerifactuSubmission = z.object({
  first: z.int(),
  last: z.int(),
  madeOn: z.string(),
  /** ISO instant of it: several may be made in a day. */
  at: z.string(),
  /** AEAT's number of the request that it answers, and whether it is the last file for it. */
  reference: z.string(),
  ends: z.exactOptional(z.literal(true)),
  sentOn: z.exactOptional(z.string()),
  /** Nobody takes it there. */
  discardedOn: z.exactOptional(z.string()),
  answer: z.exactOptional(SubmissionAnswer),
});
export type VerifactuSubmission = Readonly<z.output<typeof VerifactuSubmission>>;
export type StoredSubmission = Stored<VerifactuSubmission>;

export const SUBMISSION_STATES = ['prepared', 'sent', 'accepted', 'partly', 'rejected', 'discarded'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
export const submissionState = ({
  sentOn,
  answer,
  discardedOn,
}: Pick<VerifactuSubmission, 'sentOn' | 'answer' | 'discardedOn'>): SubmissionState =>
  discardedOn === undefined ? (answer?.state ?? (sentOn === undefined ? 'prepared' : 'sent')) : 'discarded';

export const VerifactuSubmissions = recordType<VerifactuSubmission, SubmissionState>({
  kind: 'verifactu-submission',
  prefix: 'vfb',
  data: VerifactuSubmission,
  history: 'all',
  list: dated({ date: (s) => s.madeOn, instant: (s) => s.at }),
  state: submissionState,
  tones: { prepared: 'warn', sent: 'calm', accepted: 'good', partly: 'warn', rejected: 'bad', discarded: 'calm' },
  summary: (s) => ({ title: `${s.first}–${s.last}`, date: s.madeOn }),
  screen: { none: 'It is shown where electronic invoicing is set up.' },
  read: 'books.read',
});

/** What became of a record that was in a submission. */
export const DELIVERY_STATES = ['prepared', 'sent', 'accepted', 'accepted-with-errors', 'rejected', 'cancelled'] as const;
export interface Delivery {
  readonly submissionId: string;
  readonly state: (typeof DELIVERY_STATES)[number];
  readonly code?: string;
  readonly text?: string;
}

/** What AEAT said, by the submission. */
export type FindingsBySubmission = ReadonlyMap<string, readonly Finding[]>;

/**
 * By the newest of the submissions that it is in: one that was taken to AEAT tells before one that is only prepared. Undefined where it is
 * in none. @param submissions newest first.
 */
export function deliveryOf(place: number, submissions: readonly StoredSubmission[], found: FindingsBySubmission): Delivery | undefined {
  const its = submissions.filter((submission) => submission.discardedOn === undefined && isIn(place, submission));
  const submission = its.find(({ sentOn }) => sentOn !== undefined) ?? its[0];
  if (!submission) return undefined;
  const { id: submissionId, sentOn, answer } = submission;
  if (!answer) return { submissionId, state: sentOn === undefined ? 'prepared' : 'sent' };
  const finding = found.get(submissionId)?.find((each) => each.place === place);
  if (!finding) return { submissionId, state: answer.state === 'rejected' ? 'rejected' : 'accepted' };
  const { place: _, ...rest } = finding;
  return { submissionId, ...rest };
}
const isIn = (place: number, { first, last }: VerifactuSubmission): boolean => first <= place && place <= last;

/**
 * What the next file takes where nobody says what: the first records that AEAT refused with their whole submission, and has not had in
 * another since; else what comes after the last that somebody has taken there. `last` where the records behind are there.
 */
export function nextToSend(submissions: readonly StoredSubmission[], found: FindingsBySubmission): { first: number; last?: number } {
  const sent = submissions.filter(({ sentOn }) => sentOn !== undefined);
  const end = Math.max(0, ...sent.map(({ last }) => last));
  const refused = sent.filter(({ answer }) => answer?.state === 'rejected').sort((a, b) => a.first - b.first);
  const isRefused = (place: number) => place <= end && deliveryOf(place, sent, found)?.state === 'rejected';
  for (const submission of refused)
    for (let first = submission.first; first <= submission.last; first += 1)
      if (isRefused(first)) {
        let last = first;
        while (isRefused(last + 1) && refused.some((each) => isIn(last + 1, each))) last += 1;
        return last < end ? { first, last } : { first };
      }
  return { first: end + 1 };
}

/** Why a submission cannot be marked as sent on a day, or undefined. */
export function refusalOfSending(submission: VerifactuSubmission, on: IsoDate, today: IsoDate): Refusal | undefined {
  if (submission.answer) return answered();
  if (submission.discardedOn !== undefined) return discarded();
  return on < submission.madeOn || on > today
    ? refusal('verifactu.sent_date', `It was made on ${submission.madeOn}: use a day from then to ${today}.`, 'body.on', {
        from: submission.madeOn,
        to: today,
      })
    : undefined;
}

/** Why it takes no answer, or undefined. */
export const refusalOfAnswer = ({ answer, discardedOn }: VerifactuSubmission): Refusal | undefined =>
  answer ? answered() : discardedOn === undefined ? undefined : discarded();

/** Why it cannot be discarded, or undefined: what was taken to AEAT stays. */
export const refusalOfDiscarding = ({ sentOn, discardedOn }: VerifactuSubmission): Refusal | undefined => {
  if (discardedOn !== undefined) return discarded();
  return sentOn === undefined
    ? undefined
    : refusal('verifactu.sent', 'Somebody has taken this submission to AEAT: it stays.', 'path.submissionId');
};

const discarded = (): Refusal => refusal('verifactu.discarded', 'This submission was discarded: make another.', 'path.submissionId');
const answered = (): Refusal =>
  refusal('verifactu.answered', 'AEAT has answered this submission: make another for what is to be sent again.', 'path.submissionId');
