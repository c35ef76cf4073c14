import type { Month } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Contribution } from './contribution.ts';
import type { Earning } from './month-pay.ts';

/** What a month earns and contributes, apart from any other. */
export interface MonthAmounts {
  readonly earnings: readonly Earning[];
  readonly contributions: readonly Contribution[];
}
/** What is paid now of a month before, line by line; amounts may be negative. */
export interface Arrears extends MonthAmounts {
  readonly month: Month;
}

/** Income tax of what earlier years ought to have paid (RIRPF art. 80.1.5º; pack `irpf-withholding-types`, ARR15), in hundredths of a percent. */
export const ARREARS_RATE = 1500;

const earningKey = ({ kind, text, percent, payer, contributes, taxed }: Earning): string =>
  [kind, text, percent, payer, contributes, taxed].join('|');
const contributionKey = ({ kind, rate, row }: Contribution): string => [kind, rate.worker, rate.company, row].join('|');

/** Lines of one kind as one, in the order in which they first stand. */
function summed<L extends object>(lines: readonly L[], keyOf: (line: L) => string, fields: readonly (keyof L)[]): Map<string, L> {
  const sums = new Map<string, L>();
  for (const line of lines) {
    const before = sums.get(keyOf(line));
    const total = fields.map((field) => [
      field,
      ((before?.[field] as number | undefined) ?? 0) + ((line[field] as number | undefined) ?? 0),
    ]);
    sums.set(keyOf(line), { ...line, ...Object.fromEntries(total.filter(([field]) => field !== 'days' || 'days' in line)) });
  }
  return sums;
}

/** Line by line what stands now beyond what stood before; lines that did not move are left out. */
function moved<L extends object>(
  [before, now]: readonly [readonly L[], readonly L[]],
  keyOf: (line: L) => string,
  fields: readonly (keyof L)[],
): L[] {
  const opposite = before.map((line) => ({
    ...line,
    ...Object.fromEntries(fields.filter((field) => line[field] !== undefined).map((field) => [field, -(line[field] as number)])),
  }));
  const all = summed([...now, ...opposite], keyOf, fields);
  return [...all.values()].filter((line) => fields.some((field) => field !== 'days' && ((line[field] as number | undefined) ?? 0) !== 0));
}

/** What a month ought to have been beyond what was paid of it, line by line. Nothing changed: no line. */
export const difference = (paid: MonthAmounts, due: MonthAmounts): MonthAmounts => ({
  earnings: moved([paid.earnings, due.earnings], earningKey, ['days', 'amount']),
  contributions: moved([paid.contributions, due.contributions], contributionKey, ['base', 'worker', 'company']),
});

/** Together. */
export const joinedAmounts = (all: readonly MonthAmounts[]): MonthAmounts => ({
  earnings: all.flatMap(({ earnings }) => earnings),
  contributions: all.flatMap(({ contributions }) => contributions),
});

export const grossOf = ({ earnings }: Pick<MonthAmounts, 'earnings'>): Minor => earnings.reduce((sum, { amount }) => sum + amount, 0);
