import type { IsoDate } from '#kernel/date.ts';

interface WithholdingType {
  readonly code: string;
  readonly name: string;
  readonly percent: string;
  readonly from: IsoDate;
}

/**
 * Income tax that a company withholds from what it pays for work and rent. Source: RD 439/2007 arts. 95.1 and 100, Ley 35/2006
 * art. 101 (consolidated texts, checked 2026-11-29; confidence high). In force with these rates since 2023-01-26 as checked;
 * before that day there is no row, and nothing is guessed. The base is the consideration without VAT.
 */
export const WITHHOLDING_ES = [
  { code: 'PRO15', name: 'Actividades profesionales', percent: '15', from: '2023-01-26' },
  { code: 'PRO7', name: 'Profesionales de nuevo inicio', percent: '7', from: '2023-01-26' },
  { code: 'AGR2', name: 'Actividades agrícolas y ganaderas', percent: '2', from: '2023-01-26' },
  { code: 'MOD1', name: 'Actividades en estimación objetiva', percent: '1', from: '2023-01-26' },
  { code: 'RENT19', name: 'Arrendamiento de inmuebles urbanos', percent: '19', from: '2023-01-26' },
] as const satisfies readonly WithholdingType[];

export const WITHHOLDING_CODES = WITHHOLDING_ES.map(({ code }) => code) as unknown as readonly [
  (typeof WITHHOLDING_ES)[number]['code'],
  ...(typeof WITHHOLDING_ES)[number]['code'][],
];

/** Of rent (forms 115 and 180), and of all else (111 and 190). */
export const WITHHELD_OF_RENT: readonly string[] = WITHHOLDING_CODES.filter((code) => code.startsWith('RENT'));
export const WITHHELD_OF_WORK: readonly string[] = WITHHOLDING_CODES.filter((code) => !code.startsWith('RENT'));

/** The rate of a type on a day, or undefined where the day has no row. */
export function withholdingPercent(code: string, date: IsoDate): string | undefined {
  const row = WITHHOLDING_ES.find((type) => type.code === code);
  return row && row.from <= date ? row.percent : undefined;
}
