import { banking } from '#api/finance/banking.ts';
import { BankFiles } from '#domain/finance/banking/bank-file.ts';
import {
  BankStatements,
  type KeptStatement,
  mayShare,
  type StoredStatement,
  statementActions,
} from '#domain/finance/banking/bank-statement.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Changes, remove, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { statementsOf } from './bank-statements.ts';
import { batchesThere, deleteLines, markDeleting, unmatchedLines } from './statement-lines.ts';

/** A transaction has room for so many: files that were sent again, and statements that shared lines. */
const [MOST_AGAIN, MOST_TOLD] = [60, 30];

const lacking = (other: StoredStatement) => update<KeptStatement>(BankStatements, other, { ...other, lacks: true });

/**
 * Statements that shared lines with one that goes say so: those that the last transaction has no room for before it, which whoever
 * comes again finds done. @returns the rest.
 */
async function lackingChanges(records: Records, statement: StoredStatement) {
  const all = await statementsOf(records, statement.bankAccountId);
  const sharing = all.filter((other) => mayShare(other, statement) && !other.lacks);
  const [last, before] = [sharing.slice(0, MOST_TOLD), sharing.slice(MOST_TOLD).map(({ id }) => id)];
  for (let at = 0; at < before.length; at += MOST_TOLD)
    await untilCommitted(async () => {
      const now = await records.getMany(BankStatements, before.slice(at, at + MOST_TOLD));
      const changes = now.flatMap((other) => (other && !other.lacks ? [lacking(other)] : []));
      if (changes.length > 0) await records.commit(changes);
    });
  return last.map(lacking);
}

/**
 * What ends the deletion of a statement, its own change first, once its lines are gone. With the last statement of a file the
 * file goes too; who follows that erases its original.
 */
export async function deletion(records: Records, statement: StoredStatement): Promise<Changes<KeptStatement>> {
  await deleteLines(records, statement);
  const told = await lackingChanges(records, statement);
  const file = await records.get(BankFiles, statement.fileId);
  const others = (file?.statements ?? []).map(({ statementId }) => statementId).filter((id) => id !== statement.id);
  const left = (await records.getMany(BankStatements, others)).some((other) => other?.fileId === file?.id);
  if (!file || left) return [remove(BankStatements, statement), ...told];
  // The same file that was sent again has brought nothing of its own.
  const again = await Array.fromAsync(
    everyRecord(records, BankFiles, { where: ({ id, sha256 }) => sha256 === file.sha256 && id !== file.id }),
  );
  return [remove(BankStatements, statement), ...told, ...[file, ...again.slice(0, MOST_AGAIN)].map((each) => remove(BankFiles, each))];
}

export const deleteBankStatement = command(
  banking.actions.deleteBankStatement,
  on(BankStatements, (path) => path.statementId),
  async ({ records }, statement) => {
    throwIf(statementActions.deleteBankStatement(statement));
    const batches = await batchesThere(records, statement);
    await unmatchedLines(
      records,
      batches.flatMap(({ lines }) => lines),
    );
    return deletion(records, await markDeleting(records, statement));
  },
  ({ id }) => ({ id, deleted: true as const }),
);
