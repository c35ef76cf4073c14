import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { Money, minorText, PositiveMoney } from '#kernel/money.ts';
import { pageQuery } from '#kernel/page.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { FIELD_TYPES, type RecordTrigger } from '#kernel/trigger.ts';
import { Condition, Conditions, MATCHES } from './condition.ts';
import { Effect, MAX_EFFECTS } from './effect.ts';
import { PAUSE_REASONS, RULE_STATES, type StoredAutomationRule } from './rule.ts';
import { EFFECT_STATES, LIMITS, RULE_RUN_STATES, type StoredRuleRun } from './rule-run.ts';

export const RulePath = z.strictObject({ ruleId: idWith('rul') });
export const RunPath = z.strictObject({ runId: idWith('rrn') });

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
  conditions: z._default(Conditions, { match: 'all', items: [] }),
  effects: Effects,
  limits: z._default(Limits, { perDay: 100 }),
});
export type RuleInput = z.output<typeof RuleInput>;

export const PatchRule = z.strictObject({
  name: z.optional(Name),
  trigger: z.optional(TriggerName),
  conditions: z.optional(Conditions),
  effects: z.optional(Effects),
  limits: z.optional(Limits),
});

export const RuleView = z.object({
  id: z.string(),
  name: z.string(),
  trigger: z.string(),
  conditions: z.object({ match: z.enum(MATCHES), items: z.array(z.object({ ...Condition.shape })) }),
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
  return { ...rest, conditions: { match: conditions.match, items: [...conditions.items] }, effects: [...effects], limits: { ...limits } };
};

const Value = z.union([z.string(), z.boolean()]);
const EffectView = z.object({
  effect: Effect,
  state: z.enum(EFFECT_STATES),
  record: z.optional(z.string()),
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
  amount: Money,
  limit: z.optional(z.enum(LIMITS)),
  chain: z.array(z.string()),
  ...stampFields,
});

type Fields = RecordTrigger['fields'];
export type ShownValue = z.output<typeof RunView>['values'][number];

/** Values as people and programs get them, in the order of the trigger's fields. */
export const shownValues = (fields: Fields, values: StoredRuleRun['values']): ShownValue[] =>
  Object.entries(fields).flatMap(([field, { type }]) => {
    const value = Object.hasOwn(values, field) ? values[field] : undefined;
    if (value === undefined) return [];
    return [{ field, type, value: typeof value === 'boolean' ? value : type === 'money' ? minorText(Number(value)) : String(value) }];
  });

export const ruleRunView = (run: StoredRuleRun, fields: Fields): z.output<typeof RunView> => {
  const { values, effects, chain, ...rest } = stamped(run);
  return {
    ...rest,
    values: shownValues(fields, values),
    effects: effects.map(({ added: _, ...effect }) => effect),
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
      /** The kind of the record that it is about. */
      kind: z.string(),
      fields: z.array(z.object({ name: z.string(), type: z.enum(FIELD_TYPES), choices: z.optional(z.array(z.string())) })),
      /** What may be done, as far as whoever asks may do it. */
      effects: z.array(z.string()),
    }),
  ),
});
