import { BankLines, type CountedLine, newBankLine } from '#domain/finance/banking/bank-line.ts';
import {
  BankStatements,
  type KeptStatement,
  refusalOfMatched,
  StatementBatches,
  type StoredStatement,
  statementBatchId,
} from '#domain/finance/banking/bank-statement.ts';
import { throwIf } from '#kernel/errors.ts';
import { createNext, remove, update } from '#kernel/record.ts';
import { BATCH_ITEMS, type BatchedOperation, batchesOf, runBatches } from '#runtime/batched.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

type Batch = { readonly statementId: string; readonly lines: readonly string[] };

export const batchesOfLines = (lines: readonly CountedLine[]) => batchesOf(lines, BATCH_ITEMS);

/** The same line of an account has the same id, whichever statement brings it: it is there once. */
const lineIdOf = (records: Records, bankAccountId: string, { print, nth }: CountedLine): string =>
  idFrom(BankLines.prefix, records.tenant, bankAccountId, print, String(nth));

/** The taking of a statement's lines, batch by batch: those that other statements have brought are passed over. */
export function takeLines(records: Records, statement: StoredStatement, lines: readonly CountedLine[]): Promise<StoredStatement> {
  const { id: statementId, bankAccountId, currency } = statement;
  const operation: BatchedOperation<KeptStatement, CountedLine, Batch> = {
    type: BankStatements,
    batches: batchesOfLines(lines),
    marker: (no) => ({
      type: StatementBatches,
      id: statementBatchId(statementId, no),
      belongs: (batch) => batch.statementId === statementId,
    }),
    batch: async (items, no) => {
      const ids = items.map((item) => lineIdOf(records, bankAccountId, item));
      const there = await records.getMany(BankLines, ids);
      const fresh = items.flatMap((item, i) => (there[i] ? [] : [{ id: ids[i] as string, line: item.line }]));
      return [
        createNext(StatementBatches, statementBatchId(statementId, no), { statementId, lines: fresh.map(({ id }) => id) }),
        ...fresh.map(({ id, line }) => createNext(BankLines, id, newBankLine(line, { bankAccountId, statementId, currency }))),
      ];
    },
    finish: async (begun) => {
      const taken = (await batchesThere(records, begun)).reduce((sum, { lines: { length } }) => sum + length, 0);
      return [update(BankStatements, begun, { ...begun, state: 'taken', already: begun.lines - taken })];
    },
  };
  return runBatches(records, operation, statement);
}

/** The batches of a statement that are there, in their order. */
export async function batchesThere(records: Records, { id, batches }: StoredStatement) {
  const ids = Array.from({ length: batches }, (_, i) => statementBatchId(id, i + 1));
  return (await records.getMany(StatementBatches, ids)).filter((batch) => batch !== undefined);
}

/** The lines with these ids that are there still. @throws DomainError `bank_statement.matched` (422) where one of them is matched. */
export async function unmatchedLines(records: Records, ids: readonly string[]) {
  const lines = (await records.getMany(BankLines, ids)).filter((line) => line !== undefined);
  throwIf(refusalOfMatched(lines.filter(({ state }) => state === 'matched')));
  return lines;
}

/**
 * Deletes the lines of a statement that says that it is being deleted, batch by batch: whoever calls it again goes on where it
 * was cut off.
 */
export async function deleteLines(records: Records, statement: StoredStatement): Promise<void> {
  for (const { id } of await batchesThere(records, statement))
    await untilCommitted(async () => {
      const batch = await records.get(StatementBatches, id);
      if (!batch) return;
      const lines = await unmatchedLines(records, batch.lines);
      await records.commit([remove(StatementBatches, batch), ...lines.map((line) => remove(BankLines, line))]);
    });
}

/** The statement that says that it is being deleted: from then on none of its lines is matched. */
export const markDeleting = async (records: Records, statement: StoredStatement): Promise<StoredStatement> =>
  statement.state === 'deleting'
    ? statement
    : await records.save<KeptStatement>([update(BankStatements, statement, { ...statement, state: 'deleting' })]);

/** Takes back what there is of a statement whose file could not be read to its end. */
export async function takeBackLines(records: Records, statement: StoredStatement): Promise<void> {
  const marked = await markDeleting(records, statement);
  await deleteLines(records, marked);
  await records.commit([remove(BankStatements, marked)]);
}
