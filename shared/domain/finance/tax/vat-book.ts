import { type IsoDate, monthOf } from '#kernel/date.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { TaxPaper } from '#kernel/record.ts';
import { cut, withoutFormulas } from '#kernel/text.ts';
import { isCapital, isSurcharge, taxCodeOf } from './vat-es.ts';

export const BOOKS = ['issued', 'received'] as const;
export type Book = (typeof BOOKS)[number];

/** A document as a register of VAT holds it, with the day on which it is declared. */
export interface BookDocument {
  readonly id: string;
  readonly declaredOn: IsoDate;
  readonly paper: TaxPaper;
}

/** One tax of one document: a line of the register. Minor units, negative where it takes back. */
export interface BookRow {
  readonly id: string;
  readonly declaredOn: IsoDate;
  readonly paper: TaxPaper;
  readonly code: string;
  readonly percent: string;
  readonly base: Minor;
  /** Charged, or owed by the buyer. */
  readonly tax: Minor;
  readonly deductible: Minor;
  readonly surchargePercent?: string;
  readonly surcharge?: Minor;
  readonly total: Minor;
  /** The first line of its document alone: what was withheld is told once. */
  readonly withheld?: TaxPaper['withheld'];
}

/** The lines of a document: one for each of its taxes, a surcharge beside the tax that it is on. */
export function bookRows({ id, declaredOn, paper }: BookDocument): BookRow[] {
  const { sign, taxes, withheld } = paper;
  return taxes.flatMap((line, i): BookRow[] => {
    if (isSurcharge(line.code)) return [];
    const next = taxes[i + 1];
    const surcharge = next && isSurcharge(next.code) ? next : undefined;
    const tax = line.tax + (line.selfCharged ?? 0);
    return [
      {
        ...{ id, declaredOn, paper, code: line.code, percent: line.percent, base: sign * line.base, tax: sign * tax },
        deductible: sign * (line.deductible ?? tax),
        ...(surcharge ? { surchargePercent: surcharge.percent, surcharge: sign * surcharge.tax } : {}),
        total: sign * (line.base + line.tax + (surcharge?.tax ?? 0)),
        ...(withheld && i === 0 ? { withheld: { ...withheld, amount: sign * withheld.amount } } : {}),
      },
    ];
  });
}

interface Column {
  readonly group: string;
  readonly name: string;
  readonly kind: 'text' | 'amount' | 'date';
  readonly value: (row: BookRow) => string;
}
type Told = readonly [group: string, name: string, value?: (row: BookRow) => string, kind?: Column['kind']];
const column = ([group, name, value = () => '', kind = 'text']: Told): Column => ({ group, name, kind, value });

const amount = (minor: Minor | undefined): string => (minor === undefined ? '' : minorText(minor));
const percentText = (percent: string | undefined): string => (percent === undefined ? '' : Number(percent).toFixed(2));
const quarter = ({ declaredOn }: BookRow): string => `${Math.ceil(Number(monthOf(declaredOn).slice(5)) / 3)}T`;
const isForeign = (row: BookRow): boolean => countryOf(row) !== 'ES';
/** By the address, else by the letters that a VAT id begins with. */
function countryOf({ paper: { party } }: BookRow): string {
  if (party.country) return party.country;
  return UNION_PREFIX.exec(party.taxId ?? '')?.[1] ?? 'ES';
}
const UNION_PREFIX = /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z]/;
/** 02: a VAT id of another member state. 04: a document of another country. */
const idType = (row: BookRow): string => (isForeign(row) ? (UNION_PREFIX.test(row.paper.party.taxId ?? '') ? '02' : '04') : '');
const idNumber = ({ paper }: BookRow): string => (paper.party.taxId ?? '').replace(/^ES(?=[0-9A-Z]{9}$)/, '').slice(0, 20);
const FORMS: Readonly<Record<TaxPaper['form'], string>> = { full: 'F1', simplified: 'F2', correction: 'R4', 'simplified-correction': 'R5' };
const operation = ({ code, paper }: BookRow) => (paper.book === 'issued' ? taxCodeOf(code)?.sale : taxCodeOf(code)?.purchase) ?? '';
const isImport = (row: BookRow): boolean => operation(row).startsWith('PM');
const isTaxed = (row: BookRow): boolean => ['S', ''].includes(operation(row));
const QUALIFICATIONS: Readonly<Record<string, string>> = { S: 'S1', SAE: 'S2', SNS: 'N2' };
const qualification = (row: BookRow): string => (row.code === 'INTRA-SERV' ? 'N2' : (QUALIFICATIONS[operation(row)] ?? ''));
const EXEMPTIONS: Readonly<Record<string, string>> = { EXENTO: 'E1', EXPORT: 'E2', INTRA: 'E5' };
const yes = (is: boolean): string => (is ? 'S' : 'N');
const AUTO = 'Autoliquidación';
const HEAD = [
  [AUTO, 'Ejercicio', ({ declaredOn }) => declaredOn.slice(0, 4)],
  [AUTO, 'Periodo', quarter],
  ['Actividad', 'Código'],
  ['Actividad', 'Tipo'],
  ['Actividad', 'Grupo o Epígrafe del IAE'],
] as const satisfies readonly Told[];

/**
 * The columns of the registers as AEAT takes them (formato electrónico común de los libros registro, 36 and 42 columns; the columns of
 * income tax, of cash basis and of real estate stay empty in a register of VAT alone). Read from a copy of AEAT's template LSI,
 * 2026-11-30; confidence medium: not tried against AEAT's validator.
 */
const ISSUED: readonly Column[] = (
  [
    ...HEAD,
    ['', 'Tipo de Factura', ({ paper }) => FORMS[paper.form]],
    ['', 'Concepto de Ingreso'],
    ['', 'Ingreso Computable', undefined, 'amount'],
    ['', 'Fecha Expedición', ({ paper }) => paper.date, 'date'],
    ['', 'Fecha Operación', ({ paper }) => paper.operationDate ?? '', 'date'],
    ['Identificación de la Factura', 'Serie', ({ paper }) => paper.number.split('-')[0] ?? ''],
    ['Identificación de la Factura', 'Número', ({ paper }) => paper.number.slice(paper.number.indexOf('-') + 1)],
    ['Identificación de la Factura', 'Número-Final'],
    ['NIF Destinatario', 'Tipo', idType],
    ['NIF Destinatario', 'Código País', (row) => (isForeign(row) ? countryOf(row) : '')],
    ['NIF Destinatario', 'Identificación', idNumber],
    [
      '',
      'Nombre Destinatario',
      ({ paper }) => (paper.party.taxId || paper.form === 'full' ? cut(paper.party.name, 40) : 'VENTAS A CONSUMIDOR FINAL'),
    ],
    ['', 'Clave de Operación', (row) => (row.code === 'EXPORT' ? '02' : '01')],
    ['', 'Calificación de la Operación', qualification],
    ['', 'Operación Exenta', ({ code }) => EXEMPTIONS[code] ?? ''],
    ['', 'Total Factura', ({ total }) => amount(total), 'amount'],
    ['', 'Base Imponible', ({ base }) => amount(base), 'amount'],
    ['', 'Tipo de IVA', (row) => (isTaxed(row) ? percentText(row.percent) : ''), 'amount'],
    ['', 'Cuota IVA Repercutida', (row) => (isTaxed(row) ? amount(row.tax) : ''), 'amount'],
    ['', 'Tipo de Recargo eq.', (row) => percentText(row.surchargePercent), 'amount'],
    ['', 'Cuota Recargo eq.', (row) => amount(row.surcharge), 'amount'],
    ['Cobro (Operación Criterio de Caja)', 'Fecha'],
    ['Cobro (Operación Criterio de Caja)', 'Importe'],
    ['Cobro (Operación Criterio de Caja)', 'Medio Utilizado'],
    ['Cobro (Operación Criterio de Caja)', 'Identificación Medio Utilizado'],
    ['', 'Tipo Retención del IRPF', ({ withheld }) => percentText(withheld?.percent), 'amount'],
    ['', 'Importe Retenido del IRPF', ({ withheld }) => amount(withheld?.amount), 'amount'],
    ['', 'Registro Acuerdo Facturación'],
    ['Inmueble', 'Situación'],
    ['Inmueble', 'Referencia Catastral'],
    ['', 'Referencia Externa', ({ id }) => id.slice(0, 40)],
  ] as readonly Told[]
).map(column);

const RECEIVED: readonly Column[] = (
  [
    ...HEAD,
    ['', 'Tipo de Factura', (row) => (isImport(row) && row.paper.form === 'full' ? 'F5' : FORMS[row.paper.form])],
    ['', 'Concepto de Gasto'],
    ['', 'Gasto Deducible', undefined, 'amount'],
    ['', 'Fecha Expedición', ({ paper }) => paper.date, 'date'],
    ['', 'Fecha Operación', undefined, 'date'],
    ['Identificación Factura del Expedidor', 'Serie-Número', ({ paper }) => paper.number],
    ['Identificación Factura del Expedidor', 'Número-Final'],
    ['', 'Fecha Recepción', ({ paper }) => paper.receivedOn ?? '', 'date'],
    ['', 'Número Recepción', ({ paper }) => paper.register ?? ''],
    ['', 'Número Recepción Final'],
    ['NIF Expedidor', 'Tipo', idType],
    ['NIF Expedidor', 'Código País', (row) => (isForeign(row) ? countryOf(row) : '')],
    ['NIF Expedidor', 'Identificación', idNumber],
    ['', 'Nombre Expedidor', ({ paper }) => cut(paper.party.name, 40)],
    ['', 'Clave de Operación', (row) => (operation(row).startsWith('PK') ? '09' : '01')],
    ['', 'Bien de Inversión', (row) => yes(isCapital(row.code))],
    ['', 'Inversión del Sujeto Pasivo', ({ code }) => yes(taxCodeOf(code)?.owed === 'self')],
    ['', 'Deducible en Periodo Posterior', () => 'N'],
    ['Periodo Deducción', 'Ejercicio'],
    ['Periodo Deducción', 'Periodo'],
    ['', 'Total Factura', ({ total }) => amount(total), 'amount'],
    ['', 'Base Imponible', ({ base }) => amount(base), 'amount'],
    ['', 'Tipo de IVA', ({ percent }) => percentText(percent), 'amount'],
    ['', 'Cuota IVA Soportado', ({ tax }) => amount(tax), 'amount'],
    ['', 'Cuota Deducible', ({ deductible }) => amount(deductible), 'amount'],
    ['', 'Tipo de Recargo eq.', undefined, 'amount'],
    ['', 'Cuota Recargo eq.', undefined, 'amount'],
    ['Pago (Operación Criterio de Caja)', 'Fecha'],
    ['Pago (Operación Criterio de Caja)', 'Importe'],
    ['Pago (Operación Criterio de Caja)', 'Medio Utilizado'],
    ['Pago (Operación Criterio de Caja)', 'Identificación Medio Utilizado'],
    ['', 'Tipo Retención del IRPF', ({ withheld }) => percentText(withheld?.percent), 'amount'],
    ['', 'Importe Retenido del IRPF', ({ withheld }) => amount(withheld?.amount), 'amount'],
    ['', 'Registro Acuerdo Facturación'],
    ['Inmueble', 'Situación'],
    ['Inmueble', 'Referencia Catastral'],
    ['', 'Referencia Externa', ({ id }) => id.slice(0, 40)],
  ] as readonly Told[]
).map(column);

export const BOOK_COLUMNS: Readonly<Record<Book, readonly Column[]>> = { issued: ISSUED, received: RECEIVED };
/** Names of the sheets, as AEAT's template has them. */
export const BOOK_SHEETS: Readonly<Record<Book, string>> = { issued: 'EXPEDIDAS', received: 'RECIBIDAS' };

/** `2026-05-02` → `02/05/2026`, as AEAT writes a day. */
export const spanishDay = (date: string): string => (date === '' ? '' : `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`);

/** A cell as AEAT asks for it: decimals after a comma, days as dd/mm/yyyy; never a formula. */
const csvCell = (text: string, kind: Column['kind']): string => {
  if (text === '') return '';
  if (kind === 'amount') return text.replace('.', ',');
  if (kind === 'date') return spanishDay(text);
  const safe = withoutFormulas(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
export const bookCsvHead = (book: Book): string =>
  BOOK_COLUMNS[book].map(({ group, name }) => csvCell(group ? `${group}: ${name}` : name, 'text')).join(';');
export const bookCsvRow = (row: BookRow): string =>
  BOOK_COLUMNS[row.paper.book].map(({ value, kind }) => csvCell(value(row), kind)).join(';');
