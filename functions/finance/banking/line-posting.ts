import type * as z from 'zod/mini';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, type LineMatch, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { type MatchBankLine, type MatchPart, type PartOf, requireSum, requireWhole } from '#domain/finance/banking/match-input.ts';
import { REGISTER } from '#domain/finance/tax/received-register.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, type Changes, update } from '#kernel/record.ts';
import type { World } from '../currencies/differences.ts';
import { openPosting } from '../service.ts';
import { tied } from './bank-ties.ts';
import { matchBill } from './match-bill.ts';
import { type MatchedResult, type Matching, matchEntries, matchPayment, matchReceipt, matchRefund, matchReversal } from './match-parts.ts';
import { matchPay } from './match-pay.ts';
import { matchDocument, matchReturn, matchRun } from './match-tied.ts';
import { matchTransfer } from './match-transfer.ts';
import { RecordsAfter } from './records-after.ts';
import { matchSupplierRefund } from './supplier-refund.ts';
import { laterInPlace } from './used-credits.ts';

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
    case 'supplier-refund':
      return matchSupplierRefund(world, part, i);
    case 'bill':
      return matchBill(world, part, i);
    case 'run':
      return matchRun(world, part, i);
    case 'pay':
      return matchPay(world, part, i);
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

/** Parts that are of what those before them have left: two debits of one run came back, two payments are of one pay run. */
const GOES_ON: ReadonlySet<MatchPart['as']> = new Set(['return', 'pay']);

/** Who or what matched a line. */
type MatchedBy = Omit<LineMatch, 'on' | 'parts'>;

/** What all parts come to: in turn, since they number their entries in one posting. */
async function matched(world: Matching, parts: readonly MatchPart[], by: MatchedBy): Promise<MatchedResult> {
  const results: MatchedResult[] = [];
  let changes: Change[] = [];
  for (const [i, part] of parts.entries()) {
    const records = GOES_ON.has(part.as) && changes.length > 0 ? new RecordsAfter(world.records, changes) : world.records;
    const result = await resultOf({ ...world, records }, part, i);
    results.push(result);
    changes = laterInPlace(changes, result.changes);
  }
  const rest: MatchedResult[] = [];
  rest.push(await matchEntries(world, partsOf(parts, 'entry')));
  const at = parts.findIndex(({ as }) => as === 'transfer');
  const told = [...results, ...rest].flatMap((result) => result.parts).reduce((sum, { amount }) => sum + amount, 0);
  for (const part of partsOf(parts, 'transfer')) rest.push(await matchTransfer(world, part, { i: at, rest: world.line.amount - told, by }));
  return {
    parts: [...results, ...rest].flatMap((result) => result.parts),
    changes: [...changes, ...rest.flatMap((result) => result.changes)],
  };
}

export interface MatchWorld extends World {
  readonly company: Matching['company'];
}

type Told = Pick<z.output<typeof MatchBankLine>, 'date' | 'rate'> & { readonly parts?: readonly Pick<MatchPart, 'as'>[] };

/**
 * What a match is made in: the line's account and one posting.
 * @param known the account, where its statement was looked at already, and by what the posting is counted where that is not the line.
 * @throws DomainError `bank_line.state` (422).
 */
export async function matchingOf(
  world: MatchWorld,
  line: Line,
  { date: asked, rate, parts = [] }: Told,
  known?: { readonly account: StoredBankAccount; readonly document?: string },
): Promise<Matching> {
  const { records, today, caller, company, newId } = world;
  const date = asked ?? line.date;
  // Bills are numbered by the register of their month.
  const document = parts.some(({ as }) => as === 'bill') ? REGISTER : (known?.document ?? line.id);
  const [account, statement, posting] = await Promise.all([
    known?.account ?? records.getOrThrow(BankAccounts, line.bankAccountId),
    known ? undefined : records.getOrThrow(BankStatements, line.statementId),
    openPosting(records, { date, today, document, caller }),
  ]);
  // Half of a file may yet be taken back.
  if (statement && statement.state !== 'taken')
    throw refused('bank_line.state', `The statement of the line is ${statement.state}: wait until it is taken.`, 'path.lineId', {
      ...{ state: statement.state, wanted: 'taken' },
    });
  return { records, today, caller, company, newId, line, account, posting, document, date, rate };
}

const withoutUndone = ({ undone: _, ...line }: Line): Line => line;

/**
 * All that a match of a line changes, the line's own change first. @param by who or what matched it.
 * @throws DomainError `bank_line.parts` (400), `bank_line.sum`, `bank_line.taken`, and whatever its parts refuse.
 */
export async function matchChanges(matching: Matching, asked: readonly MatchPart[], by: MatchedBy): Promise<Changes<Line>> {
  const { line, date, posting } = matching;
  requireWhole(asked);
  const { parts, changes } = await matched(matching, asked, by);
  requireSum(line, parts);
  const match = { ...by, on: date, parts };
  return [
    update(BankLines, line, { ...withoutUndone(line), state: 'matched', match }) as Changes<Line>[0],
    ...(await tied(matching, parts, changes)),
    ...posting.changes(),
  ];
}
