import {
  type ExportKind,
  hledgerEntry,
  hledgerHead,
  JOURNAL_HEADER,
  journalRows,
  TRIAL_HEADER,
  trialCsvRow,
} from '#domain/finance/ledger/export.ts';
import { Gates } from '#domain/finance/ledger/gate.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { datedBuckets } from '#runtime/dated.ts';
import type { Records } from '#runtime/records.ts';
import { type ChartAccount, readChart } from './account-store.ts';
import type { JournalDocument } from './entry-kinds.ts';
import { walkJournal } from './journal-store.ts';
import { gatesOf } from './period-store.ts';
import { readTrialBalance, untilSettled } from './trial-store.ts';

/** Documents read at once: four calls in parallel. */
const PACE = 400;

interface Range {
  readonly from?: IsoDate;
  readonly to: IsoDate;
}

/** A file's text, and how many entries (or accounts) it holds. */
interface Written {
  readonly text: string;
  readonly entries: number;
}

/** The text of an export of what is posted now. @throws DomainError `balances.behind` (503). */
export async function writeExport(records: Records, company: CompanyData, kind: ExportKind, range: Range, on: IsoDate): Promise<Written> {
  const chart = await readChart(records);
  const names = new Map(chart.map((account) => [account.code, account.name]));
  const nameOf = (code: string) => names.get(code) ?? '';
  if (kind === 'trial-balance-csv') return writeTrialBalance(records, company, { from: range.to, ...range }, nameOf);
  return writeJournal(records, company, range, headOf(kind, chart, company, on), (document) =>
    kind === 'journal-csv' ? journalRows(document, nameOf) : hledgerEntry(document, nameOf),
  );
}

const headOf = (kind: ExportKind, chart: readonly ChartAccount[], company: CompanyData, on: IsoDate): string =>
  kind === 'journal-csv' ? JOURNAL_HEADER : hledgerHead(chart, company.name, on);

async function writeTrialBalance(
  records: Records,
  company: CompanyData,
  range: Required<Range>,
  nameOf: (code: string) => string,
): Promise<Written> {
  const { value: rows } = await readTrialBalance(records, company.fiscalYears, range, true);
  return { text: [TRIAL_HEADER, ...rows.map((row) => trialCsvRow(row, nameOf(row.account))), ''].join('\n'), entries: rows.length };
}

/** Every entry of the range that the gates had let through when the export began, and none after. */
async function writeJournal(
  records: Records,
  company: CompanyData,
  range: Range,
  head: string,
  render: (document: JournalDocument) => string,
): Promise<Written> {
  const { buckets } = datedBuckets(company.fiscalYears, { ...range, order: 'asc' });
  const gates = await records.getMany(Gates, buckets.flatMap(gatesOf));
  const parts = [head];
  for (const period of buckets) {
    const posted = new Map(gates.flatMap((gate) => (gate?.period === period && gate.seq > 0 ? [[gate.lane, gate.seq] as const] : [])));
    if (posted.size === 0) continue;
    for (const text of await untilSettled(() => writePeriod(records, period, posted, range, render))) parts.push(text);
  }
  return { text: [...parts, ''].join('\n'), entries: parts.length - 1 };
}

/**
 * A period's entries within the range, as text; undefined while the list has not caught up. The numbers that the gates
 * gave out prove that none is missing.
 * @param posted entries by lane.
 */
async function writePeriod(
  records: Records,
  period: string,
  posted: ReadonlyMap<number, number>,
  { from, to }: Range,
  render: (document: JournalDocument) => string,
): Promise<string[] | undefined> {
  const texts: string[] = [];
  let missing = [...posted.values()].reduce((sum, count) => sum + count, 0);
  for await (const { items } of walkJournal(records, { months: [period], order: 'asc', pace: PACE }))
    for (const { document } of items) {
      const { lane, seq, date } = document.entry;
      if (seq > (posted.get(lane) ?? 0)) continue;
      missing -= 1;
      if ((!from || date >= from) && date <= to) texts.push(render(document));
    }
  return missing === 0 ? texts : undefined;
}
