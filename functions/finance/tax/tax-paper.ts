import type { FormLine } from '#domain/finance/tax/form-lines.ts';
import { M303, SECTIONS } from '#domain/finance/tax/m303.ts';
import type { StoredTaxReturn } from '#domain/finance/tax/tax-return.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import type { IsoDate } from '#kernel/date.ts';
import { minorText, type Sum } from '#kernel/money.ts';
import { dateText, moneyText, numberText } from '#runtime/paper/figures.ts';
import type { Block, Pair, Paper, PaperLogo } from '#runtime/paper/paper.ts';

/** What forms are called by AEAT. */
const NAMES: Readonly<Record<string, string>> = {
  303: 'Impuesto sobre el Valor Añadido. Autoliquidación',
  111: 'Retenciones e ingresos a cuenta del IRPF. Rendimientos del trabajo y de actividades económicas',
  115: 'Retenciones e ingresos a cuenta. Rentas de arrendamiento de inmuebles urbanos',
  180: 'Retenciones e ingresos a cuenta. Arrendamiento de inmuebles urbanos. Resumen anual',
  190: 'Retenciones e ingresos a cuenta del IRPF. Resumen anual',
  347: 'Declaración anual de operaciones con terceras personas',
  349: 'Declaración recapitulativa de operaciones intracomunitarias',
  390: 'Impuesto sobre el Valor Añadido. Declaración-resumen anual',
};
const SECTION_NAMES: Readonly<Record<(typeof SECTIONS)[number], string>> = {
  output: 'IVA devengado',
  input: 'IVA deducible',
  result: 'Resultado',
  information: 'Información adicional',
};
const DECLARED: Readonly<Record<StoredTaxReturn['type'], string>> = {
  C: 'A compensar',
  D: 'A devolver',
  I: 'A ingresar',
  U: 'A ingresar, con domiciliación',
  N: 'Sin actividad o resultado cero',
};

/** Stands on what is no return yet. */
export const DRAFT_NOTE = 'Borrador de lo contabilizado: no está presentado. Solo la AEAT acepta una declaración.';

/** A box as it is printed: an amount, or of one that counts a number. */
export interface PaperBox {
  readonly box: string;
  readonly section: (typeof SECTIONS)[number];
  readonly label: string;
  readonly amount: Sum;
  readonly count?: number | undefined;
}

/** That AEAT has taken it. */
interface Filed {
  readonly justificante: string;
  readonly filedOn: IsoDate;
  readonly type?: StoredTaxReturn['type'];
}

export interface FormPaper {
  readonly form: string;
  /** `2026-2T`, `2026-05`, `2026-0A`. */
  readonly period: string;
  readonly to: IsoDate;
  readonly boxes: readonly PaperBox[];
  readonly lines: readonly FormLine[];
  /** The return that was filed; absent: it is a draft. */
  readonly filed?: Filed | undefined;
  /** The books have changed since. */
  readonly changed?: boolean | undefined;
  readonly company: Pick<StoredCompany, 'name' | 'taxId' | 'address' | 'paper'>;
  readonly logo?: PaperLogo | undefined;
}

/** The boxes that a return was filed with, as the form names them. */
export const boxesOfFiled = ({ boxes }: StoredTaxReturn): PaperBox[] =>
  boxes.flatMap(({ box, amount }) => {
    const known = M303.find((each) => each.box === box);
    return known ? [{ box, section: known.section, label: known.label, amount }] : [];
  });

const figure = ({ amount, count }: PaperBox): string =>
  count === undefined ? numberText('es', minorText(amount), 2) : numberText('es', String(count));

/** Boxes by section, each beside its number; those of nothing are left out, but for the totals of their section. */
function boxTable(boxes: readonly PaperBox[]): Block {
  const sections = SECTIONS.filter((section) => boxes.some((box) => box.section === section));
  const rows = sections.flatMap((section) => [
    ...(sections.length > 1 ? [{ level: 1, cells: ['', SECTION_NAMES[section], ''] }] : []),
    ...boxes.filter((box) => box.section === section).map((box) => ({ level: 3, cells: [box.box, box.label, figure(box)] })),
  ]);
  return {
    kind: 'lines',
    columns: [{ label: 'Casilla' }, { label: 'Concepto', share: 1 }, { label: 'Importe', align: 'right' }],
    rows: rows.map(({ cells }) => cells),
    levels: rows.map(({ level }) => level),
  };
}

function lineTable(lines: readonly FormLine[]): Block {
  const correction = ({ corrects }: FormLine) => (corrects ? ` (rectifica ${corrects.period}: ${moneyText('es', corrects.before)})` : '');
  return {
    kind: 'lines',
    columns: [
      ...[{ label: 'Clave' }, { label: 'NIF' }, { label: 'Nombre', share: 1 }],
      ...(['Base', 'Importe'] as const).map((label) => ({ label, align: 'right' as const })),
    ],
    rows: lines.map((line) => [
      ...[line.key || '–', line.taxId ?? '–', `${line.party}${correction(line)}`],
      ...[line.base, line.amount ?? line.base].map((amount) => numberText('es', minorText(amount), 2)),
    ]),
  };
}

const periodFacts = (period: string): Pair[] => [
  ['Ejercicio', period.slice(0, 4)],
  ['Periodo', period.slice(5)],
];
const stateFacts = (filed: Filed | undefined): Pair[] =>
  filed
    ? [
        ['Estado', 'Presentada'],
        ['Justificante', filed.justificante],
        ['Fecha', dateText(filed.filedOn)],
        ...(filed.type ? [['Resultado', DECLARED[filed.type]] as const] : []),
      ]
    : [['Estado', 'Borrador']];

/** Stands where the books have changed since it was filed: what is printed is what was filed, without its parties. */
const CHANGED_NOTE = 'La contabilidad ha cambiado desde que se presentó: se imprimen las casillas presentadas, sin los declarados.';

/** A form on paper, in Spanish: its boxes as AEAT names them, and the parties that it declares. */
export function taxPaper({ form, period, to, boxes, lines, filed, changed, company, logo }: FormPaper): Paper {
  const { language: _, ...colours } = styleOf(company.paper);
  const taxId = `NIF ${company.taxId}`;
  return {
    language: 'es',
    title: `Modelo ${form}`,
    number: filed ? period : `${period} · borrador`,
    at: new Date(`${filed?.filedOn ?? to}T00:00:00Z`),
    letterhead: {
      ...{ name: company.name, lines: [taxId, `${company.address.postalCode} ${company.address.city}`], ...colours },
      ...(logo ? { logo } : {}),
    },
    parties: [],
    facts: [...periodFacts(period), ...stateFacts(filed)],
    blocks: [
      boxTable(boxes),
      ...(lines.length > 0 ? [lineTable(lines)] : []),
      {
        kind: 'remarks',
        pairs: [
          [`Modelo ${form}`, NAMES[form] ?? ''],
          ...(filed ? [] : [['Aviso', DRAFT_NOTE] as const]),
          ...(changed ? [['Aviso', CHANGED_NOTE] as const] : []),
        ],
      },
    ],
    foot: [company.name, taxId, filed ? `Justificante ${filed.justificante}` : 'Borrador: solo la AEAT acepta una declaración'],
  };
}
