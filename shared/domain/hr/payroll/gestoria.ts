import * as z from 'zod/mini';
import { invalid, refused } from '#kernel/errors.ts';
import { type Minor, Money, minorText } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { BOM, normalise, withoutFormulas } from '#kernel/text.ts';
import { type GestoriaCodes, PAY_CONCEPTS, type PayConcept } from './payroll-settings.ts';
import type { Payslip } from './payslip.ts';
import type { StoredSlip } from './payslip-record.ts';
import { EARNING_WORDS_ES } from './payslip-words-es.ts';

/** One concept of somebody's slip. */
export interface ConceptAmount {
  readonly concept: PayConcept;
  readonly days?: number;
  readonly amount: Minor;
}
type Told = Pick<Payslip, 'earnings' | 'arrears' | 'worker' | 'withheld' | 'advance' | 'garnished' | 'net' | 'company'>;
const DEDUCTIONS = ['worker', 'withheld', 'advance', 'garnished', 'net', 'company'] as const;

/** What a slip has of each concept, in the order of the concepts: with arrears; those of nothing are left out. */
export function conceptsOf(slip: Told): ConceptAmount[] {
  const all = [slip, ...(slip.arrears ?? [])].flatMap(({ earnings }) => earnings);
  return PAY_CONCEPTS.flatMap((concept): ConceptAmount[] => {
    const deduction = DEDUCTIONS.find((name) => name === concept);
    if (deduction) return slip[deduction] === 0 ? [] : [{ concept, amount: slip[deduction] }];
    const own = all.filter(({ kind }) => kind === concept);
    const amount = own.reduce((sum, each) => sum + each.amount, 0);
    const days = own.reduce((sum, each) => sum + (each.days ?? 0), 0);
    return amount === 0 ? [] : [{ concept, amount, ...(days > 0 ? { days } : {}) }];
  });
}

type Slip = Pick<StoredSlip, 'employeeId' | 'name' | 'taxId' | 'month'> & Told;

/** A code that the gestoría has not given, or that nobody has entered. */
export const MissingCode = z.object({ what: z.enum(['company', 'concept', 'employee']), name: z.string() });
export type MissingCode = z.output<typeof MissingCode>;

const NO_CODES: GestoriaCodes = { employees: {}, concepts: {} };

/** What lacks a code of all that the slips need. */
export function missingCodes(codes: GestoriaCodes = NO_CODES, slips: readonly Slip[] = []): MissingCode[] {
  const concepts = new Set(slips.flatMap(conceptsOf).map(({ concept }) => concept));
  return [
    ...(codes.company ? [] : [{ what: 'company' as const, name: '' }]),
    ...PAY_CONCEPTS.filter((concept) => concepts.has(concept) && !codes.concepts[concept]).map((name) => ({
      what: 'concept' as const,
      name,
    })),
    ...slips.filter(({ employeeId }) => !codes.employees[employeeId]).map(({ name }) => ({ what: 'employee' as const, name })),
  ];
}

const MOST_NAMED = 10;
/** @throws DomainError `gestoria.codes_missing` (422) that names what lacks a code. */
export function requireCodes(codes: GestoriaCodes | undefined, slips: readonly Slip[]): GestoriaCodes {
  const missing = missingCodes(codes, slips);
  if (codes && missing.length === 0) return codes;
  const named = missing.slice(0, MOST_NAMED).map(({ what, name }) => (what === 'company' ? 'company' : name));
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  throw refused(
    'gestoria.codes_missing',
    `The gestoría's code is missing of ${named.join(', ')}${more}: enter them on the page of the gestoría.`,
    'path.runId',
    { count: missing.length, names: named.join(', ') },
  );
}

export const GESTORIA_HEADS = ['Empresa', 'Empleado', 'NIF', 'Nombre', 'Mes', 'Concepto', 'Descripción', 'Días', 'Importe'] as const;
const DEDUCTION_WORDS: Readonly<Record<(typeof DEDUCTIONS)[number], string>> = {
  worker: 'Seguridad Social del trabajador',
  withheld: 'Retención de IRPF',
  advance: 'Anticipo',
  garnished: 'Embargo',
  net: 'Líquido',
  company: 'Seguridad Social de la empresa',
};
const WORDS: Readonly<Record<string, string>> = { ...EARNING_WORDS_ES, ...DEDUCTION_WORDS };

/** The rows of a run's file: one of each concept of each person. @throws DomainError `gestoria.codes_missing` (422). */
export function gestoriaRows(codes: GestoriaCodes | undefined, slips: readonly Slip[]): readonly (readonly string[])[] {
  const { company = '', employees, concepts } = requireCodes(codes, slips);
  return slips.flatMap((slip) =>
    conceptsOf(slip).map(({ concept, days, amount }) => [
      ...[company, employees[slip.employeeId] ?? '', slip.taxId, slip.name, slip.month, concepts[concept] ?? '', WORDS[concept] ?? concept],
      ...[days === undefined ? '' : String(days), minorText(amount)],
    ]),
  );
}

/** The same as a CSV that a Spanish spreadsheet opens. */
export function gestoriaCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^-?\d+(\.\d+)?$/.test(text) ? text : withoutFormulas(text);
    return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [GESTORIA_HEADS, ...rows.map((row) => row.map((text, i) => (i === row.length - 1 ? text.replace('.', ',') : text)))];
  return `${BOM}${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** What of their file is compared. */
export interface TheirAmount {
  readonly employee: string;
  readonly concept: string;
  readonly amount: Minor;
}
const COLUMNS = { employee: /^(empleado|codigo|employee|nif)/, concept: /^(concepto|concept)/, amount: /^(importe|amount|total)/ } as const;
const MOST_ROWS = 20_000;

function centsOf(text: string, line: number): Minor {
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
  if (!/^-?\d{1,9}(\.\d{1,2})?$/.test(plain.trim()))
    throw invalid('gestoria.file', `Line ${line} has no amount such as 1234,50: ${text}.`, 'body.csv', { why: 'amount', line, text });
  return Math.round(Number(plain) * 100);
}

/**
 * The rows of a file of the gestoría, whose first line names its columns: employee (code or tax id), concept (code) and amount.
 * @throws DomainError `gestoria.file` (400).
 */
export function theirAmounts(csv: string): TheirAmount[] {
  const lines = csv
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  const separator = (lines[0] ?? '').includes(';') ? ';' : ',';
  const cells = (line: string) => line.split(separator).map((text) => text.trim().replace(/^"(.*)"$/, '$1'));
  const heads = cells(lines[0] ?? '').map(normalise);
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, head]) => [name, heads.findIndex((text) => head.test(text))]),
  ) as Record<keyof typeof COLUMNS, number>;
  if (Object.values(at).includes(-1) || lines.length > MOST_ROWS)
    throw invalid(
      'gestoria.file',
      `The first line must name employee, concept and amount, with semicolons between, and ${MOST_ROWS} rows may follow.`,
      'body.csv',
      { why: 'heads', limit: MOST_ROWS },
    );
  return lines.slice(1).map((line, i) => {
    const row = cells(line);
    return { employee: row[at.employee] ?? '', concept: row[at.concept] ?? '', amount: centsOf(row[at.amount] ?? '', i + 2) };
  });
}

const Difference = z.object({ employeeId: z.string(), name: z.string(), concept: z.enum(PAY_CONCEPTS), ours: z.int(), theirs: z.int() });
/** A run beside what the gestoría worked out of it: what differs by more than a cent, person by person and concept by concept. */
export const GestoriaComparison = z.object({
  runId: z.string(),
  rows: z.int(),
  people: z.int(),
  differences: list(Difference),
  /** Employees and concepts of their file that no code stands for. */
  unknown: list(z.string()),
});
export type GestoriaComparison = Readonly<z.output<typeof GestoriaComparison>>;

export const GestoriaComparisons = recordType<GestoriaComparison>({
  kind: 'gestoria-comparison',
  prefix: 'gcm',
  data: GestoriaComparison,
  history: 'ends',
  screen: { none: 'It is shown on the page of the gestoría.' },
  read: 'payroll.read',
});
export const comparisonId = (runId: string): string => `gcm_${runId.slice(4)}`;

const MOST_DIFFERENCES = 500;
/** Differences of a cent are of rounding. */
const TOLERANCE = 1;

/** Compares slips with the gestoría's rows. What only one of both has counts as nothing of the other's. */
export function compared(
  runId: string,
  codes: GestoriaCodes = NO_CODES,
  slips: readonly Slip[],
  theirs: readonly TheirAmount[],
): GestoriaComparison {
  const conceptBy = new Map(Object.entries(codes.concepts).map(([concept, code]) => [code, concept as PayConcept]));
  const slipBy = new Map(
    slips.flatMap((slip) => [[codes.employees[slip.employeeId] ?? slip.taxId, slip] as const, [slip.taxId, slip] as const]),
  );
  const unknown = new Set<string>();
  const sums = new Map<string, Minor>();
  for (const { employee, concept, amount } of theirs) {
    const [slip, known] = [slipBy.get(employee), conceptBy.get(concept)];
    if (!slip) unknown.add(employee);
    if (!known) unknown.add(concept);
    if (slip && known) sums.set(`${slip.employeeId}|${known}`, (sums.get(`${slip.employeeId}|${known}`) ?? 0) + amount);
  }
  const told = new Set(theirs.flatMap(({ concept }) => conceptBy.get(concept) ?? []));
  const differences = slips.flatMap((slip) => {
    const own = new Map(conceptsOf(slip).map(({ concept, amount }) => [concept, amount]));
    return PAY_CONCEPTS.filter((concept) => told.has(concept)).flatMap((concept) => {
      const [ours, other] = [own.get(concept) ?? 0, sums.get(`${slip.employeeId}|${concept}`) ?? 0];
      const { employeeId, name } = slip;
      return Math.abs(ours - other) > TOLERANCE ? [{ employeeId, name, concept, ours, theirs: other }] : [];
    });
  });
  return {
    ...{ runId, rows: theirs.length, people: slips.length },
    differences: differences.slice(0, MOST_DIFFERENCES),
    unknown: [...unknown].slice(0, MOST_DIFFERENCES),
  };
}

export const GestoriaComparisonView = z.object({
  id: z.string(),
  runId: z.string(),
  rows: z.int(),
  people: z.int(),
  differences: z.array(z.object({ employeeId: z.string(), name: z.string(), concept: z.enum(PAY_CONCEPTS), ours: Money, theirs: Money })),
  unknown: z.array(z.string()),
  ...stampFields,
});
export const comparisonView = (comparison: Stored<GestoriaComparison>) => ({
  ...stamped(comparison),
  differences: [...comparison.differences],
  unknown: [...comparison.unknown],
});
