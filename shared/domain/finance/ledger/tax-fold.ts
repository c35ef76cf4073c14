import type { Sum } from '#kernel/money.ts';
import type { TaxFact } from '#kernel/record.ts';
import type { EntryLine } from './entry.ts';

type Which = Omit<TaxFact, 'base' | 'tax'>;

/** What was posted of one tax, minor units. */
export interface TaxTotal extends Which {
  readonly base: bigint;
  readonly tax: bigint;
}

/** Letters of the sides, and where a tax of each stands itself. */
const SIDES = {
  input: { letter: 'i', account: '472' },
  output: { letter: 'o', account: '477' },
  withheld: { letter: 'w', account: '4751' },
} as const;

/** `o:IVA-G:21`, of what corrects earlier documents `o:IVA-G:21:c`: short, since a name takes more room than its figure. */
const keyOf = ({ side, code, percent, corrects }: Which): string =>
  [SIDES[side].letter, code, percent, ...(corrects ? ['c'] : [])].join(':');
function taxOf(key: string): Which {
  const [letter, code = '', percent = '', corrects] = key.split(':');
  const side = letter === SIDES.input.letter ? 'input' : letter === SIDES.output.letter ? 'output' : 'withheld';
  return { side, code, percent, ...(corrects ? { corrects: true } : {}) };
}
/** Fields of the month's row of an account that hold taxes: bases begin with `b`, taxes with `q`. */
const FIELD = /^[bq][iow]:/;

/** Begins the accounts whose rows hold what a month posted of taxes: of whoever owes or is owed, and of taxes themselves. */
export const TAX_ACCOUNTS = '4';

/**
 * The account in whose row a fact is counted: one that the entry moves in any case, so that it takes no row of its own. That of its
 * tax first; of what is exempt, the customer's or supplier's.
 */
export function carrierOf(lines: readonly EntryLine[], { side }: Pick<TaxFact, 'side'>): string {
  const accounts = lines.map(({ account }) => account).sort();
  const own = SIDES[side].account;
  const moved = [own, '47', TAX_ACCOUNTS].flatMap((begins) => accounts.find((account) => account.startsWith(begins)) ?? []);
  return moved[0] ?? own;
}

/** What a fact adds to the row of its {@link carrierOf}. */
export const taxSums = (fact: TaxFact): readonly (readonly [field: string, amount: number])[] => [
  [`b${keyOf(fact)}`, fact.base],
  [`q${keyOf(fact)}`, fact.tax],
];

/** What rows of months hold of each tax; those that come to nothing are left out. */
export function taxTotals(rows: readonly Readonly<Record<string, unknown>>[]): TaxTotal[] {
  const totals = new Map<string, { base: bigint; tax: bigint }>();
  const fields = rows.flatMap((row) => Object.entries(row)).filter(([field]) => FIELD.test(field));
  for (const [field, amount] of fields) {
    const key = field.slice(1);
    const total = totals.get(key) ?? { base: 0n, tax: 0n };
    total[field.startsWith('b') ? 'base' : 'tax'] += BigInt(amount as Sum);
    totals.set(key, total);
  }
  return [...totals]
    .filter(([, { base, tax }]) => base !== 0n || tax !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, total]) => ({ ...taxOf(key), ...total }));
}
