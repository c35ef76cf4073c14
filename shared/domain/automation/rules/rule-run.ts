import * as z from 'zod/mini';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Effect } from './effect.ts';

/**
 * - `running`: it was begun; what is left of it is done, also after a crash.
 * - `done`; `failed`: one of its effects was refused, and what comes after it was left out.
 * - `held`: a limit of the rule kept it from being begun.
 * - `undoing`, `undone`: what can be taken back of it is (was) taken back.
 */
export const RULE_RUN_STATES = ['running', 'done', 'failed', 'held', 'undoing', 'undone'] as const;
export type RuleRunState = (typeof RULE_RUN_STATES)[number];

export const EFFECT_STATES = ['planned', 'done', 'failed', 'undone', 'kept'] as const;
export const LIMITS = ['perDay', 'amountPerRun', 'amountPerDay'] as const;

/** After so many, a run that never ends is given up. */
export const MAX_RUN_TRIES = 3;

/** What is said of an effect that was begun when its run was given up: nobody knows whether it was done, or taken back. */
const CUT_OFF = { code: 'run.cut_off', message: 'This was cut off: look whether it was done.' } as const;

/**
 * - `sending`: it was about to be sent; whoever finds that later cannot know whether it was.
 * - `sent`; `refused`: SES took it, or takes none for that address; `off`: the deployment sends no mail.
 * - `unknown`: it may have been sent, and is not sent again.
 * - `unconfirmed`: it went not out, since whoever reads it has not said that they want it, or wants no more.
 * - `undelivered`, `bounced`, `complained`: it was sent, and did not arrive, came back for good, or was called unwanted.
 * - `blocked`: it went not out, since an earlier one came back or was called unwanted.
 */
export const MAIL_STATES = [
  'sending',
  'sent',
  'refused',
  'unknown',
  'off',
  'unconfirmed',
  'undelivered',
  'bounced',
  'complained',
  'blocked',
] as const;
export const RunMail = z.object({
  to: z.string(),
  state: z.enum(MAIL_STATES),
  /** The id by which SES knows it. */
  id: z.exactOptional(z.string()),
});
export type RunMail = Readonly<z.output<typeof RunMail>>;

const Value = z.union([z.string(), z.number(), z.boolean()]);

export const RunEffect = z.object({
  effect: Effect,
  /** `kept`: it was not taken back, because it cannot be or because that was refused. */
  state: z.enum(EFFECT_STATES),
  /** The record that it made. */
  record: z.exactOptional(z.string()),
  /** What it takes to undo it: the tags that were not there before. */
  added: z.exactOptional(list(z.string())),
  /** The file that it made: where it is kept, and its name. */
  file: z.exactOptional(z.object({ key: z.string(), fileName: z.string(), attached: z.boolean() })),
  /** The mails that it sent, each kept before it leaves. */
  mails: z.exactOptional(list(RunMail)),
  /** Why it was refused. */
  code: z.exactOptional(z.string()),
  message: z.exactOptional(z.string()),
});
export type RunEffect = Readonly<z.output<typeof RunEffect>>;

export const RuleRun = z.object({
  ruleId: z.string(),
  ruleName: z.string(),
  version: z.int(),
  trigger: z.string(),
  /** The record that it is about. */
  subject: z.exactOptional(z.string()),
  /** Day in the company's time zone, and ISO instant. */
  date: z.string(),
  at: z.string(),
  state: z.enum(RULE_RUN_STATES),
  /** The trigger's fields as they were. */
  values: z.record(z.string(), Value),
  effects: list(RunEffect),
  /** What counts to the limits by amount, minor units. */
  amount: z.int(),
  /** Which limit held it. */
  limit: z.exactOptional(z.enum(LIMITS)),
  /** How often it was told again because it had been cut off. */
  tries: z.exactOptional(z.int()),
  /** The rules whose runs led to it, the first first. */
  chain: list(z.string()),
});
export type RuleRun = Readonly<z.output<typeof RuleRun>>;
export type StoredRuleRun = Stored<RuleRun>;

export const RuleRuns = recordType<RuleRun, RuleRunState>({
  kind: 'rule-run',
  prefix: 'rrn',
  letter: 'AR',
  data: RuleRun,
  history: 'all',
  list: dated({ date: (r) => r.date, instant: (r) => r.at, party: (r) => r.ruleId, words: (r) => [r.ruleName] }),
  open: (r, id) => (r.state === 'running' || r.state === 'undoing' ? { queue: UNDER_WAY, sort: `${r.at}#${id}` } : undefined),
  told: 'open',
  lifecycle: {
    of: (r) => r.state,
    next: { running: ['done', 'failed'], done: ['undoing'], failed: ['undoing'], undoing: ['undone', 'failed'], undone: ['undoing'] },
  },
  state: (r) => r.state,
  tones: { running: 'calm', done: 'good', failed: 'bad', held: 'warn', undoing: 'calm', undone: 'plain' },
  related: (r) => [r.subject, r.ruleId, ...r.effects.map(({ record }) => record)],
  summary: (r) => ({ title: r.ruleName, date: r.date }),
  screen: '/automation/runs',
  icon: 'sitemap',
  read: 'automation.read',
});

/** What each effect is undone by; what is not in here stays. */
const UNDOABLE: readonly Effect['do'][] = ['tag', 'note', 'tell', 'keepDocument', 'ignoreBankLine'];
export const isUndoable = ({ effect, state }: RunEffect): boolean => state === 'done' && UNDOABLE.includes(effect.do);

/**
 * A run that never ends, given up: what was being done may have been done, and what was to be taken back may still be there and can be
 * tried again.
 */
export function givenUp({ tries: _, ...run }: StoredRuleRun): StoredRuleRun {
  const first = run.effects.findIndex(({ state }) => state === 'planned');
  const effects = run.effects.map((effect, at) => {
    if (run.state === 'undoing') return isUndoable(effect) ? { ...effect, ...CUT_OFF } : effect;
    return at === first ? { ...effect, ...CUT_OFF, state: 'failed' as const } : effect;
  });
  return { ...run, effects, state: 'failed' };
}

export const wasCutOff = ({ code }: RunEffect): boolean => code === CUT_OFF.code;

/** Why a run takes an action now or not. */
export const ruleRunActions = {
  undoRun: ({ state, effects }) => {
    // What was recorded after the undoing, of a run that had been given up, is taken back by another one.
    const isLate = state === 'undone' && effects.some(isUndoable);
    if (state !== 'done' && state !== 'failed' && !isLate)
      return refusal('run.state', `A run that is ${state} cannot be undone.`, 'path.runId', { state });
    return effects.some(isUndoable) ? undefined : refusal('run.kept', 'Nothing that it did can be taken back by itself.', 'path.runId');
  },
} as const satisfies ActionRules<StoredRuleRun>;
