/** Where a record stands in its list: a bounded bucket (a month of documents, all items) and a sort text inside it. */
export interface ListKey {
  readonly bucket: string;
  /** Sorts inside the bucket; unique because it ends with the id. */
  readonly sort: string;
  /** Text that a search by words looks into, whatever case and accents. Must not change with the record's state. */
  readonly label?: string;
  /** The customer (or supplier) that lists filter by. */
  readonly party?: string;
}

/** Where a record stands among those of its kind that wait for somebody: in a sparse index, for as long as it waits. */
export interface OpenKey {
  /** What it waits for: `ship`, `pay`. */
  readonly queue: string;
  /** Sorts inside the queue: begins with the day (or place) by which people look at it, ends with the id. */
  readonly sort: string;
  /** The money that it is about, in minor units, where a sum is asked for. */
  readonly amount?: number;
}

/** One step of a record's story. The first made it; `key` and `digest` make a repeated request harmless for ever. */
export interface RecordEvent {
  readonly rev: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly request: string;
  readonly action: string;
  /** Fingerprint of the Idempotency-Key that caused the step. */
  readonly key?: string;
  /** Fingerprint of the request's body and path. */
  readonly digest?: string;
  /** Values before the step, of fields that people edit. */
  readonly was?: Readonly<Record<string, unknown>>;
}

/** What every stored record bears beside its own data. */
export interface Meta {
  readonly id: string;
  readonly rev: number;
  readonly history: readonly RecordEvent[];
}

export type Stored<T> = T & Meta;

/**
 * A kind of record. The id alone gives its key, so that any module can take it into a transaction without knowing
 * another module's storage.
 */
export interface RecordType<T> {
  readonly kind: string;
  readonly prefix: string;
  /** `all`: the whole story stays on the record (documents end). `ends`: first and last step only (stock never ends). */
  readonly history: 'all' | 'ends';
  readonly list?: (data: T, id: string) => ListKey;
  /** Undefined while it waits for nothing: each coming and going is one more write. */
  readonly open?: (data: T, id: string) => OpenKey | undefined;
}

export const recordType = <T>(type: RecordType<T>): RecordType<T> => type;

/** A planned change of one record. Changes of one business action commit together or not at all. */
export type Change =
  | { readonly op: 'create'; readonly type: RecordType<never>; readonly id: string; readonly data: object; readonly contested?: true }
  | {
      readonly op: 'update';
      readonly type: RecordType<never>;
      readonly before: Meta;
      readonly data: object;
      readonly was?: Record<string, unknown>;
    }
  | { readonly op: 'remove'; readonly type: RecordType<never>; readonly before: Meta }
  | { readonly op: 'check'; readonly type: RecordType<never>; readonly before: Meta };

/** Makes a record; the commit fails when its id exists already. */
export const create = <T extends object>(type: RecordType<T>, id: string, data: T): Change => ({ op: 'create', type, id, data });

/** Makes a record whose id is the next number of a series: when a rival takes the number first, the action decides again. */
export const createNext = <T extends object>(type: RecordType<T>, id: string, data: T): Change => ({
  op: 'create',
  type,
  id,
  data,
  contested: true,
});

/** Replaces the record's data; the commit fails when it is no longer at the revision that was read. */
export const update = <T extends object>(type: RecordType<T>, before: Stored<T>, data: T, was?: Record<string, unknown>): Change => ({
  op: 'update',
  type,
  before,
  data: plain(data),
  ...(was ? { was } : {}),
});

/** Removes a record that never was a posted fact: a draft, a hold. */
export const remove = <T>(type: RecordType<T>, before: Stored<T>): Change => ({ op: 'remove', type, before });

/** Requires that the record is still at the revision that was read. */
export const check = <T>(type: RecordType<T>, before: Stored<T>): Change => ({ op: 'check', type, before });

/** The data without what the store adds. */
export function plain<T extends object>(data: T): T {
  const { id, rev, history, ...rest } = data as T & Partial<Meta>;
  return rest as unknown as T;
}
