import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { balancesKey } from '#domain/finance/ledger/projection.ts';
import { exactly, type Sums } from '#domain/finance/ledger/trial-balance.ts';
import { addDays, addMonths, type IsoDate, type Month, monthOf, monthsBetween, yearOf } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import { readPartition } from '#runtime/partition.ts';

/** Group 70: sales and services, less what came back or was rebated. Group 57: cash and banks. */
const SALES = '70';
const TREASURY = '57';
const DAYS = 30;
const MONTHS = 12;

/** Debits or credits of a unit (`05` for day or month 5) over accounts. */
const side = (rows: readonly Sums[], letter: 'd' | 'c', unit: string): bigint =>
  rows.reduce((sum, row) => sum + exactly(row[`${letter}${unit}`]), 0n);

/** Rows of balances by span, read once each. */
class Balances {
  readonly #rows = new Map<string, readonly Sums[]>();

  static async read(tenant: string, spans: readonly string[], accounts: string): Promise<Balances> {
    const balances = new Balances();
    const read = async (span: string) => balances.#rows.set(span, await readPartition(balancesKey(tenant, span), accounts));
    await Promise.all([...new Set(spans)].map(read));
    return balances;
  }

  #side(date: string, letter: 'd' | 'c'): bigint {
    const cut = date.lastIndexOf('-');
    return side(this.#rows.get(date.slice(0, cut)) ?? [], letter, date.slice(cut + 1));
  }
  debit = (date: string): bigint => this.#side(date, 'd');
  credit = (date: string): bigint => this.#side(date, 'c');

  /** Debits less credits of every month of the spans of years. */
  balance(account: string): Sum {
    const rows = [...this.#rows.values()].flat().filter((row) => row.sk === account);
    const units = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
    return sumOf(units.reduce((sum, unit) => sum + side(rows, 'd', unit) - side(rows, 'c', unit), 0n));
  }
}

/** The days of a month up to one of them. */
const daysOf = (month: Month, last: number): IsoDate[] =>
  Array.from({ length: last }, (_, i) => `${month}-${String(i + 1).padStart(2, '0')}`);

/** The figures of a day, from balances by day and by month: as many queries as spans, whatever was posted. Minor units. */
export async function figuresOf(tenant: string, today: IsoDate, fiscalYears: readonly string[]) {
  const month = monthOf(today);
  const lastMonth = addMonths(month, -1);
  const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i + 1 - DAYS));
  const months = monthsBetween(addMonths(month, 1 - MONTHS), month);
  const spans = [lastMonth, ...days.map(monthOf), ...months.map(yearOf)];
  const [sales, treasury, receivables, stock] = await Promise.all([
    Balances.read(tenant, spans, SALES),
    Balances.read(tenant, [month], TREASURY),
    Balances.read(tenant, fiscalYears, ACCOUNT.receivable),
    Balances.read(tenant, fiscalYears, ACCOUNT.stock),
  ]);
  const net = (date: string): bigint => sales.credit(date) - sales.debit(date);
  const upTo = (dates: readonly IsoDate[], amount: (date: IsoDate) => bigint): Sum =>
    sumOf(dates.reduce((sum, date) => sum + amount(date), 0n));
  const so = daysOf(month, Number(today.slice(8)));
  return {
    sales: {
      today: sumOf(net(today)),
      month: upTo(so, net),
      // A shorter month has no sales on days that it lacks.
      lastMonth: upTo(daysOf(lastMonth, so.length), net),
      days: days.map((date) => ({ date, net: sumOf(net(date)) })),
      months: months.map((of) => ({ month: of, net: sumOf(net(of)) })),
    },
    received: { today: sumOf(treasury.debit(today)), month: upTo(so, treasury.debit) },
    paid: { today: sumOf(treasury.credit(today)), month: upTo(so, treasury.credit) },
    receivable: receivables.balance(ACCOUNT.receivable),
    stock: stock.balance(ACCOUNT.stock),
  };
}
