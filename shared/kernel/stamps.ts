import * as z from 'zod/mini';
import type { Meta } from './record.ts';

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

/** The stamps as they were when the record was made: part of a first answer, which never changes. */
export function stampedAtBirth<T extends Meta>(record: T) {
  const first = record.history[0];
  return stamped({ ...record, rev: 1, history: first ? [first] : [] });
}

/** The stamps as they were after the step that a request took: part of that request's first answer. */
export function stampedAtStep<T extends Meta>(record: T, key: string | undefined) {
  const last = record.history.findLastIndex((event) => event.key === key && key !== undefined);
  const history = last < 0 ? record.history : record.history.slice(0, last + 1);
  return stamped({ ...record, rev: history.at(-1)?.rev ?? record.rev, history });
}

/** The record as it was when it was made: every later edit is undone from the values that its step kept. */
export const atBirth = <T extends Meta>(record: T): T => undone(record, record.history);

/** The record's edited fields as they stood at an instant (ISO, UTC): edits after it are undone. */
export const asAt = <T extends Meta>(record: T, instant: string): T =>
  undone(
    record,
    record.history.filter((event) => event.at > instant),
  );

/** The record as it stood after the step that a request took: with its stamps, part of that request's first answer. */
export function atStep<T extends Meta>(record: T, key: string | undefined): T {
  const last = record.history.findLastIndex((event) => event.key === key && key !== undefined);
  const history = last < 0 ? record.history : record.history.slice(0, last + 1);
  return { ...undone(record, record.history.slice(history.length)), rev: history.at(-1)?.rev ?? record.rev, history };
}

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
export function edited<T extends object>(before: T, changes: Readonly<Record<string, unknown>>): { data: T; was: Record<string, unknown> } {
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
