import * as z from 'zod/mini';
import { banking } from '#api/finance/banking.ts';
import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, lineActions, lineBucket, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { bankLineView } from '#domain/finance/banking/wire.ts';
import { kindOf } from '#domain/kinds.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { compare, decimal } from '#kernel/decimal.ts';
import { type Minor, minorText, toMinor } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { plainQuery } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { decodeCursor, encodeCursor, listRecords } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import { parseInput } from '#runtime/parse.ts';
import { required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { flowOf, query } from '../../platform/service.ts';
import { statementsOf } from './bank-statements.ts';

const { actions } = banking;

/** How a document is called: its kind and its number. */
export const naming = (id: string) => {
  const type = kindOf(id);
  return { kind: type?.kind ?? '', number: type ? numberOf(type, id) : id };
};

interface World {
  readonly records: Records;
  readonly caller: Caller;
  readonly today: string;
}

/** A line with what can be done with it, and the documents and entries that it is matched with. */
export async function lineDetail(world: World, line: StoredBankLine) {
  const carriers = line.match?.parts.map(({ id }) => id) ?? [];
  return { ...bankLineView(line, naming), ...(await flowOf(world, BankLines, line, actions, lineActions, { carriers })) };
}

export const getBankLine = query(
  actions.getBankLine,
  ({ path }) => ({ line: required(BankLines, path.lineId, 'path.lineId') }),
  (world) => lineDetail(world, world.line),
);

type Asked = Parameters<Parameters<typeof plainQuery<typeof actions.listBankLines>>[1]>[0]['query'];

type IsOfAmount = (line: { readonly amount: Minor }) => boolean;

/** An amount with no more decimals than its currency has. */
const amountOf = (currency: string) =>
  z.object({
    amount: z.optional(
      z
        .string()
        .check(
          z.refine(
            (amount) => compare(decimal(minorText(toMinor(decimal(amount), currency), currency)), decimal(amount)) === 0,
            `has more decimals than ${currency}`,
          ),
        ),
    ),
  });

/** Whether a line is of the amount that is looked for, in the currency of its account. @throws DomainError `input.invalid` (400) where that has fewer decimals. */
function ofAmount({ currency }: StoredBankAccount, asked: string | undefined): IsOfAmount {
  const { amount } = parseInput(amountOf(currency), { amount: asked }, 'query');
  const wanted = amount === undefined ? undefined : toMinor(decimal(amount), currency);
  return (line) => wanted === undefined || Math.abs(line.amount) === wanted;
}

/** Pages of the index, of up to a megabyte each, that one request looks through for lines of an amount. */
const MOST_PAGES = 4;

/**
 * The queue of an account from the index of what is open: however many lines are matched, none of them is read. Of a long queue a part
 * is looked through, and the cursor goes on from there.
 */
async function openLines(records: Records, { bankAccountId, statementId, from, to, limit, cursor }: Asked, isOf: IsOfAmount) {
  const after = cursor ? `${decodeCursor(cursor, [bankAccountId]).sort}\u0000` : from;
  const range = { ...(after ? { from: after } : {}), ...(to ? { to: `${to}~` } : {}), party: statementId };
  const rows: { readonly id: string; readonly sort: string }[] = [];
  let [pages, lookedTo]: [number, string | undefined] = [0, undefined];
  for await (const page of openRows(records.tenant, BankLines, bankAccountId, range)) {
    rows.push(...page.filter(isOf));
    pages += 1;
    lookedTo = pages === MOST_PAGES ? page.at(-1)?.sort : undefined;
    if (rows.length > limit || lookedTo) break;
  }
  const shown = rows.slice(0, limit);
  const read = await records.getMany(
    BankLines,
    shown.map(({ id }) => id),
  );
  const sort = rows.length > limit ? shown.at(-1)?.sort : lookedTo;
  return {
    items: read.filter((line) => line?.state === 'open') as StoredBankLine[],
    ...(sort ? { nextCursor: encodeCursor({ bucket: bankAccountId, sort }) } : {}),
  };
}

/** The years in which an account, or a statement of it, has lines. */
async function yearsOf(records: Records, { bankAccountId, statementId }: Asked): Promise<string[]> {
  const one = statementId === undefined ? undefined : await records.get(BankStatements, statementId);
  const statements = one ? [one] : await statementsOf(records, bankAccountId);
  const days = statements.flatMap(({ from, to }) => [from, to]).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  // A line may be of a day beside those that its statement is of.
  return first && last ? yearsBetween(String(Number(yearOf(first)) - 1), String(Number(yearOf(last)) + 1)) : [];
}

async function allLines(records: Records, asked: Asked, isOf: IsOfAmount) {
  const { bankAccountId, statementId, state, amount, from, to, q, limit, cursor, order } = asked;
  const years = await yearsOf(records, asked);
  const buckets = years.map((year) => lineBucket(bankAccountId, year));
  const isIn = (line: StoredBankLine): boolean => (state === undefined || line.state === state) && isOf(line);
  const where = state === undefined && amount === undefined ? undefined : isIn;
  return listRecords(records, BankLines, {
    ...{ limit, cursor, order, from, to, where },
    buckets: order === 'asc' ? buckets : buckets.toReversed(),
    words: q,
    party: statementId,
  });
}

export const listBankLines = plainQuery(actions.listBankLines, async ({ query: asked, records }) => {
  const { bankAccountId, state, q, order } = asked;
  const account = await records.get(BankAccounts, bankAccountId);
  if (!account) throw notFound(BankAccounts.kind, bankAccountId, 'query.bankAccountId');
  const isOf = ofAmount(account, asked.amount);
  const page = await (state === 'open' && !q && order === 'asc' ? openLines(records, asked, isOf) : allLines(records, asked, isOf));
  return { ...page, items: page.items.map((line) => bankLineView(line, naming)) };
});
