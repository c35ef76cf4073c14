import type * as z from 'zod/mini';
import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankLines, lineActions, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { type MatchBankLine, type MatchPart, type PartOf, partsIn, requireSum, requireWhole } from '#domain/finance/banking/match-input.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { type Changes, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import type { World } from '../currencies/differences.ts';
import { openPosting } from '../service.ts';
import { executeRun } from '../treasury/run-operations.ts';
import { lineDetail } from './lines.ts';
import { type MatchedResult, type Matching, matchEntries, matchPayment, matchReceipt, matchRefund, matchReversal } from './match-parts.ts';
import { begunRun, matchDocument, matchReturn, matchRun, tie } from './match-tied.ts';
import { matchTransfer } from './match-transfer.ts';

const { actions } = banking;
const inPath = ({ lineId }: { readonly lineId: string }) => lineId;
type Line = StoredBankLine;

const partsOf = <K extends MatchPart['as']>(parts: readonly MatchPart[], as: K) =>
  parts.filter((part): part is PartOf<K> => part.as === as);

/** Each part by its kind; those that are told by an account are one entry, made when all others are, and a transfer takes what is left. */
async function resultOf(matching: Matching, part: MatchPart, i: number): Promise<MatchedResult> {
  // Several parts may post of the same kind: each has ids of its own.
  const world = { ...matching, newId: (prefix: string, of = String(i)) => matching.newId(prefix, of) };
  switch (part.as) {
    case 'receipt':
      return matchReceipt(world, part, i);
    case 'payment':
      return matchPayment(world, part, i);
    case 'refund':
      return matchRefund(world, part, i);
    case 'run':
      return matchRun(world, part, i);
    case 'return':
      return matchReturn(world, part, i);
    case 'reversal':
      return matchReversal(world, part, i);
    case 'document':
      return matchDocument(world, part, i);
    case 'entry':
    case 'transfer':
      return { parts: [], changes: [] };
  }
}

/** What all parts come to: in turn, since they number their entries in one posting. */
async function matched(world: Matching, parts: readonly MatchPart[]): Promise<MatchedResult> {
  const results: MatchedResult[] = [];
  for (const [i, part] of parts.entries()) results.push(await resultOf(world, part, i));
  results.push(await matchEntries(world, partsOf(parts, 'entry')));
  const at = parts.findIndex(({ as }) => as === 'transfer');
  const told = results.flatMap((result) => result.parts).reduce((sum, { amount }) => sum + amount, 0);
  for (const part of partsOf(parts, 'transfer')) results.push(await matchTransfer(world, part, at, world.line.amount - told));
  return { parts: results.flatMap((result) => result.parts), changes: results.flatMap((result) => result.changes) };
}

interface MatchWorld extends World {
  readonly company: Matching['company'];
}

type Told = Pick<z.output<typeof MatchBankLine>, 'date' | 'rate'>;

/** What a match is made in: the line's account and one posting. @throws DomainError `bank_line.state` (422). */
async function matchingOf(world: MatchWorld, line: Line, { date: asked, rate }: Told): Promise<Matching> {
  const { records, today, caller, company, newId } = world;
  const date = asked ?? line.date;
  const [account, statement, posting] = await Promise.all([
    records.getOrThrow(BankAccounts, line.bankAccountId),
    records.getOrThrow(BankStatements, line.statementId),
    openPosting(records, { date, today, document: line.id, caller }),
  ]);
  // Half of a file may yet be taken back.
  if (statement.state !== 'taken')
    throw refused('bank_line.state', `The statement of the line is ${statement.state}: wait until it is taken.`, 'path.lineId', {
      ...{ state: statement.state, wanted: 'taken' },
    });
  return { records, today, caller, company, newId, line, account, posting, date, rate };
}

const withoutUndone = ({ undone: _, ...line }: Line): Line => line;

export const matchBankLine = command(
  actions.matchBankLine,
  on(BankLines, inPath),
  async (world, line) => {
    const { body, records, caller } = world;
    throwIf(lineActions.matchBankLine(line));
    const asked = partsIn(body.parts, line.currency);
    requireWhole(asked);
    const matching = await matchingOf(world, line, body);
    const { parts, changes } = await matched(matching, asked);
    requireSum(line, parts);
    const match = { by: caller.email, on: matching.date, parts };
    const all: Changes<Line> = [
      update(BankLines, line, { ...withoutUndone(line), state: 'matched', match }) as Changes<Line>[0],
      ...changes,
      ...(await tie(matching, parts)),
      ...matching.posting.changes(),
    ];
    const runs = partsOf(asked, 'run');
    if (runs.length === 0) return all;
    // The line is matched and the run set going at once; what is left of its posting ends by itself, whatever happens now.
    const after = await records.save(all);
    const run = await begunRun(matching, runs);
    if (run) await executeRun(records, run);
    return after;
  },
  (line, world) => lineDetail(world, line),
);
