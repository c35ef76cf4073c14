import * as z from 'zod/mini';
import { type Change, type Meta, type RecordType, type Stored, update } from './record.ts';

/** Fields that every record shows: who made it and who changed it last, when, and by which request. */
export const stampFields = {
  rev: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  requestId: z.string(),
};

/** The record with its stamps, read from its story. */
export function stamped<T extends Meta>(record: T) {
  const first = record.history[0];
  const last = record.history.at(-1);
  return {
    ...record,
    createdAt: first?.at ?? '',
    createdBy: first?.by ?? '',
    updatedAt: last?.at ?? '',
    updatedBy: last?.by ?? '',
    requestId: last?.request ?? '',
  };
}

/** The record's edited fields as they stood at an instant (ISO, UTC): edits after it are undone. */
export const asAt = <T extends Meta>(record: T, instant: string): T =>
  undone(
    record,
    record.history.filter((event) => event.at > instant),
  );

function undone<T extends Meta>(record: T, edits: Meta['history']): T {
  const data = { ...record } as Record<string, unknown>;
  for (const event of edits.toReversed())
    for (const [field, value] of Object.entries(event.was ?? {})) {
      if (value === null) delete data[field];
      else data[field] = value;
    }
  return data as unknown as T;
}

/** What an edit changes: the data after it, and the values before it (null where there was none). `null` clears a field. */
export function applyPatch<T extends object>(
  before: T,
  changes: Readonly<Record<string, unknown>>,
): { data: T; was: Record<string, unknown> } {
  const data = { ...before } as Record<string, unknown>;
  const was: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined || JSON.stringify(data[field]) === JSON.stringify(value)) continue;
    was[field] = data[field] ?? null;
    if (value === null) delete data[field];
    else data[field] = value;
  }
  return { data: data as unknown as T, was };
}

/** The change that edits a record, or the record itself where nothing differs. */
export function edit<T extends object>(
  type: RecordType<T>,
  before: Stored<T>,
  changes: Readonly<Record<string, unknown>>,
): Stored<T> | readonly [Change<T>] {
  const { data, was } = applyPatch(before, changes);
  return Object.keys(was).length === 0 ? before : [update(type, before, data, was)];
}
