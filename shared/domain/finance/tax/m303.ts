import { type Sum, sumOf } from '#kernel/money.ts';
import type { TaxFact } from '#kernel/record.ts';
import type { TaxTotal } from '../ledger/tax-fold.ts';
import { isSurcharge, type Operation, taxCodeOf } from './vat-es.ts';

/** What a period posted of one tax: a code, a rate, a side, and whether it corrects earlier documents. Minor units. */
export type TaxSum = TaxTotal;

export const SECTIONS = ['output', 'input', 'result', 'information'] as const;

const RULES = ['base', 'tax', 'sum', 'given', 'applied', 'undue'] as const;
/** A box of the form: it takes the bases or the taxes of kinds of operations, or adds other boxes up. */
interface Box {
  readonly box: string;
  readonly section: (typeof SECTIONS)[number];
  readonly label: string;
  readonly labelEn: string;
  /** `given`: the books do not tell it. `applied`: 78. `undue`: 111. */
  readonly rule: (typeof RULES)[number];
  readonly operations: readonly string[];
  /** Boxes that it adds, and with a minus takes away. */
  readonly sum: readonly string[];
}

function boxOf(row: string): Box {
  const [box = '', section = '', label = '', labelEn = '', rule = ''] = row.split('|').map((part) => part.trim());
  const [kind = '', ...rest] = rule.split(' ').filter(Boolean);
  const known = { box, section: section as Box['section'], label, labelEn };
  if (kind === '=') return { ...known, rule: 'sum', operations: [], sum: rest };
  return { ...known, rule: kind as Box['rule'], operations: rest, sum: [] };
}

/**
 * Form 303 from 2026 on: the boxes that the product's tax codes reach, and those that add them up. Of the State alone (box 65:
 * 100 %). Source: AEAT, Diseño de registro modelo 303 v1.01 of 2026-01-28, and Manual práctico IVA 2025; which operation is of
 * which box as OCA's map of 2024-10 has it. Checked 2026-11-29; confidence high. Credit notes go to 14, 15, 40 and 41, those
 * of the same period too, as the manual's worked year does. Half deducted: the whole base, with the tax that is deducted.
 */
export const M303_FROM = '2026-01-01';
export const M303: readonly Box[] = `
  01 | output | Régimen general al 4 %: base | General regime at 4 %: base | base S4
  03 | output | Régimen general al 4 %: cuota | General regime at 4 %: tax | tax S4
  04 | output | Régimen general al 10 %: base | General regime at 10 %: base | base S10
  06 | output | Régimen general al 10 %: cuota | General regime at 10 %: tax | tax S10
  07 | output | Régimen general al 21 %: base | General regime at 21 %: base | base S21
  09 | output | Régimen general al 21 %: cuota | General regime at 21 %: tax | tax S21
  10 | output | Adquisiciones intracomunitarias de bienes y servicios: base | Acquisitions within the Union: base | base RK
  11 | output | Adquisiciones intracomunitarias de bienes y servicios: cuota | Acquisitions within the Union: tax | tax RK
  12 | output | Otras operaciones con inversión del sujeto pasivo: base | Other reverse charge: base | base RAE
  13 | output | Otras operaciones con inversión del sujeto pasivo: cuota | Other reverse charge: tax | tax RAE
  14 | output | Modificación de bases | Modification of bases | base SCN
  15 | output | Modificación de cuotas | Modification of taxes | tax SCN
  156 | output | Recargo de equivalencia 1,75 %: base | Equivalence surcharge 1.75 %: base | base RE1.75
  158 | output | Recargo de equivalencia 1,75 %: cuota | Equivalence surcharge 1.75 %: tax | tax RE1.75
  168 | output | Recargo de equivalencia 0,5 %: base | Equivalence surcharge 0.5 %: base | base RE0.5
  170 | output | Recargo de equivalencia 0,5 %: cuota | Equivalence surcharge 0.5 %: tax | tax RE0.5
  19 | output | Recargo de equivalencia 1,4 %: base | Equivalence surcharge 1.4 %: base | base RE1.4
  21 | output | Recargo de equivalencia 1,4 %: cuota | Equivalence surcharge 1.4 %: tax | tax RE1.4
  22 | output | Recargo de equivalencia 5,2 %: base | Equivalence surcharge 5.2 %: base | base RE5.2
  24 | output | Recargo de equivalencia 5,2 %: cuota | Equivalence surcharge 5.2 %: tax | tax RE5.2
  25 | output | Modificación de bases del recargo | Modification of surcharge bases | base RECN
  26 | output | Modificación de cuotas del recargo | Modification of surcharges | tax RECN
  27 | output | Total cuota devengada | Total output tax | = 03 06 09 11 13 15 158 170 21 24 26
  28 | input | Operaciones interiores corrientes: base | Domestic purchases, current: base | base P
  29 | input | Operaciones interiores corrientes: cuota | Domestic purchases, current: tax | tax P
  30 | input | Operaciones interiores, bienes de inversión: base | Domestic purchases, capital goods: base | base PC
  31 | input | Operaciones interiores, bienes de inversión: cuota | Domestic purchases, capital goods: tax | tax PC
  32 | input | Importaciones de bienes corrientes: base | Imports, current goods: base | base PM
  33 | input | Importaciones de bienes corrientes: cuota | Imports, current goods: tax | tax PM
  34 | input | Importaciones de bienes de inversión: base | Imports, capital goods: base | base PMC
  35 | input | Importaciones de bienes de inversión: cuota | Imports, capital goods: tax | tax PMC
  36 | input | Adquisiciones intracomunitarias corrientes y servicios: base | Acquisitions within the Union, current: base | base PK
  37 | input | Adquisiciones intracomunitarias corrientes y servicios: cuota | Acquisitions within the Union, current: tax | tax PK
  38 | input | Adquisiciones intracomunitarias de bienes de inversión: base | Acquisitions within the Union, capital goods: base | base PKC
  39 | input | Adquisiciones intracomunitarias de bienes de inversión: cuota | Acquisitions within the Union, capital goods: tax | tax PKC
  40 | input | Rectificación de deducciones: base | Rectification of deductions: base | base PCN
  41 | input | Rectificación de deducciones: cuota | Rectification of deductions: tax | tax PCN
  43 | input | Regularización de bienes de inversión | Regularisation of capital goods | given
  44 | input | Regularización por la prorrata definitiva | Regularisation by the definitive pro rata | given
  45 | input | Total a deducir | Total input tax | = 29 31 33 35 37 39 41 43 44
  46 | result | Resultado del régimen general | Result of the general regime | = 27 -45
  64 | result | Suma de resultados | Sum of results | = 46
  66 | result | Atribuible a la Administración del Estado | Attributable to the State | = 64
  77 | result | IVA a la importación liquidado por la Aduana | Import VAT assessed by customs | tax D77
  110 | result | Cuotas a compensar pendientes de periodos anteriores | To compensate, of earlier periods | given
  78 | result | Cuotas a compensar aplicadas en este periodo | To compensate, applied in this period | applied
  87 | result | Cuotas a compensar para periodos posteriores | To compensate, left for later periods | = 110 -78
  69 | result | Resultado | Result | = 66 77 -78
  70 | result | Rectificativa: resultado de la autoliquidación anterior | Rectifying: result of the earlier return | given
  109 | result | Rectificativa: devoluciones acordadas | Rectifying: refunds already agreed | given
  71 | result | Resultado de la autoliquidación | Result of the return | = 69 -70 109
  111 | result | Rectificativa: importe a devolver | Rectifying: amount asked back | undue
  59 | information | Entregas intracomunitarias de bienes y servicios | Intra-Community supplies | base SK
  60 | information | Exportaciones y operaciones asimiladas | Exports and the like | base SG
  120 | information | No sujetas por reglas de localización | Not subject by place of supply | base SNS
  122 | information | Sujetas con inversión del sujeto pasivo | Reverse charge, as the seller | base SAE
`
  .trim()
  .split('\n')
  .map(boxOf);

/** Operations that no box takes: exempt ones (art. 20), which only the yearly volume names, and tax that is not deducted. */
const NO_BOX = 'none';
const DOMESTIC: Readonly<Record<string, string>> = { 21: 'S21', 10: 'S10', 4: 'S4' };
const SURCHARGE: Readonly<Record<string, string>> = { '5.2': 'RE5.2', '1.4': 'RE1.4', '0.5': 'RE0.5', '1.75': 'RE1.75' };
/** What a purchase is of, on the side of who deducts it, and of who owes it. */
const BOUGHT: Readonly<Partial<Record<Operation, readonly [input: string, output: string]>>> = {
  P: ['P', ''],
  PC: ['PC', ''],
  PM: ['PM', 'D77'],
  PMC: ['PMC', 'D77'],
  PK: ['PK', 'RK'],
  PKC: ['PKC', 'RK'],
  PAE: ['P', 'RAE'],
  PAEC: ['PC', 'RAE'],
};

/** The kind of operation that a tax is of, as the boxes name it; undefined where the form has no box for its rate. */
export function operationOf({ side, code, percent, corrects }: Omit<TaxFact, 'base' | 'tax'>): string | undefined {
  if (side === 'withheld') return NO_BOX;
  if (isSurcharge(code)) return corrects ? 'RECN' : SURCHARGE[percent];
  const { sale, purchase } = taxCodeOf(code) ?? {};
  if (side === 'input') return deductedOf(purchase, corrects);
  return purchase && !sale ? owedOf(purchase, corrects) : soldOf(sale, percent, corrects);
}

function soldOf(sale: Operation | undefined, percent: string, corrects = false): string | undefined {
  if (sale === 'SE') return NO_BOX;
  return sale === 'S' ? correctable('SCN', DOMESTIC[percent], corrects) : sale;
}

function owedOf(purchase: Operation, corrects = false): string | undefined {
  const owed = BOUGHT[purchase]?.[1] || undefined;
  return owed === 'D77' ? owed : correctable('SCN', owed, corrects);
}

const deductedOf = (purchase: Operation | undefined, corrects = false): string | undefined =>
  purchase === 'PND' ? NO_BOX : correctable('PCN', purchase && BOUGHT[purchase]?.[0], corrects);

/** Corrections have boxes of their own, whatever rate they are at. */
const correctable = (correction: string, operation: string | undefined, corrects: boolean): string | undefined =>
  corrects && operation !== undefined ? correction : operation;

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

/** Boxes that the books do not tell: minor units by box. */
export type Given = Readonly<Partial<Record<'43' | '44' | '110' | '70' | '109', bigint>>>;

/** Of what is left to compensate, as much as there is to pay (Ley 37/1992 art. 99.Cinco). */
const applied = (pending: bigint, due: bigint): bigint => (due <= 0n ? 0n : pending < due ? pending : due);
/** Of what was paid before, what was not due. */
const undue = (earlier: bigint, result: bigint): bigint => (result >= 0n ? 0n : -result < earlier ? -result : earlier);

/** The return of a period, box by box. */
export function draft303(taxes: readonly TaxSum[], given: Given = {}): Draft303 {
  const amounts = new Map<string, bigint>();
  const at = (box: string): bigint => amounts.get(box) ?? 0n;
  const signed = (part: string): bigint => (part.startsWith('-') ? -at(part.slice(1)) : at(part));
  const total = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum + part, 0n);
  for (const { box, rule, operations, sum } of M303) {
    const taken = () => taxes.filter((tax) => operations.includes(operationOf(tax) ?? ''));
    if (rule === 'base' || rule === 'tax') amounts.set(box, total(taken().map((tax) => tax[rule])));
    else if (rule === 'given') amounts.set(box, given[box as keyof Given] ?? 0n);
    else if (rule === 'applied') amounts.set(box, applied(at('110'), at('66') + at('77')));
    else if (rule === 'undue') amounts.set(box, undue(at('70'), at('71')));
    else amounts.set(box, total(sum.map(signed)));
  }
  return {
    boxes: M303.map(({ box, section, label, labelEn }) => ({ box, section, label, labelEn, amount: sumOf(at(box)) })),
    unassigned: taxes.filter((tax) => operationOf(tax) === undefined),
  };
}
