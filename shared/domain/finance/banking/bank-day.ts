import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import type { Coverage, KnownLine, PlacedLine } from './line-overlap.ts';
import type { BankStatement, BankStatementLine } from './statement.ts';

/** A line of a statement with what tells it from others of its day. */
export interface DayLine extends PlacedLine {
  readonly line: BankStatementLine;
}

/** What is told of a line, for lines of the same format: shortened by whoever keeps it. */
const printOf = ({ text, reference = '', bankReference = '' }: BankStatementLine): string =>
  JSON.stringify([normalise(text).replaceAll(/\s+/g, ' '), reference, bankReference]);

const isUp = (lines: readonly BankStatementLine[]): boolean => lines.every(({ date }, i) => i === 0 || (lines[i - 1]?.date ?? '') <= date);

/**
 * Lines with the balance after each, where the statement tells the first one and goes through the days in their order (or back through
 * them). @param shorten of what is told of a line.
 */
export function dayLinesOf(
  { lines, opening }: Pick<BankStatement, 'lines' | 'opening'>,
  shorten: (print: string) => string = (print) => print,
): DayLine[] {
  const down = lines.toReversed();
  const order = isUp(lines) ? lines : isUp(down) ? down : undefined;
  let balance = opening;
  return (order ?? lines).map((line) => {
    const { amount, valueDate } = line;
    balance = balance === undefined || !order ? undefined : balance + amount;
    return { line, amount, balance, valueDate, print: shorten(printOf(line)) };
  });
}

/** Which part of a day a statement from one day to another has. */
export const coverageOf = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }, day: IsoDate): Coverage => ({
  whole: from < day && day < to,
  first: day === from,
  last: day === to,
});

/** A line that is known of a day: which of its amount, and which statement has brought it. */
export interface KeptLine extends KnownLine {
  /** 1 for the first of its amount on the day, 2 for the second…: the line's id is made of it. */
  readonly nth: number;
  readonly statementId: string;
  readonly no: number;
}

/**
 * The lines of one day of an account, in the order of the bank as far as it is known: what a statement that tells of the day again is
 * compared with. A line is a short text, so that a day of thousands fits.
 */
export const BankDay = z.object({ lines: list(z.string()) });
export type BankDay = Readonly<z.output<typeof BankDay>>;

export const BankDays = recordType<BankDay>({
  kind: 'bank-day',
  prefix: 'bkd',
  data: BankDay,
  history: 'ends',
  screen: { none: 'It only says which lines of a day are there already.' },
  read: 'books.read',
});
export const bankDayId = (bankAccountId: string, day: IsoDate): string => `bkd_${bankAccountId.slice(4)}.${day}`;

const flagsOf = ({ whole, first, last }: Coverage): string => [whole && 'w', first && 'f', last && 'l'].filter(Boolean).join('');

const keptText = (line: KeptLine): string =>
  [
    ...[line.amount, line.nth, line.balance ?? '', line.print, line.valueDate ?? ''],
    ...[line.statementId.slice(4), line.no, flagsOf(line)],
  ].join(' ');

function keptOf(text: string): KeptLine {
  const [amount, nth, balance, print = '', valueDate, statement = '', no, flags = ''] = text.split(' ');
  return {
    ...{ amount: Number(amount), nth: Number(nth), print, statementId: `bst_${statement}`, no: Number(no) },
    ...(balance ? { balance: Number(balance) } : {}),
    ...(valueDate ? { valueDate } : {}),
    ...{ whole: flags.includes('w'), first: flags.includes('f'), last: flags.includes('l') },
  };
}

export const dayOfLines = (lines: readonly KeptLine[]): BankDay => ({ lines: lines.map(keptText) });
export const linesOfDay = (day: BankDay | undefined): KeptLine[] => day?.lines.map(keptOf) ?? [];
