import type { IsoDate } from './date.ts';
import type { Minor } from './money.ts';
import type { Permission } from './permission.ts';
import type { RecordType, Stored } from './record.ts';

/** What a field of a trigger may hold. Money in minor units of the books' currency; numbers and quantities as decimal text; dates as ISO days. */
export const FIELD_TYPES = ['money', 'number', 'text', 'choice', 'flag', 'date'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];
export type FieldValue = string | number | boolean;

/** Something that a rule's conditions look at, and its texts may name. */
export interface TriggerField {
  readonly type: FieldType;
  /** Of a choice: what it may be. */
  readonly choices?: readonly string[];
}

/** What an automation may begin with. */
export interface RuleTrigger {
  /** `order.placed`. */
  readonly name: `${string}.${string}`;
  readonly fields: Readonly<Record<string, TriggerField>>;
  /** Who may see what it tells. */
  readonly read: Permission | 'member' | 'nobody';
  /** Rings when conditions begin to hold, and again only once they have not held in between: a level that is passed. */
  readonly edge?: true;
}

/** The clock alone, or what is looked at by the clock: every hour, or once a day. */
export interface ClockTrigger extends RuleTrigger {
  readonly clock: 'schedule' | 'hourly';
}

interface RecordField<T> extends TriggerField {
  /** Undefined where the record says nothing of it. */
  readonly of: (record: T, today: IsoDate) => FieldValue | undefined;
}

/** What falls due is looked at from so many days before. */
export const MAX_DAYS_AHEAD = 60;

/** What happens to a record of a kind, once. Told beside the kind, by whoever knows what its changes mean. */
interface RecordTold<T> extends Omit<RuleTrigger, 'read'> {
  readonly type: RecordType<T>;
  /** The instant (ISO) at which it happened to the record as that stands; undefined where it has not. */
  readonly at: (record: Stored<T>, today: IsoDate) => string | undefined;
  readonly fields: Readonly<Record<string, RecordField<Stored<T>>>>;
  /** Such records come and are worked through many at once: it has happened to them when a record of these kinds has ended, and not before. */
  readonly whenEnded?: readonly RecordType<never>[];
  /** What is at stake, where limits by amount are to count it. */
  readonly amount?: (record: Stored<T>) => Minor;
  /**
   * No change tells of it: it is looked at in the morning. `queue`: what waits there, by days, up to today, or from today on as many
   * days `ahead`; else all in the list, whose buckets
   * are named by the records of another kind.
   */
  readonly daily?:
    | { readonly queue: string; readonly ahead?: number }
    | { readonly buckets: RecordType<never>; readonly bucketOf: (record: never) => string };
}

export type RecordTrigger = RecordTold<never> & RuleTrigger;
export type AnyTrigger = RecordTrigger | ClockTrigger;

/** Declares a trigger; the type of its records is inferred. */
export const trigger = <T>(of: RecordTold<T>): RecordTrigger => ({ ...of, read: of.type.read }) as unknown as RecordTrigger;

export const isOfRecords = (of: AnyTrigger): of is RecordTrigger => 'type' in of;

/** The values of a record's fields on a day, by name; those that it says nothing of are left out. */
export function valuesOf({ fields }: Pick<RecordTrigger, 'fields'>, record: Stored<object>, today: IsoDate): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [name, { of }] of Object.entries(fields)) {
    const value = of(record as never, today);
    if (value !== undefined) values[name] = value;
  }
  return values;
}
