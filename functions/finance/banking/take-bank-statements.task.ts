import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { BankAccounts, csvMappingOf } from '#domain/finance/banking/bank-account.ts';
import {
  type BankFile,
  BankFiles,
  MAX_STATEMENT_BYTES,
  type StoredBankFile,
  type TakenStatement,
} from '#domain/finance/banking/bank-file.ts';
import { BankStatements, type KeptStatement } from '#domain/finance/banking/bank-statement.ts';
import { MatchRuns } from '#domain/finance/banking/match-run.ts';
import { readStatements } from '#domain/finance/banking/statement-file.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { DomainError, invalid } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { create, createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { openObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { readXml } from '#runtime/xml.ts';
import { hasEnded, stepOfFile } from './bank-file-store.ts';
import { accountProvedBy } from './csv-account.ts';
import { runIdOf } from './line-batches.ts';
import { matchRunOf } from './match-runs.ts';
import { takeLines, takeMissing } from './statement-lines.ts';
import { type PlannedStatement, planStatements } from './statement-plan.ts';

/** A file of more statements has the others matched on request. */
const MOST_RUNS = 50;

const Input = z.strictObject({ tenant: z.string(), fileId: z.string(), execution: z.string(), version: z.string() });

/**
 * Reads and proves a file, and takes the lines of its statements. All of it is planned before the first line is taken; a call that
 * comes again goes on where the last one was cut off.
 */
export const handler = task('takeBankStatements', Input, async ({ input, records, now }) => {
  const file = await records.getOrThrow(BankFiles, input.fileId);
  if (hasEnded(file)) return { taken: false };
  try {
    const planned = await plan(records, file, input.version);
    const begun = await stepOfFile(records, file, planned.file);
    const statements = [];
    for (const one of planned.statements) statements.push(await take(records, one));
    const finishedAt = new Date().toISOString();
    const done = update<BankFile>(BankFiles, begun, { ...begun, state: 'done', finishedAt, statements });
    // What matches by itself is looked for at once: the runs come with the end of the file, or not at all.
    const told = { madeAt: finishedAt, isAgain: file.state === 'running' };
    await records.save<BankFile>([done, ...(await runsOf(records, planned.statements, statements, told))]);
    return { taken: true };
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind === 'retry' || error.kind === 'conflict') throw error;
    await refuse(records, file, error, now);
    return { taken: false };
  }
});

/**
 * The runs over the lines that came, where the company has any matched by themselves. Of a call that comes again nobody knows what the
 * one before has brought of a statement that was there: that is looked through once more.
 */
async function runsOf(
  records: Records,
  planned: readonly PlannedStatement[],
  taken: readonly TakenStatement[],
  { madeAt, isAgain }: { readonly madeAt: string; readonly isAgain: boolean },
) {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const fresh = planned.flatMap((one, i) => {
    const { lines = 0, already = 0, same } = taken[i] ?? {};
    if (lines === already && !(same && isAgain)) return [];
    // A statement that was there had a run of its own when it came.
    return [{ ...one, runId: runIdOf(records, one.id, { id: one.data.fileId, same }) }];
  });
  const accounts = await records.getMany(
    BankAccounts,
    fresh.map(({ data }) => data.bankAccountId),
  );
  return fresh.slice(0, MOST_RUNS).flatMap(({ id: statementId, runId }, i) => {
    const account = accounts[i];
    const run = account && matchRunOf(company, account, { madeAt, statementId });
    return run ? [createNext(MatchRuns, runId, run)] : [];
  });
}

/** The whole file with what it is: nothing is written. @throws DomainError `statement.…` (400, 422). */
async function plan(records: Records, file: StoredBankFile, version: string) {
  const bytes = await read(file, version);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const account =
    file.bankAccountId === undefined ? await accountProvedBy(records, bytes) : await records.get(BankAccounts, file.bankAccountId);
  const found = readStatements(bytes, { xml: readXml, csv: account && csvMappingOf(account) });
  const named = { ...file, ...defined({ bankAccountId: account?.id }) };
  const statements = await planStatements(records, { ...named, sha256 }, found);
  const there = await records.getMany(
    BankStatements,
    statements.map(({ id }) => id),
  );
  // The ids go onto the file before the first of them is there: whoever has to take them back finds them.
  const ids = statements.map(({ id, data }, i) => ({
    ...{ statementId: id, lines: data.lines, already: 0 },
    ...(isOfAnother(there[i], file.id) ? { same: true } : {}),
  }));
  return { statements, file: { state: 'running' as const, sha256, bytes: bytes.length, statements: ids } };
}

const isOfAnother = (there: KeptStatement | undefined, fileId: string): boolean => there !== undefined && there.fileId !== fileId;

/** The whole of its file has been looked through: nothing of it is missing. */
async function madeWhole(records: Records, id: string): Promise<void> {
  const statement = await records.get(BankStatements, id);
  if (!statement?.lacks || statement.state !== 'taken') return;
  const { lacks: _, ...whole } = statement;
  await records.save<KeptStatement>([update<KeptStatement>(BankStatements, statement, whole)]);
}

/** Takes a statement; one that the same file has brought before is left as it is. */
async function take(records: Records, { id, data, lines }: PlannedStatement) {
  const there = await records.get(BankStatements, id);
  if (there && there.fileId !== data.fileId) {
    // What another statement had brought of it, and took along when it was deleted, comes again.
    const missing = there.state === 'taken' ? await takeMissing(records, there, lines) : 0;
    await untilCommitted(() => madeWhole(records, id));
    return { statementId: id, lines: there.lines, already: there.lines - missing, same: true };
  }
  const begun = there ?? (await records.save<KeptStatement>([create(BankStatements, id, data)]));
  const taken = begun.state === 'taking' ? await takeLines(records, begun, lines) : begun;
  return { statementId: id, lines: taken.lines, already: taken.already ?? 0 };
}

/** @throws DomainError `statement.gone`, `statement.too_large`, `statement.empty` (400). */
async function read({ key }: StoredBankFile, version: string): Promise<Uint8Array> {
  const object = await openObject('documents', key, { version });
  if (!object) throw invalid('statement.gone', 'The file was deleted before it was read. Send it again.', 'file');
  try {
    const { bytes } = object;
    if (bytes > MAX_STATEMENT_BYTES)
      throw invalid('statement.too_large', `The file has ${bytes} bytes; the most is ${MAX_STATEMENT_BYTES}. Split it.`, 'file', {
        bytes,
        limit: MAX_STATEMENT_BYTES,
      });
    const parts: Uint8Array[] = [];
    for await (const part of object.body) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    object.close();
  }
}

async function refuse(records: Records, before: StoredBankFile, { code, message, params }: DomainError, now: Date): Promise<void> {
  const file = await records.getOrThrow(BankFiles, before.id);
  const fault = { code, message, ...(params ? { params: { ...params } } : {}) };
  await stepOfFile(records, file, { state: 'failed', finishedAt: now.toISOString(), statements: [], fault });
}
