import * as z from 'zod/mini';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { Money } from '#kernel/money.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { DimensionCode } from '../analysis/dimension.ts';
import { CHECK_GROUPS, CHECK_IDS, CHECK_OWNERS, CHECKS, type CheckSpec } from './check.ts';
import { CHECK_STATES, type CloseCheck } from './close-check.ts';
import { ClosePack } from './close-pack.ts';
import { CLOSE_STATES, type StoredMonthClose } from './month-close.ts';
import { CarriedWaiver } from './waiver.ts';

export const StartMonthClose = z.strictObject({
  period: MonthText,
  /** Looks at everything and closes nothing: of any month that has begun. */
  rehearsal: z._default(z.boolean(), false),
});
export const WaiveCloseCheck = z.strictObject({
  reason: text(300),
  /** The last day on which it holds. */
  until: BusinessDate,
});
export const ExplainCloseCheck = z.strictObject({
  /** The account that has changed; of a budget also the beginning of one. */
  account: z.string().check(z.regex(/^[67]\d{0,8}$/, 'must be an account of group 6 or 7, or the beginning of one')),
  /** Of an item that is under a value of a dimension. */
  under: z.optional(z.strictObject({ dimension: DimensionCode, value: z.string().check(z.minLength(1), z.maxLength(30)) })),
  reason: text(300),
});
export const ReopenMonth = z.strictObject({
  reason: text(300),
  /** The last day on which it is open: the day after, it is closed again by itself. */
  until: BusinessDate,
});

const Reopened = z.object({ by: z.string(), on: z.string(), reason: z.string(), until: z.string() });
export const MonthCloseView = z.object({
  id: z.string(),
  period: z.string(),
  rehearsal: z.boolean(),
  state: z.enum(CLOSE_STATES),
  runs: z.int(),
  startedBy: z.string(),
  startedOn: z.string(),
  /** Instants: when the last run began, and came to its end. */
  startedAt: z.string(),
  endedAt: z.optional(z.string()),
  failed: z.int(),
  waived: z.int(),
  closedOn: z.optional(z.string()),
  reopened: z.optional(Reopened),
  /** What each run closed it with, the oldest first. */
  packs: z.array(ClosePack),
});

const ItemView = z.object({
  kind: z.optional(z.string()),
  id: z.optional(z.string()),
  text: z.string(),
  date: z.optional(z.string()),
  amount: z.optional(Money),
  /** Of an account that is looked at under a value of a dimension alone. */
  under: z.optional(z.object({ dimension: z.string(), value: z.string() })),
  /** The entries that moved it most. */
  moved: z.optional(z.array(z.object({ id: z.string(), text: z.string(), date: z.string(), amount: Money }))),
});
export const CloseCheckView = z.object({
  check: z.enum(CHECK_IDS),
  group: z.enum(CHECK_GROUPS),
  owner: z.enum(CHECK_OWNERS),
  state: z.enum(CHECK_STATES),
  /** Nobody may leave it as it is. */
  firm: z.boolean(),
  at: z.string(),
  since: z.optional(z.string()),
  count: z.int(),
  /** The first of them. */
  items: z.array(ItemView),
  /** What should be equal, where it compares. */
  compared: z.optional(z.object({ expected: Money, found: Money })),
  /** `since`: the first month that was closed with it, where that is an earlier one. */
  waiver: z.optional(z.object({ by: z.string(), on: z.string(), reason: z.string(), until: z.string(), since: z.optional(z.string()) })),
  /** What the month before was closed with: it says nothing of this one until somebody waives the check again. */
  carried: z.optional(CarriedWaiver),
  /** What of it somebody has said why. */
  reasons: z.optional(
    z.array(z.object({ text: z.string(), amount: z.optional(Money), reason: z.string(), by: z.string(), on: z.string() })),
  ),
});

export const monthCloseView = ({ id, ...close }: StoredMonthClose) => ({
  id,
  period: close.period,
  rehearsal: close.rehearsal,
  state: close.state,
  runs: close.runs,
  startedBy: close.startedBy,
  startedOn: close.startedOn,
  startedAt: close.startedAt,
  endedAt: close.endedAt,
  failed: close.failed,
  waived: close.waived,
  closedOn: close.closedOn,
  reopened: close.reopened,
  packs: (close.packs ?? []).map((pack) => ({ ...pack, files: [...pack.files] })),
});

/** A pack with a link to it. */
export const ClosePackView = z.extend(ClosePack, { url: z.string(), expiresAt: z.string(), fileName: z.string() });

const SPECS: ReadonlyMap<string, CheckSpec> = new Map(CHECKS.map((spec) => [spec.id, spec]));

export function closeCheckView({ check, state, at, since, count, items, compared, waiver, carried, reasons }: CloseCheck) {
  const { group, owner, firm = false } = SPECS.get(check) as CheckSpec;
  const { of: _, ...told } = waiver ?? { of: '' };
  return {
    check,
    group,
    owner,
    state,
    firm,
    at,
    since,
    count,
    items: items.map(({ moved, ...item }) => ({ ...item, ...(moved ? { moved: [...moved] } : {}) })),
    compared,
    ...(reasons ? { reasons: reasons.map(({ of: _of, ...said }) => said) } : {}),
    ...(waiver ? { waiver: told as typeof waiver } : {}),
    ...(carried && state === 'failed' ? { carried } : {}),
  };
}
