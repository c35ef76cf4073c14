import * as z from 'zod/mini';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { StoredConditions } from './condition.ts';
import { Effect } from './effect.ts';
import { StoredSchedule } from './schedule.ts';

/** `draft`: never switched on. `paused`: by a person, or by itself: then it says why. */
export const RULE_STATES = ['draft', 'active', 'paused'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** Why a rule paused by itself: it failed too often, or who switched it on may not do any more what it does. */
export const PAUSE_REASONS = ['person', 'failures', 'permission'] as const;

export const MAX_ACTIVE_RULES = 50;
/** Failures in a row after which a rule pauses. */
export const MAX_FAILURES = 3;
/** How many rules may start each other, one after the other. */
export const MAX_DEPTH = 3;

export const Rule = z.object({
  name: z.string(),
  trigger: z.string(),
  conditions: StoredConditions,
  /** When the clock rings, where it begins with that. */
  schedule: z.exactOptional(StoredSchedule),
  effects: list(Effect),
  limits: z.object({
    /** Runs a day, in the company's time zone. */
    perDay: z.int(),
    /** Minor units: of what one run is about, and of those of a day together. */
    amountPerRun: z.exactOptional(z.int()),
    amountPerDay: z.exactOptional(z.int()),
  }),
  state: z.enum(RULE_STATES),
  /** Counts what it does: each change of trigger, conditions, effects or limits, and each switching on. */
  version: z.int(),
  /** Who switched it on: it may do nothing that they may not. */
  enabledBy: z.exactOptional(z.string()),
  /** ISO instant: what happened before is none of its business. */
  since: z.exactOptional(z.string()),
  pausedFor: z.exactOptional(z.enum(PAUSE_REASONS)),
  /** The code of the refusal that paused it. */
  stuck: z.exactOptional(z.string()),
  failures: z.int(),
});
export type Rule = Readonly<z.output<typeof Rule>>;
export type StoredAutomationRule = Stored<Rule>;

export const Rules = recordType<Rule, RuleState>({
  kind: 'automation-rule',
  prefix: 'rul',
  letter: 'AU',
  data: Rule,
  history: 'all',
  list: named({ by: (r) => r.name, words: (r) => [r.name] }),
  open: (r, id) => (r.state === 'paused' && r.pausedFor !== 'person' ? { queue: 'look', sort: `${r.name.slice(0, 40)}#${id}` } : undefined),
  lifecycle: { of: (r) => r.state, next: { draft: ['active'], active: ['paused'], paused: ['active'] } },
  state: (r) => r.state,
  tones: { draft: 'plain', active: 'good', paused: 'warn' },
  summary: (r) => ({ title: r.name }),
  screen: '/automation/rules',
  icon: 'sitemap',
  read: 'automation.read',
});

/** Which rules are switched on, by what they begin with: one small record, so that a company without any costs one read. */
export const RuleBoard = z.object({ active: list(z.object({ ruleId: z.string(), trigger: z.string() })) });
export type RuleBoard = Readonly<z.output<typeof RuleBoard>>;
export const RuleBoards = recordType<RuleBoard>({
  kind: 'rule-board',
  prefix: 'rbd',
  data: RuleBoard,
  history: 'ends',
  screen: { none: 'It only says which rules are switched on.' },
  read: 'nobody',
});
export const BOARD_ID = 'rbd_main';

/**
 * Whether what a rule watches meets its conditions: it rings when that begins. Those of a rule as it stands are read together: of what
 * never met them there is none.
 */
export const RuleWatch = z.object({ ruleId: z.string(), met: z.boolean(), times: z.int() });
export type RuleWatch = Readonly<z.output<typeof RuleWatch>>;
export const RuleWatches = recordType<RuleWatch>({
  kind: 'rule-watch',
  prefix: 'rwt',
  data: RuleWatch,
  history: 'ends',
  partitioned: true,
  screen: { none: 'It only keeps a level from being told twice.' },
  read: 'nobody',
});

export const watchShelf = ({ id, version }: Pick<StoredAutomationRule, 'id' | 'version'>): string => `rwt_${id.slice(4)}.${version}`;

/** How far the records that the clock looks through have been looked at on a day: the next hour goes on there. */
export const RuleSweep = z.object({
  date: z.string(),
  /** Where to go on; absent: from the beginning, or all have been looked at. */
  cursor: z.exactOptional(z.string()),
  done: z.boolean(),
  /** Records that could not be looked at, and how often all were gone through. */
  failed: z.int(),
  rounds: z.int(),
});
export type RuleSweep = Readonly<z.output<typeof RuleSweep>>;
export const RuleSweeps = recordType<RuleSweep>({
  kind: 'rule-sweep',
  prefix: 'rsw',
  data: RuleSweep,
  history: 'ends',
  screen: { none: 'It only keeps how far the clock has looked.' },
  read: 'nobody',
});
export const sweepId = (trigger: string): string => `rsw_${trigger}`;

/** What a rule did on a day: what its limits are counted by. */
export const RuleDay = z.object({ runs: z.int(), amount: z.int(), held: z.int() });
export type RuleDay = Readonly<z.output<typeof RuleDay>>;
export const RuleDays = recordType<RuleDay>({
  kind: 'rule-day',
  prefix: 'rdy',
  data: RuleDay,
  history: 'ends',
  screen: { none: 'It only counts what a rule did on a day.' },
  read: 'nobody',
});
export const ruleDayId = (ruleId: string, date: string): string => `rdy_${ruleId.slice(4)}.${date}`;

/** Why a rule takes an action now or not. */
export const ruleActions = {
  activateRule: ({ state }) => (state === 'active' ? refusal('rule.active', 'The rule is switched on already.', 'path.ruleId') : undefined),
  pauseRule: ({ state }) => (state === 'active' ? undefined : refusal('rule.inactive', 'The rule is not switched on.', 'path.ruleId')),
  patchRule: () => undefined,
  deleteRule: ({ state }) =>
    state === 'active' ? refusal('rule.active', 'Switch the rule off first.', 'path.ruleId', { why: 'delete' }) : undefined,
} as const satisfies ActionRules<StoredAutomationRule>;
