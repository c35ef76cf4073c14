import type * as z from 'zod/mini';
import { reportSpec, SPAN_WORDS, spanOf } from '#domain/automation/rules/report.ts';
import type { RuleView, RunView } from '#domain/automation/rules/wire.ts';
import type { FieldType } from '#kernel/trigger.ts';
import { useFormats } from '../../i18n/format.ts';
import { type Language, useLanguage, useT } from '../../i18n/i18n.ts';

export type AutomationRule = z.input<typeof RuleView>;
export type Run = z.input<typeof RunView>;
export type ConditionItem = AutomationRule['conditions']['items'][number];
export type ConditionGroup = Extract<ConditionItem, { readonly items: unknown }>;
export type Condition = Exclude<ConditionItem, ConditionGroup>;
export type Effect = AutomationRule['effects'][number];

/** 1 is Monday. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `order.placed` as the texts know it. */
const keyOf = (trigger: string): string => trigger.replace('.', '_');

/** What rules are made of, in words. */
export function useRuleWords() {
  const t = useT();
  const language = useLanguage();
  const { money, date } = useFormats();
  const trigger = (name: string): string =>
    t(`automation.triggers.${keyOf(name)}` as 'automation.triggers.order_placed', { defaultValue: name });
  const field = (name: string): string => t(`automation.fields.${name}` as 'automation.fields.amount', { defaultValue: name });
  const operator = (op: string): string => t(`automation.operators.${op}` as 'automation.operators.over', { defaultValue: op });
  const choice = (value: string): string => t(`automation.choices.${value}` as 'automation.choices.pdf', { defaultValue: value });
  const effect = (name: string): string => t(`automation.effects.${name}` as 'automation.effects.tag', { defaultValue: name });
  const value = (type: FieldType | undefined, held: string | boolean): string => {
    if (typeof held === 'boolean') return t(held ? 'automation.yes' : 'automation.no');
    if (type === 'money') return money({ amount: held, currency: 'EUR' });
    return type === 'date' ? date(held) : type === 'choice' ? choice(held) : held;
  };
  /** What an effect says of itself beside its name; what its text names as it was, or by its name. */
  const detail = (of: Effect, values: Run['values'] = []): string =>
    detailOf(of, language).replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
      const held = values.find((one) => one.field === name);
      return held ? value(held.type, held.value) : `[${field(name)}]`;
    });
  const weekday = (day: number): string => t(`automation.schedule.days.${WEEKDAYS[day - 1] ?? 'mon'}`);
  const schedule = ({ every, on = 1, hour }: NonNullable<AutomationRule['schedule']>): string =>
    t(`automation.schedule.says.${every}`, { hour: `${hour}:00`, on: every === 'week' ? weekday(on) : String(on) });
  return { weekday, schedule, detail, trigger, field, operator, choice, effect, value };
}

function detailOf(effect: Effect, language: Language): string {
  if (effect.do === 'tag') return effect.tags.map((tag) => `#${tag}`).join(' ');
  if (effect.do === 'mail') return effect.subject;
  if (effect.do === 'report') {
    const span = spanOf(effect.report, effect.span);
    const name = reportSpec(effect.report)[language];
    return [`${name}${span ? ` (${SPAN_WORDS[span][language]})` : ''}`, effect.format.toUpperCase(), ...effect.addresses].join(' · ');
  }
  return 'text' in effect ? effect.text : '';
}
