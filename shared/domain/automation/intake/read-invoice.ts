import type { Address } from '#kernel/address.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type ReadTax, readAmounts } from './invoice-amounts.ts';
import type { Labelled } from './invoice-labels.ts';
import { type OwnCompany, partiesOnPaper, type ReadParties } from './invoice-parties.ts';
import { type LabelledValue, labelledValues } from './labelled-values.ts';
import { cellsAt, type LearnedPlace, type LearnedPlaces, namesAnother, type PlacedField, shapeOf } from './learned-place.ts';
import { type Place, type PrintedLine, type PrintedPage, printedLines } from './page.ts';
import { addressBy } from './printed-address.ts';
import { datesIn, decimalMarkOf } from './printed-values.ts';
import { BELIEVED, type ReadField } from './read-field.ts';

/** An invoice as its pages tell it. Amounts in hundredths. */
export interface ReadInvoice {
  readonly parties: ReadParties;
  /** Of its supplier. */
  readonly address?: ReadField<Address>;
  readonly number?: ReadField<string>;
  readonly date?: ReadField<IsoDate>;
  readonly dueDate?: ReadField<IsoDate>;
  readonly taxes: readonly ReadField<ReadTax>[];
  /** Retained of what is to be paid, above zero. */
  readonly withholding?: ReadField<number>;
  readonly total?: ReadField<number>;
  readonly currency?: ReadField<string>;
  readonly isCreditNote: boolean;
}

/**
 * Reads an invoice from the texts of its pages. @param own who gets it: never the supplier.
 * @param places where corrections have taught that its supplier's papers have a field.
 */
export function readInvoice(pages: readonly PrintedPage[], own: OwnCompany, places: LearnedPlaces = {}): ReadInvoice {
  const lines = printedLines(pages);
  // A learned label of the total is one more: what it names counts only if the amounts come out right with it.
  const labelled = [...labelledValues(lines), ...learnedTotals(lines, placeOf('total', places))];
  const mark = decimalMarkOf(lines.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const optional = <K extends string, V>(name: K, value: V | undefined) =>
    (value === undefined ? {} : { [name]: value }) as { [N in K]?: V };
  const parties = partiesOnPaper(lines, own);
  return {
    parties,
    ...optional('address', addressBy(lines, (parties.names[0] ?? parties.taxIds[0])?.place)),
    ...optional('number', taught(learnedNumber(lines, placeOf('number', places)), numberOf(labelled))),
    ...optional('date', taught(learnedDate(lines, placeOf('date', places)), dateOf(labelled, lines))),
    ...optional('dueDate', labelledDate(labelled, 'dueDate')),
    ...readAmounts(lines, labelled, mark),
    ...optional('currency', currencyOf(lines)),
    isCreditNote: lines.some(({ cells }) =>
      cells.some(({ text }) =>
        /(?:factura|fra\.?)(?: simplificada)? rectificativa|(?:ticket|tique|recibo|vale) de (?:abono|devoluci[oó]n)|^abono\b|credit note|gutschrift|facture d.avoir/i.test(
          text,
        ),
      ),
    ),
  };
}

/** How surely a value stands where a correction has taught: by its label, by its place alone, and in another form than before. */
const TAUGHT = 0.95;
const TAUGHT_SPOT = 0.91;
const OTHER_SHAPE = 0.8;

const taughtBy = ({ side }: LearnedPlace): number => (side === 'page' ? TAUGHT_SPOT : TAUGHT);

/** A place that was learned; none by a label that names another field, whoever learned it. */
function placeOf(field: PlacedField, { [field]: place }: LearnedPlaces): LearnedPlace | undefined {
  return place && namesAnother(field, place.label) ? undefined : place;
}

/** What was taught goes first; where the paper's own label surely names something else, a person looks which it is. */
function taught<T>(learned: ReadField<T> | undefined, printed: ReadField<T> | undefined): ReadField<T> | undefined {
  if (!learned || !printed) return learned ?? printed;
  const differs = printed.value !== learned.value && printed.confidence >= BELIEVED;
  return differs ? { ...learned, confidence: Math.min(learned.confidence, 0.6) } : learned;
}

/** The number where it was taught: a whole cell of the form that it had, else the token that has it. */
function learnedNumber(lines: readonly PrintedLine[], place: LearnedPlace | undefined): ReadField<string> | undefined {
  if (!place) return undefined;
  const found = cellsAt(lines, place).flatMap((cell): ReadField<string>[] => {
    const tokens = [cell.text.trim(), ...[...cell.text.matchAll(NUMBER_TOKEN)].map(([token]) => token)];
    const alike = tokens.find((token) => shapeOf(token) === place.shape && /\d/.test(token) && token.length <= 40);
    if (alike) return [{ value: alike, confidence: taughtBy(place), place: cell }];
    const other = tokens.slice(1).find(isNumberToken);
    return other ? [{ value: other, confidence: OTHER_SHAPE, place: cell }] : [];
  });
  const best = found.toSorted((a, b) => b.confidence - a.confidence)[0];
  const rival = best && found.some(({ value, confidence }) => value !== best.value && confidence >= best.confidence);
  return best && rival ? { ...best, confidence: 0.6 } : best;
}

function learnedDate(lines: readonly PrintedLine[], place: LearnedPlace | undefined): ReadField<IsoDate> | undefined {
  if (!place) return undefined;
  const found = cellsAt(lines, place).flatMap((cell) =>
    datesIn(cell.text)
      .slice(0, 1)
      .map(({ date }) => ({ date, cell })),
  );
  const [first] = found;
  if (!first) return undefined;
  const isOne = found.every(({ date }) => date === first.date);
  return { value: first.date, confidence: isOne ? taughtBy(place) : 0.6, place: first.cell };
}

const learnedTotals = (lines: readonly PrintedLine[], place: LearnedPlace | undefined): LabelledValue[] =>
  place
    ? cellsAt(lines, place).map((cell) => ({
        label: { field: 'total', weight: 1, at: 0, end: 0 },
        isWhole: true,
        values: [cell],
      }))
    : [];

const NUMBER_TOKEN = /[A-Za-z0-9][A-Za-z0-9_./-]{0,38}[A-Za-z0-9]|\d/g;

function numberOf(labelled: readonly LabelledValue[]): ReadField<string> | undefined {
  const found: ReadField<string>[] = [];
  for (const { label, values } of labelled) {
    if (label.field !== 'number') continue;
    values.forEach((cell, i) => {
      // Of a date that is written in words, the day is no number.
      const end = datesIn(cell.text)[0]?.at ?? cell.text.length;
      const value = [...cell.text.slice(0, end).matchAll(NUMBER_TOKEN)].map(([token]) => token).find(isNumberToken);
      if (value) found.push({ value, confidence: 0.96 * label.weight * (i === 0 ? 1 : 0.9), place: cell });
    });
  }
  const best = found.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (!best) return undefined;
  // Two labels of the same rank that name different numbers: neither is believed.
  const rival = found.some(({ value, confidence }) => value !== best.value && confidence >= best.confidence);
  const twice = found.filter(({ value }) => value === best.value).length > 1;
  return { ...best, confidence: rival ? 0.6 : twice ? Math.max(best.confidence, 0.95) : best.confidence };
}

/** A document's number bears a digit, and is no date nor an amount of money. */
const isNumberToken = (token: string): boolean =>
  /\d/.test(token) && datesIn(token)[0] === undefined && !/^\d{1,3}([.]\d{3})*,\d{2}$|^\d+\.\d{2}$/.test(token);

function labelledDate(labelled: readonly LabelledValue[], field: Labelled): ReadField<IsoDate> | undefined {
  const found = labelled.flatMap(({ label, values }) => {
    if (label.field !== field) return [];
    return values.flatMap((cell, i) => {
      const date = datesIn(cell.text)[0];
      return date
        ? [{ value: date.date, confidence: 0.97 * label.weight * (i === 0 ? 1 : 0.92) * (date.ambiguous ? 0.97 : 1), place: cell }]
        : [];
    });
  });
  return found.toSorted((a, b) => b.confidence - a.confidence)[0];
}

/** How sure a date is that the word alone names, once on the paper, with none before it. */
const ONLY_DATE = 0.93;

/** Whether each label of a date on the paper names the same one, and no other date of the paper is earlier: due dates are later. */
function isOnlyDate(named: IsoDate, labelled: readonly LabelledValue[], lines: readonly PrintedLine[]): boolean {
  const of = labelled.filter(({ label }) => label.field === 'date');
  const dates = of.flatMap(({ values: [first] }) => (first ? datesIn(first.text).slice(0, 1) : []));
  const all = lines.flatMap(({ cells }) => cells.flatMap(({ text }) => datesIn(text)));
  return of.every(({ isWhole }) => isWhole) && dates.every(({ date }) => date === named) && all.every(({ date }) => date >= named);
}

/** The date that a label names; else the only one, or the first, of the first page. */
function dateOf(labelled: readonly LabelledValue[], lines: readonly PrintedLine[]): ReadField<IsoDate> | undefined {
  const named = labelledDate(labelled, 'date');
  if (named) return isOnlyDate(named.value, labelled, lines) ? { ...named, confidence: Math.max(named.confidence, ONLY_DATE) } : named;
  const all = lines.flatMap(({ cells }) =>
    cells.flatMap((cell) => datesIn(cell.text).map(({ date }) => ({ value: date, place: cell as Place }))),
  );
  const first = all[0];
  return first && { ...first, confidence: new Set(all.map(({ value }) => value)).size === 1 ? 0.8 : 0.5 };
}

const CURRENCY_SIGNS: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|\bEUR(?:OS?)?\b/gi],
  ['USD', /\bUS ?\$|\bUSD\b|\$/g],
  ['GBP', /£|\bGBP\b/g],
  ['CHF', /\bCHF\b/g],
  ['INR', /₹|\bINR\b|\bRs\.?\b/g],
];

function currencyOf(lines: readonly PrintedLine[]): ReadField<string> | undefined {
  const text = lines.flatMap(({ cells }) => cells.map((cell) => cell.text)).join('\n');
  const counts = CURRENCY_SIGNS.map(([value, sign]) => ({ value, count: [...text.matchAll(sign)].length })).filter(
    ({ count }) => count > 0,
  );
  const [best, rival] = counts.toSorted((a, b) => b.count - a.count);
  return best && { value: best.value, confidence: rival ? (best.count >= 3 * rival.count ? 0.85 : 0.5) : 0.95 };
}
