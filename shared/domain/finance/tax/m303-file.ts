import { assert } from '#kernel/assert.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { minorText, type Sum } from '#kernel/money.ts';
import { M303_LAYOUT } from './m303-layout.ts';

type Page = keyof typeof M303_LAYOUT;
/** Page totals of AEAT's sheet. */
const LENGTHS: Readonly<Record<Page, number>> = { '01000': 1581, '03000': 1017, DID00: 823 };

interface Field {
  readonly at: number;
  readonly length: number;
  /** `N`: an amount with its sign. `Num`: a number without. `An`, `A`: text. */
  readonly type: string;
  /** A box, a name, or `=` and a constant; empty: blanks. */
  readonly of: string;
}
const FIELDS = Object.fromEntries(
  Object.entries(M303_LAYOUT).map(([page, text]) => [
    page,
    text
      .trim()
      .split(/·|\n/)
      .map((part): Field => {
        const [at = '', length = '', type = '', of = ''] = part.trim().split(/\s+/);
        return { at: Number(at), length: Number(length), type, of };
      }),
  ]),
) as unknown as Readonly<Record<Page, readonly Field[]>>;

/** C compensate, D refund, I pay, U direct debit, N nothing. */
export const DECLARATION_TYPES = ['C', 'D', 'I', 'U', 'N'] as const;
export type DeclarationType = (typeof DECLARATION_TYPES)[number];

export interface Return303 {
  readonly company: { readonly taxId: string; readonly name: string };
  /** `2026-2T` or `2026-05`. */
  readonly period: string;
  readonly type: DeclarationType;
  readonly boxes: readonly { readonly box: string; readonly amount: Sum }[];
  readonly iban?: string | undefined;
  /** Number of the return of the same period that it rectifies. */
  readonly rectifies?: string | undefined;
}

/** Boxes of the file that take no sign: what is negative there cannot be filed. */
const UNSIGNED: ReadonlySet<string> = new Set(
  Object.values(FIELDS).flatMap((fields) => fields.flatMap(({ type, of }) => (type === 'Num' && /^\d+$/.test(of) ? [of] : []))),
);
/** Why the boxes cannot be filed, or undefined: a base or tax below zero goes to the boxes of modifications. */
export function refusalOfNegative(boxes: Return303['boxes']): Refusal | undefined {
  const negative = boxes.find(({ box, amount }) => amount < 0 && UNSIGNED.has(box));
  if (negative?.box === '77')
    return refusal(
      'tax_return.import',
      `Box 77 comes to ${minorText(negative.amount)} EUR, and takes nothing below zero: customs alone correct import VAT that they assessed. Take back the credit note, or the reversal of the bill, that has it, or rectify the return of the period of the import.`,
      'query.period',
      { box: negative.box, amount: minorText(negative.amount) },
    );
  return (
    negative &&
    refusal(
      'tax_return.negative',
      `Box ${negative.box} comes to ${minorText(negative.amount)} EUR, and takes nothing below zero: what corrects earlier documents is entered as a credit note, for boxes 14, 15, 40 and 41.`,
      'query.period',
      { box: negative.box, amount: minorText(negative.amount) },
    )
  );
}

const LETTERS: Readonly<Record<string, string>> = { Ç: 'C', '·': '.', ª: 'A', º: 'O' };
/** Capitals without accents, which every encoding writes alike; Ñ stays (ISO-8859-1). */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll('Ñ', '\u0000')
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('\u0000', 'Ñ')
    .replaceAll(/[Ç·ªº]/g, (letter) => LETTERS[letter] ?? ' ')
    .replaceAll(/[^ -~Ñ]/g, ' ');

/** An amount in cents, `N` in front of what is below zero. */
function amountField(amount: Sum, { length, type, of }: Field): string {
  const digits = String(amount < 0 ? -BigInt(amount) : BigInt(amount));
  assert(amount >= 0 || type === 'N', `box ${of} takes no sign`);
  assert(digits.length <= length - (amount < 0 ? 1 : 0), `box ${of} is too long for its field`);
  return amount < 0 ? `N${digits.padStart(length - 1, '0')}` : digits.padStart(length, '0');
}

function fieldText(field: Field, words: Readonly<Record<string, string>>, boxes: ReadonlyMap<string, Sum>): string {
  const { length, type, of } = field;
  if (of.startsWith('=')) return of.slice(1).padEnd(length);
  if (/^\d+$/.test(of)) return amountField(boxes.get(of) ?? 0, field);
  const text = plain(words[of] ?? '').slice(0, length);
  return type === 'Num' ? text.padStart(length, '0') : text.padEnd(length);
}

const periodText = (period: string): string => period.slice(5);

/**
 * The file of a return: pages one after the other in AEAT's envelope, without line breaks; to be written in ISO-8859-1. Only AEAT
 * accepts it. @throws AssertionError where an amount does not fit: {@link refusalOfNegative} is asked first.
 */
export function file303(filed: Return303): string {
  const { company, period, type, boxes, iban = '', rectifies } = filed;
  const words: Readonly<Record<string, string>> = {
    ...{ type, nif: company.taxId.replace(/^ES/, ''), name: company.name, year: period.slice(0, 4), period: periodText(period), iban },
    ...{ idle: type === 'N' && boxes.every(({ amount }) => amount === 0) ? 'X' : '', sepa: iban ? '1' : '0' },
    ...(rectifies === undefined ? {} : { rectifies: 'X', justificante: rectifies }),
  };
  const amounts = new Map(boxes.map(({ box, amount }) => [box, amount]));
  const account = type === 'U' || type === 'D' || (amounts.get('111') ?? 0) !== 0;
  const pages: Page[] = ['01000', '03000', ...(account ? (['DID00'] as const) : [])];
  const texts = pages.map((page) => FIELDS[page].map((field) => fieldText(field, words, amounts)).join(''));
  const tag = `T3030${period.slice(0, 4)}${periodText(period)}0000`;
  const aux = `${' '.repeat(70)}    ${' '.repeat(4)}${' '.repeat(9)}${' '.repeat(213)}`;
  return `<${tag}><AUX>${aux}</AUX>${texts.join('')}</${tag}>`;
}

/** Boxes that are the sum of others, as the file must have them. */
const SUMS: Readonly<Record<string, string>> = {
  27: '152+167+03+155+06+09+11+13+15+158+170+18+21+24+26',
  45: '29+31+33+35+37+39+41+42+43+44',
  46: '27-45',
  64: '46+76',
  87: '110-78',
  69: '66+77-78+68+108',
  71: '69-70+109-112',
};

/** The boxes of a file, read back by the layout. Cents. */
export function boxesOf303(text: string): ReadonlyMap<string, bigint> {
  const boxes = new Map<string, bigint>();
  for (const { start, page } of pagesOf(text))
    for (const { at, length, of } of FIELDS[page]) {
      const raw = text.slice(start + at - 1, start + at - 1 + length);
      if (/^\d+$/.test(of)) boxes.set(of, raw.startsWith('N') ? -BigInt(raw.slice(1)) : BigInt(raw));
    }
  return boxes;
}

const pagesOf = (text: string): { start: number; page: Page }[] =>
  [...text.matchAll(/<T303(01000|03000|DID00)>/g)].map(({ index, 1: page }) => ({ start: index, page: page as Page }));

/**
 * What is wrong with a file, checked by its layout alone: lengths, constants, digits and sums. None: it is as its design says; whether
 * AEAT takes it, AEAT alone says.
 */
export function faultsOf303(text: string): string[] {
  const faults = pagesOf(text).flatMap(({ start, page }) => {
    const body = text.slice(start, start + LENGTHS[page]);
    const wrong = FIELDS[page].flatMap(({ at, length, type, of }) => {
      const raw = body.slice(at - 1, at - 1 + length);
      if (of.startsWith('=') && raw.trim() !== of.slice(1)) return [`${page} ${at}: "${raw}" is not ${of.slice(1)}`];
      if (/^\d+$/.test(of) && !(type === 'N' ? /^[N\d]\d+$/ : /^\d+$/).test(raw)) return [`${page} ${at}: "${raw}" is no amount`];
      return [];
    });
    return body.length === LENGTHS[page] ? wrong : [`${page}: ${body.length} characters, and not ${LENGTHS[page]}`];
  });
  if (!/^<T3030\d{4}..0000><AUX>.{300}<\/AUX>.*<\/T3030\d{4}..0000>$/.test(text)) faults.push('the envelope is not that of form 303');
  if (faults.length > 0) return faults;
  const boxes = boxesOf303(text);
  return Object.entries(SUMS).flatMap(([box, formula]) => {
    const parts = formula.match(/[+-]?\d+/g) ?? [];
    const total = parts.reduce((sum, part) => {
      const amount = boxes.get(part.replace(/^[+-]/, '')) ?? 0n;
      return part.startsWith('-') ? sum - amount : sum + amount;
    }, 0n);
    return total === (boxes.get(box) ?? 0n) ? [] : [`box ${box} is not ${formula}`];
  });
}
