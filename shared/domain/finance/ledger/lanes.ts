import * as z from 'zod/mini';
import { addDays, BusinessDate, daysBetween, type IsoDate, type Month } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import type { EntryLine } from './entry.ts';

/** The parts of the books that a month is closed by, one after the other. */
export const LANES = ['sales', 'purchasing', 'stock', 'payroll', 'general'] as const;
export type Lane = (typeof LANES)[number];

/** `closed`: those who adjust the books may still post in it; `shut`: nobody. A lane that is not told is open. */
export const LANE_STATES = ['open', 'closed', 'shut'] as const;
export type LaneState = (typeof LANE_STATES)[number];

/**
 * Accounts by which an entry is of a lane (PGC): customers, what is sold and what is given back; suppliers, creditors and what is bought;
 * stocks and their variation; staff, what they are owed and their social security. All others are general.
 */
const ACCOUNTS: readonly (readonly [Lane, RegExp])[] = [
  ['sales', /^(43|44|70|490)/],
  ['purchasing', /^(40|41|60)/],
  ['stock', /^(3|61|71)/],
  ['payroll', /^(46[056]|476|64)/],
];

/** The lanes of an entry: those whose accounts it moves; without any it is general. */
export function lanesOf(lines: readonly Pick<EntryLine, 'account'>[]): Lane[] {
  const lanes = ACCOUNTS.filter(([, accounts]) => lines.some(({ account }) => accounts.test(account))).map(([lane]) => lane);
  return lanes.length > 0 ? lanes : ['general'];
}

/** How a lane of a month stands, who set it so, when and why. */
const LaneGate = z.object({
  state: z.enum(['closed', 'shut']),
  by: z.string(),
  on: z.string(),
});
/** A lane that was opened again until a day; then it is as it was before. */
const LaneOpening = z.object({
  reason: z.string(),
  until: z.string(),
  by: z.string(),
  on: z.string(),
  back: z.enum(['closed', 'shut']),
});
export const Lanes = z.object({
  gates: z.record(z.string(), LaneGate),
  openings: z.exactOptional(z.record(z.string(), LaneOpening)),
});
export type Lanes = Readonly<z.output<typeof Lanes>>;
type LaneOpening = z.output<typeof LaneOpening>;

export const laneState = (lanes: Lanes | undefined, lane: Lane): LaneState => lanes?.gates[lane]?.state ?? 'open';
export const hasShutLane = (lanes: Lanes | undefined): boolean => LANES.some((lane) => laneState(lanes, lane) === 'shut');

/**
 * Requires that an entry may be posted in its lanes of a month.
 * @throws DomainError `period.lane_shut`, `period.lane_closed` (422) naming `field`.
 */
export function requireLanes(
  lanes: Lanes | undefined,
  {
    period,
    lines,
    canPostToClosed,
    field,
  }: {
    readonly period: Month;
    readonly lines: readonly Pick<EntryLine, 'account'>[];
    readonly canPostToClosed: boolean;
    readonly field: string;
  },
): void {
  if (!lanes) return;
  for (const lane of lanesOf(lines)) {
    const state = laneState(lanes, lane);
    if (state === 'shut')
      throw refused(
        'period.lane_shut',
        `The ${lane} of ${period} are shut: use a day of a month in which they are open, or have them opened.`,
        field,
        {
          period,
          lane,
        },
      );
    if (state === 'closed' && !canPostToClosed)
      throw refused(
        'period.lane_closed',
        `The ${lane} of ${period} are closed; an accountant can still post in them, or use a later date.`,
        field,
        {
          period,
          lane,
        },
      );
  }
}

/** How each lane of a month stands: with who set it so, and until when it is open again. */
export const LaneView = z.object({
  lane: z.enum(LANES),
  state: z.enum(LANE_STATES),
  by: z.optional(z.string()),
  on: z.optional(z.string()),
  reason: z.optional(z.string()),
  until: z.optional(z.string()),
});
export const laneViews = (lanes: Lanes | undefined): z.output<typeof LaneView>[] =>
  LANES.map((lane) => {
    const { back: _, ...opening } = lanes?.openings?.[lane] ?? { back: '' };
    return { lane, state: 'open' as const, ...lanes?.gates[lane], ...opening };
  });

/** What is asked of a lane. Whoever opens it says why, and until when. */
export const SetLane = z.strictObject({
  state: z.enum(LANE_STATES),
  reason: z.optional(z.string().check(z.trim(), z.minLength(3), z.maxLength(200))),
  until: z.optional(BusinessDate),
});
export type SetLane = z.output<typeof SetLane>;

/** A lane is not open again for longer. */
export const LANE_OPEN_DAYS = 31;

interface Setting {
  readonly lane: Lane;
  readonly asked: SetLane;
  readonly by: string;
  readonly today: IsoDate;
}

const RANK: Readonly<Record<LaneState, number>> = { open: 0, closed: 1, shut: 2 };
const plainLanes = ({ gates, openings }: Required<Lanes>): Lanes => ({ gates, ...(Object.keys(openings).length > 0 ? { openings } : {}) });

/**
 * The lanes of a month after one is set. One that is opened again is so until a day, and then as it was.
 * @throws DomainError `period.lane_reason`, `period.lane_days` (400).
 */
export function withLane(before: Lanes | undefined, { lane, asked, by, today }: Setting): Lanes {
  const now = laneState(before, lane);
  const { [lane]: _, ...others } = before?.gates ?? {};
  const { [lane]: opening, ...openings } = before?.openings ?? {};
  const gates = asked.state === 'open' ? others : { ...others, [lane]: { state: asked.state, by, on: today } };
  if (RANK[asked.state] === RANK[now]) return before ?? { gates: {} };
  if (RANK[asked.state] > RANK[now]) {
    const isOver = !opening || RANK[asked.state] >= RANK[opening.back];
    return plainLanes({ gates, openings: isOver ? openings : { ...openings, [lane]: opening } });
  }
  const { reason, until } = requireOpening(asked, today);
  return plainLanes({
    gates,
    openings: { ...openings, [lane]: { reason, until, by, on: today, back: opening?.back ?? now } as LaneOpening },
  });
}

function requireOpening({ reason, until }: SetLane, today: IsoDate): { readonly reason: string; readonly until: IsoDate } {
  if (reason === undefined || until === undefined)
    throw invalid(
      'period.lane_reason',
      'A lane is opened again with a reason and until a day.',
      reason === undefined ? 'body.reason' : 'body.until',
    );
  if (until < today || daysBetween(today, until) > LANE_OPEN_DAYS)
    throw invalid('period.lane_days', `A lane is open again from today and for ${LANE_OPEN_DAYS} days at most.`, 'body.until', {
      latest: addDays(today, LANE_OPEN_DAYS),
    });
  return { reason, until };
}

/** The lanes with those as they were before whose days of being open are over. */
export function relocked(before: Lanes, by: string, today: IsoDate): Lanes {
  const over = Object.entries(before.openings ?? {}).filter(([, { until }]) => until < today);
  return over.reduce<Lanes>(
    (lanes, [lane, { back }]) => withLane(lanes, { lane: lane as Lane, asked: { state: back }, by, today }),
    before,
  );
}

/** The first day on which a lane that was opened again has to be as it was; undefined where none was. */
export const firstUntil = (lanes: Lanes | undefined): IsoDate | undefined =>
  Object.values(lanes?.openings ?? {})
    .map(({ until }) => until)
    .sort()[0];
