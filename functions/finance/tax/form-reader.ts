import { type FormLine, lines347, lines349, linesWithheld, type PaidPart } from '#domain/finance/tax/form-lines.ts';
import { type FormAmount, formBoxes, type TotalForm, YEARLY } from '#domain/finance/tax/forms.ts';
import type { TaxSum } from '#domain/finance/tax/m303.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { boxOfReturn } from '#domain/finance/tax/tax-return.ts';
import type { BookRow } from '#domain/finance/tax/vat-book.ts';
import { WITHHELD_OF_RENT, WITHHELD_OF_WORK } from '#domain/finance/tax/withholding-es.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { readProjected } from '../ledger/trial-store.ts';
import { walkBook } from './book-reader.ts';
import { readCorrections } from './corrections-349.ts';
import { readFilings, readSettings, readTaxes, standingReturn } from './return-reader.ts';
import { readPaidParts, withPaidParts } from './withheld-reader.ts';
import { readWithheldTie, type WithheldTie } from './withheld-tie.ts';

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
  readonly tie?: Omit<WithheldTie, 'waiting'> & {
    readonly amount: bigint;
    /** Withheld of bills of the period that were not paid in it, less what was paid of earlier ones. */
    readonly unpaid: bigint;
    readonly agrees: boolean;
  };
}

interface FormRequest {
  readonly records: Records;
  readonly fiscalYears: readonly string[];
  readonly form: TotalForm;
  readonly period: string;
  readonly consistent: boolean;
}

/** The totals of a form, from the sums of its taxes and the registers of its period. @throws DomainError `tax_return.period`, `balances.behind`. */
export async function readForm({ records, fiscalYears, form, period, consistent }: FormRequest): Promise<ReadForm> {
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
  const [{ value, complete, entries }, rows, filed, set, posted, paid] = await Promise.all([
    readProjected(records, fiscalYears, to, consistent, () => readTaxes(records.tenant, monthsOfTaxPeriod(period))),
    form === '390' ? [] : readRegisters(records, period, form !== '347' && form !== '349'),
    form === '390' ? filedResults(records, period) : 0,
    form === '390' ? setInYear(records, period) : {},
    form === '111' || form === '115' ? readWithheldTie(records, period) : undefined,
    isWithheld ? readPaidParts(records, fiscalYears, period) : [],
  ]);
  const taxes = withPaidParts(value, paid);
  const lines = await linesOf(records, form, { rows, paid }, period);
  const boxes = formBoxes(form, {
    taxes,
    recipients: (codes) => recipientsIn(form, linesWithheld(rows, codes, paid)),
    lines: lines.reduce((sum, { amount, base, corrects }) => (corrects ? sum : sum + BigInt(amount ?? base)), 0n),
    filed: BigInt(filed),
    set,
  });
  return { ...{ from, to, complete, entries, taxes, boxes, lines }, ...(posted ? { tie: tieOf(taxes, posted, paid) } : {}) };
}

/** The yearly statements count their records, one a recipient and key; the others whom they are of. */
const recipientsIn = (form: TotalForm, lines: readonly FormLine[]): number =>
  YEARLY.has(form) ? lines.length : new Set(lines.map(({ taxId, party }) => taxId ?? party)).size;

/** What is declared of withholding beside what documents put on 4751. */
function tieOf(
  taxes: readonly TaxSum[],
  { posted, waiting, documents, undeclared }: WithheldTie,
  paid: readonly PaidPart[],
): NonNullable<ReadForm['tie']> {
  const amount = taxes.reduce((sum, { side, tax }) => (side === 'withheld' ? sum + tax : sum), 0n);
  const unpaid = waiting - paid.reduce((sum, { tax }) => sum + BigInt(tax), 0n);
  return { amount, posted, unpaid, agrees: amount + unpaid === posted && documents.length === 0, documents, undeclared };
}

async function readRegisters(records: Records, period: string, receivedAlone: boolean): Promise<BookRow[]> {
  const rows: BookRow[] = [];
  for (const book of receivedAlone ? (['received'] as const) : (['issued', 'received'] as const))
    for await (const step of walkBook(records, book, period)) rows.push(...step);
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

interface Declared {
  readonly rows: readonly BookRow[];
  readonly paid: readonly PaidPart[];
}

async function linesOf(records: Records, form: TotalForm, { rows, paid }: Declared, period: string): Promise<FormLine[]> {
  if (form === '347') return lines347(rows);
  if (form === '349') return lines349(rows, await readCorrections(records, rows, period));
  if (form === '190') return linesWithheld(rows, WITHHELD_OF_WORK, paid);
  return form === '180' ? linesWithheld(rows, WITHHELD_OF_RENT, paid) : [];
}
