import { minorText } from '#kernel/money.ts';
import type { DocumentFields, DocumentFlag } from './intake-document.ts';
import { type PrintedPage, printedLines } from './page.ts';
import { printedAmounts } from './printed-values.ts';
import { BELIEVED, type ReadField } from './read-field.ts';
import type { ReadInvoice } from './read-invoice.ts';

/** A field that data and page tell in two ways, each as text. */
interface Difference {
  readonly field: 'supplier' | 'number' | 'date' | 'dueDate' | 'currency' | 'iban' | 'taxes' | 'withholding' | 'total';
  readonly data: string;
  readonly page: string;
  /** Of a tax: its rate as decimal text. */
  readonly rate?: string;
}

/** What to do is another thing for each of them: whom one pays, whose it is, what it comes to, and the rest. */
const CODES: Readonly<Partial<Record<Difference['field'], string>>> = {
  iban: 'page_differs_iban',
  supplier: 'page_differs_supplier',
  taxes: 'page_differs_tax',
};

type Told<T> = { readonly value: T; readonly confidence: number } | undefined;
const believed = <T>(field: Told<T>): T | undefined => (field && field.confidence >= BELIEVED ? field.value : undefined);

/**
 * Fields that the page of an electronic invoice tells otherwise than its data, one by one: which of them counts, a person decides.
 * What is not surely read of the page says nothing against the data.
 */
export function pageDifferences(data: DocumentFields, page: ReadInvoice): DocumentFlag[] {
  const differences = [
    ...supplierDifference(data, page),
    ...numberDifference(data, page),
    ...plainDifferences(data, page),
    ...ibanDifference(data, page),
    ...taxDifferences(data, page),
    ...amountDifferences(data, page),
  ];
  return differences.map(({ field, ...params }) => ({ code: CODES[field] ?? 'page_differs', field, params }));
}

/**
 * What of an electronic invoice its pages do not show, by which a person would know it: its number and its total. A page that is a
 * picture, or is another paper's, says nothing against the data, and nothing for them.
 */
export function notCompared({ number, total }: DocumentFields, pages: readonly PrintedPage[]): DocumentFlag[] {
  const lines = printedLines(pages).map(({ cells }) => cells.map(({ text }) => text).join(' '));
  const amounts = new Set(lines.flatMap((line) => printedAmounts(line)).flatMap(({ minor, exact }) => (exact ? [Math.abs(minor)] : [])));
  const says = (word: string) => lines.some((line) => wordsOf(line).includes(` ${word} `));
  const missing = [
    ...(number && says(wordsOf(number.value).trim()) ? [] : ['number']),
    ...(total && amounts.has(Math.abs(total.value)) ? [] : ['total']),
  ];
  return missing.map((field) => ({ code: 'page_not_compared', field }));
}

/** Its words in capitals, a blank around each: `Nº A-2026/0117` has the word `A-2026/0117`, and not `2026`. */
const wordsOf = (text: string): string =>
  ` ${text
    .replaceAll(/[\s:;,()]+/g, ' ')
    .trim()
    .toUpperCase()} `;

/** The page's only tax id beside ours is its supplier's; of several nobody knows whose. */
function supplierDifference({ supplierTaxId }: DocumentFields, { parties: { taxIds } }: ReadInvoice): Difference[] {
  const [id, ...others] = taxIds;
  return id && others.length === 0 && supplierTaxId && id.value !== supplierTaxId.value
    ? [{ field: 'supplier', data: supplierTaxId.value, page: id.value }]
    : [];
}

const compact = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** A number with spaces in it is one word of them on the page. */
function numberDifference({ number }: DocumentFields, page: ReadInvoice): Difference[] {
  const shown = believed(page.number);
  if (!number || shown === undefined) return [];
  const isSame = compact(number.value) === compact(shown) || number.value.split(/\s+/).includes(shown);
  return isSame ? [] : [{ field: 'number', data: number.value, page: shown }];
}

const plainDifferences = (data: DocumentFields, page: ReadInvoice): Difference[] =>
  (['date', 'dueDate', 'currency'] as const).flatMap((field) => {
    const [told, shown] = [data[field]?.value, believed(page[field])];
    // A page shows any of several due dates first.
    if (field === 'dueDate' && data.instalments?.some(({ date }) => date === shown)) return [];
    return told !== undefined && shown !== undefined && told !== shown ? [{ field, data: told, page: shown }] : [];
  });

/** A page may name several accounts: the one that the data want paid must be among them. */
function ibanDifference({ iban }: DocumentFields, { parties: { ibans } }: ReadInvoice): Difference[] {
  const [first] = ibans;
  return iban && first && !ibans.some(({ value }) => value === iban.value) ? [{ field: 'iban', data: iban.value, page: first.value }] : [];
}

interface Sums {
  readonly base: number;
  readonly tax: number;
}

/** What each rate makes of its base, however often it is told, and however a credit note signs it. */
function byRate(taxes: readonly { readonly value: Sums & { readonly rate: string } }[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { value } of taxes) {
    const rate = String(Number(value.rate));
    const { base, tax } = sums.get(rate) ?? { base: 0, tax: 0 };
    sums.set(rate, { base: base + value.base, tax: tax + value.tax });
  }
  return new Map([...sums].map(([rate, { base, tax }]) => [rate, { base: Math.abs(base), tax: Math.abs(tax) }]));
}

/** Bases and taxes are compared where those of the page come out right. */
function taxDifferences({ taxes, currency }: DocumentFields, page: ReadInvoice): Difference[] {
  if (page.taxes.length === 0 || !page.taxes.every(({ confidence }) => confidence >= BELIEVED)) return [];
  const [told, shown] = [byRate(taxes), byRate(page.taxes)];
  const text = (sums: Sums | undefined): string =>
    sums ? `${minorText(sums.base, currency?.value)} + ${minorText(sums.tax, currency?.value)}` : '–';
  return [...new Set([...told.keys(), ...shown.keys()])].flatMap((rate): Difference[] => {
    const [data, of] = [text(told.get(rate)), text(shown.get(rate))];
    return data === of ? [] : [{ field: 'taxes', rate, data, page: of }];
  });
}

function amountDifferences(data: DocumentFields, page: ReadInvoice): Difference[] {
  const amounts: readonly (readonly ['withholding' | 'total', Told<number>, ReadField<number> | undefined])[] = [
    ['withholding', data.withholding, page.withholding],
    ['total', data.total, page.total],
  ];
  return amounts.flatMap(([field, told, read]): Difference[] => {
    const shown = believed(read);
    if (!told || shown === undefined || Math.abs(told.value) === Math.abs(shown)) return [];
    const [is, of] = [told.value, shown].map((minor) => minorText(minor, data.currency?.value));
    return [{ field, data: is ?? '', page: of ?? '' }];
  });
}
