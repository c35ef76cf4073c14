import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, type LineMatch, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { inBase, rateBetween } from '#domain/finance/currencies/exchange-rate.ts';
import { type EntryLine, lineIn } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { accountId, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { sequenceIdFor } from '#domain/finance/ledger/period-sequence.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { type Change, create, createNext, update } from '#kernel/record.ts';
import { exchangeFor } from '../currencies/rates.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { firstOpenDay } from '../ledger/posting-session.ts';
import { openPosting } from '../service.ts';
import { linked } from './bank-ties.ts';
import type { MatchedResult, Matching } from './match-parts.ts';

/** Money that has left one account and not come to the other yet stands here: movements of the treasury within itself. */
export const IN_TRANSIT = '578';
const TRANSIT_ACCOUNT = {
  ...{ code: IN_TRANSIT, name: 'Movimientos internos de tesorería', nameEn: 'Transfers in transit', type: 'asset' as const },
  ...{ validFrom: '2008-01-01', active: true },
};

/** The other line of a transfer with its account, both ready to be matched. @throws DomainError `bank_line.transfer`, `bank_line.state` (422). */
async function otherSide({ records, line }: Matching, lineId: string, field: string) {
  const other = await records.getOrThrow(BankLines, lineId, field);
  const why = other.bankAccountId === line.bankAccountId ? 'account' : other.amount < 0 === line.amount < 0 ? 'sign' : undefined;
  if (why)
    throw refused(
      'bank_line.transfer',
      'A transfer leaves one of the company’s accounts and comes to another: choose the line of the other account.',
      field,
      {
        why,
      },
    );
  const [account, statement] = await Promise.all([
    records.getOrThrow(BankAccounts, other.bankAccountId),
    records.getOrThrow(BankStatements, other.statementId),
  ]);
  const state = other.state === 'open' ? statement.state : other.state;
  if (state !== 'taken')
    throw refused('bank_line.state', `The line is ${state}: that can be done with one that is open.`, field, { state, wanted: 'open' });
  return { other, account };
}

/** What the money is in euros: as one of the accounts has it, else by the rate of the day on which it left. @throws DomainError `rate.far` (400). */
async function euros({ records, line, rate }: Matching, amount: Minor, other: StoredBankLine): Promise<Minor> {
  if (line.currency === other.currency && line.currency === BASE_CURRENCY) return amount;
  const [foreign, base] = line.currency === BASE_CURRENCY ? [-other.amount, amount] : [amount, -other.amount];
  if (line.currency === BASE_CURRENCY || other.currency === BASE_CURRENCY) {
    const currency = line.currency === BASE_CURRENCY ? other.currency : line.currency;
    // Two lines that are no exchange of each other would leave a rate that never was.
    await exchangeFor(records, {
      currency,
      rate: rateBetween(Math.abs(foreign), currency, Math.abs(base)),
      date: line.amount < 0 ? line.date : other.date,
    });
    return base;
  }
  const left = line.amount < 0 ? { currency: line.currency, minor: amount } : { currency: other.currency, minor: -other.amount };
  const exchange = await exchangeFor(records, { currency: left.currency, rate, date: line.amount < 0 ? line.date : other.date });
  return exchange ? inBase(left.minor, left.currency, exchange.rate) : left.minor;
}

const bankLine = ({ account, currency }: StoredBankAccount, amount: Minor, base: Minor): EntryLine =>
  lineIn({ account, amount: base }, currency === BASE_CURRENCY ? undefined : { currency, amount });

/**
 * Another shard of the period than that of a posting's document, where both days are of one: each posting counts by itself. A digit
 * behind an id moves its hash to another. @public
 */
export const otherDocument = (date: IsoDate, other: IsoDate, id: string, document = id): string =>
  sequenceIdFor(date, document) === sequenceIdFor(other, id) ? `${id}1` : id;

/**
 * A transfer between two of the company's accounts: both lines are matched by one entry or, where the bank tells of it on two days, by
 * one on each, by way of what is in transit. In two currencies each account has what its bank tells.
 * @param rest what of the line no other part takes. @param by who or what matches both lines.
 * @throws DomainError `bank_line.transfer`, `bank_line.state`, `bank_line.taken`, `rate.missing`, `period.…` (422).
 */
export async function matchTransfer(
  world: Matching,
  part: PartOf<'transfer'>,
  { i, rest, by }: { readonly i: number; readonly rest: Minor; readonly by: Omit<LineMatch, 'on' | 'parts'> },
): Promise<MatchedResult> {
  const { records, newId, posting, account, line, date, caller, today } = world;
  const { lineId, through = IN_TRANSIT } = part;
  const field = `body.parts.${i}.lineId`;
  const { other, account: theirs } = await otherSide(world, lineId, field);
  // As of the run's own line: which of two lines it is, or what it was before, is for a person to say.
  if (by.run !== undefined && (other.like !== undefined || other.undone !== undefined))
    throw refused('bank_line.transfer', 'The other line may be another file’s, or its match was undone: a person chooses it.', field, {
      why: other.like === undefined ? 'undone' : 'like',
    });
  if (rest === 0 || rest < 0 !== line.amount < 0)
    throw refused('bank_line.transfer', 'The other parts take all of the line: nothing of it is left for the transfer.', field, {
      why: 'rest',
    });
  const amount = line.currency === other.currency ? -other.amount : rest;
  const base = await euros(world, amount, other);
  const [ours, others] = [bankLine(account, amount, base), bankLine(theirs, other.amount, -base)];
  const text = amount < 0 ? `Traspaso de ${account.name} a ${theirs.name}` : `Traspaso de ${theirs.name} a ${account.name}`;
  const mine = newId('man', 'transfer');
  // The bank of the other side may tell of it in a month that is locked since: it stands on the first day that is open.
  const theirDay = await firstOpenDay(records, { date: other.date, document: other.id, caller });
  const isTogether = date === theirDay;
  const own = [ours, isTogether ? others : { account: through, amount: -base }];
  const changes: Change[] = [create(ManualEntries, mine, { date, text, entry: posting.add(text, own) })];
  let their = mine;
  if (!isTogether) {
    their = newId('man', 'arrival');
    const document = otherDocument(date, theirDay, line.id, world.document);
    const second = await openPosting(records, { date: theirDay, today, document, caller });
    const entry = second.add(text, [others, { account: through, amount: base }]);
    changes.push(create(ManualEntries, their, { date: theirDay, text, entry }), ...second.changes(), ...(await transit(world, through)));
  }
  const match = { ...by, on: theirDay, parts: [{ as: 'transfer' as const, id: their, amount: other.amount, line: line.id }] };
  const { undone: _, ...before } = other;
  changes.push(
    update(BankLines, other, { ...before, state: 'matched', match }),
    ...(await linked({ ...world, line: other, account: theirs }, match.parts)),
  );
  return { parts: [{ as: 'transfer', id: mine, amount, line: other.id }], changes };
}

/** The account of what is in transit: the usual one is there as soon as it is needed. */
async function transit({ records, date }: Matching, through: string): Promise<Change[]> {
  if (through === IN_TRANSIT && !(await records.get(OwnAccounts, accountId(through))))
    return [createNext(OwnAccounts, accountId(through), TRANSIT_ACCOUNT)];
  await requireAccounts(records, [through], date, () => 'body.parts.through');
  return [];
}
