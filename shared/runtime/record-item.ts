import type { Meta, RecordEvent, RecordType, Stored } from '#kernel/record.ts';

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
export const listKeyOf = (tenant: string, kind: string, bucket: string): string => `${tenant}#${kind}#${bucket}`;

type Packed = [number, number, string, string, string, string?, string?, Record<string, unknown>?];

/** History is kept as short tuples: a document's whole story must not push it over the next kilobyte. */
const pack = (e: RecordEvent): Packed => {
  const tuple: unknown[] = [e.rev, Date.parse(e.at), e.by, e.request, e.action, e.key ?? '', e.digest ?? '', e.was ?? ''];
  while (tuple.at(-1) === '') tuple.pop();
  return tuple as Packed;
};

const unpack = ([rev, at, by, request, action, key, digest, was]: Packed): RecordEvent => ({
  rev,
  at: new Date(at).toISOString(),
  by,
  request,
  action,
  ...(key ? { key } : {}),
  ...(digest ? { digest } : {}),
  ...(was ? { was } : {}),
});

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
  const item = {
    ...keyOf(tenant, type.kind, id),
    tenant,
    kind: type.kind,
    id,
    rev,
    history: history.map(pack),
    data,
    ...(list ? { lpk: listKeyOf(tenant, type.kind, list.bucket), lsk: list.sort, label: list.label, party: list.party } : {}),
  };
  return { item, after: { ...data, id, rev, history } as unknown as Stored<object> };
}

/** The record in an item that {@link toStored} made. */
export function fromStored<T>(item: Record<string, unknown>): Stored<T> {
  const { id, rev, history, data } = item as { id: string; rev: number; history: Packed[]; data: T };
  return { ...data, id, rev, history: history.map(unpack) };
}
