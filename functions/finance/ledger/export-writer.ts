import {
  CONTENT_TYPES,
  currenciesOf,
  type ExportKind,
  hledgerEntry,
  hledgerHead,
  JOURNAL_HEADER,
  journalRows,
  TRIAL_HEADER,
  trialCsvRow,
} from '#domain/finance/ledger/export.ts';
import type { BookExport } from '#domain/finance/ledger/export-record.ts';
import type { PeriodSequence } from '#domain/finance/ledger/period-sequence.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { BOM } from '#kernel/text.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { writeProof } from '../proof/proof-export.ts';
import { readChart } from './account-store.ts';
import type { JournalDocument } from './entry-store.ts';
import { journalBuckets, walkJournal } from './journal-store.ts';
import { readSequencesOf } from './period-store.ts';
import { readTrialBalance, untilSettled } from './trial-store.ts';

/** Documents of a period that are read at once: four calls in parallel. */
const PACE = 400;
/** Periods that are read at once. */
const PERIODS = 3;

/**
 * Makes the file of an export of what is posted now; how long it is. @throws DomainError `balances.behind` (503).
 * @param most entries that there is time for: undefined, and no file, where the months of its range have more.
 */
export async function writeFile(
  records: Records,
  company: CompanyData,
  asked: Pick<BookExport, 'kind' | 'from' | 'to' | 'key'>,
  { on, most }: { readonly on: IsoDate; readonly most: number },
): Promise<Required<Pick<BookExport, 'bytes' | 'entries'>> | undefined> {
  const range = { ...(asked.from ? { from: asked.from } : {}), to: asked.to };
  const written = await writeExport(records, company, { ...asked, range }, { on, most });
  if (!written) return undefined;
  await putObject('reports', asked.key, written.text, CONTENT_TYPES[asked.kind]);
  return { bytes: Buffer.byteLength(written.text), entries: written.entries };
}

interface Range {
  readonly from?: IsoDate;
  readonly to: IsoDate;
}

/** A file's text, and how many entries (or accounts) it holds. */
interface Written {
  readonly text: string;
  readonly entries: number;
}

/** The text of an export; undefined where there are more entries than there is time for. */
export async function writeExport(
  records: Records,
  company: CompanyData,
  { kind, range }: { readonly kind: ExportKind; readonly range: Range },
  { on, most }: { readonly on: IsoDate; readonly most: number },
): Promise<Written | undefined> {
  const charted = readChart(records).then((chart) => ({ chart, names: new Map(chart.map(({ code, name }) => [code, name])) }));
  if (kind === 'trial-balance-csv') {
    const within = { from: range.to, ...range };
    const [{ value: rows }, { names }] = await Promise.all([readTrialBalance(records, company.fiscalYears, within, true), charted]);
    const lines = rows.map((row) => trialCsvRow(row, names.get(row.account) ?? ''));
    return { text: [`${BOM}${TRIAL_HEADER}`, ...lines, ''].join('\n'), entries: rows.length };
  }
  const { buckets } = journalBuckets(company.fiscalYears, range);
  if (kind === 'books-proof') return writeProof(records, buckets, most);
  const [all, { chart, names }] = await Promise.all([readSequencesOf(records, [...new Set(buckets.map(yearOf))]), charted]);
  const sequences = all.filter(({ period }) => buckets.includes(period));
  if (sequences.reduce((sum, { seq }) => sum + seq, 0) > most) return undefined;
  const nameOf = (code: string) => names.get(code) ?? '';
  const currencies = new Set<string>();
  const render = (document: JournalDocument) => {
    for (const currency of currenciesOf(document.entry)) currencies.add(currency);
    return (kind === 'journal-csv' ? journalRows : hledgerEntry)(document, nameOf);
  };
  const texts = await writeJournal(records, sequences, buckets, range, render);
  return {
    text: [kind === 'journal-csv' ? `${BOM}${JOURNAL_HEADER}` : hledgerHead(chart, company.name, on, currencies), ...texts, ''].join('\n'),
    entries: texts.length,
  };
}

/** Every entry of the range that had been numbered when the export began, and none after. */
async function writeJournal(
  records: Records,
  sequences: readonly PeriodSequence[],
  periods: readonly string[],
  range: Range,
  render: (document: JournalDocument) => string,
): Promise<string[]> {
  const texts: string[][] = [];
  const postedIn = (period: string) =>
    new Map(sequences.flatMap((s) => (s.period === period && s.seq > 0 ? [[s.shard, s.seq] as const] : [])));
  const posted = periods.map((period) => [period, postedIn(period)] as const).filter(([, shards]) => shards.size > 0);
  for (let at = 0; at < posted.length; at += PERIODS) {
    const begun = posted.slice(at, at + PERIODS);
    texts.push(...(await Promise.all(begun.map((of) => untilSettled(() => writePeriod(records, ...of, range, render))))));
  }
  return texts.flat();
}

/**
 * A period's entries within the range, as text; undefined while the list has not caught up. The numbers that the sequences
 * gave out prove that none is missing.
 * @param posted entries by shard.
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
      const { shard, seq, date } = document.entry;
      if (seq > (posted.get(shard) ?? 0)) continue;
      missing -= 1;
      if ((!from || date >= from) && date <= to) texts.push(render(document));
    }
  return missing === 0 ? texts : undefined;
}
