import * as z from 'zod/mini';
import { compare, decimal } from '#kernel/decimal.ts';
import { invalid } from '#kernel/errors.ts';
import { minorText } from '#kernel/money.ts';
import { list } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import type { FieldType, FieldValue, RuleTrigger } from '#kernel/trigger.ts';

export const OPERATORS = [
  'over',
  'atLeast',
  'under',
  'atMost',
  'is',
  'isNot',
  'contains',
  'containsNot',
  'startsWith',
  'after',
  'before',
] as const;
export type Operator = (typeof OPERATORS)[number];

const ORDERED = ['over', 'atLeast', 'under', 'atMost', 'is', 'isNot'] as const;
/** What can be asked of a field, by its type. */
export const OPERATORS_OF: Readonly<Record<FieldType, readonly Operator[]>> = {
  money: ORDERED,
  number: ORDERED,
  text: ['is', 'isNot', 'contains', 'containsNot', 'startsWith'],
  choice: ['is', 'isNot'],
  flag: ['is'],
  date: ['is', 'isNot', 'before', 'after'],
};

export const MAX_CONDITIONS = 10;
export const MAX_GROUPED = 5;
export const MATCHES = ['all', 'any', 'none'] as const;
export type Match = (typeof MATCHES)[number];

export const Condition = z.strictObject({
  /** A field of the trigger. */
  field: z.string().check(z.regex(/^[A-Za-z]{1,30}$/, 'must be the name of a field')),
  op: z.enum(OPERATORS),
  /** Amounts and numbers as decimal text (amounts in euros), dates as ISO days. */
  value: z.union([z.boolean(), z.string().check(z.trim(), z.minLength(1), z.maxLength(120))]),
});
export type Condition = Readonly<z.output<typeof Condition>>;

/** Several that count as one: all of them, any, or none. */
export const ConditionGroup = z.strictObject({
  match: z.enum(MATCHES),
  items: z.array(Condition).check(z.minLength(1), z.maxLength(MAX_GROUPED)),
});
export type ConditionGroup = Readonly<z.output<typeof ConditionGroup>>;

export const Conditions = z.strictObject({
  /** Whether all of them must hold, one is enough, or none may. Where there are none: always. */
  match: z._default(z.enum(MATCHES), 'all'),
  items: z._default(z.array(z.union([Condition, ConditionGroup])).check(z.maxLength(MAX_CONDITIONS)), []),
});
const StoredCondition = z.object({ ...Condition.shape });
const StoredGroup = z.object({ match: z.enum(MATCHES), items: list(StoredCondition) });
export const StoredConditions = z.object({ match: z.enum(MATCHES), items: list(z.union([StoredCondition, StoredGroup])) });
export type ConditionItem = Conditions['items'][number];
export const isGroup = (item: ConditionItem): item is z.output<typeof StoredGroup> => 'items' in item;
export type Conditions = Readonly<z.output<typeof StoredConditions>>;

const NUMBER = /^-?\d{1,10}(\.\d{1,6})?$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a value can be compared with a field of a type. */
function fits(type: FieldType, value: Condition['value'], choices: readonly string[] = []): boolean {
  if (type === 'flag') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (type === 'money') return /^-?\d{1,10}(\.\d{1,2})?$/.test(value);
  if (type === 'number') return NUMBER.test(value);
  if (type === 'date') return DAY.test(value);
  return type === 'text' || choices.includes(value);
}

/**
 * Refuses conditions that the trigger cannot answer.
 * @throws DomainError `rule.field`, `rule.operator`, `rule.value` (400), naming the condition.
 */
export function requireConditions({ items }: Pick<Conditions, 'items'>, trigger: Pick<RuleTrigger, 'fields' | 'name'>): void {
  requireItems(items, trigger, 'body.conditions.items');
}

function requireItems(items: Conditions['items'], trigger: Pick<RuleTrigger, 'fields' | 'name'>, within: string): void {
  const { fields, name } = trigger;
  for (const [at, item] of items.entries()) {
    const path = `${within}.${at}`;
    if (isGroup(item)) {
      requireItems(item.items, trigger, `${path}.items`);
      continue;
    }
    const { field, op, value } = item;
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!known) throw invalid('rule.field', `${name} says nothing of ${field}.`, `${path}.field`, { field, trigger: name });
    if (!OPERATORS_OF[known.type].includes(op))
      throw invalid('rule.operator', `${field} cannot be compared by ${op}.`, `${path}.op`, { field, op });
    if (!fits(known.type, value, known.choices))
      throw invalid('rule.value', `${field} cannot be compared with ${String(value)}.`, `${path}.value`, { field, type: known.type });
  }
}

const signOf = (type: FieldType, held: FieldValue, asked: string): number =>
  compare(decimal(type === 'money' ? minorText(Number(held)) : String(held)), decimal(asked));

const BY_SIGN: Readonly<Partial<Record<Operator, (sign: number) => boolean>>> = {
  over: (sign) => sign > 0,
  atLeast: (sign) => sign >= 0,
  under: (sign) => sign < 0,
  atMost: (sign) => sign <= 0,
  is: (sign) => sign === 0,
  isNot: (sign) => sign !== 0,
  after: (sign) => sign > 0,
  before: (sign) => sign < 0,
};

const BY_TEXT: Readonly<Partial<Record<Operator, (held: string, asked: string) => boolean>>> = {
  is: (held, asked) => held === asked,
  isNot: (held, asked) => held !== asked,
  contains: (held, asked) => held.includes(asked),
  containsNot: (held, asked) => !held.includes(asked),
  startsWith: (held, asked) => held.startsWith(asked),
};

const byNumber: Comparison = (type, op, held, asked) => BY_SIGN[op]?.(signOf(type, held, asked));
// Whatever case and accents, as people look for things.
const byWords: Comparison = (_, op, held, asked) => BY_TEXT[op]?.(normalise(String(held)), normalise(asked));

/** How values of a type are compared with what was asked for; undefined where the type knows no such question. */
type Comparison = (type: FieldType, op: Operator, held: FieldValue, asked: string) => boolean | undefined;
const COMPARISONS: Readonly<Record<FieldType, Comparison>> = {
  money: byNumber,
  number: byNumber,
  date: (_, op, held, asked) => BY_SIGN[op]?.(Math.sign(Date.parse(String(held)) - Date.parse(asked))),
  choice: (_, op, held, asked) => BY_TEXT[op]?.(String(held), asked),
  flag: (_, __, held, asked) => String(held) === asked,
  text: byWords,
};

/** Whether one condition holds. Of a field that says nothing only what is denied holds: `isNot`, `containsNot`. */
export function holds({ op, value }: Condition, type: FieldType, held: FieldValue | undefined): boolean {
  if (held === undefined) return op === 'isNot' || op === 'containsNot';
  return COMPARISONS[type](type, op, held, String(value)) ?? false;
}

type Fields = Pick<RuleTrigger, 'fields'>['fields'];
type Values = Readonly<Record<string, FieldValue>>;

const holdsTogether = (match: Match, answers: readonly boolean[]): boolean =>
  match === 'all' ? answers.every(Boolean) : answers.some(Boolean) === (match === 'any');

/** Whether one condition, or a group of them, holds. */
function isMet(item: ConditionItem, fields: Fields, values: Values): boolean {
  if (isGroup(item))
    return holdsTogether(
      item.match,
      item.items.map((one) => isMet(one, fields, values)),
    );
  const field = fields[item.field];
  return field !== undefined && holds(item, field.type, Object.hasOwn(values, item.field) ? values[item.field] : undefined);
}

/** The fields that conditions ask for. */
const askedFor = (items: readonly ConditionItem[]): string[] =>
  items.flatMap((item) => (isGroup(item) ? askedFor(item.items) : item.field));

/** Whether a record's values meet the conditions: all of them, any, or none; where there are none, always. */
export function meets({ match, items }: Conditions, { fields }: Pick<RuleTrigger, 'fields'>, values: Values): boolean {
  if (items.length === 0) return true;
  // A field that the product does not know any more: what asks for it, even that it is not so, is met no more.
  if (match !== 'any' && !askedFor(items).every((field) => Object.hasOwn(fields, field))) return false;
  const known = items.filter((item) => askedFor([item]).every((field) => Object.hasOwn(fields, field)));
  return holdsTogether(
    match,
    known.map((item) => isMet(item, fields, values)),
  );
}
