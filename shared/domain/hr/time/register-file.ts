import { BOM, withoutFormulas } from '#kernel/text.ts';
import { localTime } from './local-time.ts';
import type { Register } from './register.ts';
import { hoursText, type Shift } from './work-day.ts';

export const REGISTER_FORMATS = ['csv', 'pdf'] as const;

export const FILE_LANGUAGES = ['es', 'en'] as const;
export type FileLanguage = (typeof FILE_LANGUAGES)[number];

/** Of one person, as the inspection gets it. */
export interface PersonRegister {
  readonly name: string;
  /** Where whoever asks may see it. */
  readonly taxId?: string | undefined;
  readonly register: Register;
  /** What was corrected, as one text a day. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
}

/** One line: a piece of work of a day, or what a month comes to. */
export interface RegisterLine {
  readonly name: string;
  readonly taxId: string;
  readonly date: string;
  readonly in: string;
  readonly out: string;
  readonly breaks: string;
  readonly hours: string;
  readonly remark: string;
}

const WORDS = {
  es: {
    title: 'Registro de jornada',
    heads: ['Persona', 'NIF', 'Fecha', 'Entrada', 'Salida', 'Pausas', 'Horas', 'Observaciones'],
    total: 'Total del mes',
    problems: { 'no-out': 'Sin salida', 'no-in': 'Sin entrada', break: 'Pausa incompleta' },
    open: 'En curso',
    worker: 'Firma de la persona trabajadora',
    company: 'Firma de la empresa',
    person: 'Persona',
    period: 'Mes',
    law: 'Artículo 34.9 del Estatuto de los Trabajadores. Se conserva hasta',
    fingerprint: 'Huella SHA-256 de las líneas',
  },
  en: {
    title: 'Register of working time',
    heads: ['Person', 'Tax id', 'Date', 'Start', 'End', 'Breaks', 'Hours', 'Remarks'],
    total: 'Total of the month',
    problems: { 'no-out': 'No end', 'no-in': 'No start', break: 'Incomplete break' },
    open: 'Going on',
    worker: 'Signature of the worker',
    company: 'Signature of the company',
    person: 'Person',
    period: 'Month',
    law: 'Article 34.9 of the Workers’ Statute. Kept until',
    fingerprint: 'SHA-256 of the lines',
  },
} as const;
export const registerWords = (language: FileLanguage): (typeof WORDS)[FileLanguage] => WORDS[language];

interface Looks {
  readonly language: FileLanguage;
  readonly timeZone: string;
}

const timeOf = (timeZone: string, instant: string | undefined): string => (instant === undefined ? '' : localTime(timeZone, instant).time);

/** An end after midnight names its day. */
function endOf({ date, out }: Shift, timeZone: string): string {
  if (out === undefined) return '';
  const local = localTime(timeZone, out);
  return local.date === date ? local.time : `${local.time} (${shownDay(local.date)})`;
}

const shownDay = (date: string): string => date.split('-').reverse().join('/');

function lineOf(person: PersonRegister, shift: Shift, { language, timeZone }: Looks): RegisterLine {
  const words = WORDS[language];
  const told = [
    shift.open ? words.open : '',
    shift.problem ? words.problems[shift.problem] : '',
    ...(person.remarks.get(shift.date) ?? []),
  ];
  return {
    ...{ name: person.name, taxId: person.taxId ?? '', date: shift.date },
    in: timeOf(timeZone, shift.in),
    out: endOf(shift, timeZone),
    breaks: shift.breaks.map(({ from, to }) => `${timeOf(timeZone, from)}–${timeOf(timeZone, to)}`).join(' '),
    hours: hoursText(shift.minutes),
    remark: told.filter(Boolean).join('; '),
  };
}

/** All lines of people, each with what their month comes to. */
export const registerLines = (people: readonly PersonRegister[], looks: Looks): RegisterLine[] =>
  people.flatMap((person) => [
    ...person.register.days.flatMap(({ shifts }) => shifts.map((shift) => lineOf(person, shift, looks))),
    {
      ...{ name: person.name, taxId: person.taxId ?? '', date: '', in: '', out: '', breaks: '', remark: '' },
      hours: `${WORDS[looks.language].total}: ${hoursText(person.register.minutes)}`,
    },
  ]);

const cellsOf = ({ name, taxId, date, in: begin, out, breaks, hours, remark }: RegisterLine): string[] => [
  ...[name, taxId, shownDay(date), begin, out, breaks, hours, remark],
];

/** The register as CSV (RFC 4180), of the language's separator. @param sign makes the fingerprint of the lines, which stands below them. */
export function registerCsv(lines: readonly RegisterLine[], language: FileLanguage, sign: (text: string) => string): string {
  const separator = language === 'es' ? ';' : ',';
  const cell = (text: string) => {
    const safe = withoutFormulas(text);
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rowOf = (cells: readonly string[]) => cells.map(cell).join(separator);
  const body = [WORDS[language].heads, ...lines.map(cellsOf)].map(rowOf).join('\r\n');
  return `${BOM}${body}\r\n${rowOf([WORDS[language].fingerprint, sign(body)])}\r\n`;
}

/** What the fingerprint of a printed register is made of: the same as of its CSV. */
export const linesText = (lines: readonly RegisterLine[]): string => lines.map((line) => cellsOf(line).join('\t')).join('\n');
