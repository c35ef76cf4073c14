import * as z from 'zod/mini';
import type { Month } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { type LeaveSpan, overlaps } from './leave-days.ts';
import { LEAVE_ES, LEAVE_KINDS, type LeaveKind, type LeavePay } from './leave-kinds-es.ts';

/** What somebody has asked for or got, as their account holds it. */
export const LeaveHolding = z.object({
  id: z.string(),
  kind: z.enum(LEAVE_KINDS),
  state: z.enum(['requested', 'approved']),
  from: z.string(),
  to: z.string(),
  fromNoon: z.exactOptional(z.boolean()),
  untilNoon: z.exactOptional(z.boolean()),
  /** Half days that count, by month. */
  months: z.record(z.string(), z.int()),
});
export type LeaveHolding = Readonly<z.output<typeof LeaveHolding>>;

/** Holiday that was brought forward when leave was first kept here. */
export const LeaveOpeningInput = z.strictObject({
  year: z.int().check(z.minimum(2000), z.maximum(2199)),
  /** Half days: 7 are three days and a half. */
  halves: z.int().check(z.minimum(0), z.maximum(400)),
  reason: text(200),
});
export const LeaveOpening = z.object({ year: z.int(), halves: z.int(), reason: z.string(), by: z.string() });
export type LeaveOpening = Readonly<z.output<typeof LeaveOpening>>;

/** All leave of one employee: one record, so that no two requests pass each other by. */
export const LeaveAccount = z.object({
  employeeId: z.string(),
  /** The first year that is kept here. */
  since: z.int(),
  opening: z.exactOptional(LeaveOpening),
  holdings: list(LeaveHolding),
});
export type LeaveAccount = Readonly<z.output<typeof LeaveAccount>>;
export type StoredLeaveAccount = Stored<LeaveAccount>;

export const LeaveAccounts = recordType<LeaveAccount>({
  kind: 'leave-account',
  prefix: 'lva',
  data: LeaveAccount,
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It is shown as the balance of the employee’s leave.' },
  read: 'time.read',
});
export const leaveAccountId = (employeeId: string): string => `lva_${employeeId.slice(4)}`;

/** A record has 400 KB: leaves that ended long ago go from the account first, and stay as requests. */
export const MOST_HOLDINGS = 1000;
const KEPT_YEARS = 5;

/** @throws DomainError `leave.overlaps` (422) where another leave takes the same half day. */
export function requireFreeDays(account: Pick<LeaveAccount, 'holdings'>, span: LeaveSpan): void {
  const other = account.holdings.find((held) => overlaps(held, span));
  if (other)
    throw refused(
      'leave.overlaps',
      `There is leave from ${other.from} to ${other.to} already: choose other days, or cancel that one.`,
      'body.from',
      { from: other.from, to: other.to },
    );
}

/** The account with one more leave. @throws DomainError `leave.too_many` (422). */
export function holding(account: LeaveAccount, held: LeaveHolding): LeaveAccount {
  const oldest = String(Number(held.from.slice(0, 4)) - KEPT_YEARS);
  const holdings = [...account.holdings.filter(({ to }) => to >= oldest), held].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (holdings.length > MOST_HOLDINGS)
    throw refused('leave.too_many', `Nobody has more than ${MOST_HOLDINGS} leaves in ${KEPT_YEARS} years here.`, 'body.from', {
      limit: MOST_HOLDINGS,
    });
  return { ...account, holdings };
}
export const approved = (account: LeaveAccount, id: string): LeaveAccount => ({
  ...account,
  holdings: account.holdings.map((held) => (held.id === id ? { ...held, state: 'approved' } : held)),
});
export const released = (account: LeaveAccount, id: string): LeaveAccount => ({
  ...account,
  holdings: account.holdings.filter((held) => held.id !== id),
});

export type TakenByMonth = ReadonlyMap<Month, number>;
/** Half days of a kind that are taken in a year (or a month), by month. */
export function takenIn(holdings: readonly LeaveHolding[], kind: LeaveKind, within: string): TakenByMonth {
  const found = new Map<Month, number>();
  for (const held of holdings)
    for (const [month, halves] of Object.entries(held.months))
      if (held.kind === kind && month.startsWith(within)) found.set(month, (found.get(month) ?? 0) + halves);
  return found;
}

/** What pay has to know of a month's leave. */
export interface PaidLeave {
  readonly id: string;
  readonly kind: LeaveKind;
  readonly pay: LeavePay;
  /** The days of it in the month. */
  readonly from: string;
  readonly to: string;
  /** Half days that count. */
  readonly halves: number;
  /** The day on which all of it began: sick pay goes by how long it has lasted. */
  readonly since: string;
}

/** The approved leave of a month, in order of its days: what a payslip takes of unpaid leave, sickness and births. */
export function leaveOfMonth({ holdings }: Pick<LeaveAccount, 'holdings'>, month: Month): PaidLeave[] {
  const last = `${month}-31`;
  return holdings
    .filter(({ state, from, to }) => state === 'approved' && from <= last && to >= `${month}-01`)
    .map(({ id, kind, from, to, months }) => ({
      ...{ id, kind, pay: LEAVE_ES[kind].pay, halves: months[month] ?? 0, since: from },
      from: from < `${month}-01` ? `${month}-01` : from,
      to: to > last ? lastDayOf(month) : to,
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const lastDayOf = (month: Month): string => {
  const [year = 0, no = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, no, 0)).toISOString().slice(0, 10);
};
