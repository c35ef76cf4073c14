import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '#domain/finance/banking/line-candidates.ts';
import { ExchangeRateDays, inBase, rateIdsFor, rateIn } from '#domain/finance/currencies/exchange-rate.ts';
import { addDays } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** Days between the two lines of a transfer; accounts and lines that are looked at. */
const [APART, MAX_ACCOUNTS, MAX_LINES] = [5, 50, 10];
/** What a bank's own rate may differ from that of the day, in hundredths. */
const OFF = 4;

/** What an amount is in euros; undefined where no rate of the day is known. */
function worth(days: Parameters<typeof rateIn>[0], minor: Minor, currency: string): Minor | undefined {
  if (currency === BASE_CURRENCY) return minor;
  const rate = rateIn(days, currency)?.rate;
  return rate === undefined ? undefined : inBase(minor, currency, rate);
}

/** Open lines of the company's other accounts that may be the other side of a line: as much, the other way, within some days. */
export async function transferCandidates(records: Records, line: StoredBankLine): Promise<LineCandidate[]> {
  const { items } = await listRecords(records, BankAccounts, { buckets: ['all'], order: 'asc', limit: MAX_ACCOUNTS });
  const others = items.filter(({ id, closed }) => id !== line.bankAccountId && !closed);
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
    if (other?.state !== 'open' || !account) return [];
    const { id, date } = other;
    return [
      {
        document: { kind: BankLines.kind, id, number: numberOf(BankLines, id), partyName: account.name, date, open: Math.abs(line.amount) },
        candidate: {
          ...{ id, kind: 'transfer', open: line.amount, currency: line.currency, numbers: [], date },
          ...{ partyNames: [account.name], partyIbans: [account.iban] },
        },
        part: { as: 'transfer', lineId: id },
      },
    ];
  });
}
