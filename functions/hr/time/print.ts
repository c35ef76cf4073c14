import { createHash } from 'node:crypto';
import { time } from '#api/hr/time.ts';
import { nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { localTime } from '#domain/hr/time/local-time.ts';
import { type RegisterFacts, registerOf } from '#domain/hr/time/register.ts';
import {
  type FileLanguage,
  linesText,
  type PersonRegister,
  registerCsv,
  registerLines,
  registerWords,
} from '#domain/hr/time/register-file.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { logoKey, styleOf } from '#domain/platform/company/paper.ts';
import type { Month } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import type { Paper, PaperLogo } from '#runtime/paper/paper.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import type { Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';
import { employeesIn, readRegister } from './register-store.ts';

/** Lines that one answer holds, of a file and on paper. */
const MOST_LINES = { csv: 20_000, pdf: 2000 } as const;
const READ_TOGETHER = 20;

interface Asked {
  readonly records: Records;
  readonly caller: Caller;
  readonly company: StoredCompany;
  readonly now: Date;
  readonly month: Month;
}

/** What was corrected in a month, by day: what was told before, what stands now, who and why. */
function remarksOf({ corrections }: RegisterFacts, timeZone: string): Map<string, string[]> {
  const remarks = new Map<string, string[]>();
  for (const { state, was, entry, reason, requestedBy } of corrections) {
    const at = was?.at ?? entry?.at;
    if (state !== 'approved' || at === undefined) continue;
    const { date } = localTime(timeZone, at);
    const time = (told: { readonly at: string } | undefined) => (told ? localTime(timeZone, told.at).time : '–');
    remarks.set(date, [...(remarks.get(date) ?? []), `${time(was)} → ${time(entry)} (${requestedBy}: ${reason})`]);
  }
  return remarks;
}

async function registerOfPerson(employee: StoredEmployee, { records, caller, company, now, month }: Asked): Promise<PersonRegister> {
  const { timeZone } = company;
  const [facts, file] = await Promise.all([
    readRegister(records, employee.id, month),
    records.get(PersonalFiles, personalFileId(employee.id)),
  ]);
  return {
    name: nameOf(employee),
    taxId: file && mayFor(caller, 'people.personal', file, PersonalFiles) ? file.taxId : undefined,
    register: registerOf(facts, month, { timeZone, now }),
    remarks: remarksOf(facts, timeZone),
  };
}

async function peopleOf(asked: Asked, employeeId: string | undefined): Promise<PersonRegister[]> {
  const { records, caller, month } = asked;
  const employees =
    employeeId === undefined
      ? await employeesIn(records, caller, month)
      : [await reachedEmployee(records, caller, 'time.read', employeeId, 'query.employeeId')];
  const people: PersonRegister[] = [];
  for (let at = 0; at < employees.length; at += READ_TOGETHER)
    people.push(...(await Promise.all(employees.slice(at, at + READ_TOGETHER).map((employee) => registerOfPerson(employee, asked)))));
  return people;
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** On paper: each person's lines with what they come to, and a place for both signatures. */
function registerPaper(
  people: readonly PersonRegister[],
  { company, month }: Pick<Asked, 'company' | 'month'>,
  language: FileLanguage,
  logo: PaperLogo | undefined,
): Paper {
  const words = registerWords(language);
  const { timeZone, name, taxId, address } = company;
  const { language: _, ...colours } = styleOf(company.paper);
  const lines = registerLines(people, { language, timeZone });
  const [person, , ...heads] = words.heads;
  return {
    ...{ language, title: words.title, number: month, at: new Date(`${month}-01T00:00:00Z`), parties: [], wide: true },
    letterhead: { name, lines: [taxId, `${address.postalCode} ${address.city}`], ...colours, ...(logo ? { logo } : {}) },
    facts: [[words.period, month]],
    blocks: [
      {
        kind: 'lines',
        columns: [{ label: person, share: 2 }, ...heads.map((label, i) => ({ label, ...(i === heads.length - 1 ? { share: 3 } : {}) }))],
        rows: lines.map((line) => [
          [line.name, line.taxId].filter(Boolean).join(' · '),
          ...[line.date.split('-').reverse().join('/'), line.in, line.out, line.breaks, line.hours, line.remark],
        ]),
      },
      {
        kind: 'remarks',
        pairs: [
          [
            words.law,
            people
              .map(({ register }) => register.keptUntil)
              .toSorted()
              .at(-1) ?? '',
          ],
          [words.fingerprint, fingerprint(linesText(lines))],
          [words.worker, '______________________________'],
          [words.company, '______________________________'],
        ],
      },
    ],
    foot: [name, taxId, month],
  };
}

export const getRegisterFile = query(time.actions.getRegisterFile, async ({ query: input, records, caller, company, now, tenant }) => {
  const { month, format, employeeId, language = styleOf(company.paper).language } = input;
  const asked = { records, caller, company, now, month };
  const people = await peopleOf(asked, employeeId);
  const lines = registerLines(people, { language, timeZone: company.timeZone });
  if (lines.length > MOST_LINES[format])
    throw invalid(
      'register.too_long',
      `A ${format.toUpperCase()} holds ${MOST_LINES[format]} lines, and there are ${lines.length}: ask for one employee, or for CSV.`,
      'query.format',
      { limit: MOST_LINES[format], lines: lines.length },
    );
  const logo = format === 'pdf' && company.logo ? await loadLogo(logoKey(tenant, company.logo.file), company.logo.format) : undefined;
  const bytes =
    format === 'csv'
      ? Buffer.from(registerCsv(lines, language, fingerprint))
      : await printPaper(registerPaper(people, asked, language, logo));
  const title = registerWords(language).title.toLowerCase().replaceAll(' ', '-');
  return {
    fileName: `${[title, ...(employeeId ? [employeeId] : []), month].join('-')}.${format}`,
    contentType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf',
    content: Buffer.from(bytes).toString('base64'),
  };
});

export const handler = serveModule(time, { getRegisterFile });
