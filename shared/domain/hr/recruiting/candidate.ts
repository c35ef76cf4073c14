import * as z from 'zod/mini';
import { addMonths, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { plain, recordType, type Stored } from '#kernel/record.ts';
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
  /** Whoever is known by the address that they gave from outside: an address proves nobody, so they are somebody else until a person merges them. */
  sameAddressAs: z.exactOptional(z.string()),
  /** Whom they are one person with, whose group it is. */
  mergedInto: z.exactOptional(z.string()),
  /** Who was merged into them. */
  merged: z.exactOptional(list(z.string())),
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

/** Ids of who was merged into somebody. */
export const groupOf = ({ merged }: Pick<Candidate, 'merged'>): readonly string[] => merged ?? [];
const MOST_MERGED = 20;
const alone = ({ mergedInto: _, merged: __, ...candidate }: Candidate): Candidate => plain(candidate);

type Group = readonly StoredCandidate[];
/** A group of candidates of whom the first is whom the others were merged into. */
const grouped = ([root, ...others]: Group): Map<string, Candidate> => {
  const after = new Map<string, Candidate>();
  if (!root) return after;
  after.set(root.id, { ...alone(root), ...(others.length > 0 ? { merged: others.map(({ id }) => id) } : {}) });
  for (const one of others) after.set(one.id, { ...alone(one), mergedInto: root.id });
  return after;
};

/** Candidates by their ids once two groups are one person. */
export const mergedGroup = (into: Group, from: Group): ReadonlyMap<string, Candidate> => grouped([...into, ...from]);
/** Candidates by their ids once one of a group is somebody else. */
export const separatedGroup = (group: Group, id: string): ReadonlyMap<string, Candidate> =>
  new Map([...grouped(group.filter((one) => one.id !== id)), ...grouped(group.filter((one) => one.id === id))]);

const MERGED_FIELD = 'body.applicationId';
/** Why two groups are not merged. */
export function refusalOfMerger(into: Group, from: Group): Refusal | undefined {
  if ([...into, ...from].some(({ erasedOn }) => erasedOn))
    return refusal('candidate.erased', 'What is known of one of them has been erased: there is nothing to merge.', MERGED_FIELD);
  if (into[0]?.id === from[0]?.id) return refusal('candidate.same', 'Both applications are of the same person already.', MERGED_FIELD);
  return into.length + from.length > MOST_MERGED
    ? refusal('candidate.too_many', `One person is ${MOST_MERGED} candidates at most.`, MERGED_FIELD, { most: MOST_MERGED })
    : undefined;
}
/** Why a candidate is not taken out of their group: of whom was hired there is an employee already, who is one person. */
export function refusalOfSplit(group: Group, applications: readonly { readonly stage: string }[]): Refusal | undefined {
  if (group.length < 2)
    return refusal('candidate.not_merged', 'Nobody was merged with them: there is nothing to undo.', 'path.applicationId');
  return applications.some(({ stage }) => stage === 'hired')
    ? refusal('candidate.hired', 'They were hired: the person is one from then on.', 'path.applicationId')
    : undefined;
}

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
