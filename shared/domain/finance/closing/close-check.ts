import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { CHECK_IDS, type CheckFinding, type CheckId, CheckItem, checkSpec, faultKey } from './check.ts';
import { Waiver, waiverHolds } from './waiver.ts';

/** `not-asked`: of an area that the company does not use, or of what the month cannot have. */
export const CHECK_STATES = ['passed', 'failed', 'waived', 'not-asked'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** A check of one close, as it was last looked at. */
export const CloseCheck = z.object({
  closeId: z.string(),
  period: z.string(),
  check: z.enum(CHECK_IDS),
  state: z.enum(CHECK_STATES),
  /** ISO instant at which it came to what it says. */
  at: z.string(),
  /** Since when it has failed: ISO instant. */
  since: z.exactOptional(z.string()),
  count: z.int(),
  items: list(CheckItem),
  compared: z.exactOptional(z.object({ expected: z.int(), found: z.int() })),
  waiver: z.exactOptional(Waiver),
});
export type CloseCheck = Readonly<z.output<typeof CloseCheck>>;
export type StoredCloseCheck = Stored<CloseCheck>;

export const CloseChecks = recordType<CloseCheck, CheckState>({
  kind: 'close-check',
  prefix: 'mck',
  data: CloseCheck,
  history: 'all',
  state: (c) => c.state,
  tones: { passed: 'good', failed: 'bad', waived: 'warn', 'not-asked': 'plain' },
  parent: (c) => c.closeId,
  screen: { none: 'It is shown with its close.' },
  icon: 'book',
  read: 'books.read',
});

/** `mck_202603.bank-lines`; of a rehearsal `mck_202603R.bank-lines`. */
export const closeCheckId = (closeId: string, check: CheckId): string => `mck_${closeId.slice(4)}.${check}`;

/** What a check comes to; absent finding: it is not asked. The waiver stays while it holds of the same fault. */
export function checkOf(
  of: Pick<CloseCheck, 'closeId' | 'period' | 'check'>,
  finding: CheckFinding | undefined,
  { before, at, today }: { readonly before?: CloseCheck | undefined; readonly at: string; readonly today: IsoDate },
): CloseCheck {
  const { closeId, period, check } = of;
  const base = { closeId, period, check, at };
  if (!finding) return { ...base, state: 'not-asked', count: 0, items: [] };
  const { count, items, compared } = finding;
  const found = { count, items: [...items], ...(compared ? { compared } : {}) };
  if (count === 0) return { ...base, state: 'passed', ...found };
  const since = before?.since ?? at;
  const { waiver } = before ?? {};
  const isWaived = waiver !== undefined && waiverHolds(waiver, faultKey(finding), today);
  return { ...base, since, ...found, state: isWaived ? 'waived' : 'failed', ...(isWaived ? { waiver } : {}) };
}

/** Whether a check has come to something else than it said before: when it was looked at is not told again. */
export const hasMoved = (before: CloseCheck | undefined, after: CloseCheck): boolean =>
  before === undefined || before.state !== after.state || (after.count > 0 && faultKey(before) !== faultKey(after));

/** Why a check takes an action now or not. */
export const closeCheckActions = {
  waiveCloseCheck: ({ state, check }) =>
    state !== 'failed'
      ? refusal('month_close.not_failed', 'Only a check that has failed is left as it is.', 'path.check', { state })
      : checkSpec(check).firm
        ? refusal('month_close.firm', 'Nobody may leave this check as it is: the books themselves would be wrong.', 'path.check', { check })
        : undefined,
} as const satisfies ActionRules<Pick<CloseCheck, 'state' | 'check'>>;
