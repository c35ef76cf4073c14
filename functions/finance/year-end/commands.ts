import { yearEnd } from '#api/finance/year-end.ts';
import { CLOSING_SHARD, type Entry, type EntryDraft, entryDraft, reversed } from '#domain/finance/ledger/entry.ts';
import { requireFiscalYear } from '#domain/finance/ledger/fiscal-years.ts';
import {
  closingSequence,
  numberEntries,
  type PeriodSequence,
  PeriodSequences,
  sequenceId,
} from '#domain/finance/ledger/period-sequence.ts';
import { closingLines } from '#domain/finance/year-end/closing-lines.ts';
import { closingEntryView, yearEndView } from '#domain/finance/year-end/wire.ts';
import {
  STEPS,
  type StoredYearEnd,
  type StoredYearEndEntry,
  type YearEnd,
  YearEndEntries,
  YearEnds,
  yearEndActions,
  yearEndId,
} from '#domain/finance/year-end/year-end.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { Month } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { dayAfterYear, type FiscalYear, firstDayOfYear, fiscalMonths, fiscalYearAt, lastDayOfYear } from '#kernel/fiscal-year.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import { on, upserts } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { sequencesOf } from '../ledger/period-store.ts';
import { readTrialBalance } from '../ledger/trial-store.ts';
import { readYear } from './year-store.ts';

/** All sequences of a year's months: whether anybody may post in it is written on each, in one transaction. */
const readSequences = async (records: Records, year: FiscalYear): Promise<Stored<PeriodSequence>[]> =>
  (await records.getMany(PeriodSequences, fiscalMonths(year).flatMap(sequencesOf))).flatMap((sequence) => (sequence ? [sequence] : []));

/** Numbers entries of the shard that closes a year with its last month, which its first closing makes. */
async function numberClosing(
  records: Records,
  month: Month,
  drafts: readonly EntryDraft[],
): Promise<{ entries: Entry[]; changes: Change[] }> {
  if (drafts.length === 0) return { entries: [], changes: [] };
  const sequence = await records.get(PeriodSequences, sequenceId(month, CLOSING_SHARD));
  if (sequence) {
    const { entries, change } = numberEntries(sequence, drafts, true);
    return { entries, changes: [change] };
  }
  const { id, data } = closingSequence(month);
  const entries = drafts.map((draft, i) => ({ ...draft, period: data.period, shard: data.shard, seq: i + 1 }));
  return { entries, changes: [create(PeriodSequences, id, { ...data, seq: entries.length })] };
}

const TEXTS = { regularisation: 'Regularización', closing: 'Asiento de cierre', opening: 'Asiento de apertura' } as const;

/** What closes the year as its books stand: steps without lines are left out. */
async function planClosing(records: Records, company: StoredCompany, year: FiscalYear) {
  const range = { from: firstDayOfYear(year), to: lastDayOfYear(year) };
  const next = fiscalYearAt(company, dayAfterYear(year));
  const { value: rows } = await readTrialBalance(records, company.fiscalYears, range, true);
  const lines = closingLines(rows);
  const steps = STEPS.filter((step) => lines[step].length > 0);
  const drafts = steps.map((step) => {
    const [date, of] = step === 'opening' ? [dayAfterYear(year), next] : [range.to, year];
    return entryDraft(date, `${TEXTS[step]} ${of.year}`, lines[step]);
  });
  return { result: lines.result, steps, drafts };
}

interface Answering {
  readonly records: Records;
  readonly company: StoredCompany;
}

const detail = async (record: StoredYearEnd, { records, company }: Answering) => ({
  ...yearEndView(requireFiscalYear(company, record.year), record),
  entries: (await records.getMany(YearEndEntries, record.entries)).flatMap((entry) => (entry ? [closingEntryView(entry)] : [])),
});

export const closeYear = command(
  yearEnd.actions.closeYear,
  upserts(YearEnds, ({ path }) => yearEndId(path.year)),
  async ({ path: { year }, records, company, today, caller }, before) => {
    const { standing, previous } = await readYear(records, company, today, year);
    throwIf(yearEndActions.closeYear({ ...standing, yearEnd: before }));
    // Read before the balances: what is posted in between changes one of them, and all begins again.
    const { fiscalYear } = standing;
    const sequences = await readSequences(records, fiscalYear);
    const { result, steps, drafts } = await planClosing(records, company, fiscalYear);
    const { entries, changes } = await numberClosing(records, fiscalYear.to, drafts);
    const runs = (before?.runs ?? 0) + 1;
    const ids = steps.map((_, i) => `yen_${year}.${String(runs).padStart(3, '0')}.${i + 1}`);
    const after: YearEnd = { year, state: 'closed', runs, result, on: today, by: caller.email, entries: ids };
    return [
      before ? update(YearEnds, before, after as typeof before) : create(YearEnds, yearEndId(year), after),
      ...ids.map((id, i) => create(YearEndEntries, id, { year, step: assertDefined(steps[i], id), entry: assertDefined(entries[i], id) })),
      ...(previous ? [update(YearEnds, previous, { ...previous, next: year })] : []),
      ...sequences.map((sequence) => update(PeriodSequences, sequence, { ...sequence, yearEnd: yearEndId(year) })),
      ...changes,
    ];
  },
  detail,
);

/** The entry that takes one of a year end back, on the same day of the books. */
const reversalOf = ({ entry }: StoredYearEndEntry): EntryDraft => entryDraft(entry.date, `Anulación: ${entry.text}`, reversed(entry.lines));

export const reopenYear = command(
  yearEnd.actions.reopenYear,
  on(YearEnds, (path) => yearEndId(path.year)),
  async ({ path: { year }, body: { reason }, records, company, today }, before) => {
    const { standing, previous } = await readYear(records, company, today, year);
    throwIf(yearEndActions.reopenYear({ ...standing, yearEnd: before }));
    const { fiscalYear } = standing;
    const [sequences, found] = await Promise.all([readSequences(records, fiscalYear), records.getMany(YearEndEntries, before.entries)]);
    const inForce = found.flatMap((entry) => (entry ? [entry] : [])).reverse();
    const { entries, changes } = await numberClosing(records, fiscalYear.to, inForce.map(reversalOf));
    const { next: _next, ...standingPrevious } = previous ?? {};
    return [
      update(YearEnds, before, { ...before, state: 'reopened', entries: [], reason }),
      ...inForce.flatMap((entry, i) => {
        const id = `${entry.id}r`;
        const reversal = { year, step: entry.step, entry: assertDefined(entries[i], id), reverses: entry.id, reason };
        return [create(YearEndEntries, id, reversal), update(YearEndEntries, entry, { ...entry, reversedBy: id })];
      }),
      ...(previous ? [update(YearEnds, previous, standingPrevious as typeof previous)] : []),
      ...sequences.map((sequence) => {
        const { yearEnd: _yearEnd, ...open } = sequence;
        return update(PeriodSequences, sequence, open);
      }),
      ...changes,
    ];
  },
  detail,
);

export const handler = serveModule(yearEnd, { closeYear, reopenYear });
