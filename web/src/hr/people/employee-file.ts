import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { EmployeeInput } from '#domain/hr/people/employee.ts';
import { type CustomField, fieldHolds } from '#domain/platform/custom-fields/custom-field.ts';
import { normalise } from '#kernel/text.ts';
import { heldNumber } from '../../form/number.ts';
import type { Language } from '../../i18n/i18n.ts';
import { typedDate } from '../../ui/typed-date.ts';

/** Headings by what people and their programs call them, in small letters and without accents. */
const HEADS = {
  givenName: ['nombre', 'given name', 'first name', 'name'],
  familyName: ['apellidos', 'apellido', 'family name', 'last name', 'surname'],
  email: ['correo', 'correo de trabajo', 'email', 'e-mail', 'work email'],
  startDate: ['fecha de alta', 'alta', 'inicio', 'start date', 'start', 'hire date'],
  position: ['puesto', 'cargo', 'position', 'job title'],
  department: ['departamento', 'department'],
  workplace: ['centro de trabajo', 'centro', 'workplace', 'location'],
  manager: ['responsable', 'correo del responsable', 'manager', 'manager email'],
} as const;
export type EmployeeColumn = keyof typeof HEADS;
const NEEDED: readonly EmployeeColumn[] = ['givenName', 'familyName', 'startDate', 'position'];
export const EMPLOYEE_COLUMNS = Object.keys(HEADS) as readonly EmployeeColumn[];
export const MOST_EMPLOYEES = 500;

/** Somebody as a row tells of them. `faults`: the columns that cannot be so, of whoever is not sent. */
export interface EmployeeRow {
  /** Of the file, the heading being the first. */
  readonly line: number;
  readonly name: string;
  readonly input: EmployeeInput;
  /** The address of whoever leads them. */
  readonly manager?: string;
  readonly faults: readonly EmployeeColumn[];
  /** The company's own fields that cannot be so, or are missing, by their names. */
  readonly wrongFields: readonly string[];
}

/** Why nothing of a file is read. */
export type EmployeeFileFault =
  | { readonly reason: 'unreadable' | 'empty' }
  | { readonly reason: 'columns'; readonly missing: EmployeeColumn[] }
  | { readonly reason: 'long'; readonly rows: number };

const delimiterOf = (text: string): string => {
  const [first = ''] = text.split('\n');
  return [';', '\t', ','].find((each) => first.includes(each)) ?? ';';
};

/** The people of a CSV, whoever is led after whoever leads them. */
export function readEmployees(
  text: string,
  today: string,
  language: Language,
  fields: readonly CustomField[] = [],
): readonly EmployeeRow[] | EmployeeFileFault {
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [heading, ...lines] = cellsOf(clean);
  if (!heading) return { reason: 'unreadable' };
  const places = new Map(EMPLOYEE_COLUMNS.map((column) => [column, heading.cells.findIndex((cell) => isHead(column, cell))]));
  const own = fields.map((field) => ({ field, at: heading.cells.findIndex((cell) => isNamed(field, cell)) }));
  const missing = NEEDED.filter((column) => (places.get(column) ?? -1) < 0);
  if (missing.length > 0) return { reason: 'columns', missing };
  if (lines.length === 0) return { reason: 'empty' };
  if (lines.length > MOST_EMPLOYEES) return { reason: 'long', rows: lines.length };
  const seen = new Set<string>();
  const rows = lines.map(({ cells, line }) => {
    const cell = (column: EmployeeColumn) => (cells[places.get(column) ?? -1] ?? '').normalize('NFC').trim();
    const values = own.map(({ field, at }) => ({ field, typed: (cells[at] ?? '').normalize('NFC').trim() }));
    return rowOf(line, cell, { today, language, seen, values });
  });
  return ledAfter(rows);
}

const isNamed = ({ name }: CustomField, cell: string): boolean => normalise(cell).trim() === normalise(name).trim();
const isHead = (column: EmployeeColumn, cell: string): boolean => (HEADS[column] as readonly string[]).includes(normalise(cell).trim());

function cellsOf(text: string): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return parsed.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [];
  }
}

interface Reading {
  readonly today: string;
  readonly language: Language;
  /** Addresses of the rows before. */
  readonly seen: Set<string>;
  /** What the row says by the company's own fields. */
  readonly values: readonly { readonly field: CustomField; readonly typed: string }[];
}

/** What is told by the company's own fields, and which of them cannot be so. */
function fieldsOfRow({ values, today, language }: Reading) {
  const told: Record<string, string> = {};
  const wrong: string[] = [];
  for (const { field, typed } of values) {
    const value =
      field.kind === 'date' ? (typedDate(typed, today, language) ?? typed) : field.kind === 'number' ? heldNumber(typed, language) : typed;
    if (value === '' ? field.required : !fieldHolds(field, value)) wrong.push(field.name);
    else if (value !== '') told[field.id] = value;
  }
  return { told, wrong };
}

function rowOf(line: number, cell: (column: EmployeeColumn) => string, reading: Reading): EmployeeRow {
  const { today, language, seen } = reading;
  const own = fieldsOfRow(reading);
  const told = Object.fromEntries(
    EMPLOYEE_COLUMNS.flatMap((column) => (column !== 'manager' && cell(column) ? [[column, cell(column)]] : [])),
  );
  const startDate = typedDate(cell('startDate'), today, language) ?? '';
  const fields = Object.keys(own.told).length > 0 ? { fields: own.told } : {};
  const input = { ...told, startDate, ...fields } as unknown as EmployeeInput;
  const checked = EmployeeInput.safeParse(input);
  const wrong = new Set<string>(checked.success ? [] : checked.error.issues.map(({ path }) => String(path[0])));
  const email = cell('email').toLowerCase();
  if (email && seen.has(email)) wrong.add('email');
  seen.add(email);
  const manager = cell('manager').toLowerCase();
  if (manager && (!manager.includes('@') || manager === email)) wrong.add('manager');
  return {
    ...{
      line,
      input,
      name: `${cell('givenName')} ${cell('familyName')}`.trim(),
      faults: EMPLOYEE_COLUMNS.filter((column) => wrong.has(column)),
      wrongFields: own.wrong,
    },
    ...(manager ? { manager } : {}),
  };
}

/** Whoever leads others of the file stands before them. Of those who would lead each other, each has that fault. */
function ledAfter(rows: readonly EmployeeRow[]): readonly EmployeeRow[] {
  const inFile = new Set(rows.flatMap(({ input }) => (input.email ? [input.email.toLowerCase()] : [])));
  const placed = new Set<string>();
  const sorted: EmployeeRow[] = [];
  let left = rows;
  while (left.length > 0) {
    const ready = left.filter(({ manager }) => manager === undefined || !inFile.has(manager) || placed.has(manager));
    if (ready.length === 0)
      return [...sorted, ...left.map((row) => ({ ...row, faults: [...new Set([...row.faults, 'manager' as const])] }))];
    sorted.push(...ready);
    for (const { input } of ready) if (input.email) placed.add(input.email.toLowerCase());
    left = left.filter((row) => !ready.includes(row));
  }
  return sorted;
}
