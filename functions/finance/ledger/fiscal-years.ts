import { ledger } from '#api/finance/ledger.ts';
import { isClosing } from '#domain/finance/ledger/entry.ts';
import { changedRange, requireFiscalYear, requireLength } from '#domain/finance/ledger/fiscal-years.ts';
import { type PeriodSequence, PeriodSequences, sequencesOfMonths } from '#domain/finance/ledger/period-sequence.ts';
import { YearEnds, yearEndId } from '#domain/finance/year-end/year-end.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { type Month, monthOf, yearOf } from '#kernel/date.ts';
import { conflict, invalid, refused } from '#kernel/errors.ts';
import {
  calendarOf,
  dayAfterYear,
  type FiscalRange,
  type FiscalYear,
  fiscalMonths,
  fiscalYearsOf,
  namedYear,
  overlapped,
} from '#kernel/fiscal-year.ts';
import { type Change, create, remove, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { readPeriods, readSequencesOf } from './period-store.ts';

interface Asked {
  readonly year?: string | undefined;
  readonly to?: Month | undefined;
}

/** A calendar year, or what follows on the last fiscal year up to a month. @throws DomainError `fiscal_year.which`, `range.backwards` (400). */
function rangeAsked(years: readonly FiscalYear[], { year, to }: Asked): FiscalRange {
  if (year !== undefined && to === undefined) return { from: `${year}-01`, to: `${year}-12` };
  if (to === undefined || year !== undefined)
    throw invalid('fiscal_year.which', 'Give either a calendar year, or the last month of the fiscal year.', 'body.year');
  const last = years.at(-1);
  const range = { from: last ? monthOf(dayAfterYear(last)) : `${yearOf(to)}-01`, to };
  requireLength(range, 'body.to');
  return range;
}

/** Sequences of the months that have none yet. What setting up has left of them at a crash is taken over. */
async function missingSequences(records: Records, months: readonly Month[]): Promise<Change[]> {
  const sequences = sequencesOfMonths(months);
  const existing = await records.getMany(
    PeriodSequences,
    sequences.map(({ id }) => id),
  );
  return sequences.filter((_, i) => existing[i] === undefined).map(({ id, data }) => create(PeriodSequences, id, data));
}

/** The company with other fiscal years. */
function withYears(company: StoredCompany, ranges: readonly FiscalRange[], renamed: readonly [string, string] = ['', '']) {
  const { fiscalRanges, opening, ...rest } = company;
  const openedIn = opening && { ...opening, year: opening.year === renamed[0] ? renamed[1] : opening.year };
  return update(
    Companies,
    company,
    { ...rest, ...calendarOf(ranges, company.fiscalYears), ...(openedIn ? { opening: openedIn } : {}) } as StoredCompany,
    { fiscalYears: fiscalYearsOf(company).map(({ year }) => year) },
  );
}

/** Months that one change takes in and leaves. */
const MOST_MOVED = 24;

const answer = async (year: FiscalYear, records: Records) => ({ ...year, periods: await readPeriods(records, fiscalMonths(year)) });

export const openFiscalYear = command(
  ledger.actions.openFiscalYear,
  on(Companies, () => COMPANY_ID),
  async ({ body, records }, company) => {
    const years = fiscalYearsOf(company);
    const range = rangeAsked(years, body);
    const field = body.year === undefined ? 'body.to' : 'body.year';
    const there = overlapped(years, range);
    if (there) throw conflict('fiscal_year.exists', `The fiscal year ${there.year} is already open.`, field, { year: there.year });
    return [withYears(company, [...years, range]), ...(await missingSequences(records, fiscalMonths(range)))];
  },
  (company, { body: { year, to }, records }) =>
    answer(requireFiscalYear(company, to ? namedYear({ from: to, to }).year : (year ?? '')), records),
);

export const changeFiscalYear = command(
  ledger.actions.changeFiscalYear,
  on(Companies, () => COMPANY_ID),
  async ({ path: { year }, body, records }, company) => {
    const years = fiscalYearsOf(company);
    const before = requireFiscalYear(company, year);
    if (await records.get(YearEnds, yearEndId(year)))
      throw refused('fiscal_year.was_closed', `The fiscal year ${year} was closed: its months stand.`, 'path.year', { year });
    const after = namedYear(changedRange(years, before, body));
    if (after.from !== before.from && company.opening)
      throw refused('fiscal_year.opened', `The books were opened with the fiscal year ${year}: it begins when it does.`, 'body.from', {
        year,
      });
    const [had, has] = [fiscalMonths(before), fiscalMonths(after)];
    const left = had.filter((month) => !has.includes(month));
    const moved = left.length + has.filter((month) => !had.includes(month)).length;
    // Each has four sequences, and all change in one transaction.
    if (moved > MOST_MOVED)
      throw invalid(
        'fiscal_year.too_far',
        `${moved} months change at once, and ${MOST_MOVED} may: change its end first, then its beginning.`,
        'body.to',
        {
          months: moved,
          most: MOST_MOVED,
        },
      );
    return [
      withYears(company, [...years.filter((each) => each.year !== year), after], [year, after.year]),
      ...(await emptied(records, left, after.from)),
      ...(await missingSequences(records, has)),
    ];
  },
  (company, { path: { year }, body: { to }, records }) =>
    answer(requireFiscalYear(company, to ? namedYear({ from: to, to }).year : year), records),
);

/**
 * Months that a fiscal year leaves, and nobody has posted in: they are closed to postings by being gone until another year has them.
 * @throws DomainError `fiscal_year.has_entries` (422) for those before its first: what was posted there would be of no year.
 */
async function emptied(records: Records, left: readonly Month[], first: Month): Promise<Change[]> {
  const sequences = (await readSequencesOf(records, [...new Set(left.map(yearOf))])).filter(
    (sequence) => left.includes(sequence.period) && !isClosing(sequence),
  );
  const used = new Set(sequences.filter(({ seq, counts }) => seq > 0 || counts).map(({ period }) => period));
  const early = sequences.find(({ period }) => period < first && used.has(period));
  if (early)
    throw refused('fiscal_year.has_entries', `There are entries in ${early.period}: the fiscal year begins no later.`, 'body.from', {
      period: early.period,
    });
  // What was closed, locked or filed stays so, whichever fiscal year has it next.
  const isFree = ({ period, state, filed }: PeriodSequence) => !used.has(period) && state === 'open' && filed === undefined;
  return sequences.filter(isFree).map((sequence) => remove(PeriodSequences, sequence));
}
