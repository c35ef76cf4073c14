import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';

/** A tax code and the rates it stood for, by first day of validity. */
export interface TaxCode {
  readonly code: string;
  readonly name: string;
  /** EN 16931 VAT category (UNCL 5305): S standard, Z zero, E exempt, G export, K intra-community. */
  readonly category: 'S' | 'Z' | 'E' | 'G' | 'K';
  readonly rates: readonly { readonly from: IsoDate; readonly percent: string }[];
  /** What an invoice must say when no tax is charged (RD 1619/2012, art. 6.1.j). */
  readonly note?: string;
}

/**
 * Spanish VAT (Ley 37/1992, arts. 90 and 91). Rate changes: RDL 8/2010 (18/8 % from 2010-07-01), RDL 20/2012 (21/10 %
 * from 2012-09-01). The reduced rates of 2022–2024 on food and energy are not part of this pack.
 */
export const VAT_ES: readonly TaxCode[] = [
  { code: 'IVA21', name: 'IVA 21 %', category: 'S', rates: [{ from: '1900-01-01', percent: '21' }] },
  {
    code: 'IVA-G',
    name: 'IVA tipo general',
    category: 'S',
    rates: [
      { from: '1995-01-01', percent: '16' },
      { from: '2010-07-01', percent: '18' },
      { from: '2012-09-01', percent: '21' },
    ],
  },
  {
    code: 'IVA-R',
    name: 'IVA tipo reducido',
    category: 'S',
    rates: [
      { from: '1995-01-01', percent: '7' },
      { from: '2010-07-01', percent: '8' },
      { from: '2012-09-01', percent: '10' },
    ],
  },
  { code: 'IVA-S', name: 'IVA tipo superreducido', category: 'S', rates: [{ from: '1995-01-01', percent: '4' }] },
  {
    code: 'EXENTO',
    name: 'Operación exenta',
    category: 'E',
    rates: [{ from: '1900-01-01', percent: '0' }],
    note: 'Operación exenta de IVA (art. 20 Ley 37/1992)',
  },
  {
    code: 'EXPORT',
    name: 'Exportación',
    category: 'G',
    rates: [{ from: '1900-01-01', percent: '0' }],
    note: 'Exportación exenta (art. 21 Ley 37/1992)',
  },
  {
    code: 'INTRA',
    name: 'Entrega intracomunitaria',
    category: 'K',
    rates: [{ from: '1993-01-01', percent: '0' }],
    note: 'Entrega intracomunitaria exenta (art. 25 Ley 37/1992)',
  },
];

export const TAX_CODES = VAT_ES.map((t) => t.code) as [string, ...string[]];

/** Codes that a domestic supplier's bill can bear: what it charged is deducted (Ley 37/1992 art. 92), or there is no tax on it. */
export const INPUT_TAX_CODES = VAT_ES.flatMap(({ code, category }) => (category === 'S' || category === 'E' ? [code] : [])) as [
  string,
  ...string[],
];

/** The percentage of a tax code on a day. @throws DomainError `tax.no_rate` (422) before its first day. */
export function taxPercent(code: string, date: IsoDate): string {
  const rates = VAT_ES.find((t) => t.code === code)?.rates ?? [];
  const rate = rates.findLast((r) => r.from <= date);
  if (!rate)
    throw refused('tax.no_rate', `The tax code ${code} has no rate on ${date}. Use another code or another date.`, 'taxCode', {
      taxCode: code,
      date,
    });
  return rate.percent;
}
