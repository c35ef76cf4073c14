import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '#domain/finance/banking/line-candidates.ts';
import { ExchangeRateDays, inBase, rateIdsFor, rateIn } from '#domain/finance/currencies/exchange-rate.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** Days between the two lines of a transfer. */
export const APART = 5;
/** Accounts and lines that are looked at. */
const [MAX_ACCOUNTS, MAX_LINES] = [50, 10];
/** What a bank's own rate may differ from that of the day, in hundredths. */
const OFF = 4;

/** What an amount is in euros; undefined where no rate of the day is known. */
function worth(days: Parameters<typeof rateIn>[0], minor: Minor, currency: string): Minor | undefined {
  if (currency === BASE_CURRENCY) return minor;
  const rate = rateIn(days, currency)?.rate;
  return rate === undefined ? undefined : inBase(minor, currency, rate);
}

/** Its accounts beside one, that are not closed. */
async function otherAccounts(records: Records, bankAccountId: string): Promise<StoredBankAccount[]> {
  const { items } = await listRecords(records, BankAccounts, { buckets: ['all'], order: 'asc', limit: MAX_ACCOUNTS });
  return items.filter(({ id, closed }) => id !== bankAccountId && !closed);
}

/** The line of another account as what a line is compared with. @param own what the company is called: banks tell that of its transfers. */
function transferCandidate(
  { id, date }: Pick<StoredBankLine, 'id' | 'date'>,
  line: Pick<StoredBankLine, 'amount' | 'currency'>,
  account: StoredBankAccount,
  own?: string,
): LineCandidate {
  const { amount, currency } = line;
  return {
    document: { kind: BankLines.kind, id, number: numberOf(BankLines, id), partyName: account.name, date, open: Math.abs(amount) },
    candidate: {
      ...{ id, kind: 'transfer', open: amount, currency, numbers: [], date },
      ...{ partyNames: [account.name, ...(own === undefined ? [] : [own])], partyIbans: [account.iban] },
    },
    part: { as: 'transfer', lineId: id },
  };
}

/** Open lines of the company's other accounts that may be the other side of a line: as much, the other way, within some days. */
export async function transferCandidates(records: Records, line: StoredBankLine): Promise<LineCandidate[]> {
  const others = await otherAccounts(records, line.bankAccountId);
  const isAbroad = others.some(({ currency }) => currency !== line.currency);
  const days = isAbroad ? await records.getMany(ExchangeRateDays, rateIdsFor(line.date)) : [];
  const ours = worth(days, line.amount, line.currency);
  const isOther = ({ currency }: StoredBankAccount, amount: Minor): boolean => {
    if (currency === line.currency) return amount === -line.amount;
    const theirs = worth(days, amount, currency);
    return ours !== undefined && theirs !== undefined && theirs < 0 !== ours < 0 && Math.abs(ours + theirs) * 100 <= Math.abs(ours) * OFF;
  };
  const found = await Promise.all(
    others.map(async (account) => {
      const range = { from: addDays(line.date, -APART), to: `${addDays(line.date, APART)}~` };
      const rows = (await Array.fromAsync(openRows(records.tenant, BankLines, account.id, range))).flat();
      return rows.flatMap(({ id, amount }) => (isOther(account, amount) ? [{ id, account }] : [])).slice(0, MAX_LINES);
    }),
  );
  const near = found.flat();
  const lines =
    near.length === 0
      ? []
      : await records.getMany(
          BankLines,
          near.map(({ id }) => id),
        );
  return lines.flatMap((other, i): LineCandidate[] => {
    const account = near[i]?.account;
    return other?.state === 'open' && account ? [transferCandidate(other, line, account)] : [];
  });
}

/**
 * What waits of the company's other accounts in its currency, and may be the other side of any line of some days: of each its day and its
 * amount, as the index has them.
 */
export async function openTransfers(
  records: Records,
  { id: bankAccountId, currency }: StoredBankAccount,
  own: string,
  [from, to]: readonly [IsoDate, IsoDate],
): Promise<LineCandidate[]> {
  const others = (await otherAccounts(records, bankAccountId)).filter((other) => other.currency === currency);
  const range = { from: addDays(from, -APART), to: `${addDays(to, APART)}~` };
  const found = await Promise.all(
    others.map(async (account) => {
      const rows = (await Array.fromAsync(openRows(records.tenant, BankLines, account.id, range))).flat();
      return rows.map(({ id, sort, amount }) =>
        transferCandidate({ id, date: sort.slice(0, 10) }, { amount: -amount, currency }, account, own),
      );
    }),
  );
  return found.flat();
}
