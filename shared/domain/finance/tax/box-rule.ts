import { M303, operationOf } from './m303.ts';
import { VAT_ES } from './vat-es.ts';

/** How a box is worked out, and where that is written. */
export interface BoxRule {
  readonly rule: string;
  readonly ruleEn: string;
  readonly source: string;
}

const DESIGN = 'AEAT, Diseño de registro del modelo 303 v1.01 (2026-01-28); Manual práctico IVA 2025';
/** Articles of Ley 37/1992 that boxes are of. */
const ARTICLES: readonly (readonly [boxes: string, article: string])[] = [
  ['01 03 04 06 07 09', 'arts. 90 y 91'],
  ['10 11 36 37', 'arts. 13 y 84'],
  ['38 39', 'arts. 13 y 108'],
  ['12 13 122', 'art. 84.Uno.2.º'],
  ['14 15 25 26', 'arts. 80 y 89'],
  ['156 158 168 170 19 21 22 24', 'art. 161'],
  ['28 29', 'arts. 92 a 97'],
  ['30 31', 'art. 108'],
  ['32 33', 'arts. 17 y 86'],
  ['34 35', 'arts. 86 y 108'],
  ['40 41', 'art. 114'],
  ['43', 'arts. 107 a 110'],
  ['44', 'art. 105'],
  ['45', 'arts. 92 a 114'],
  ['77', 'art. 167.Dos'],
  ['110 78 87', 'art. 99.Cinco'],
  ['59', 'arts. 25 y 69'],
  ['60', 'arts. 21 a 24'],
  ['120', 'arts. 68 a 70'],
];
const GIVEN: Readonly<Record<string, readonly [es: string, en: string]>> = {
  43: ['La indica una persona, con su motivo', 'Set by a person, with the reason'],
  44: [
    'La indica una persona, con su motivo; solo en el último periodo del año',
    'Set by a person, with the reason; in the last period of the year alone',
  ],
  110: [
    'Del periodo anterior, su casilla 87 y lo que dejó a compensar (−71 − 111); o lo que se indique',
    'Of the period before, its box 87 and what it left to compensate (−71 − 111); or what is given',
  ],
  70: [
    'Lo pagado por las autoliquidaciones anteriores del mismo periodo, menos lo devuelto',
    'Paid for earlier returns of the same period, less refunds',
  ],
  109: [
    'Lo devuelto por las autoliquidaciones anteriores del mismo periodo, menos lo pagado',
    'Refunded for earlier returns of the same period, less payments',
  ],
};

/**
 * Codes of tax by the operation that boxes take them as; `corrects`: of documents that correct others.
 * @param nameOf the operation of a tax, as the form's boxes name it.
 */
export function codesByOperation(
  nameOf: typeof operationOf = operationOf,
): ReadonlyMap<string, { readonly codes: ReadonlySet<string>; readonly corrects: boolean }> {
  const found = new Map<string, { codes: Set<string>; corrects: boolean }>();
  const look = (side: 'output' | 'input', code: string, percent: string) => {
    for (const corrects of [false, true]) {
      const operation = nameOf({ side, code, percent, corrects });
      if (operation === undefined) continue;
      const of = found.get(operation) ?? { codes: new Set(), corrects };
      found.set(operation, { codes: of.codes.add(code), corrects: of.corrects && corrects });
    }
  };
  for (const { code, rates, sale, purchase, owed, surcharge: extra } of VAT_ES)
    for (const { percent, surcharge } of rates) {
      if (sale || owed) look('output', code, percent);
      if (purchase) look('input', code, percent);
      if (extra && surcharge) look('output', extra, surcharge);
    }
  return found;
}

export const formula = (parts: readonly string[]): string =>
  parts.map((part, i) => (part.startsWith('-') ? `− ${part.slice(1)}` : i > 0 ? `+ ${part}` : part)).join(' ');

function wordsOf({ box, section, rule, operations, sum }: (typeof M303)[number], codes: ReturnType<typeof codesByOperation>) {
  if (rule === 'sum') return [formula(sum), formula(sum)] as const;
  if (rule === 'given') return GIVEN[box];
  if (rule === 'applied')
    return [
      'Lo menor de 110 y 66 + 77, y nada si no hay que pagar',
      'The lesser of 110 and 66 + 77; nothing where nothing is to pay',
    ] as const;
  if (rule === 'undue')
    return [
      'Si 71 sale negativa, lo menor de −71 y 70: se pide la devolución',
      'Where 71 is below zero, the lesser of −71 and 70: it is asked back',
    ] as const;
  const of = operations.flatMap((operation) => codes.get(operation) ?? []);
  const names = [...new Set(of.flatMap((each) => [...each.codes]))].join(', ');
  const corrects = of.every((each) => each.corrects);
  const [deducted, deductedEn] = rule === 'tax' && section === 'input' ? [' deducibles', 'deductible '] : ['', ''];
  return [
    `Suma de ${rule === 'base' ? 'bases' : `cuotas${deducted}`} de ${corrects ? 'documentos que rectifican otros, con ' : ''}${names}`,
    `Sum of ${deductedEn}${rule === 'base' ? 'bases' : 'taxes'} of ${corrects ? 'documents that correct others, with ' : ''}${names}`,
  ] as const;
}

function rulesOf303(): ReadonlyMap<string, BoxRule> {
  const codes = codesByOperation();
  return new Map(
    M303.map((each) => {
      const [rule = '', ruleEn = ''] = wordsOf(each, codes) ?? [];
      const article = ARTICLES.find(([boxes]) => boxes.split(' ').includes(each.box))?.[1];
      return [each.box, { rule, ruleEn, source: article ? `Ley 37/1992, ${article}; ${DESIGN}` : DESIGN }];
    }),
  );
}
let known: ReadonlyMap<string, BoxRule> | undefined;
/** How a box of form 303 is worked out from what was posted: a formula over boxes, or which taxes it adds up. */
export function boxRule303(box: string): BoxRule | undefined {
  known ??= rulesOf303();
  return known.get(box);
}
