import type { Labelled } from './invoice-labels.ts';
import type { LabelledValue } from './labelled-values.ts';
import type { Place, PrintedLine } from './page.ts';
import { type DecimalMark, percentsIn, printedAmounts } from './printed-values.ts';
import type { ReadField } from './read-field.ts';

/** What a rate makes of its base, in hundredths. */
export interface ReadTax {
  /** Percent as decimal text. */
  readonly rate: string;
  readonly base: number;
  readonly tax: number;
}

export interface ReadAmounts {
  readonly taxes: readonly ReadField<ReadTax>[];
  readonly withholding?: ReadField<number>;
  readonly total?: ReadField<number>;
}

interface Money {
  readonly minor: number;
  readonly place: Place;
  /** Of its label: 0 where it has none. */
  readonly weight: number;
}

/** One document's money, as it is printed. */
interface PrintedMoney {
  readonly lines: readonly PrintedLine[];
  readonly mark: DecimalMark | undefined;
  readonly of: (field: Labelled) => Money[];
  readonly all: readonly Money[];
  /** Rates that the paper names, without that of the withholding. */
  readonly rates: readonly string[];
}

/** A rate of tax is at most this; a withholding's stands beside its own label. */
const MAX_RATE = 27;
/** Cents by which a printed tax may differ from its base times its rate: each line rounded by itself. */
const ROUNDING = 2;

/** Base, tax and total by what the paper says, believed once they come out right against each other. */
export function readAmounts(lines: readonly PrintedLine[], labelled: readonly LabelledValue[], mark: DecimalMark | undefined): ReadAmounts {
  const money = printedMoney(lines, labelled, mark);
  const withheld = money.of('withholding').map((own) => ({ ...own, minor: Math.abs(own.minor) }));
  const rows = distinctRows([...taxRows(money), ...labelledTaxes(money)]).map((row) => withSurcharge(money, row));
  return proved(money, rows, withheld) ?? guessed(money, rows, withheld);
}

function printedMoney(lines: readonly PrintedLine[], labelled: readonly LabelledValue[], mark: DecimalMark | undefined): PrintedMoney {
  const moneyIn = (text: string, place: Place, weight: number): Money[] => exactIn(text, mark).map((minor) => ({ minor, place, weight }));
  const of = (field: Labelled) =>
    labelled.flatMap(({ label, values }) =>
      label.field === field ? values.flatMap((cell) => moneyIn(cell.text, cell, label.weight)).slice(-1) : [],
    );
  const withheldLines = new Set(
    lines.filter(
      ({ cells }) => cells.some(({ text }) => /i\.?r\.?p\.?f|retenci/i.test(text)) && !cells.some(({ text }) => /i\.?v\.?a/i.test(text)),
    ),
  );
  return {
    ...{ lines, mark, of },
    all: lines.flatMap(({ cells }) => cells.flatMap((cell) => moneyIn(cell.text, cell, 0))),
    rates: [
      ...new Set(lines.filter((line) => !withheldLines.has(line)).flatMap(({ cells }) => cells.flatMap(({ text }) => percentsIn(text)))),
    ],
  };
}

const taxOf = (base: number, rate: string): number => Math.round((base * Number(rate)) / 100);
const fits = (base: number, rate: string, tax: number): boolean => base !== 0 && Math.abs(taxOf(base, rate) - tax) <= ROUNDING;

interface Row extends ReadTax {
  readonly place: Place;
  readonly weight: number;
}

/** Lines of a tax summary: a rate with a base and a tax that come out right, in whatever order their columns stand. */
const taxRows = ({ lines, mark }: PrintedMoney): Row[] =>
  lines.flatMap(({ cells }) => {
    if (cells.some(({ text }) => WITHHELD.test(text))) return [];
    const amounts = cells.flatMap((cell) => exactIn(cell.text, mark).map((minor) => ({ minor, place: cell as Place })));
    const printed = cells.flatMap(({ text }) => percentsIn(text));
    // A column of rates needs no sign: 21,00.
    const rates = printed.length > 0 ? printed : amounts.map(({ minor }) => String(minor / 100));
    const row = rates.filter(isRate).flatMap((rate) => rowsAt(rate, amounts))[0];
    return row ? [row] : [];
  });

const WITHHELD = /i\.?r\.?p\.?f|retenci/i;
const exactIn = (text: string, mark: DecimalMark | undefined): number[] =>
  printedAmounts(text, mark).flatMap(({ exact, minor }) => (exact ? [minor] : []));
const isRate = (rate: string): boolean => Number(rate) > 0 && Number(rate) <= MAX_RATE;

/** The pairs of amounts that are a base and its tax at a rate. */
const rowsAt = (rate: string, amounts: readonly Omit<Money, 'weight'>[]): Row[] =>
  amounts.flatMap((base) =>
    amounts
      .filter((tax) => tax !== base && Math.abs(base.minor) > Math.abs(tax.minor) && fits(base.minor, rate, tax.minor) && tax.minor !== 0)
      .map((tax) => ({ rate, base: base.minor, tax: tax.minor, place: base.place, weight: 1 })),
  );

/** A tax beside its label, whose base stands elsewhere: of the bases that the paper names, the one that it comes out right with. */
function labelledTaxes({ of, all, rates }: PrintedMoney): Row[] {
  const bases = [...of('base'), ...all].filter(({ minor }) => minor !== 0);
  const rateOf = (base: Money, tax: Money) => rates.find((rate) => isRate(rate) && fits(base.minor, rate, tax.minor));
  return of('tax')
    .filter(({ minor }) => minor !== 0)
    .flatMap((tax) => {
      const base = bases.find((own) => rateOf(own, tax) !== undefined);
      return base ? [{ rate: rateOf(base, tax) ?? '', base: base.minor, tax: tax.minor, place: tax.place, weight: tax.weight }] : [];
    });
}

const distinctRows = (rows: readonly Row[]): Row[] => {
  const seen = new Set<string>();
  return rows.filter(({ rate, base, tax }) => {
    const key = `${rate}#${base}#${tax}`;
    return !seen.has(key) && seen.add(key);
  });
};

/** Rates of the equivalence surcharge, by the rate of the tax beside which they stand (Ley 37/1992 art. 161; what was in force since 2012). */
const SURCHARGES: Readonly<Record<string, readonly string[]>> = {
  ...{ '21': ['5.2', '1.75'], '10': ['1.4'], '4': ['0.5'], '5': ['0.62', '0.5'], '7.5': ['1'], '2': ['0.26'] },
};
const SURCHARGE = /recargo|r\.\s?e\.|rec\.?\s*equiv/i;

/** A tax with the equivalence surcharge of its base, where the paper names one: both are what its buyer pays, as electronic invoices state them. */
function withSurcharge({ lines, mark }: PrintedMoney, row: Row): Row {
  const named = lines.filter(({ cells }) => cells.some(({ text }) => SURCHARGE.test(text)));
  for (const rate of SURCHARGES[row.rate] ?? []) {
    const amounts = named.flatMap(({ cells }) => cells.flatMap(({ text }) => exactIn(text, mark)));
    const more = amounts.find((minor) => minor !== row.base && fits(row.base, rate, minor));
    if (more !== undefined) return { ...row, rate: String(Number((Number(row.rate) + Number(rate)).toFixed(2))), tax: row.tax + more };
  }
  return row;
}

/** The most rows whose subsets are tried. */
const MAX_ROWS = 8;

/** What might make the total: rows of tax, what bears none, what is withheld. */
interface Trial {
  readonly rows: readonly Row[];
  readonly untaxed: number;
  readonly held: Money | undefined;
}

/** The rows of tax that make a printed total, with what is withheld taken off or not. Undefined where none do. */
function proved(money: PrintedMoney, rows: readonly Row[], withheld: readonly Money[]): ReadAmounts | undefined {
  const totals = [...money.of('total').toSorted((a, b) => b.weight - a.weight), ...money.all];
  for (const trial of trialsOf(money, rows, withheld)) {
    const total = totals.find(({ minor }) => minor === sumOf(trial));
    if (total && (trial.rows.length > 0 || isUntaxed(money, trial.untaxed, total))) return provedBy(trial, total, rivalOf(money, trial));
  }
  return undefined;
}

const sumOf = ({ rows, untaxed, held }: Trial): number =>
  rows.reduce((sum, { base, tax }) => sum + base + tax, untaxed) - (held?.minor ?? 0);

function trialsOf(money: PrintedMoney, rows: readonly Row[], withheld: readonly Money[]): Trial[] {
  const bases = [0, ...money.of('base').map(({ minor }) => minor)];
  const held = [...withheld.filter(({ minor }) => minor > 0), undefined];
  return subsetsOf(rows.slice(0, MAX_ROWS)).flatMap((some) =>
    bases
      // A base that bears tax does not stand without it as well.
      .filter((untaxed) => (untaxed === 0 ? some.length > 0 : !some.some(({ base }) => base === untaxed)))
      .flatMap((untaxed) => held.map((each) => ({ rows: some, untaxed, held: each }))),
  );
}

/** A larger amount that is called a total and that nothing here comes to: there is more on the paper than was understood. */
function rivalOf({ of }: PrintedMoney, { rows, untaxed, held }: Trial): Money | undefined {
  const net = rows.reduce((sum, { base }) => sum + base, untaxed);
  const gross = rows.reduce((sum, { tax }) => sum + tax, net);
  const known = new Set([net, gross, gross - (held?.minor ?? 0)]);
  return of('total').find(({ minor }) => !known.has(minor) && Math.abs(minor) > Math.abs(gross - (held?.minor ?? 0)));
}

function provedBy({ rows, untaxed, held }: Trial, total: Money, rival: Money | undefined): ReadAmounts {
  // A sum that no label calls the total may be any line's.
  const confidence = (total.weight > 0 ? 0.98 : 0.85) * (untaxed !== 0 && rows.length > 0 ? 0.9 : 1) * (rival ? 0.85 : 1);
  return {
    taxes: [
      ...rows.map(({ rate, base, tax, place }) => ({ value: { rate, base, tax }, confidence, place })),
      ...(untaxed === 0 ? [] : [{ value: { rate: '0', base: untaxed, tax: 0 }, confidence: confidence * 0.95 }]),
    ],
    ...(held ? { withholding: { value: held.minor, confidence, place: held.place } } : {}),
    total: { value: total.minor, confidence, place: total.place },
  };
}

/** Without tax, base and total are one: only where the paper names both, or says that the tax is nothing. */
const isUntaxed = ({ of, rates }: PrintedMoney, base: number, total: Money): boolean =>
  total.weight > 0 &&
  // A paper that shows a rate has a tax, whether it was understood or not.
  !rates.some(isRate) &&
  (of('base').some(({ minor }) => minor === base) || of('tax').some(({ minor }) => minor === 0));

function subsetsOf(rows: readonly Row[]): Row[][] {
  const subsets: Row[][] = [];
  for (let bits = (1 << rows.length) - 1; bits >= 0; bits -= 1) {
    const some = rows.filter((_, i) => bits & (1 << i));
    // One row a rate: a line's own tax and the summary's are the same money twice.
    if (new Set(some.map(({ rate }) => rate)).size === some.length) subsets.push(some);
  }
  // The largest sums first: a summary before the lines that it sums up.
  const size = (some: readonly Row[]) => some.reduce((sum, { base }) => sum + Math.abs(base), 0);
  return subsets.toSorted((a, b) => size(b) - size(a));
}

/** What labels say, where nothing proves it: for a person to look at. */
function guessed(money: PrintedMoney, rows: readonly Row[], withheld: readonly Money[]): ReadAmounts {
  const labelled = money.of('total').toSorted((a, b) => b.weight - a.weight || Math.abs(b.minor) - Math.abs(a.minor))[0];
  const largest = money.all.toSorted((a, b) => Math.abs(b.minor) - Math.abs(a.minor))[0];
  const total = labelled ?? largest;
  const base = money.of('base')[0];
  const row = rows[0];
  const held = withheld[0];
  return {
    taxes: row
      ? [{ value: { rate: row.rate, base: row.base, tax: row.tax }, confidence: 0.7, place: row.place }]
      : base
        ? [{ value: { rate: '0', base: base.minor, tax: total ? total.minor - base.minor : 0 }, confidence: 0.3, place: base.place }]
        : [],
    ...(held ? { withholding: { value: held.minor, confidence: 0.5, place: held.place } } : {}),
    ...(total ? { total: { value: total.minor, confidence: labelled ? 0.5 + 0.35 * labelled.weight : 0.3, place: total.place } } : {}),
  };
}
