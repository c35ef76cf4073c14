import type { StoredManualEntry } from '#domain/finance/ledger/manual-entry.ts';

/** The entry as it was posted: before a reversal pointed at it. */
export function stampsAtBirth({ reversedBy, ...record }: StoredManualEntry): StoredManualEntry {
  return { ...record, rev: 1, history: record.history.slice(0, 1) };
}
