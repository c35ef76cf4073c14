import type * as z from 'zod/mini';
import { type Match, OPERATORS_OF } from '#domain/automation/rules/condition.ts';
import type { Every } from '#domain/automation/rules/schedule.ts';
import type { OptionsView } from '#domain/automation/rules/wire.ts';
import type { FieldType } from '#kernel/trigger.ts';
import type { AutomationRule, Condition, ConditionItem, Effect } from './rule-words.ts';

type Options = z.input<typeof OptionsView>;
export type Trigger = Options['triggers'][number];
export type ReportOption = Options['reports'][number];
export type ReportEffect = Extract<Effect, { do: 'report' }>;
/** When the clock rings. */
export interface Ringing {
  readonly every: Every;
  readonly on?: number;
  readonly hour: number;
}
export interface RuleDraft {
  readonly name: string;
  readonly trigger: string;
  readonly schedule: Ringing | undefined;
  readonly match: Match;
  readonly items: readonly ConditionItem[];
  readonly effects: readonly Effect[];
  readonly perDay: number;
  readonly amountPerRun: string;
  readonly amountPerDay: string;
}

export const EMPTY_RULE: RuleDraft = {
  name: '',
  trigger: 'order.placed',
  schedule: undefined,
  match: 'all',
  items: [],
  effects: [{ do: 'tag', tags: [] }],
  perDay: 100,
  amountPerRun: '',
  amountPerDay: '',
};

export const draftOf = ({ name, trigger, schedule, conditions, effects, limits }: AutomationRule): RuleDraft => ({
  name,
  trigger,
  schedule: schedule as Ringing | undefined,
  match: conditions.match,
  items: conditions.items as readonly ConditionItem[],
  effects,
  perDay: limits.perDay,
  amountPerRun: limits.amountPerRun?.amount ?? '',
  amountPerDay: limits.amountPerDay?.amount ?? '',
});

const euros = (amount: string) => ({ amount, currency: 'EUR' as const });

/** As JSON has it: what is not there is left out, and never undefined. */
type Sent<T> = T extends unknown ? { [K in keyof T]: Exclude<T[K], undefined> } : never;

/** What the API is sent of it. */
export const ruleBodyOf = ({ match, items, schedule, perDay, amountPerRun, amountPerDay, effects, ...rest }: RuleDraft) => ({
  ...rest,
  ...(schedule ? { schedule: { ...schedule } as { every: Ringing['every']; on?: number; hour: number } } : {}),
  conditions: { match, items: items.map((item) => ('items' in item ? { ...item, items: [...item.items] } : item)) },
  effects: [...effects] as Sent<Effect>[],
  limits: {
    perDay,
    ...(amountPerRun ? { amountPerRun: euros(amountPerRun) } : {}),
    ...(amountPerDay ? { amountPerDay: euros(amountPerDay) } : {}),
  },
});

type Field = Trigger['fields'][number];

/** What a condition on a field begins with. */
export const conditionOn = ({ name, type, choices }: Field): Condition => ({
  field: name,
  op: OPERATORS_OF[type][0] ?? 'is',
  value: type === 'flag' ? true : type === 'choice' ? (choices?.[0] ?? '') : '',
});

const BEGUN: Readonly<Record<Effect['do'], Effect>> = {
  tag: { do: 'tag', tags: [] },
  note: { do: 'note', text: '' },
  tell: { do: 'tell', members: [], text: '' },
  mail: { do: 'mail', members: [], subject: '', text: '' },
  invoiceOrder: { do: 'invoiceOrder' },
  keepDocument: { do: 'keepDocument' },
  ignoreBankLine: { do: 'ignoreBankLine', text: '' },
  report: { do: 'report', report: 'receivables-ageing', format: 'xlsx', members: [], addresses: [] },
};
/** What an effect begins with: texts and people of the one before stay, where it has any. */
export function effectOf(name: Effect['do'], before: Effect): Effect {
  const begun = BEGUN[name];
  const kept = Object.fromEntries(
    Object.keys(begun).flatMap((key) => (key !== 'do' && key in before ? [[key, before[key as keyof Effect]]] : [])),
  );
  return { ...begun, ...kept } as Effect;
}

/** The effect with another report: its file, and its days, stay where that has them too. */
export function reportAs({ span, ...effect }: ReportEffect, { name, formats, spans }: ReportOption): ReportEffect {
  return {
    ...effect,
    report: name,
    format: formats.includes(effect.format) ? effect.format : (formats[0] ?? 'xlsx'),
    ...(span && spans.includes(span) ? { span } : {}),
  };
}

/** The draft for another trigger: what that says nothing of goes. */
export function withTrigger(draft: RuleDraft, trigger: Trigger): RuleDraft {
  const names = new Set(trigger.fields.map(({ name }) => name));
  const effects = draft.effects.filter((effect) => trigger.effects.includes(effect.do));
  return {
    ...draft,
    trigger: trigger.name,
    schedule: trigger.name === 'clock.rings' ? (draft.schedule ?? { every: 'week', on: 1, hour: 8 }) : undefined,
    items: draft.items.flatMap((item): ConditionItem[] => {
      if (!('items' in item)) return names.has(item.field) ? [item] : [];
      const items = item.items.filter(({ field }) => names.has(field));
      return items.length > 0 ? [{ ...item, items }] : [];
    }),
    effects: effects.length > 0 ? effects : [effectOf(trigger.effects[0] as Effect['do'], { do: 'invoiceOrder' })],
  };
}

export const typeOf = (trigger: Trigger | undefined, field: string): FieldType | undefined =>
  trigger?.fields.find(({ name }) => name === field)?.type;

/** Whether there is anything left to fill in. */
export const isIncomplete = ({ name, items, effects }: RuleDraft): boolean =>
  name.trim() === '' ||
  items.flatMap((item) => ('items' in item ? item.items : [item])).some(({ value }) => value === '') ||
  effects.some(
    (effect) =>
      ('tags' in effect && effect.tags.length === 0) ||
      ('members' in effect &&
        effect.members.length + (effect.roles?.length ?? 0) + (effect.do === 'report' ? effect.addresses.length : 0) === 0) ||
      ('text' in effect && effect.text.trim() === '') ||
      ('subject' in effect && effect.subject.trim() === ''),
  );
