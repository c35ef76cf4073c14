import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money, minorText, PositiveMoney } from '#kernel/money.ts';
import { pageQuery } from '#kernel/page.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { FIELD_TYPES, type RuleTrigger } from '#kernel/trigger.ts';
import { Condition, Conditions, isGroup, MATCHES } from './condition.ts';
import { Effect, MAX_EFFECTS } from './effect.ts';
import { FORMATS, REPORT_AREAS, REPORTS } from './report.ts';
import { PAUSE_REASONS, RULE_STATES, type StoredAutomationRule } from './rule.ts';
import { EFFECT_STATES, LIMITS, MAIL_STATES, RULE_RUN_STATES, type StoredRuleRun } from './rule-run.ts';
import { EVERY, Schedule } from './schedule.ts';
import { SPANS } from './span.ts';

export const RulePath = z.strictObject({ ruleId: idWith('rul') });
export const RunPath = z.strictObject({ runId: idWith('rrn') });

/** Which of the things that a run did, from 1. */
export const RunEffectNo = z.optional(z.string().check(z.regex(/^[1-5]$/, 'must be a number from 1 to 5')));

export const MAX_RUNS_A_DAY = 1000;
const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80), z.regex(/^[^\p{Cc}]*$/u));
const TriggerName = z.string().check(z.regex(/^[a-z]{2,20}\.[a-z]{2,20}$/, 'must be the name of a trigger'));
const Limits = z.strictObject({
  /** Runs a day. */
  perDay: z._default(z.int().check(z.minimum(1), z.maximum(MAX_RUNS_A_DAY)), 100),
  amountPerRun: z.optional(PositiveMoney),
  amountPerDay: z.optional(PositiveMoney),
});
const Effects = z.array(Effect).check(z.minLength(1), z.maxLength(MAX_EFFECTS));

export const RuleInput = z.strictObject({
  name: Name,
  trigger: TriggerName,
  /** When the clock rings, where it begins with that. */
  schedule: z.optional(Schedule),
  conditions: z._default(Conditions, { match: 'all', items: [] }),
  effects: Effects,
  limits: z._default(Limits, { perDay: 100 }),
});
export type RuleInput = z.output<typeof RuleInput>;

export const PatchRule = z.strictObject({
  name: z.optional(Name),
  trigger: z.optional(TriggerName),
  schedule: z.optional(Schedule),
  conditions: z.optional(Conditions),
  effects: z.optional(Effects),
  limits: z.optional(Limits),
});

const ConditionView = z.object({ ...Condition.shape });
const ConditionsView = z.object({
  match: z.enum(MATCHES),
  items: z.array(z.union([ConditionView, z.object({ match: z.enum(MATCHES), items: z.array(ConditionView) })])),
});

export const RuleView = z.object({
  id: z.string(),
  name: z.string(),
  trigger: z.string(),
  schedule: z.optional(z.object({ every: z.enum(EVERY), on: z.optional(z.int()), hour: z.int() })),
  conditions: ConditionsView,
  effects: z.array(Effect),
  limits: z.object({ perDay: z.int(), amountPerRun: z.optional(Money), amountPerDay: z.optional(Money) }),
  state: z.enum(RULE_STATES),
  version: z.int(),
  enabledBy: z.optional(z.string()),
  since: z.optional(z.string()),
  pausedFor: z.optional(z.enum(PAUSE_REASONS)),
  /** The code of the refusal that paused it. */
  stuck: z.optional(z.string()),
  failures: z.int(),
  ...stampFields,
});

export const ruleView = (rule: StoredAutomationRule): z.output<typeof RuleView> => {
  const { conditions, effects, limits, ...rest } = stamped(rule);
  const items = conditions.items.map((item) => (isGroup(item) ? { ...item, items: [...item.items] } : item));
  return { ...rest, conditions: { match: conditions.match, items }, effects: [...effects], limits: { ...limits } };
};

const Value = z.union([z.string(), z.boolean()]);
const EffectView = z.object({
  effect: Effect,
  state: z.enum(EFFECT_STATES),
  record: z.optional(z.string()),
  /** Name of the file that it made. */
  file: z.optional(z.string()),
  /** To whom it was mailed, and what became of that: `unknown` may have been sent, and is not sent again. */
  mails: z.optional(z.array(z.object({ to: z.string(), state: z.enum(MAIL_STATES) }))),
  code: z.optional(z.string()),
  message: z.optional(z.string()),
});

export const RunView = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  version: z.int(),
  trigger: z.string(),
  subject: z.optional(z.string()),
  date: z.string(),
  at: z.string(),
  state: z.enum(RULE_RUN_STATES),
  /** What the trigger said; amounts as decimal text in euros. */
  values: z.array(z.object({ field: z.string(), type: z.enum(FIELD_TYPES), value: Value })),
  effects: z.array(EffectView),
  /** What counts to the limits; absent for who may not see what the run is about. */
  amount: z.optional(Money),
  limit: z.optional(z.enum(LIMITS)),
  chain: z.array(z.string()),
  ...stampFields,
});

type Fields = RuleTrigger['fields'];
export type ShownValue = z.output<typeof RunView>['values'][number];

/** Values as people and programs get them, in the order of the trigger's fields. */
export const shownValues = (fields: Fields, values: StoredRuleRun['values']): ShownValue[] =>
  Object.entries(fields).flatMap(([field, { type }]) => {
    const value = Object.hasOwn(values, field) ? values[field] : undefined;
    if (value === undefined) return [];
    return [{ field, type, value: typeof value === 'boolean' ? value : type === 'money' ? minorText(Number(value)) : String(value) }];
  });

const effectView = ({ added: _, file, mails, ...effect }: StoredRuleRun['effects'][number]): z.output<typeof EffectView> => ({
  ...effect,
  ...(file ? { file: file.fileName } : {}),
  ...(mails ? { mails: mails.map(({ to, state }) => ({ to, state })) } : {}),
});

export const ruleRunView = (run: StoredRuleRun, fields: Fields): z.output<typeof RunView> => {
  const { values, effects, chain, tries: _tries, ...rest } = stamped(run);
  return {
    ...rest,
    values: shownValues(fields, values),
    effects: effects.map(effectView),
    chain: [...chain],
  };
};

const words = z.optional(z.string().check(z.trim(), z.maxLength(80)));
export const RuleQuery = z.strictObject({ ...pageQuery, q: words, state: z.optional(z.enum(RULE_STATES)) });

/** What automations are made of, for whoever makes them. */
export const OptionsView = z.object({
  triggers: z.array(
    z.object({
      name: z.string(),
      /** The kind of the record that it is about; absent of the clock and of balances. */
      kind: z.optional(z.string()),
      fields: z.array(z.object({ name: z.string(), type: z.enum(FIELD_TYPES), choices: z.optional(z.array(z.string())) })),
      /** What may be done, as far as whoever asks may do it. */
      effects: z.array(z.string()),
    }),
  ),
  /** Reports that whoever asks may have mailed: as what files, and of which days, the usual ones first. */
  reports: z.array(
    z.object({
      name: z.enum(REPORTS),
      area: z.enum(REPORT_AREAS),
      formats: z.array(z.enum(FORMATS)),
      spans: z.array(z.enum(SPANS)),
    }),
  ),
});

export const MAX_DRY_RUN_DAYS = 366;
const DayCount = z.object({ date: BusinessDate, runs: z.int(), amount: z.int() });
const dryRun = {
  from: BusinessDate,
  to: BusinessDate,
  cursor: pageQuery.cursor,
  /** What the pages before have answered: limits of a day count on. */
  days: z._default(z.array(DayCount).check(z.maxLength(2 * MAX_DRY_RUN_DAYS)), []),
};
export const DryRunInput = z.strictObject(dryRun);
export const UnsavedDryRunInput = z.strictObject({ ...dryRun, rule: RuleInput });
export type DryRunInput = z.output<typeof DryRunInput>;

export const DryRunView = z.object({
  /** Records that this page has looked at, and those of them that meet the conditions. */
  examined: z.int(),
  matched: z.int(),
  runs: z.int(),
  held: z.int(),
  /** What the runs are about. */
  amount: Money,
  /** The first of them: what would have been done, or which limit would have held it. */
  items: z.array(
    z.object({
      subject: z.optional(z.string()),
      at: z.string(),
      limit: z.optional(z.enum(LIMITS)),
      values: z.array(z.object({ field: z.string(), type: z.enum(FIELD_TYPES), value: Value })),
      texts: z.array(z.string()),
    }),
  ),
  days: z.array(DayCount),
  nextCursor: z.optional(z.string()),
});
