import * as z from 'zod/mini';
import { isIsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import type { FieldValues, StoredValues } from '#kernel/field-values.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';

export const FIELD_KINDS = ['text', 'number', 'date', 'choice'] as const;
/** Who sees it beside whoever may change the record: whoever leads the person, and the person. */
export const FIELD_READERS = ['manager', 'own'] as const;
export type FieldReader = (typeof FIELD_READERS)[number];

const MOST_FIELDS = 40;
const MOST_CHOICES = 60;
export const CustomFieldInput = z.strictObject({
  /** Of one that is there already; a new one is given its own. */
  id: z.optional(z.string().check(z.regex(/^f\d{1,4}$/, 'must be the id of a field, such as f1'))),
  name: text(60),
  kind: z.enum(FIELD_KINDS),
  /** What can be chosen, of a choice. */
  choices: z._default(z.array(text(80)).check(z.maxLength(MOST_CHOICES)), []),
  required: z._default(z.boolean(), false),
  seenBy: z._default(z.array(z.enum(FIELD_READERS)).check(z.maxLength(FIELD_READERS.length)), []),
  /** Asked for no more: what was entered is kept, and shown. */
  retired: z._default(z.boolean(), false),
});
export const CustomFieldsInput = z.strictObject({
  fields: z.array(CustomFieldInput).check(z.maxLength(MOST_FIELDS)),
});
type Input = z.output<typeof CustomFieldInput>;

export const CustomField = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(FIELD_KINDS),
  choices: list(z.string()),
  required: z.boolean(),
  seenBy: list(z.enum(FIELD_READERS)),
  retired: z.boolean(),
});
export type CustomField = Readonly<z.output<typeof CustomField>>;

/** The fields of a kind of record, in the order in which they are shown. `last`: how many there have ever been. */
const CustomFieldSet = z.object({ fields: list(CustomField), last: z.int() });
export type CustomFieldSet = Readonly<z.output<typeof CustomFieldSet>>;
export const CustomFieldSets = recordType<CustomFieldSet>({
  kind: 'custom-field-set',
  prefix: 'cfs',
  data: CustomFieldSet,
  history: 'all',
  screen: { none: 'They are settings of the list whose records have them.' },
  read: 'member',
});
/** @param subject the kind of record whose fields they are. */
export const fieldSetId = (subject: string): string => `cfs_${subject}`;

/**
 * The fields as they are wanted, with ids for those that are new. None goes away, and none comes to hold something else: what was
 * entered by it would say what nobody entered.
 * @throws DomainError `custom_field.…` (400).
 */
export function changedFields(before: CustomFieldSet | undefined, wanted: readonly Input[]): CustomFieldSet {
  const known = new Map(before?.fields.map((field) => [field.id, field]));
  let last = before?.last ?? 0;
  const fields = wanted.map((field, at) => {
    requireSound(field, known, `body.fields.${at}`);
    if (field.id === undefined) last += 1;
    return { ...field, id: field.id ?? `f${last}` };
  });
  requireDistinct(fields);
  const gone = [...known.values()].find(({ id }) => !fields.some((field) => field.id === id));
  if (gone)
    throw invalid('custom_field.gone', `${gone.name} is missing: retire it instead, what was entered by it is kept.`, 'body.fields', {
      name: gone.name,
    });
  return { fields, last };
}

function requireSound(field: Input, known: ReadonlyMap<string, CustomField>, at: string): void {
  const { id, name, kind, choices } = field;
  const before = id === undefined ? undefined : known.get(id);
  if (id !== undefined && !before)
    throw invalid('custom_field.unknown', `There is no field ${id}: leave the id out of a new one.`, `${at}.id`, { id });
  if (before && before.kind !== kind)
    throw invalid('custom_field.kind', `${name} keeps its kind: retire it and add another.`, `${at}.kind`, { name });
  if ((kind === 'choice') !== choices.length > 0)
    throw invalid('custom_field.choices', `${name}: a choice has what can be chosen, and nothing else has.`, `${at}.choices`, { name });
}

function requireDistinct(fields: readonly CustomField[]): void {
  const seen = new Set<string>();
  for (const [at, { name }] of fields.entries()) {
    if (seen.has(normalise(name))) throw invalid('custom_field.twice', `${name} is there twice.`, `body.fields.${at}.name`, { name });
    seen.add(normalise(name));
  }
}

const HOLDS: Readonly<Record<CustomField['kind'], (value: string, field: CustomField) => boolean>> = {
  text: () => true,
  number: (value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value),
  date: isIsoDate,
  choice: (value, { choices }) => choices.includes(value),
};

/** Whether a field can hold a value. */
export const fieldHolds = (field: CustomField, value: string): boolean => HOLDS[field.kind](value, field);

/**
 * What a record holds once some of its values were entered; null takes one away, and what is not named stays.
 * @throws DomainError `custom_field.no_such`, `custom_field.value`, `custom_field.required` (400), at the value that it is about.
 */
export function enteredValues(
  fields: readonly CustomField[],
  before: StoredValues,
  entered: FieldValues,
  at: string,
): Record<string, string> {
  const after: Record<string, string> = { ...before };
  for (const [id, value] of Object.entries(entered)) {
    const field = fields.find((one) => one.id === id && !one.retired);
    if (!field) throw invalid('custom_field.no_such', `No field ${id} is asked for.`, `${at}.${id}`, { id });
    if (value === null) delete after[id];
    else if (fieldHolds(field, value)) after[id] = value;
    else throw invalid('custom_field.value', `${field.name} cannot be ${value}.`, `${at}.${id}`, { name: field.name, kind: field.kind });
  }
  const missing = fields.find(({ id, required, retired }) => required && !retired && after[id] === undefined);
  if (missing) throw invalid('custom_field.required', `${missing.name} is missing.`, `${at}.${missing.id}`, { name: missing.name });
  return after;
}

/** The fields that somebody sees. `all`: whoever may change the record. */
export const seenFields = (set: Stored<CustomFieldSet> | undefined, reader: FieldReader | 'all' | undefined): readonly CustomField[] =>
  reader === undefined ? [] : (set?.fields.filter(({ seenBy }) => reader === 'all' || seenBy.includes(reader)) ?? []);

export const shownFieldValues = (fields: readonly CustomField[], values: StoredValues | undefined): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ id }) => (values?.[id] === undefined ? [] : [[id, values[id]]])));

export const CustomFieldsView = z.object({
  fields: z.array(z.object({ ...CustomField.shape, choices: z.array(z.string()), seenBy: z.array(z.enum(FIELD_READERS)) })),
});
export const customFieldView = (fields: readonly CustomField[]) => ({
  fields: fields.map(({ choices, seenBy, ...field }) => ({ ...field, choices: [...choices], seenBy: [...seenBy] })),
});
