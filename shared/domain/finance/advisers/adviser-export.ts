import * as z from 'zod/mini';
import { type Refusal, refusal, refused } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import type { PeriodSequence } from '../ledger/period-sequence.ts';
import { TaxPeriod } from '../tax/tax-period.ts';
import type { Adviser } from './adviser.ts';

export const AdviserExportInput = z.strictObject({
  period: TaxPeriod,
  /** The same entries as an earlier export had, with the same numbers; and why. Absent: those that the firm has not got yet. */
  again: z.optional(z.strictObject({ exportId: idWith('axp'), reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) })),
});

/** Entries of a shard of a period by their numbers: without gaps, so that both ends name each of them. */
export const Covered = z.object({ period: z.string(), shard: z.int(), from: z.int(), to: z.int() });
export type Covered = Readonly<z.output<typeof Covered>>;

/** What a firm was sent: which entries, with which numbers, and what they come to. */
export const AdviserExport = z.object({
  adviserId: z.string(),
  adviserName: z.string(),
  period: z.string(),
  on: z.string(),
  /** ISO instant. */
  at: z.string(),
  covered: list(Covered),
  entries: z.int(),
  /** Minor units: debits, which are credits too. */
  total: z.int(),
  /** The number of its first entry in the firm's files. */
  firstNumber: z.int(),
  key: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  /** The export whose entries it repeats, and why. */
  again: z.exactOptional(z.object({ exportId: z.string(), reason: z.string() })),
});
export type AdviserExport = Readonly<z.output<typeof AdviserExport>>;
export type StoredAdviserExport = Stored<AdviserExport>;

export const AdviserExports = recordType<AdviserExport>({
  kind: 'adviser-export',
  prefix: 'axp',
  letter: 'EG',
  data: AdviserExport,
  history: 'all',
  list: dated({ date: (e) => e.on, instant: (e) => e.at, party: (e) => e.adviserId, words: (e) => [e.adviserName, e.period] }),
  related: (e) => [e.adviserId, e.again?.exportId],
  summary: (e) => ({ title: `${e.adviserName} ${e.period}`, subtitle: [e.fileName], date: e.on, amount: e.total }),
  icon: 'book',
  screen: { none: 'It is shown on the page of the firm that got it.' },
  read: 'books.read',
});

/** Entries of a period that one file holds: made while its request waits. */
export const MOST_EXPORTED = 20_000;

const sentKey = ({ period, shard }: Pick<Covered, 'period' | 'shard'>): string => `${period}.${shard}`;

/** What of a period a firm has not got yet. */
export const notSent = ({ sent }: Adviser, sequences: readonly PeriodSequence[]): Covered[] =>
  sequences.flatMap(({ period, shard, seq }) => {
    const from = (sent[sentKey({ period, shard })] ?? 0) + 1;
    return seq >= from ? [{ period, shard, from, to: seq }] : [];
  });
export const countOf = (covered: readonly Covered[]): number => covered.reduce((sum, { from, to }) => sum + to - from + 1, 0);
export const isCovered = (
  covered: readonly Covered[],
  { period, shard, seq }: { readonly period: string; readonly shard: number; readonly seq: number },
): boolean => covered.some((part) => part.period === period && part.shard === shard && part.from <= seq && seq <= part.to);

/** Why an export is not made. */
export function refusalOfExport(
  { period }: z.output<typeof AdviserExportInput>,
  covered: readonly Covered[],
  { unmapped, sentBefore }: { readonly unmapped: readonly string[]; readonly sentBefore: boolean },
): Refusal | undefined {
  const count = countOf(covered);
  if (count === 0)
    return refusal(
      'adviser_export.nothing_new',
      sentBefore
        ? `The firm has all entries of ${period}: send an earlier export again, with the reason.`
        : `Nothing is posted in ${period}.`,
      'body.period',
      { period, why: sentBefore ? 'sent' : 'empty' },
    );
  if (count > MOST_EXPORTED)
    return refusal(
      'adviser_export.too_many',
      `${period} has ${count} entries to send, and a file holds ${MOST_EXPORTED}: take a month.`,
      'body.period',
      {
        period,
        count,
        limit: MOST_EXPORTED,
      },
    );
  return unmapped.length > 0
    ? refusal('adviser_export.unmapped', `The firm has no subaccount for ${unmapped.join(', ')}: add them to its table.`, 'body.period', {
        accounts: unmapped.join(', '),
      })
    : undefined;
}

/** The firm after an export: what it has got, and the last number of the year. */
export function sentTo<T extends Adviser>(adviser: T, period: string, covered: readonly Covered[], entries: number): T {
  const year = period.slice(0, 4);
  return {
    ...adviser,
    sent: { ...adviser.sent, ...Object.fromEntries(covered.map((part) => [sentKey(part), part.to])) },
    numbers: { ...adviser.numbers, [year]: (adviser.numbers[year] ?? 0) + entries },
  };
}
export const nextNumberIn = ({ numbers }: Adviser, period: string): number => (numbers[period.slice(0, 4)] ?? 0) + 1;

/** @throws DomainError `adviser_export.other` (422) where the earlier export is of another firm or period. */
export function requireSame(before: StoredAdviserExport, adviserId: string, period: string): void {
  if (before.adviserId !== adviserId || before.period !== period)
    throw refused('adviser_export.other', `That export is of ${before.adviserName}, ${before.period}.`, 'body.again.exportId', {
      adviser: before.adviserName,
      period: before.period,
    });
}
