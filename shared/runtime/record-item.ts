import type { Meta, RecordEvent, RecordType, Stored } from '#kernel/record.ts';
import { folded } from '#kernel/text.ts';
import { lengthen, shorten } from './short-names.ts';

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

export const keyOf = (tenant: string, kind: string, id: string) => ({ pk: `${tenant}#${kind}#${id}`, sk: '#' });
/** The id in a record's partition key. */
export const idIn = (pk: string, tenant: string, kind: string): string => pk.slice(tenant.length + kind.length + 2);
export const listKeyOf = (tenant: string, kind: string, bucket: string): string => `${tenant}#${kind}#${bucket}`;

type Packed = [number, number, string, string, string, string?, string?, Record<string, unknown>?];

/** History is kept as short tuples: a document's whole story must not push it over the next kilobyte. */
const pack = (e: RecordEvent, i: number, all: readonly RecordEvent[]): Packed => {
  // Whoever took the step before as well is not named again.
  const by = e.by === all[i - 1]?.by ? '' : e.by;
  const tuple: unknown[] = [e.rev, Date.parse(e.at), by, e.request, e.action, e.key ?? '', e.digest ?? '', e.was ?? ''];
  while (tuple.at(-1) === '') tuple.pop();
  return tuple as Packed;
};

const unpack = (told: readonly RecordEvent[], [rev, at, by, request, action, key, digest, was]: Packed): RecordEvent[] => [
  ...told,
  {
    rev,
    at: new Date(at).toISOString(),
    by: by || (told.at(-1)?.by ?? ''),
    request,
    action,
    ...(key ? { key } : {}),
    ...(digest ? { digest } : {}),
    ...(was ? { was } : {}),
  },
];

/** The item to write, and the record as it will stand. */
export function toStored<T extends object>(
  tenant: string,
  stamp: Stamp,
  type: RecordType<never>,
  id: string,
  data: T,
  before: Meta | undefined,
  was?: Record<string, unknown>,
): { item: Record<string, unknown>; after: Stored<object> } {
  const rev = (before?.rev ?? 0) + 1;
  const { by, request, action, key, digest } = stamp;
  const event: RecordEvent = {
    rev,
    at: stamp.at.toISOString(),
    by,
    request,
    action,
    ...(key ? { key } : {}),
    ...(digest ? { digest } : {}),
    ...(was ? { was } : {}),
  };
  const told = before?.history ?? [];
  const history = type.history === 'all' || told.length === 0 ? [...told, event] : [told[0] as RecordEvent, event];
  const list = type.list?.(data as never, id);
  const open = type.open?.(data as never, id);
  const item = {
    ...keyOf(tenant, type.kind, id),
    tenant,
    kind: type.kind,
    rev,
    history: history.map(pack),
    data: shorten(data),
    ...(list
      ? { lpk: listKeyOf(tenant, type.kind, list.bucket), lsk: list.sort, label: list.label && folded(list.label), party: list.party }
      : {}),
    ...(open ? { opk: listKeyOf(tenant, type.kind, open.queue), osk: open.sort, due: open.amount } : {}),
  };
  return { item, after: { ...data, id, rev, history } as unknown as Stored<object> };
}

/** The record in an item that {@link toStored} made. Its id is the last part of its key. */
export function fromStored<T>(item: Record<string, unknown>): Stored<T> {
  const { pk, tenant, kind, rev, history, data } = item as {
    pk: string;
    tenant: string;
    kind: string;
    rev: number;
    history: Packed[];
    data: unknown;
  };
  return { ...(lengthen(data) as T), id: idIn(pk, tenant, kind), rev, history: history.reduce(unpack, [] as RecordEvent[]) };
}
