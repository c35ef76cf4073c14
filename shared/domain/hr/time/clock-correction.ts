import * as z from 'zod/mini';
import { Instant } from '#kernel/date.ts';
import { type ActionRules, denial, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { CLOCK_KINDS } from './clock-entry.ts';

const Told = z.strictObject({ kind: z.enum(CLOCK_KINDS), at: Instant });
const EntryId = z
  .string()
  .check(z.maxLength(90), z.regex(/^(clk|clc)_[0-9A-Z]{26}[0-9A-Za-z_.:/-]{0,60}$/, 'must be the id of an entry of the register'));

/** What is put right in the register: an entry that is wrong, one that is missing, or both at once. */
export const ClockCorrectionInput = z.strictObject({
  employeeId: idWith('emp'),
  /** The entry that does not count: of the register, or of a correction before. */
  replaces: z.optional(EntryId),
  /** What counts in its place, or what is missing. */
  entry: z.optional(Told),
  reason: text(200),
});
export type ClockCorrectionInput = z.output<typeof ClockCorrectionInput>;

export const CORRECTION_STATES = ['requested', 'approved', 'rejected'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];
const StoredTold = z.object({ kind: z.enum(CLOCK_KINDS), at: z.string() });

/** The earlier entry stays as it was told, with who corrects it and why; it counts once somebody else has agreed. */
export const ClockCorrection = z.object({
  employeeId: z.string(),
  /** Of the employee, for lists. */
  name: z.string(),
  state: z.enum(CORRECTION_STATES),
  replaces: z.exactOptional(z.string()),
  /** What the entry said that does not count. */
  was: z.exactOptional(StoredTold),
  entry: z.exactOptional(StoredTold),
  reason: z.string(),
  requestedBy: z.string(),
  decided: z.exactOptional(z.object({ by: z.string(), at: z.string(), reason: z.exactOptional(z.string()) })),
});
export type ClockCorrection = Readonly<z.output<typeof ClockCorrection>>;
export type StoredCorrection = Stored<ClockCorrection>;

/** By when it stands among those of its employee. */
export const correctedAt = ({ was, entry }: Pick<ClockCorrection, 'was' | 'entry'>): string => was?.at ?? entry?.at ?? '';

export const CORRECTIONS_WAITING = 'approve';
export const ClockCorrections = recordType<ClockCorrection, CorrectionState>({
  kind: 'clock-correction',
  prefix: 'clc',
  data: ClockCorrection,
  history: 'all',
  list: { buckets: 'own', key: (c, id) => ({ bucket: c.employeeId, sort: `${correctedAt(c)}#${id}` }) },
  open: (c, id) => (c.state === 'requested' ? { queue: CORRECTIONS_WAITING, sort: `${correctedAt(c)}#${id}` } : undefined),
  lifecycle: { of: (c) => c.state, next: { requested: ['approved', 'rejected'] } },
  state: (c) => c.state,
  tones: { requested: 'warn', approved: 'good', rejected: 'plain' },
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown in the month of the employee's register." },
  read: 'time.read',
});

/** @throws DomainError `clock_correction.empty` (400) where it corrects nothing. */
export function requireCorrection({ replaces, entry }: ClockCorrectionInput): void {
  if (replaces === undefined && entry === undefined)
    throw invalid('clock_correction.empty', 'Say which entry is wrong, or which one is missing.', 'body.entry');
}

interface Standing {
  /** The employee that the caller is. */
  readonly self?: string | undefined;
  readonly asker?: string | undefined;
}

function refusalOfDecision({ state, employeeId, requestedBy, self, asker }: StoredCorrection & Standing): Refusal | undefined {
  if (state !== 'requested')
    return refusal('clock_correction.decided', 'It has been decided already: correct the entry again.', 'path.correctionId');
  return employeeId === self || requestedBy === asker
    ? denial('clock_correction.own', 'Nobody decides on a correction of their own: ask somebody else.', 'path.correctionId')
    : undefined;
}

/** Why a correction is decided on now or not. */
export const correctionActions = {
  approveClockCorrection: refusalOfDecision,
  rejectClockCorrection: refusalOfDecision,
} as const satisfies ActionRules<StoredCorrection & Standing>;

export const CorrectionView = z.object({
  id: z.string(),
  ...ClockCorrection.shape,
  replaces: z.optional(z.string()),
  was: z.optional(StoredTold),
  entry: z.optional(StoredTold),
  decided: z.optional(z.object({ by: z.string(), at: z.string(), reason: z.optional(z.string()) })),
  ...stampFields,
});
export const correctionView = (correction: StoredCorrection) => stamped(correction);
