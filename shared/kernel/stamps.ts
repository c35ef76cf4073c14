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
    createdAt: first?.at ?? '', createdBy: first?.by ?? '',
    updatedAt: last?.at ?? '', updatedBy: last?.by ?? '', requestId: last?.request ?? '',
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
