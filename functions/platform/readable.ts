import { kindOf } from '#domain/kinds.ts';
import { missing } from '#kernel/errors.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { type Caller, mayRead, mayReadOne } from '#runtime/caller.ts';
import { optional } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';

type AnyRecord = Stored<object>;
type AnyType = RecordType<never>;

/** A record that the caller may see, with the one that it is about. */
export interface Readable {
  readonly record: AnyRecord;
  readonly parent?: { readonly type: AnyType; readonly record: AnyRecord };
}

const parentOf = (type: AnyType, record: AnyRecord): string | undefined => type.parent?.(record as never);

/** Of records of a kind those that the caller may see: what is about another record, where they may see that. One read at the most. */
export async function readableOf(
  records: Records,
  caller: Caller,
  type: AnyType,
  found: readonly (AnyRecord | undefined)[],
): Promise<Readable[]> {
  const seen = found.flatMap((record) => (record && mayReadOne(caller, type, record) ? [record] : []));
  if (!type.parent) return seen.map((record) => ({ record }));
  const refs = seen.flatMap((record) => refTo(parentOf(type, record)));
  const parents = new Map((await records.getTogether(refs)).flatMap((parent) => (parent ? [[parent.id, parent]] : [])));
  return seen.flatMap((record) => {
    const parent = parents.get(parentOf(type, record) ?? '');
    const of = parent && kindOf(parent.id);
    return of && mayReadOne(caller, of, parent) ? [{ record, parent: { type: of, record: parent } }] : [];
  });
}

const refTo = (id = '') => {
  const type = kindOf(id);
  return type ? [{ type, id }] : [];
};

export const noRecord = (id: string, field: string) => missing('record.not_found', `There is no record ${id}.`, field, { id });

/** A record of any kind. @throws DomainError `record.not_found` (404) also where the caller may not see it. */
export async function readableOrThrow(records: Records, caller: Caller, id: string, field: string) {
  const type = kindOf(id);
  const record = type && mayRead(caller, type) ? await records.get(type as RecordType<object>, id) : undefined;
  const [seen] = type ? await readableOf(records, caller, type, [record]) : [];
  if (!type || !seen) throw noRecord(id, field);
  return { type: type as RecordType<object>, record: seen.record };
}

/** Reads the record of any kind that a request names, with what else it reads. */
export const anyRecord = (id: string) => optional<object>((kindOf(id) ?? {}) as RecordType<object>, kindOf(id) && id);

/**
 * The record, as one that notes, files, tags and followers may be about.
 * @throws DomainError `record.not_found` (404) also where the caller may not see it, or it is about another record itself.
 */
export function requireSubject(caller: Caller, id: string, record: AnyRecord | undefined, field = 'body.record'): AnyRecord {
  const type = kindOf(id);
  if (!type || type.parent || !record || !mayReadOne(caller, type, record)) throw noRecord(id, field);
  return record;
}
