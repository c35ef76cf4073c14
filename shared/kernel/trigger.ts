import type { Minor } from './money.ts';
import type { RecordType, Stored } from './record.ts';

/** What a field of a trigger may hold. Money in minor units of the books' currency; numbers and quantities as decimal text; dates as ISO days. */
export const FIELD_TYPES = ['money', 'number', 'text', 'choice', 'flag', 'date'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];
export type FieldValue = string | number | boolean;

/** Something that a rule's conditions look at, and its texts may name. */
export interface TriggerField<T> {
  readonly type: FieldType;
  /** Of a choice: what it may be. */
  readonly choices?: readonly string[];
  /** Undefined where the record says nothing of it. */
  readonly of: (record: T) => FieldValue | undefined;
}

/**
 * What an automation may begin with: something that happens to a record of a kind, once. Told beside the kind, by whoever knows
 * what its changes mean.
 */
export interface RecordTrigger<T = never> {
  /** `order.placed`. */
  readonly name: `${string}.${string}`;
  readonly type: RecordType<T>;
  /** The instant (ISO) at which it happened to the record as that stands; undefined where it has not. */
  readonly at: (record: Stored<T>) => string | undefined;
  readonly fields: Readonly<Record<string, TriggerField<Stored<T>>>>;
  /** What is at stake, where limits by amount are to count it. */
  readonly amount?: (record: Stored<T>) => Minor;
}

/** Declares a trigger; the type of its records is inferred. */
export const trigger = <T>(of: RecordTrigger<T>): RecordTrigger => of as unknown as RecordTrigger;

/** The values of a record's fields, by name; those that it says nothing of are left out. */
export function valuesOf({ fields }: Pick<RecordTrigger, 'fields'>, record: Stored<object>): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [name, { of }] of Object.entries(fields)) {
    const value = of(record as never);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
