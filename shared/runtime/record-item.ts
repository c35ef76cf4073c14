import * as z from 'zod/mini';
import { assert } from '#kernel/assert.ts';
import { unreadable } from '#kernel/errors.ts';
import { type Meta, numberOf, type RecordEvent, type RecordType, type Stored } from '#kernel/record.ts';
import { normalise } from '#kernel/text.ts';
import { divided, historyKey, type Packed, packed, unpacked } from './history.ts';
import { count, fault } from './log.ts';
import { inFull, onceEach } from './repeated-texts.ts';
import { lengthen, shorten } from './short-names.ts';

/** Who stands in the history of what the program does by itself. */
export const WORKER = 'workflow';

/** Who does what, when, by which request: goes onto every record that the action changes. */
export interface Stamp {
  readonly by: string;
  readonly request: string;
  readonly action: string;
  readonly at: Date;
  readonly key?: string;
  readonly digest?: string;
  readonly dryRun?: boolean;
}

/** A record's key: of one that stands with others, its place among them is the sort key. */
export function keyOf(tenant: string, { kind, partitioned }: Pick<RecordType<never>, 'kind' | 'partitioned'>, id: string) {
  const at = partitioned ? id.indexOf('/') : -1;
  return at < 0 ? { pk: `${tenant}#${kind}#${id}`, sk: '#' } : { pk: `${tenant}#${kind}#${id.slice(0, at)}`, sk: id.slice(at + 1) };
}
/** The id in a record's key. */
export const idIn = ({ pk, sk = '#' }: { readonly pk: string; readonly sk?: string }, tenant: string, kind: string): string =>
  `${pk.slice(tenant.length + kind.length + 2)}${sk === '#' ? '' : `/${sk}`}`;
export const listKeyOf = (tenant: string, kind: string, bucket: string): string => `${tenant}#${kind}#${bucket}`;

/** What is written of a record: its item, the older steps of its story that go beside it now, and the record as it will stand. */
interface Written {
  readonly item: Record<string, unknown>;
  readonly beside?: Record<string, unknown>;
  readonly after: Stored<object>;
}

/** A step of a record. `mayDivide`: there is room in the transaction for an item beside it. */
export interface Step {
  readonly type: RecordType<never>;
  readonly id: string;
  readonly data: object;
  readonly before?: Meta;
  readonly was?: Record<string, unknown> | undefined;
  readonly mayDivide?: boolean;
}

/** @throws Error where the data is not what its kind says: nothing of that is ever written. */
export function toStored(tenant: string, stamp: Stamp, { type, id, data, before, was, mayDivide = true }: Step): Written {
  const wrong = faultsIn(type, data);
  assert(wrong === undefined, `the ${type.kind} ${id} is what its kind says: ${wrong}`);
  const rev = (before?.rev ?? 0) + 1;
  const { by, request, action, key, digest, at } = type.anonymous ? nameless(stamp) : stamp;
  const event: RecordEvent = {
    rev,
    at: at.toISOString(),
    by,
    request,
    action,
    ...(key ? { key } : {}),
    ...(digest ? { digest } : {}),
    ...(was ? { was } : {}),
  };
  const story = [...(before?.history ?? []), event];
  const { kept, older } = mayDivide || type.history === 'ends' ? divided(type, data, story) : { kept: story, older: [] };
  const list = type.list?.key(data as never, id, type.letter ? numberOf(type, id) : '');
  const open = type.open?.(data as never, id);
  const item = {
    ...keyOf(tenant, type, id),
    tenant,
    kind: type.kind,
    rev,
    history: packed(kept, type.short),
    data: shorten(onceEach(data, type.repeats, { party: list?.party, history: kept }), type.short),
    ...(list
      ? { lpk: listKeyOf(tenant, type.kind, list.bucket), lsk: list.sort, label: list.label && normalise(list.label), party: list.party }
      : {}),
    ...(open ? { opk: listKeyOf(tenant, type.kind, open.queue), osk: open.sort, due: open.amount } : {}),
  };
  const beside = older.length > 0 ? { pk: item.pk, sk: historyKey(older), steps: packed(older, type.short) } : undefined;
  return { item, after: { ...data, id, rev, history: kept } as Stored<object>, ...(beside ? { beside } : {}) };
}

/** A step that tells the day alone. */
const nameless = ({ action, at }: Stamp): Stamp => ({
  by: WORKER,
  request: '',
  action,
  at: new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`),
});

/** How a kind's data is stored. */
export type Storage = Pick<RecordType<never>, 'short' | 'repeats'>;

/** What an item says of its record, with its names and texts in full. */
export const dataIn = ({ short, repeats }: Storage, { data, party, history }: Record<string, unknown>): object =>
  inFull(lengthen(data, short) as object, repeats, {
    party: party as string | undefined,
    history: repeats && history ? unpacked(history as Packed[], short) : [],
  });

/**
 * The record in an item that {@link toStored} made, checked by its kind. Its id is the last part of its key.
 * @throws DomainError `record.unreadable` (500) where it is not what its kind says.
 */
export function fromStored<T>(type: Pick<RecordType<never>, 'kind' | 'data'> & Storage, item: Record<string, unknown>): Stored<T> {
  const { pk, sk, tenant, rev, history } = item as { pk: string; sk: string; tenant: string; rev: number; history: Packed[] };
  const id = idIn({ pk, sk }, tenant, type.kind);
  try {
    const data = dataIn(type, item);
    const wrong = faultsIn(type, data);
    if (wrong) throw new TypeError(wrong);
    if (!Number.isSafeInteger(rev)) throw new TypeError('rev is no whole number');
    return { ...(data as T), id, rev, history: unpacked(history, type.short) };
  } catch (cause) {
    fault('record.unreadable', cause, { tenant, kind: type.kind, record: id });
    count('UnreadableRecords');
    throw unreadable(type.kind, id);
  }
}

/** What of a record's data is not as its kind says, by its place; undefined where all is. */
export function faultsIn({ data: schema }: Pick<RecordType<never>, 'data'>, data: unknown): string | undefined {
  const { error } = z.safeParse(schema, data);
  return error?.issues.map(({ path, code, message }) => `${path.join('.')}: ${code} (${message})`).join('; ');
}
