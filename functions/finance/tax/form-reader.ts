import { type FormLine, lines347, lines349, linesWithheld } from '#domain/finance/tax/form-lines.ts';
import { type FormAmount, formBoxes, type TotalForm, YEARLY } from '#domain/finance/tax/forms.ts';
import type { TaxSum } from '#domain/finance/tax/m303.ts';
import { taxPartyKey } from '#domain/finance/tax/tax-party.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { boxOfReturn } from '#domain/finance/tax/tax-return.ts';
import type { BookRow } from '#domain/finance/tax/vat-book.ts';
import { type WithheldFact, type WithheldPeriod, withPaid } from '#domain/finance/tax/withheld-period.ts';
import { WAGE_CODES, WITHHELD_OF_RENT, WITHHELD_OF_WORK } from '#domain/finance/tax/withholding-es.ts';
import { Employees, nameOf } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { readProjected } from '../ledger/trial-store.ts';
import { walkBook } from './book-reader.ts';
import { readCorrections } from './corrections-349.ts';
import { MOST_NAMED, readFilings, readSettings, readTaxes, standingReturn } from './return-reader.ts';
import { WithheldReader } from './withheld-reader.ts';

/** Forms of income tax that is withheld. */
const WITHHELD_FORMS: ReadonlySet<string> = new Set(['111', '115', '190', '180']);

export interface ReadForm {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly complete: boolean;
  readonly entries: number;
  readonly taxes: readonly TaxSum[];
  readonly boxes: readonly FormAmount[];
  readonly lines: readonly FormLine[];
  /** What forms 111 and 115 declare beside what the period withheld on 4751. */
  readonly tie?: Pick<WithheldPeriod, 'posted' | 'unpaid' | 'documents'> & { readonly amount: bigint; readonly agrees: boolean };
}

interface FormRequest {
  readonly records: Records;
  readonly fiscalYears: readonly string[];
  readonly form: TotalForm;
  readonly period: string;
  readonly consistent: boolean;
  /** Whether what each person earns may be told: absent, wages are one line. */
  readonly seesWages?: boolean;
}

/** The totals of a form, from the sums of its taxes and the registers of its period. @throws DomainError `tax_return.period`, `balances.behind`. */
export async function readForm({ records, fiscalYears, form, period, consistent, seesWages = false }: FormRequest): Promise<ReadForm> {
  if (YEARLY.has(form) !== period.endsWith('0A'))
    throw refused(
      'tax_return.period',
      YEARLY.has(form)
        ? `Form ${form} is of a year: ask for ${period.slice(0, 4)}-0A.`
        : `Form ${form} is of a quarter or a month, not of a year.`,
      'query.period',
      { form, period, why: YEARLY.has(form) ? 'year' : 'quarter' },
    );
  const { from, to } = daysOfTaxPeriod(period);
  const isWithheld = WITHHELD_FORMS.has(form);
  const [{ value, complete, entries }, rows, filed, set, withheld] = await Promise.all([
    readProjected(records, fiscalYears, to, consistent, () => readTaxes(records.tenant, monthsOfTaxPeriod(period))),
    form === '347' || form === '349' ? readRegisters(records, period) : [],
    form === '390' ? filedResults(records, period) : 0,
    form === '390' ? setInYear(records, period) : {},
    isWithheld ? new WithheldReader(records).read(period) : undefined,
  ]);
  const facts = withheld?.facts ?? [];
  const taxes = withPaid(value, facts);
  const lines = await linesOf(records, form, { rows, facts, seesWages }, period);
  const boxes = formBoxes(form, {
    taxes,
    recipients: (codes) => recipientsIn(form, linesWithheld(facts, codes)),
    lines: lines.reduce((sum, { amount, base, corrects }) => (corrects ? sum : sum + BigInt(amount ?? base)), 0n),
    filed: BigInt(filed),
    set,
  });
  return {
    ...{ from, to, complete, entries, taxes, boxes, lines },
    ...(withheld && !YEARLY.has(form) ? { tie: tieOf(taxes, withheld) } : {}),
  };
}

/** The yearly statements count their records, one a recipient and key; the others whom they are of. */
const recipientsIn = (form: TotalForm, lines: readonly FormLine[]): number =>
  YEARLY.has(form) ? lines.length : new Set(lines.map(({ taxId, party }) => taxId ?? party)).size;

/** What is declared of withholding beside what documents put on 4751. */
function tieOf(taxes: readonly TaxSum[], { posted, unpaid, documents }: WithheldPeriod): NonNullable<ReadForm['tie']> {
  const amount = taxes.reduce((sum, { side, tax }) => (side === 'withheld' ? sum + tax : sum), 0n);
  const agrees = amount + unpaid === posted && documents.length === 0;
  return { amount, posted, unpaid, agrees, documents: documents.slice(0, MOST_NAMED) };
}

async function readRegisters(records: Records, period: string): Promise<BookRow[]> {
  const rows: BookRow[] = [];
  for (const book of ['issued', 'received'] as const) for await (const step of walkBook(records, book, period)) rows.push(...step);
  return rows;
}

/** What the returns of the year's quarters were paid for. */
async function filedResults(records: Records, period: string): Promise<Minor> {
  const quarters = [1, 2, 3, 4].map((no) => `${period.slice(0, 4)}-${no}T`);
  const filings = await Promise.all(quarters.map((quarter) => readFilings(records, quarter)));
  return filings.reduce((sum, all) => sum + Math.max(0, boxOfReturn(standingReturn(all) ?? { boxes: [] }, '71')), 0);
}

/** What people set of boxes of the year's returns, quarterly or monthly. */
async function setInYear(records: Records, period: string): Promise<Record<string, bigint>> {
  const year = period.slice(0, 4);
  const settings = await readSettings(records, [1, 2, 3, 4].map((no) => `${year}-${no}T`).concat(monthsOfTaxPeriod(period)));
  const sums: Record<string, bigint> = {};
  for (const { box, amount } of settings) sums[box] = (sums[box] ?? 0n) + BigInt(amount);
  return sums;
}

/** What wages come to without whose they are: only who sees pay runs sees what each person earns. */
const withoutNames = (facts: readonly WithheldFact[]): readonly WithheldFact[] =>
  facts.map((fact) => (WAGE_CODES.includes(fact.code) ? { ...fact, party: { name: 'Nóminas' } } : fact));

/** Wages by whom they are of: pay names people by their ids, and what is personal of them is sealed under their keys. Of those who are erased the id stays. */
async function withPeople(records: Records, facts: readonly WithheldFact[]): Promise<readonly WithheldFact[]> {
  const ids = [...new Set(facts.flatMap(({ code, party }) => (WAGE_CODES.includes(code) ? [party.name] : [])))];
  if (ids.length === 0) return facts;
  const [employees, files] = await Promise.all([records.getMany(Employees, ids), records.getMany(PersonalFiles, ids.map(personalFileId))]);
  const people = new Map(
    ids.map((id, i) => {
      const [employee, file] = [employees[i], files[i]];
      return [id, { name: (employee && nameOf(employee)) || id, ...(file ? { taxId: file.taxId } : {}) }] as const;
    }),
  );
  return facts
    .map((fact) => (WAGE_CODES.includes(fact.code) ? { ...fact, party: people.get(fact.party.name) ?? fact.party } : fact))
    .toSorted((a, b) => (taxPartyKey(a.party) < taxPartyKey(b.party) ? -1 : 1));
}

interface Declared {
  readonly rows: readonly BookRow[];
  readonly facts: readonly WithheldFact[];
  readonly seesWages: boolean;
}

async function linesOf(records: Records, form: TotalForm, { rows, facts, seesWages }: Declared, period: string): Promise<FormLine[]> {
  if (form === '347') return lines347(rows);
  if (form === '349') return lines349(rows, await readCorrections(records, rows, period));
  if (form === '190') return linesWithheld(seesWages ? await withPeople(records, facts) : withoutNames(facts), WITHHELD_OF_WORK);
  return form === '180' ? linesWithheld(facts, WITHHELD_OF_RENT) : [];
}
