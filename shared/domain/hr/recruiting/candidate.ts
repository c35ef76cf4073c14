import * as z from 'zod/mini';
import { addMonths, type IsoDate } from '#kernel/date.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

export const CANDIDATE_LANGUAGES = ['es', 'en'] as const;
export type CandidateLanguage = (typeof CANDIDATE_LANGUAGES)[number];

/**
 * Months for which candidates are kept where nothing else is agreed. A policy of the house: the GDPR names no number, but that nothing
 * is kept for longer than it is needed (art. 5.1.e); so what was agreed stands on the candidate, with its words and its day.
 */
export const KEPT_MONTHS = 12;
export const MOST_KEPT_MONTHS = 24;

/** A person who applies, by their address: who applies twice is one. What is personal of them is in their sealed file. */
export const Candidate = z.object({
  /** The last day on which their data are kept. */
  keepUntil: z.string(),
  /** All that they applied for. */
  applicationIds: list(z.string()),
  /** The day on which they were erased. */
  erasedOn: z.exactOptional(z.string()),
});
export type Candidate = Readonly<z.output<typeof Candidate>>;
export type StoredCandidate = Stored<Candidate>;

/** The queue of those who are to be erased, by their day. */
export const ERASE = 'erase';
export const Candidates = recordType<Candidate>({
  kind: 'candidate',
  prefix: 'cnd',
  data: Candidate,
  history: 'ends',
  open: (c, id) => (c.erasedOn ? undefined : { queue: ERASE, sort: `${c.keepUntil}#${id}` }),
  screen: { none: 'They are shown on the page of their application.' },
  read: 'recruiting.write',
});

/** What they agreed to, in the words in which they were asked (GDPR art. 7.1: it can be shown that they did). */
export const CandidateConsent = z.object({
  on: z.string(),
  months: z.int(),
  text: z.exactOptional(z.string()),
  by: z.enum(['candidate', 'company']),
});
export type CandidateConsent = z.output<typeof CandidateConsent>;

export const CandidateFile = z.object({
  candidateId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  phone: z.exactOptional(z.string()),
  language: z.enum(CANDIDATE_LANGUAGES),
  consents: list(CandidateConsent),
  /** What the links of their offers prove, by application, until they have answered. */
  links: list(z.object({ applicationId: z.string(), secret: z.string() })),
});
export type CandidateFile = Readonly<z.output<typeof CandidateFile>>;

/** Who a candidate is: sealed under their own key, so that nothing of it can be read in any copy once that is removed. */
export const CandidateFiles = recordType<CandidateFile>({
  kind: 'candidate-file',
  prefix: 'cdf',
  data: CandidateFile,
  history: 'ends',
  person: ({ candidateId }) => candidateId,
  sealed: true,
  screen: { none: 'It is shown on the page of their application.' },
  read: 'recruiting.write',
});
export const candidateFileId = (candidateId: string): string => `cdf_${candidateId.slice(4)}`;

/** The last day of the months for which somebody agreed to be kept: the same day of that month, or its last. */
export function candidateKeptUntil(today: IsoDate, months: number): IsoDate {
  const month = addMonths(today.slice(0, 7), months);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return `${month}-${String(Math.min(Number(today.slice(8)), last)).padStart(2, '0')}`;
}

const MOST_CONSENTS = 20;
/** The file with what is told anew; what is not told again stays. */
export const mergedFile = (
  known: CandidateFile | undefined,
  told: Omit<CandidateFile, 'consents' | 'links'>,
  consent: CandidateConsent,
): CandidateFile => ({
  ...known,
  ...told,
  consents: [...(known?.consents ?? []), consent].slice(-MOST_CONSENTS),
  links: known?.links ?? [],
});

export const ERASED = '—';
/** Nothing of a person is left but that there was somebody. */
export const erasedCandidate = ({ keepUntil, applicationIds }: Candidate, on: IsoDate): Candidate => ({
  keepUntil,
  applicationIds,
  erasedOn: on,
});
