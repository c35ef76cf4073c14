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
