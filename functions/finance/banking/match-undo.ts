import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { type LeftLine, MOST_KEPT, type StoredMatchRun } from '#domain/finance/banking/match-run.ts';
import { DomainError } from '#kernel/errors.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { type CompanyWorld, callerBy } from '../../platform/service.ts';
import { linesOfRun, saveRun } from './match-run.ts';
import { unmatchChanges } from './unmatch.ts';

/**
 * Undoes what a run matched, line by line, each by reversal of that pair alone; what cannot be undone is named and stays. Who comes
 * again goes on with what is left. @returns the run; `undoing` where the time was over.
 */
export async function undoLines(records: Records, started: StoredMatchRun, on: CompanyWorld & { isOver: () => boolean }) {
  let run = started;
  const caller = await callerBy(records, run.undo?.by ?? '');
  if (!caller) return saveRun(records, run, { state: 'done', fault: 'member.no_access' });
  const kept: LeftLine[] = [];
  const undoOne = async (line: StoredBankLine): Promise<number> => {
    const newId = (prefix: string, part = '') => idFrom(prefix, records.tenant, 'unmatch', line.id, String(line.rev), part);
    try {
      await untilCommitted(async () => {
        const now = await records.getOrThrow(BankLines, line.id);
        if (now.match?.run !== run.id) return;
        await records.commit(await unmatchChanges({ records, today: on.today, caller, newId, reason: run.undo?.reason ?? '' }, now));
      });
      return 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'retry' || error.code === 'write.contention') throw error;
      kept.push({ lineId: line.id, code: error.code });
      return 0;
    }
  };
  for await (const lines of linesOfRun(records, run)) {
    if (on.isOver()) return run;
    let count = run.undo?.count ?? 0;
    for (const line of lines) count += await undoOne(line);
    if (run.undo && count > run.undo.count) run = await saveRun(records, run, { undo: { ...run.undo, count } });
  }
  return saveRun(records, run, {
    // Where something stays it is no run without effect: it may be undone again once that is put right.
    state: kept.length > 0 ? 'done' : 'undone',
    ...(run.undo ? { undo: { ...run.undo, kept: kept.slice(0, MOST_KEPT) } } : {}),
  });
}
