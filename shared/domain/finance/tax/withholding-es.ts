import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { bareTaxId, isSpanishTaxId } from '#kernel/tax-id-es.ts';

/** Where a type is declared: work and economic activities on form 111 (and 190), rent on 115 (and 180). */
type WithheldOf = 'work' | 'kind' | 'activity' | 'rent';

interface WithholdingType {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly percent: string;
  readonly from: IsoDate;
  readonly of: WithheldOf;
  /** Key and subkey on form 190; empty on 180, which has none. Of directors and courses the key alone: their subkeys depend on what a bill does not tell. */
  readonly key190: string;
}

const FROM: IsoDate = '2023-01-26';

/**
 * Income tax that a company withholds from what it pays for work, activities and rent. Source: RD 439/2007 arts. 80, 95 and 100, Ley
 * 35/2006 art. 101 (consolidated texts, checked 2026-11-29; confidence high); keys: AEAT, design of record 190 of 2025. In force with
 * these rates since 2023-01-26 as checked; before that day there is no row, and nothing is guessed. The base is the consideration
 * without VAT.
 *
 * Not here: capital (19 %, form 123, which the product does not have), intellectual and industrial property and image rights (their
 * rates were not checked to the same confidence), arrears (of wages, on no bill).
 */
export const WITHHOLDING_ES = [
  {
    ...{ code: 'PRO15', name: 'Actividades profesionales', nameEn: 'Professional activities' },
    ...{ percent: '15', from: FROM, of: 'activity', key190: 'G01' },
  },
  {
    ...{ code: 'PRO7', name: 'Profesionales de nuevo inicio', nameEn: 'New professionals' },
    ...{ percent: '7', from: FROM, of: 'activity', key190: 'G03' },
  },
  {
    ...{ code: 'PRO7B', name: 'Recaudadores municipales, mediadores de seguros y delegados de loterías' },
    ...{ nameEn: 'Municipal collectors, insurance brokers, lottery delegates' },
    ...{ percent: '7', from: FROM, of: 'activity', key190: 'G02' },
  },
  {
    ...{ code: 'PRO7C', name: 'Artistas con menos de 15.000 € y más del 75 % de sus rentas' },
    ...{ nameEn: 'Artists with less than 15,000 € and more than 75 % of their income' },
    ...{ percent: '7', from: FROM, of: 'activity', key190: 'G04' },
  },
  {
    ...{ code: 'AGR2', name: 'Actividades agrícolas y ganaderas', nameEn: 'Agriculture and livestock' },
    ...{ percent: '2', from: FROM, of: 'activity', key190: 'H01' },
  },
  {
    ...{ code: 'AGR1', name: 'Engorde de porcino y avicultura', nameEn: 'Pig fattening and poultry' },
    ...{ percent: '1', from: FROM, of: 'activity', key190: 'H02' },
  },
  {
    ...{ code: 'FOR2', name: 'Actividades forestales', nameEn: 'Forestry' },
    ...{ percent: '2', from: FROM, of: 'activity', key190: 'H03' },
  },
  {
    ...{ code: 'MOD1', name: 'Actividades en estimación objetiva', nameEn: 'Activities under objective estimation' },
    ...{ percent: '1', from: FROM, of: 'activity', key190: 'H04' },
  },
  {
    ...{ code: 'CUR15', name: 'Cursos, conferencias y obras', nameEn: 'Courses, lectures and works' },
    ...{ percent: '15', from: FROM, of: 'work', key190: 'F' },
  },
  {
    ...{ code: 'DIR35', name: 'Administradores y consejeros', nameEn: 'Directors' },
    ...{ percent: '35', from: FROM, of: 'work', key190: 'E' },
  },
  {
    ...{ code: 'DIR19', name: 'Administradores de entidades con cifra de negocios menor de 100.000 €' },
    ...{ nameEn: 'Directors of entities with a turnover below 100,000 €' },
    ...{ percent: '19', from: FROM, of: 'work', key190: 'E' },
  },
  {
    ...{ code: 'RENT19', name: 'Arrendamiento de inmuebles urbanos', nameEn: 'Rent of urban property' },
    ...{ percent: '19', from: FROM, of: 'rent', key190: '' },
  },
] as const satisfies readonly WithholdingType[];

type Code = (typeof WITHHOLDING_ES)[number]['code'];
export const WITHHOLDING_CODES = WITHHOLDING_ES.map(({ code }) => code) as unknown as readonly [Code, ...Code[]];

/** Of wages, by the rate of each person (RIRPF arts. 80 to 89), in money and in kind: on slips, never on a bill. */
export const WITHHELD_OF_WAGES = { money: 'NOM', kind: 'NOMES' } as const;
const WAGES: readonly { readonly code: string; readonly of: WithheldOf }[] = [
  { code: WITHHELD_OF_WAGES.money, of: 'work' },
  { code: WITHHELD_OF_WAGES.kind, of: 'kind' },
];
const KEY_OF_WAGES = 'A';

/** The codes that are declared together. */
export const withheldOf = (...of: readonly WithheldOf[]): readonly string[] =>
  [...WITHHOLDING_ES, ...WAGES].filter((type) => of.includes(type.of)).map(({ code }) => code);
/** Codes of wages alone: what each person earns is seen by whoever sees pay. */
export const WAGE_CODES: readonly string[] = WAGES.map(({ code }) => code);
/** Of rent (forms 115 and 180), and of all else (111 and 190). */
export const WITHHELD_OF_RENT = withheldOf('rent');
export const WITHHELD_OF_WORK = withheldOf('work', 'kind', 'activity');

/** The key of form 190 for a code of withholding. */
export const key190Of = (code: string): string =>
  WAGE_CODES.includes(code) ? KEY_OF_WAGES : (WITHHOLDING_ES.find((type) => type.code === code)?.key190 ?? '');

/** The rate of a type on a day, or undefined where the day has no row. */
export function withholdingPercent(code: string, date: IsoDate): string | undefined {
  const row = WITHHOLDING_ES.find((type) => type.code === code);
  return row && row.from <= date ? row.percent : undefined;
}

/**
 * Tax ids of those who pay corporate tax (Orden EHA/451/2008). Those of entities that attribute their income to members, E, H and J
 * among them, are not: their income bears withholding as that of people does (Ley 35/2006 art. 89).
 */
const COMPANY = /^[ABCDFGNPQRSUVW]\d{7}[0-9A-J]$/;
export function isCompanyTaxId(taxId: string): boolean {
  const bare = bareTaxId(taxId);
  return COMPANY.test(bare) && isSpanishTaxId(bare);
}

/**
 * Why a type is not withheld from a supplier, or undefined: what is withheld for work and activities is income tax of people, and a
 * company's fees bear none (RD 439/2007 art. 75). Rent of urban property bears it whoever the landlord is (RD 634/2015 art. 60).
 * @param code absent or `none`: nothing is withheld. @param taxId of the supplier.
 */
export function refusalOfCompanyWithholding(code: string | undefined, taxId: string | undefined, field: string): Refusal | undefined {
  if (code === undefined || !taxId || !WITHHELD_OF_WORK.includes(code) || !isCompanyTaxId(taxId)) return undefined;
  return refusal(
    'tax.company_withholding',
    `${taxId} is the tax id of a company, whose fees bear no income tax withheld: ${code} is for people. Take the withholding off, or correct the tax id; rent of property has RENT19, which companies bear too.`,
    field,
    { taxId, withholding: code },
  );
}
