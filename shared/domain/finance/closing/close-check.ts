import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, refusal } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { CHECK_IDS, type CheckFinding, type CheckId, CheckItem, checkSpec, faultKey, itemKey, MOST_ITEMS } from './check.ts';
import { CarriedWaiver, Waiver, waiverHolds } from './waiver.ts';

/** `not-asked`: of an area that the company does not use, or of what the month cannot have. */
export const CHECK_STATES = ['passed', 'failed', 'waived', 'not-asked'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Why something that a check found is as it is: somebody has signed it. */
const CheckReason = z.object({
  /** {@link itemKey} of it: of another amount it says nothing. */
  of: z.string(),
  text: z.string(),
  amount: z.exactOptional(z.int()),
  reason: z.string(),
  by: z.string(),
  on: z.string(),
});

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
  /** Of one that fails: what it was waived by the month before. */
  carried: z.exactOptional(CarriedWaiver),
  /** What of it somebody has said why. */
  reasons: z.exactOptional(list(CheckReason)),
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
  const said = (before?.reasons ?? []).filter(({ of: key }) => finding.items.some((item) => itemKey(item) === key));
  const left = finding.items.filter((item) => !said.some(({ of: key }) => itemKey(item) === key));
  const [count, items, compared] = [finding.count - said.length, left.slice(0, MOST_ITEMS), finding.compared];
  const reasons = said.length > 0 ? { reasons: said } : {};
  const found = { count, items, ...(compared ? { compared } : {}), ...reasons };
  if (count === 0) return { ...base, state: 'passed', ...found };
  const since = before?.since ?? at;
  const { waiver } = before ?? {};
  const isWaived = waiver !== undefined && waiverHolds(waiver, faultKey(found), today);
  return { ...base, since, ...found, state: isWaived ? 'waived' : 'failed', ...(isWaived ? { waiver } : {}) };
}

/**
 * A check that fails, after a month in which it was waived: that holds on until its day, of the same fault, where it may; else it is
 * what somebody may take up, and says nothing by itself.
 */
export function afterWaived(
  check: CloseCheck,
  waiver: Waiver & { readonly since: string },
  { today, mayHold }: { readonly today: IsoDate; readonly mayHold: boolean },
): CloseCheck {
  if (mayHold && waiverHolds(waiver, faultKey(check), today)) return { ...check, state: 'waived', waiver };
  const { of: _, ...carried } = waiver;
  return { ...check, carried };
}

/** Once somebody has taken it up, what was carried over is their own. */
export function withoutCarried<C extends CloseCheck>(check: C): C {
  const { carried: _, ...rest } = check;
  return rest as C;
}

/** Whether a check has come to something else than it said before: when it was looked at is not told again. */
export const hasMoved = (before: CloseCheck | undefined, after: CloseCheck): boolean =>
  before === undefined ||
  before.state !== after.state ||
  before.carried?.on !== after.carried?.on ||
  (before.reasons?.length ?? 0) !== (after.reasons?.length ?? 0) ||
  (after.count > 0 && faultKey(before) !== faultKey(after));

/** Why an account is as it is, whole or under a value of a dimension. */
interface Said {
  readonly account: string;
  readonly under?: { readonly dimension: string; readonly value: string } | undefined;
  readonly reason: string;
}

/** The check with why an item of it is as it is. @throws DomainError `month_close.account` (400) of what it has not found. */
export function explained<C extends CloseCheck>(
  before: C,
  { account, under, reason }: Said,
  { by, on }: { readonly by: string; readonly on: string },
): C {
  const item = before.items.find(
    (each) => each.id === `acc_${account}` && each.under?.dimension === under?.dimension && each.under?.value === under?.value,
  );
  if (!item) throw invalid('month_close.account', 'The check has not found that account: name one of its items.', 'body.account');
  const { text, amount } = item;
  const said = { of: itemKey(item), text, ...(amount === undefined ? {} : { amount }), reason, by, on };
  const count = before.count - 1;
  return {
    ...before,
    count,
    items: before.items.filter((each) => each !== item),
    reasons: [...(before.reasons ?? []), said],
    state: count === 0 ? 'passed' : before.state,
  };
}

/** Why a check takes an action now or not. */
export const closeCheckActions = {
  explainCloseCheck: ({ state, check }) =>
    checkSpec(check).explained && state === 'failed'
      ? undefined
      : refusal(
          'month_close.not_explained',
          'Only a change that a check asks about is explained: mend what it has found, or waive it.',
          'path.check',
          {
            check,
          },
        ),
  waiveCloseCheck: ({ state, check }) =>
    state !== 'failed'
      ? refusal('month_close.not_failed', 'Only a check that has failed is left as it is.', 'path.check', { state })
      : checkSpec(check).firm
        ? refusal('month_close.firm', 'Nobody may leave this check as it is: the books themselves would be wrong.', 'path.check', { check })
        : undefined,
} as const satisfies ActionRules<Pick<CloseCheck, 'state' | 'check'>>;
