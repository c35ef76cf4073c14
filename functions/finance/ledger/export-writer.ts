import type { IsoDate } from '#kernel/date.ts';
import { type ExportKind, JOURNAL_HEADER, TRIAL_HEADER, hledgerEntry, hledgerHead, journalRows, trialCsvRow } from '#domain/finance/ledger/export.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { Records } from '#runtime/records.ts';
import { readChart } from './account-store.ts';
import { walkJournal } from './journal-store.ts';
import { readTrialBalance, untilFolded } from './trial-store.ts';

interface Asked { readonly kind: ExportKind; readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined }

/** The text of an export, and how many entries (or accounts) it holds. */
export const writeExport = (records: Records, company: CompanyData, asked: Asked, on: IsoDate): Promise<{ text: string; entries: number }> =>
  asked.kind === 'trial-balance-csv' ? writeTrialBalance(records, company, asked, on) : writeJournal(records, company, asked, on);

async function writeJournal(records: Records, company: CompanyData, { kind, from, to }: Asked, on: IsoDate) {
  const chart = await readChart(records);
  const names = new Map(chart.map((account) => [account.code, account.name]));
  const parts = [kind === 'journal-csv' ? JOURNAL_HEADER : hledgerHead(chart, company.name, on)];
  let entries = 0;
  for await (const page of walkJournal(records, company.fiscalYears, { from, to })) {
    entries += page.length;
    for (const { document } of page) {
      const exported = { id: document.id, entry: document.entry };
      parts.push(kind === 'journal-csv' ? journalRows(exported) : hledgerEntry(exported, (code) => names.get(code) ?? ''));
    }
  }
  return { text: `${parts.join('\n')}\n`, entries };
}

async function writeTrialBalance(records: Records, company: CompanyData, { from, to }: Asked, on: IsoDate) {
  const date = to ?? on;
  await untilFolded(records, company.fiscalYears, date);
  const [rows, chart] = await Promise.all([readTrialBalance(records.tenant, company.fiscalYears, from ?? `${date.slice(0, 4)}-01-01`, date), readChart(records)]);
  const names = new Map(chart.map((account) => [account.code, account.name]));
  return { text: `${[TRIAL_HEADER, ...rows.map((row) => trialCsvRow(row, names.get(row.account) ?? ''))].join('\n')}\n`, entries: rows.length };
}
