import { type Minor, minorText } from '#kernel/money.ts';
import { type BoxRule, boxRule303, codesByOperation, formula } from './box-rule.ts';
import { LIMIT_347 } from './form-lines.ts';
import { FORM_BOXES, type FormBox, type TotalForm, yearOperation } from './forms.ts';

/** An amount as Spanish texts have it: `3.005,06`. */
const spanish = (minor: Minor): string =>
  minorText(minor)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, '.');

type Words = readonly [es: string, en: string];

const WITHHELD = 'RD 439/2007, arts. 75, 80, 94, 95; Ley 35/2006, art. 101';
const RENT = 'RD 439/2007, arts. 75 y 100; AEAT, Diseño de registro del modelo 115 v1.1';
/** Where each form's boxes are written. No design of 180 was read: it is the year of 115. The order of 390 for 2026 was not published when checked (2026-11-29). */
const SOURCES: Readonly<Record<TotalForm, string>> = {
  111: `${WITHHELD}; AEAT, Diseño de registro del modelo 111 v1.7`,
  115: RENT,
  180: `Resumen anual del modelo 115: ${RENT}`,
  190: `${WITHHELD}; AEAT, Diseño de registro del modelo 190, ejercicio 2025 (Orden EHA/3127/2009, modificada por la HAC/1431/2025)`,
  347: 'RD 1065/2007, arts. 31 a 35; AEAT, Diseño de registro del modelo 347 (2025)',
  349: 'Orden HAC/174/2020, diseño de registro; AEAT, Manual práctico IVA 2025',
  390: 'AEAT, Diseño de registro del modelo 390, ejercicio 2025 (2025-12-05); Manual práctico IVA 2025',
};

const LINES: Readonly<Partial<Record<TotalForm, Words>>> = {
  347: [
    `Suma del importe anual, IVA incluido, de los declarados: quienes pasan de ${spanish(LIMIT_347)} € en el año, compras y ventas por separado`,
    `Sum of the year, tax included, of the parties declared: those with more than ${minorText(LIMIT_347)} € in it, purchases and sales apart`,
  ],
  349: [
    'Suma de las bases por operador y clave; lo que rectifica periodos anteriores va en líneas aparte',
    'Sum of the bases by operator and key; what corrects earlier periods has lines of its own',
  ],
};

/** What is counted or added up of codes of withholding. */
function wordsOfWithheld({ form, rule, of }: FormBox): Words {
  const codes = of.join(', ');
  if (rule === 'count')
    return form === '190'
      ? [`Número de registros, uno por perceptor y clave, con ${codes}`, `Number of records, one a recipient and key, with ${codes}`]
      : [`Número de perceptores distintos con ${codes}`, `Number of distinct recipients with ${codes}`];
  return rule === 'base'
    ? [`Suma de percepciones sin IVA con ${codes}`, `Sum of what was paid without VAT with ${codes}`]
    : [`Suma de retenciones con ${codes}`, `Sum of what was withheld with ${codes}`];
}

/** Which taxes of the year a box adds up: documents that correct others have operations of their own. */
function wordsOfYear({ rule, of }: FormBox, operations: ReturnType<typeof codesByOperation>): Words {
  const found = of.flatMap((operation) => operations.get(operation) ?? []);
  const namesOf = (corrects: boolean) => [
    ...new Set(found.filter((each) => each.corrects === corrects).flatMap(({ codes }) => [...codes])),
  ];
  const [plain, corrected] = [namesOf(false).join(', '), namesOf(true).join(', ')];
  const parts = (corrects: string): string => [...(plain ? [plain] : []), ...(corrected ? [`${corrects} ${corrected}`] : [])].join('; ');
  return [
    `Suma de ${rule === 'base' ? 'bases' : 'cuotas'} de ${parts('documentos que rectifican otros, con')}`,
    `Sum of ${rule === 'base' ? 'bases' : 'taxes'} of ${parts('documents that correct others, with')}`,
  ];
}

function wordsOf(row: FormBox, operations: ReturnType<typeof codesByOperation>): Words {
  const { form, rule, of } = row;
  if (rule === 'sum') {
    // `57+598` is one box of the draft for two of the form.
    const text = formula(of.map((part) => (part.includes('+') ? `(${part})` : part)));
    return [text, text];
  }
  if (rule === 'lines') return LINES[form] ?? ['', ''];
  if (rule === 'filed')
    return [
      'Suma de los resultados a ingresar (casilla 71) de las autoliquidaciones 303 del año que se registraron',
      'Sum of the results to pay (box 71) of the returns 303 of the year that were recorded',
    ];
  if (rule === 'set') {
    const boxes = of.join(' y ');
    return [
      `Lo que una persona indicó en la casilla ${boxes} de los 303 del año`,
      `What a person set of box ${boxes} of the returns 303 of the year`,
    ];
  }
  return form === '390' ? wordsOfYear(row, operations) : wordsOfWithheld(row);
}

function rulesOfForms(): ReadonlyMap<string, BoxRule> {
  const operations = codesByOperation((tax) => yearOperation({ ...tax, base: 0n, tax: 0n }));
  return new Map(
    FORM_BOXES.map((row) => {
      const [rule, ruleEn] = wordsOf(row, operations);
      return [`${row.form} ${row.box}`, { rule, ruleEn, source: SOURCES[row.form] }];
    }),
  );
}
let known: ReadonlyMap<string, BoxRule> | undefined;
/** How a box of a form is worked out: a formula over boxes, or which codes of tax or of withholding it adds up; and where that is written. */
export function boxRule(form: '303' | TotalForm, box: string): BoxRule | undefined {
  if (form === '303') return boxRule303(box);
  known ??= rulesOfForms();
  return known.get(`${form} ${box}`);
}
