import { sumOf } from '#kernel/money.ts';
import type { BoxAmount, TaxSum } from './m303.ts';
import { operationOf } from './m303.ts';
import { taxCodeOf } from './vat-es.ts';
import { withheldOf } from './withholding-es.ts';

/** Forms beside 303 that are drafted as totals. */
export const TOTAL_FORMS = ['111', '115', '180', '190', '347', '349', '390'] as const;
export type TotalForm = (typeof TOTAL_FORMS)[number];
/** Those of a year: their period is `2026-0A`. */
export const YEARLY: ReadonlySet<string> = new Set(['180', '190', '347', '390']);

export interface FormBox {
  readonly form: TotalForm;
  readonly box: string;
  readonly label: string;
  readonly labelEn: string;
  /** `count`: distinct recipients. `base`, `tax`: of operations. `sum`: of boxes. `lines`: what its lines come to. `filed`: of returns that were filed. `set`: of a box of the year's returns that a person set. */
  readonly rule: 'count' | 'base' | 'tax' | 'sum' | 'lines' | 'filed' | 'set';
  readonly of: readonly string[];
}

/**
 * Boxes of the forms, as far as the product posts what they are of: no prizes or image
 * rights. Sources: AEAT's designs of record 111 v1.7, 115 v1.1, 390 of 2025 (that of 2026 was not published), RD 1065/2007 arts. 31–35,
 * Orden HAC/174/2020; checked 2026-11-29; confidence high. Income tax is declared as bills are paid (RD 439/2007 art. 94), or by the day of
 * those that were entered under that policy.
 */
export const FORM_BOXES: readonly FormBox[] = `
  111 | 01 | Rendimientos del trabajo, dinerarios: perceptores | Work, in money: recipients | count work
  111 | 02 | Rendimientos del trabajo, dinerarios: percepciones | Work, in money: paid | base work
  111 | 03 | Rendimientos del trabajo, dinerarios: retenciones | Work, in money: withheld | tax work
  111 | 04 | Rendimientos del trabajo, en especie: perceptores | Work, in kind: recipients | count kind
  111 | 05 | Rendimientos del trabajo, en especie: valor | Work, in kind: value | base kind
  111 | 06 | Rendimientos del trabajo, en especie: ingresos a cuenta | Work, in kind: payments on account | tax kind
  111 | 07 | Actividades económicas: perceptores | Economic activities: recipients | count activity
  111 | 08 | Actividades económicas: percepciones | Economic activities: paid | base activity
  111 | 09 | Actividades económicas: retenciones | Economic activities: withheld | tax activity
  111 | 28 | Suma de retenciones e ingresos a cuenta | Sum of what was withheld | = 03 06 09
  111 | 30 | Resultado a ingresar | Result to pay | = 28
  115 | 01 | Perceptores | Recipients | count rent
  115 | 02 | Base de las retenciones | Base | base rent
  115 | 03 | Retenciones | Withheld | tax rent
  115 | 05 | Resultado a ingresar | Result to pay | = 03
  190 | 01 | Perceptores | Recipients | count work kind activity
  190 | 02 | Percepciones | Paid | base work kind activity
  190 | 03 | Retenciones | Withheld | tax work kind activity
  180 | 01 | Perceptores | Recipients | count rent
  180 | 02 | Base de las retenciones | Base | base rent
  180 | 03 | Retenciones | Withheld | tax rent
  347 | 02 | Importe total anual de las operaciones | Operations of the year | lines
  349 | 02 | Importe de las operaciones intracomunitarias | Operations within the Union | lines
  390 | 01 | Régimen ordinario 4 %: base | Ordinary regime 4 %: base | base S4
  390 | 02 | Régimen ordinario 4 %: cuota | Ordinary regime 4 %: tax | tax S4
  390 | 03 | Régimen ordinario 10 %: base | Ordinary regime 10 %: base | base S10
  390 | 04 | Régimen ordinario 10 %: cuota | Ordinary regime 10 %: tax | tax S10
  390 | 05 | Régimen ordinario 21 %: base | Ordinary regime 21 %: base | base S21
  390 | 06 | Régimen ordinario 21 %: cuota | Ordinary regime 21 %: tax | tax S21
  390 | 33 | Total bases | Total of bases | base S4 S10 S21 RK RAE SCN RCN
  390 | 34 | Total cuotas | Total of taxes | tax S4 S10 S21 RK RAE SCN RCN
  390 | 47 | Total cuotas de IVA y recargo | Total output tax with surcharge | tax S4 S10 S21 RK RAE SCN RCN RE5.2 RE1.4 RE0.5 RE1.75 RECN
  390 | 49 | Operaciones interiores corrientes: cuota | Domestic purchases, current: tax | tax P
  390 | 51 | Operaciones interiores de bienes de inversión: cuota | Domestic purchases, capital goods: tax | tax PC
  390 | 53 | Importaciones de bienes corrientes: cuota | Imports, current goods: tax | tax PM
  390 | 55 | Importaciones de bienes de inversión: cuota | Imports, capital goods: tax | tax PMC
  390 | 57+598 | Adquisiciones intracomunitarias de bienes corrientes y servicios: cuota | Acquisitions within the Union, current goods and services: tax | tax PK
  390 | 59 | Adquisiciones intracomunitarias de bienes de inversión: cuota | Acquisitions within the Union, capital goods: tax | tax PKC
  390 | 62 | Rectificación de deducciones: cuota | Rectification of deductions: tax | tax PCN
  390 | 63 | Regularización de bienes de inversión | Regularisation of capital goods | set 43
  390 | 522 | Regularización por la prorrata definitiva | Regularisation by the definitive pro rata | set 44
  390 | 64 | Suma de deducciones | Total deducted | = 49 51 53 55 57+598 59 62 63 522
  390 | 65 | Resultado del régimen general | Result of the general regime | = 47 -64
  390 | 84 | Suma de resultados | Sum of results | = 65
  390 | 659 | IVA a la importación liquidado por la Aduana | Import VAT assessed by customs | tax D77
  390 | 86 | Resultado de la liquidación anual | Result of the year | = 84 659
  390 | 95 | Total de resultados a ingresar en las autoliquidaciones | To pay, of the year's returns | filed
  390 | 99 | Operaciones en régimen general | Operations of the general regime | base S4 S10 S21 SCN
  390 | 103 | Entregas intracomunitarias exentas | Supplies within the Union | base SK
  390 | 104 | Exportaciones y otras exentas con derecho a deducción | Exports and other exempt with deduction | base SG
  390 | 105 | Exentas sin derecho a deducción | Exempt without deduction | base SE
  390 | 110 | No sujetas por reglas de localización | Not subject by place of supply | base SNS
  390 | 125 | Sujetas con inversión del sujeto pasivo | Reverse charge, as the seller | base SAE
  390 | 108 | Total volumen de operaciones | Total volume of operations | = 99 103 104 105 110 125
`
  .trim()
  .split('\n')
  .map((row) => {
    const [form = '', box = '', label = '', labelEn = '', rule = ''] = row.split('|').map((part) => part.trim());
    const [kind = '', ...of] = rule.split(' ');
    // Types of withholding are named by what they are of.
    const parts = of.flatMap((each) =>
      each === 'work' || each === 'kind' || each === 'activity' || each === 'rent' ? withheldOf(each) : each,
    );
    return { form: form as TotalForm, box, label, labelEn, rule: (kind === '=' ? 'sum' : kind) as FormBox['rule'], of: parts };
  });

/** The operation of a tax in the year: exempt sales have a volume, and corrections of purchases are no part of that of sales. */
export function yearOperation(sum: TaxSum): string {
  if (sum.side === 'withheld') return sum.code;
  const { sale, purchase } = taxCodeOf(sum.code) ?? {};
  if (sum.side === 'output' && sale === 'SE') return 'SE';
  const operation = operationOf(sum) ?? '';
  return operation === 'SCN' && purchase && !sale ? 'RCN' : operation;
}

/** What a form is worked out from. */
export interface FormFacts {
  readonly taxes: readonly TaxSum[];
  /** Distinct recipients of codes of withholding. */
  readonly recipients: (codes: readonly string[]) => number;
  /** What the form's lines come to, minor units. */
  readonly lines: bigint;
  /** What returns of the period were filed for, minor units. */
  readonly filed: bigint;
  /** What boxes of the period's returns were set to, minor units. */
  readonly set?: Readonly<Record<string, bigint>>;
}

export interface FormAmount extends BoxAmount {
  /** Of a box that counts; absent: it is an amount. */
  readonly count?: number;
}

/** The boxes of a form. */
export function formBoxes(form: TotalForm, { taxes, recipients, lines, filed, set = {} }: FormFacts): FormAmount[] {
  const amounts = new Map<string, bigint>();
  const signed = (part: string): bigint => (part.startsWith('-') ? -(amounts.get(part.slice(1)) ?? 0n) : (amounts.get(part) ?? 0n));
  const amountOf = ({ rule, of }: FormBox): bigint => {
    if (rule === 'lines') return lines;
    if (rule === 'filed') return filed;
    if (rule === 'set') return of.reduce((sum, box) => sum + (set[box] ?? 0n), 0n);
    if (rule === 'sum') return of.reduce((sum, part) => sum + signed(part), 0n);
    if (rule === 'count') return 0n;
    return taxes.reduce((sum, tax) => (of.includes(yearOperation(tax)) ? sum + tax[rule] : sum), 0n);
  };
  return FORM_BOXES.filter((each) => each.form === form).map((row) => {
    const amount = amountOf(row);
    amounts.set(row.box, amount);
    const { box, label, labelEn, rule, of } = row;
    return { box, section: 'result', label, labelEn, amount: sumOf(amount), ...(rule === 'count' ? { count: recipients(of) } : {}) };
  });
}
