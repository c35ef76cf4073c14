import { type Sum, sumOf } from '#kernel/money.ts';
import type { TaxFact } from '#kernel/record.ts';
import { VAT_ES } from './vat-es.ts';

/** What a period posted of one tax: a code, a rate, a side, and whether it corrects earlier documents. Minor units. */
export interface TaxSum extends Omit<TaxFact, 'base' | 'tax'> {
  readonly base: bigint;
  readonly tax: bigint;
}

export const SECTIONS = ['output', 'input', 'result', 'information'] as const;

/** A box of the form: it takes the bases or the taxes of kinds of operations, or adds other boxes up. */
interface Box {
  readonly box: string;
  readonly section: (typeof SECTIONS)[number];
  readonly label: string;
  readonly labelEn: string;
  readonly amount?: 'base' | 'tax';
  readonly operations: readonly string[];
  /** Boxes that it adds, and with a minus takes away. */
  readonly sum: readonly string[];
}

function boxOf(row: string): Box {
  const [box = '', section = '', label = '', labelEn = '', rule = ''] = row.split('|').map((part) => part.trim());
  const [kind = '', ...rest] = rule.split(' ').filter(Boolean);
  const known = { box, section: section as Box['section'], label, labelEn };
  if (kind === '=') return { ...known, operations: [], sum: rest };
  return { ...known, ...(kind === '' ? {} : { amount: kind as 'base' | 'tax' }), operations: rest, sum: [] };
}

/**
 * Form 303 from 2026 on: the boxes that the product's tax codes reach, and those that add them up. Of the State alone (box 65:
 * 100 %). Source: AEAT, Diseño de registro modelo 303 v1.01 of 2026-01-28, and Manual práctico IVA 2025. Checked 2026-11-29;
 * confidence high.
 */
export const M303_FROM = '2026-01-01';
export const M303: readonly Box[] = `
  01 | output | Régimen general al 4 %: base | General regime at 4 %: base | base S4
  03 | output | Régimen general al 4 %: cuota | General regime at 4 %: tax | tax S4
  04 | output | Régimen general al 10 %: base | General regime at 10 %: base | base S10
  06 | output | Régimen general al 10 %: cuota | General regime at 10 %: tax | tax S10
  07 | output | Régimen general al 21 %: base | General regime at 21 %: base | base S21
  09 | output | Régimen general al 21 %: cuota | General regime at 21 %: tax | tax S21
  14 | output | Modificación de bases | Modification of bases | base SCN
  15 | output | Modificación de cuotas | Modification of taxes | tax SCN
  27 | output | Total cuota devengada | Total output tax | = 03 06 09 15
  28 | input | Operaciones interiores corrientes: base | Domestic purchases, current: base | base P
  29 | input | Operaciones interiores corrientes: cuota | Domestic purchases, current: tax | tax P
  40 | input | Rectificación de deducciones: base | Rectification of deductions: base | base PCN
  41 | input | Rectificación de deducciones: cuota | Rectification of deductions: tax | tax PCN
  45 | input | Total a deducir | Total input tax | = 29 41
  46 | result | Resultado del régimen general | Result of the general regime | = 27 -45
  64 | result | Suma de resultados | Sum of results | = 46
  66 | result | Atribuible a la Administración del Estado | Attributable to the State | = 64
  110 | result | Cuotas a compensar pendientes de periodos anteriores | To compensate, of earlier periods |
  78 | result | Cuotas a compensar aplicadas en este periodo | To compensate, applied in this period |
  87 | result | Cuotas a compensar para periodos posteriores | To compensate, left for later periods | = 110 -78
  69 | result | Resultado | Result | = 66 -78
  71 | result | Resultado de la autoliquidación | Result of the return | = 69
  59 | information | Entregas intracomunitarias | Intra-Community supplies | base SK
  60 | information | Exportaciones y operaciones asimiladas | Exports and the like | base SG
`
  .trim()
  .split('\n')
  .map(boxOf);

/** Operations that no box of a draft takes: exempt ones (art. 20), which only the yearly volume names. */
const NO_BOX = 'none';
const DOMESTIC: Readonly<Record<string, string>> = { 21: 'S21', 10: 'S10', 4: 'S4' };

/** The kind of operation that a tax is of, as the boxes name it; undefined where the form has no box for its rate. */
export function operationOf({ side, code, percent, corrects }: Omit<TaxFact, 'base' | 'tax'>): string | undefined {
  const category = VAT_ES.find((known) => known.code === code)?.category;
  if (category === 'E') return NO_BOX;
  if (side === 'input') return category === 'S' ? (corrects ? 'PCN' : 'P') : undefined;
  if (category === 'K') return 'SK';
  if (category === 'G') return 'SG';
  return category === 'S' ? (corrects ? 'SCN' : DOMESTIC[percent]) : undefined;
}

export interface BoxAmount {
  readonly box: string;
  readonly section: Box['section'];
  readonly label: string;
  readonly labelEn: string;
  readonly amount: Sum;
}

export interface Draft303 {
  readonly boxes: readonly BoxAmount[];
  /** Taxes that the form has no box for: the return is wrong by them. */
  readonly unassigned: readonly TaxSum[];
}

/** Of what is left to compensate, as much as there is to pay (Ley 37/1992 art. 99.Cinco). */
const applied = (pending: bigint, due: bigint): bigint => (due <= 0n ? 0n : pending < due ? pending : due);

/**
 * The return of a period, box by box.
 * @param pending box 110: what earlier periods left to compensate, minor units.
 */
export function draft303(taxes: readonly TaxSum[], pending: bigint): Draft303 {
  const amounts = new Map<string, bigint>();
  const signed = (part: string): bigint => (part.startsWith('-') ? -(amounts.get(part.slice(1)) ?? 0n) : (amounts.get(part) ?? 0n));
  for (const { box, amount, operations, sum } of M303) {
    const taken = taxes.filter((tax) => operations.includes(operationOf(tax) ?? ''));
    if (amount)
      amounts.set(
        box,
        taken.reduce((total, tax) => total + tax[amount], 0n),
      );
    else if (box === '110') amounts.set(box, pending);
    else if (box === '78') amounts.set(box, applied(pending, amounts.get('66') ?? 0n));
    else
      amounts.set(
        box,
        sum.reduce((total, part) => total + signed(part), 0n),
      );
  }
  return {
    boxes: M303.map(({ box, section, label, labelEn }) => ({ box, section, label, labelEn, amount: sumOf(amounts.get(box) ?? 0n) })),
    unassigned: taxes.filter((tax) => operationOf(tax) === undefined),
  };
}
