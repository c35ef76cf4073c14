import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';

/** A rate and the days on which it stood. */
export interface TaxRate {
  readonly from: IsoDate;
  /** Last day; absent: in force. */
  readonly to?: IsoDate;
  readonly percent: string;
  /** Equivalence surcharge on top (Ley 37/1992 art. 161). */
  readonly surcharge?: string;
}

/**
 * What a tax is of, by the letters of AEAT's and OCA's maps of the form 303. Sales: `S` domestic, `SE` exempt, `SK` within the
 * Union, `SG` export, `SAE` reverse charge, `SNS` not subject by place. Purchases: `P` domestic, `PC` capital good, `PM`/`PMC`
 * import, `PK`/`PKC` from the Union, `PAE`/`PAEC` reverse charge, `PND` not deducted.
 */
export type Operation = 'S' | 'SE' | 'SK' | 'SG' | 'SAE' | 'SNS' | 'P' | 'PC' | 'PM' | 'PMC' | 'PK' | 'PKC' | 'PAE' | 'PAEC' | 'PND';

/** A tax code and the rates it stood for, by first day of validity. */
export interface TaxCode {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** EN 16931 VAT category (UNCL 5305): S standard, Z zero, E exempt, G export, K intra-community, AE reverse charge, O not subject. */
  readonly category: 'S' | 'Z' | 'E' | 'G' | 'K' | 'AE' | 'O';
  readonly rates: readonly TaxRate[];
  /** What an invoice must say when no tax is charged (RD 1619/2012, art. 6.1.j and m). */
  readonly note?: string;
  /** What it is of when it is sold, and when it is bought; absent: it is not. */
  readonly sale?: Operation;
  readonly purchase?: Operation;
  /** Who owes the tax of a purchase: the buyer at once (`self`), or the buyer with the return, to customs (`return`). Absent: the supplier charges it. */
  readonly owed?: 'self' | 'return';
  /** Percentage of a purchase's tax that is deducted. Absent: all. */
  readonly deducted?: '0' | '50';
  /** Key of the recapitulative statement, form 349. */
  readonly key349?: 'E' | 'S' | 'A' | 'I';
  /** The code that its surcharge stands under on documents. */
  readonly surcharge?: string;
}

/** Ley 37/1992 arts. 90 and 91; RDL 8/2010 (from 2010-07-01), RDL 20/2012 (from 2012-09-01). Surcharge: art. 161. Checked 2026-11-29; confidence high. */
const GENERAL: readonly TaxRate[] = [
  { from: '1995-01-01', to: '2010-06-30', percent: '16' },
  { from: '2010-07-01', to: '2012-08-31', percent: '18' },
  { from: '2012-09-01', percent: '21' },
];
const REDUCED: readonly TaxRate[] = [
  { from: '1995-01-01', to: '2010-06-30', percent: '7' },
  { from: '2010-07-01', to: '2012-08-31', percent: '8' },
  { from: '2012-09-01', percent: '10' },
];
const SUPER_REDUCED: readonly TaxRate[] = [{ from: '1995-01-01', percent: '4' }];
const NO_TAX: readonly TaxRate[] = [{ from: '1900-01-01', percent: '0' }];
const RATES = { G: GENERAL, R: REDUCED, S: SUPER_REDUCED } as const;
const RATE_NAMES = { G: 'tipo general', R: 'tipo reducido', S: 'tipo superreducido' } as const;

const RATE_NAMES_EN = { G: 'general rate', R: 'reduced rate', S: 'super-reduced rate' } as const;

/** Deliveries of Ley 37/1992 art. 84.Uno.2.º.g): their invoices are of a series of their own. */
export const REVERSE_CHARGE_G = 'ISP-84G';

/** Codes of sales and, those of domestic rates, of what domestic suppliers charge. */
const SALES: readonly TaxCode[] = [
  {
    code: 'IVA21',
    name: 'IVA 21 %',
    nameEn: 'VAT 21 %',
    category: 'S',
    rates: [{ from: '1900-01-01', percent: '21' }],
    sale: 'S',
    purchase: 'P',
  },
  { code: 'IVA-G', name: 'IVA tipo general', nameEn: 'VAT, general rate', category: 'S', rates: GENERAL, sale: 'S', purchase: 'P' },
  { code: 'IVA-R', name: 'IVA tipo reducido', nameEn: 'VAT, reduced rate', category: 'S', rates: REDUCED, sale: 'S', purchase: 'P' },
  {
    code: 'IVA-S',
    name: 'IVA tipo superreducido',
    nameEn: 'VAT, super-reduced rate',
    category: 'S',
    rates: SUPER_REDUCED,
    sale: 'S',
    purchase: 'P',
  },
  {
    code: 'EXENTO',
    name: 'Operación exenta',
    nameEn: 'Exempt',
    category: 'E',
    rates: NO_TAX,
    note: 'Operación exenta de IVA (art. 20 Ley 37/1992)',
    sale: 'SE',
    purchase: 'PND',
  },
  {
    code: 'EXPORT',
    name: 'Exportación',
    nameEn: 'Export',
    category: 'G',
    rates: NO_TAX,
    note: 'Exportación exenta (art. 21 Ley 37/1992)',
    sale: 'SG',
  },
  {
    code: 'INTRA',
    name: 'Entrega intracomunitaria',
    nameEn: 'Supply of goods within the Union',
    category: 'K',
    rates: [{ from: '1993-01-01', percent: '0' }],
    note: 'Entrega intracomunitaria exenta (art. 25 Ley 37/1992)',
    sale: 'SK',
    key349: 'E',
  },
  {
    code: 'INTRA-SERV',
    name: 'Servicio a empresa de otro Estado miembro',
    nameEn: 'Service to a business of another member state',
    category: 'AE',
    rates: [{ from: '1993-01-01', percent: '0' }],
    note: 'Operación no sujeta por reglas de localización. Inversión del sujeto pasivo',
    sale: 'SK',
    key349: 'S',
  },
  {
    code: 'ISP',
    name: 'Venta con inversión del sujeto pasivo',
    nameEn: 'Sale under reverse charge',
    category: 'AE',
    rates: NO_TAX,
    note: 'Inversión del sujeto pasivo (art. 84.Uno.2.º Ley 37/1992)',
    sale: 'SAE',
  },
  {
    code: REVERSE_CHARGE_G,
    name: 'Inversión del sujeto pasivo: metales, móviles, ordenadores portátiles y tabletas',
    nameEn: 'Reverse charge of metals, mobile phones, laptops and tablets',
    category: 'AE',
    rates: NO_TAX,
    note: 'Inversión del sujeto pasivo (art. 84.Uno.2.º.g) Ley 37/1992)',
    sale: 'SAE',
  },
  {
    code: 'NO-SUJETA',
    name: 'No sujeta por reglas de localización',
    nameEn: 'Not subject by place of supply',
    category: 'O',
    rates: NO_TAX,
    note: 'Operación no sujeta por reglas de localización',
    sale: 'SNS',
  },
];

/** Sales to retailers under the equivalence surcharge. The rate of tobacco is of art. 161; checked 2026-11-29; confidence high. */
const SURCHARGED: readonly TaxCode[] = (
  [
    [
      'IVA-G-RE',
      'IVA general con recargo de equivalencia',
      'General rate with equivalence surcharge',
      'RE-G',
      GENERAL.slice(1),
      ['4', '5.2'],
    ],
    [
      'IVA-R-RE',
      'IVA reducido con recargo de equivalencia',
      'Reduced rate with equivalence surcharge',
      'RE-R',
      REDUCED.slice(1),
      ['1', '1.4'],
    ],
    [
      'IVA-S-RE',
      'IVA superreducido con recargo de equivalencia',
      'Super-reduced rate with equivalence surcharge',
      'RE-S',
      [{ from: '2012-09-01', percent: '4' }],
      ['0.5'],
    ],
    ['IVA-T-RE', 'Tabaco con recargo de equivalencia', 'Tobacco with equivalence surcharge', 'RE-T', GENERAL.slice(2), ['1.75']],
  ] as const
).map(([code, name, nameEn, surcharge, rates, percents]) => ({
  ...{ code, name, nameEn, surcharge, category: 'S', sale: 'S' },
  rates: rates.map((rate, i) => ({ ...rate, surcharge: percents[i] ?? '' })),
}));

/**
 * Rates of past years, refused on any day that no row covers. Source: RDL 20/2022 art. 72, RDL 4/2024; checked 2026-11-29;
 * confidence high. VAT on cash basis has no row at all: there is no pack for it.
 */
const OF_THEIR_TIME: readonly TaxCode[] = [
  {
    code: 'IVA-ALIM',
    name: 'Alimentos básicos (2023 y 2024)',
    nameEn: 'Basic food (2023 and 2024)',
    category: 'S',
    rates: [
      { from: '2023-01-01', to: '2024-09-30', percent: '0' },
      { from: '2024-10-01', to: '2024-12-31', percent: '2' },
    ],
    sale: 'S',
    purchase: 'P',
  },
  {
    code: 'IVA-PASTA',
    name: 'Aceites de semillas y pastas (2023 y 2024)',
    nameEn: 'Seed oils and pasta (2023 and 2024)',
    category: 'S',
    rates: [
      { from: '2023-01-01', to: '2024-09-30', percent: '5' },
      { from: '2024-10-01', to: '2024-12-31', percent: '7.5' },
    ],
    sale: 'S',
    purchase: 'P',
  },
  { code: 'RECC', name: 'Criterio de caja', nameEn: 'VAT on cash basis', category: 'S', rates: [], sale: 'S', purchase: 'P' },
];

type Purchase = Pick<TaxCode, 'owed' | 'deducted' | 'key349'> & {
  readonly name: string;
  readonly nameEn: string;
  readonly rates: string;
  readonly purchase: Operation;
};
/** What is bought other than with the plain tax of a domestic supplier (arts. 13, 17, 84.Uno.2.º, 86, 95, 96, 108, 167.Dos). */
const PURCHASES: Readonly<Record<string, Purchase>> = {
  INV: { name: 'Bien de inversión', nameEn: 'Capital good', purchase: 'PC', rates: 'G' },
  ISP: {
    name: 'Inversión del sujeto pasivo (art. 84.Uno.2.º)',
    nameEn: 'Reverse charge (art. 84.Uno.2.º)',
    purchase: 'PAE',
    rates: 'GR',
    owed: 'self',
  },
  ISPI: {
    name: 'Bien de inversión con inversión del sujeto pasivo',
    nameEn: 'Capital good under reverse charge',
    purchase: 'PAEC',
    rates: 'G',
    owed: 'self',
  },
  UEB: {
    name: 'Adquisición intracomunitaria de bienes',
    nameEn: 'Goods from the Union',
    purchase: 'PK',
    rates: 'GRS',
    owed: 'self',
    key349: 'A',
  },
  UES: { name: 'Servicio recibido de la Unión', nameEn: 'Service from the Union', purchase: 'PK', rates: 'GR', owed: 'self', key349: 'I' },
  UEI: {
    name: 'Adquisición intracomunitaria de bien de inversión',
    nameEn: 'Capital good from the Union',
    purchase: 'PKC',
    rates: 'G',
    owed: 'self',
    key349: 'A',
  },
  EXS: {
    name: 'Servicio recibido de fuera de la Unión',
    nameEn: 'Service from outside the Union',
    purchase: 'PAE',
    rates: 'GR',
    owed: 'self',
  },
  IMP: { name: 'Importación', nameEn: 'Import', purchase: 'PM', rates: 'GRS' },
  IMPI: { name: 'Importación de bien de inversión', nameEn: 'Import of a capital good', purchase: 'PMC', rates: 'G' },
  IMPD: {
    name: 'Importación con IVA diferido',
    nameEn: 'Import, VAT deferred to the return',
    purchase: 'PM',
    rates: 'GRS',
    owed: 'return',
  },
  IMPDI: {
    name: 'Importación de bien de inversión con IVA diferido',
    nameEn: 'Import of a capital good, VAT deferred to the return',
    purchase: 'PMC',
    rates: 'G',
    owed: 'return',
  },
  ND: { name: 'IVA no deducible', nameEn: 'VAT not deductible', purchase: 'PND', rates: 'GRS', deducted: '0' },
  MED: { name: 'IVA deducible al 50 %', nameEn: 'VAT deductible by half', purchase: 'P', rates: 'GR', deducted: '50' },
  MEDI: {
    name: 'Bien de inversión con IVA deducible al 50 %',
    nameEn: 'Capital good, VAT deductible by half',
    purchase: 'PC',
    rates: 'G',
    deducted: '50',
  },
};
const BOUGHT: readonly TaxCode[] = Object.entries(PURCHASES).flatMap(([id, { name, nameEn, rates, ...of }]) =>
  [...rates].map((rate) => ({
    code: `${id}-${rate}`,
    name: `${name}, ${RATE_NAMES[rate as keyof typeof RATES]}`,
    nameEn: `${nameEn}, ${RATE_NAMES_EN[rate as keyof typeof RATES]}`,
    category: of.owed ? ('AE' as const) : ('S' as const),
    rates: RATES[rate as keyof typeof RATES],
    ...of,
  })),
);

/** Spanish VAT. Energy of 2021–2026 and what awaits validation are not part of this pack: not verified. */
export const VAT_ES: readonly TaxCode[] = [...SALES, ...(SURCHARGED as readonly TaxCode[]), ...OF_THEIR_TIME, ...BOUGHT];

const codesWhere = (is: (code: TaxCode) => boolean) => VAT_ES.flatMap((each) => (is(each) ? [each.code] : [])) as [string, ...string[]];
/** Codes of what is sold. */
export const TAX_CODES = codesWhere(({ sale }) => sale !== undefined);
/** Codes of what is bought. */
export const INPUT_TAX_CODES = codesWhere(({ purchase }) => purchase !== undefined);

const BY_CODE: ReadonlyMap<string, TaxCode> = new Map(VAT_ES.map((each) => [each.code, each]));
export const taxCodeOf = (code: string): TaxCode | undefined => BY_CODE.get(code);

/** Operations of capital goods (art. 108). */
const CAPITAL: ReadonlySet<string> = new Set(['PC', 'PMC', 'PKC', 'PAEC']);
export const isCapital = (code: string): boolean => CAPITAL.has(taxCodeOf(code)?.purchase ?? '');
/** The code of capital goods that is like one of current purchases at the general rate, by what is before the letter of the rate. */
const CAPITAL_LIKE: Readonly<Record<string, string>> = { IVA: 'INV', MED: 'MEDI', ISP: 'ISPI', UEB: 'UEI', IMP: 'IMPI', IMPD: 'IMPDI' };
export function capitalCodeOf(code: string): string | undefined {
  const [kind = '', rate] = code === 'IVA21' ? ['IVA', 'G'] : code.split('-');
  const like = CAPITAL_LIKE[kind];
  return rate === 'G' && like ? `${like}-G` : undefined;
}

const rateOn = (code: string, date: IsoDate): TaxRate | undefined =>
  BY_CODE.get(code)?.rates.find(({ from, to }) => from <= date && date <= (to ?? date));

/** Whether a code has a rate on a day. */
export const isInForce = (code: string, date: IsoDate): boolean => rateOn(code, date) !== undefined;

/** The percentage of a tax code on a day. @throws DomainError `tax.no_rate`, `tax.no_pack` (422) where no row covers it. */
export function taxPercent(code: string, date: IsoDate): string {
  const rate = rateOn(code, date);
  if (rate) return rate.percent;
  if (BY_CODE.get(code)?.rates.length === 0)
    throw refused('tax.no_pack', 'VAT on cash basis is not supported yet: use a code of the general regime.', 'taxCode', { taxCode: code });
  throw refused('tax.no_rate', `The tax code ${code} has no rate on ${date}. Use another code or another date.`, 'taxCode', {
    taxCode: code,
    date,
  });
}

/** The surcharge of a code at a rate: of the row that has that rate. Undefined where it bears none. */
export function surchargeOf(code: string, percent: string): { readonly code: string; readonly percent: string } | undefined {
  const known = BY_CODE.get(code);
  const surcharge = known?.rates.find((rate) => rate.percent === percent)?.surcharge;
  return known?.surcharge && surcharge ? { code: known.surcharge, percent: surcharge } : undefined;
}

/** Codes that surcharges stand under: their base is that of the tax beside them. */
const SURCHARGES: ReadonlySet<string> = new Set(VAT_ES.flatMap(({ surcharge }) => surcharge ?? []));
export const isSurcharge = (code: string): boolean => SURCHARGES.has(code);
