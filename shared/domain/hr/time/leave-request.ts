import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, denial, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { type LeaveAccount, type LeaveHolding, takenIn } from './leave-account.ts';
import type { LeaveBalance } from './leave-balance.ts';
import { daysText, halvesByMonth, type LeaveSpan, sumHalves } from './leave-days.ts';
import { LEAVE_ES, LEAVE_KINDS, type LeaveKind, type LeaveRule } from './leave-kinds-es.ts';

export const LeaveInput = z.strictObject({
  employeeId: idWith('emp'),
  kind: z.enum(LEAVE_KINDS),
  from: BusinessDate,
  to: BusinessDate,
  fromNoon: z.optional(z.boolean()),
  untilNoon: z.optional(z.boolean()),
  /** A death far away. */
  travel: z.optional(z.boolean()),
  note: z.optional(text(200)),
});
export type LeaveInput = z.output<typeof LeaveInput>;

export const LEAVE_STATES = ['requested', 'approved', 'rejected', 'withdrawn', 'cancelled'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];
const Decided = z.object({ by: z.string(), on: z.string(), reason: z.exactOptional(z.string()) });

export const LeaveRequest = z.object({
  employeeId: z.string(),
  /** Of the employee, for lists. */
  name: z.string(),
  kind: z.enum(LEAVE_KINDS),
  from: z.string(),
  to: z.string(),
  fromNoon: z.exactOptional(z.boolean()),
  untilNoon: z.exactOptional(z.boolean()),
  travel: z.exactOptional(z.boolean()),
  note: z.exactOptional(z.string()),
  /** Half days that count, by month. */
  months: z.record(z.string(), z.int()),
  article: z.string(),
  state: z.enum(LEAVE_STATES),
  requestedBy: z.string(),
  requestedOn: z.string(),
  decided: z.exactOptional(Decided),
  ended: z.exactOptional(Decided),
});
export type LeaveRequest = Readonly<z.output<typeof LeaveRequest>>;
export type StoredLeave = Stored<LeaveRequest>;

export const LEAVE_WAITING = 'approve';
export const LeaveRequests = recordType<LeaveRequest, LeaveState>({
  kind: 'leave',
  prefix: 'lvr',
  data: LeaveRequest,
  history: 'all',
  list: dated({ date: (leave) => leave.from, party: (leave) => leave.employeeId, words: (leave) => [leave.name] }),
  open: (leave, id) => (leave.state === 'requested' ? { queue: LEAVE_WAITING, sort: `${leave.from}#${id}` } : undefined),
  lifecycle: {
    of: (leave) => leave.state,
    next: { requested: ['approved', 'rejected', 'withdrawn'], approved: ['cancelled'] },
  },
  state: (leave) => leave.state,
  tones: { requested: 'warn', approved: 'good', rejected: 'bad', withdrawn: 'plain', cancelled: 'plain' },
  summary: (leave) => ({ title: leave.name, subtitle: [leave.from, leave.to], date: leave.from }),
  person: ({ employeeId }) => employeeId,
  related: ({ employeeId }) => [employeeId],
  screen: '/time/leave',
  icon: 'note',
  read: 'time.read',
});

/** Who looks at it. */
export interface LeaveStanding {
  /** The employee that the caller is. */
  readonly self?: string | undefined;
  readonly asker?: string | undefined;
  readonly today?: IsoDate | undefined;
}
type Asked = StoredLeave & LeaveStanding;

const refusalOfState = ({ state }: StoredLeave, wanted: LeaveState): Refusal | undefined =>
  state === wanted ? undefined : refusal('leave.state', `The leave is ${state}: this cannot be done any more.`, 'path.leaveId', { state });

function refusalOfDecision(leave: Asked): Refusal | undefined {
  const { employeeId, self, asker, requestedBy } = leave;
  return (
    refusalOfState(leave, 'requested') ??
    (employeeId === self || requestedBy === asker
      ? denial('leave.own_decision', 'Nobody decides on leave that they have or asked for: ask somebody else.', 'path.leaveId')
      : undefined)
  );
}

const refusalOfOthers = ({ employeeId, self, asker, requestedBy }: Asked): Refusal | undefined =>
  employeeId === self || requestedBy === asker
    ? undefined
    : denial('leave.not_own', 'Only whose leave it is, or who asked for it, withdraws it: reject it instead.', 'path.leaveId');

/** One's own, before it begins. */
function refusalOfCancelling(leave: Asked): Refusal | undefined {
  const state = refusalOfState(leave, 'approved');
  if (state) return state;
  if (leave.employeeId !== leave.self)
    return denial('leave.not_own', 'Only whose leave it is cancels it: whoever decides for them revokes it.', 'path.leaveId');
  return leave.today !== undefined && leave.from <= leave.today
    ? refusal('leave.begun', `The leave began on ${leave.from}: ask whoever leads you to revoke it.`, 'path.leaveId', { from: leave.from })
    : undefined;
}

/** By whoever decides for the employee, also once it has begun. */
const refusalOfRevoking = (leave: Asked): Refusal | undefined =>
  refusalOfState(leave, 'approved') ??
  (leave.employeeId === leave.self
    ? denial('leave.own_decision', 'Nobody decides on leave that they have or asked for: ask somebody else.', 'path.leaveId')
    : undefined);

/** Why a leave takes an action now or not. */
export const leaveActions = {
  approveLeave: refusalOfDecision,
  rejectLeave: refusalOfDecision,
  withdrawLeave: (leave) => refusalOfState(leave, 'requested') ?? refusalOfOthers(leave),
  cancelLeave: refusalOfCancelling,
  revokeLeave: refusalOfRevoking,
} as const satisfies ActionRules<Asked>;

export const leaveSpanOf = ({ from, to, fromNoon, untilNoon }: LeaveSpan): LeaveSpan => ({
  ...{ from, to },
  ...(fromNoon ? { fromNoon } : {}),
  ...(untilNoon ? { untilNoon } : {}),
});

interface Counting {
  readonly worksOn: (day: IsoDate) => boolean;
  /** How holiday counts, where the company says. */
  readonly holidays: 'natural' | 'working';
}

/** Half days of a leave that count, by month. @throws DomainError `leave.nothing` (422) where no day of it counts. */
export function countedLeave(input: LeaveInput, { worksOn, holidays }: Counting): Readonly<Record<string, number>> {
  const count = input.kind === 'holiday' ? holidays : LEAVE_ES[input.kind].count;
  const months = halvesByMonth(leaveSpanOf(input), count === 'working' ? worksOn : () => true);
  if (sumHalves(months) === 0) throw refused('leave.nothing', 'Nobody works there on these days: choose days of work.', 'body.from');
  return months;
}

/** The most days of a permit. */
const limitOf = ({ days, daysWithTravel }: LeaveRule, travel: boolean | undefined): number | undefined =>
  travel ? (daysWithTravel ?? days) : days;

/** @throws DomainError `leave.over_limit` (422) of a permit that is longer than its article gives. */
export function requireWithinLimit(
  input: LeaveInput,
  months: Readonly<Record<string, number>>,
  account: Pick<LeaveAccount, 'holdings'>,
): void {
  const rule = LEAVE_ES[input.kind];
  const limit = limitOf(rule, input.travel);
  if (limit === undefined) return;
  const years = rule.per === 'year' ? [...new Set(Object.keys(months).map((month) => month.slice(0, 4)))] : [''];
  for (const year of years) {
    const before = year === '' ? 0 : [...takenIn(account.holdings, input.kind, year).values()].reduce((sum, halves) => sum + halves, 0);
    const asked = sumHalves(months, (month) => month.startsWith(year));
    if (before + asked > limit * 2)
      throw refused(
        'leave.over_limit',
        `${rule.article} gives ${limit} days, and this comes to ${daysText(before + asked)}: make it shorter, or ask for the rest as another kind.`,
        'body.to',
        { article: rule.article, limit, days: daysText(before + asked) },
      );
  }
}

/** @throws DomainError `leave.over_balance` (422) of more holiday than is left of a year. */
export function requireBalance(months: Readonly<Record<string, number>>, balanceOf: (year: number) => LeaveBalance): void {
  for (const year of new Set(Object.keys(months).map((month) => month.slice(0, 4)))) {
    const asked = sumHalves(months, (month) => month.startsWith(year)) * 50;
    const { available } = balanceOf(Number(year));
    if (asked > available)
      throw refused(
        'leave.over_balance',
        `Of ${year}, ${hundredthsText(available)} days are left, and this takes ${hundredthsText(asked)}: ask for fewer.`,
        'body.to',
        { year, left: hundredthsText(available), days: hundredthsText(asked) },
      );
  }
}

/** `12.5` of 1250 hundredths. */
export function hundredthsText(hundredths: number): string {
  const [sign, whole] = [hundredths < 0 ? '-' : '', Math.abs(hundredths)];
  const cents = String(whole % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.floor(whole / 100)}${cents === '' ? '' : `.${cents}`}`;
}

/** What the account holds of it. */
export const holdingOf = (id: string, leave: LeaveRequest): LeaveHolding => ({
  ...{ id, kind: leave.kind, state: leave.state === 'approved' ? 'approved' : 'requested', months: leave.months },
  ...(leaveSpanOf(leave) as Pick<LeaveHolding, 'from' | 'to'>),
});

/** Whether a kind is entered for others alone. */
export const isEntered = (kind: LeaveKind): boolean => LEAVE_ES[kind].entered === true;

const DecidedView = z.object({ by: z.string(), on: z.string(), reason: z.optional(z.string()) });
export const LeaveView = z.object({
  id: z.string(),
  ...LeaveRequest.shape,
  fromNoon: z.optional(z.boolean()),
  untilNoon: z.optional(z.boolean()),
  travel: z.optional(z.boolean()),
  note: z.optional(z.string()),
  /** Days that count, as decimal text. */
  days: z.string(),
  decided: z.optional(DecidedView),
  ended: z.optional(DecidedView),
  ...stampFields,
});
export const leaveView = (leave: StoredLeave) => ({
  ...stamped(leave),
  months: { ...leave.months },
  days: daysText(sumHalves(leave.months)),
});

export const BalanceView = z.object({
  year: z.int(),
  /** Days as decimal text. */
  entitled: z.string(),
  earned: z.string(),
  carried: z.string(),
  carriedUntil: z.optional(z.string()),
  expired: z.string(),
  taken: z.string(),
  requested: z.string(),
  available: z.string(),
  count: z.enum(['natural', 'working']),
});
export const balanceView = (balance: LeaveBalance, count: 'natural' | 'working') => ({
  ...{ year: balance.year, count, ...(balance.carriedUntil ? { carriedUntil: balance.carriedUntil } : {}) },
  ...{ entitled: hundredthsText(balance.entitled), earned: hundredthsText(balance.earned), carried: hundredthsText(balance.carried) },
  ...{ expired: hundredthsText(balance.expired), taken: hundredthsText(balance.taken), requested: hundredthsText(balance.requested) },
  available: hundredthsText(balance.available),
});
