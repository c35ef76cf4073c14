import { ledger } from '#api/finance/ledger.ts';
import { pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { requireFiscalYear } from '#domain/finance/ledger/fiscal-years.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { codesMeant, type Opening, type OpeningCells, openingOf, type Standing } from '#domain/finance/ledger/opening-balances.ts';
import { accountId, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { conflict, invalid, refused } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearsOf } from '#kernel/fiscal-year.ts';
import { minorText } from '#kernel/money.ts';
import { create, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { readOpening } from './opening-file.ts';
import { openPosting } from './posting-session.ts';

/** Faults that one answer names. */
const MOST_FAULTS = 200;

export const openBooks = command(
  ledger.actions.openBooks,
  creates(ManualEntries, 'man'),
  async ({ body: { year, csv }, records, company, newId, caller }) => {
    const day = await firstDayOfBooks(records, company, year);
    const { rows, sign } = readOpening(csv);
    const opening = openingOf(rows, sign, await readStandings(records, rows));
    requireSound(opening);
    const [id, date, text] = [newId('man'), day, `Asiento de apertura ${year}`];
    const posting = await openPosting(records, { date, document: id, caller, field: 'body.year' });
    const entry = posting.add(text, opening.lines);
    return [
      create(ManualEntries, id, { date, text, entry }),
      update(Companies, company, { ...company, opening: { year, entry: id } }),
      ...posting.changes(),
    ];
  },
  (record) => entryDetail('manual-entry', record),
);

/**
 * The day on which the books begin. They are opened once, with the first of their fiscal years: later ones open with what the one before closed with.
 * @throws DomainError `fiscal_year.not_found` (404), `opening.exists` (409), `opening.not_first` (422).
 */
async function firstDayOfBooks(records: Records, company: StoredCompany, year: string): Promise<IsoDate> {
  const { opening } = company;
  const asked = requireFiscalYear(company, year, 'body.year');
  const first = fiscalYearsOf(company)[0]?.year ?? '';
  if (year !== first)
    throw refused(
      'opening.not_first',
      `The books begin with ${first}: a later year opens with what the one before closed with.`,
      'body.year',
      {
        year,
        first,
      },
    );
  const before = opening && (await records.get(ManualEntries, opening.entry));
  if (before && !before.reversedBy)
    throw conflict('opening.exists', `The books were opened by ${entryIdOf(before.id)}. Reverse that entry first.`, 'body.year', {
      entry: entryIdOf(before.id),
    });
  return firstDayOfYear(asked);
}

/** What the chart says of every code that the rows may mean: one read. */
async function readStandings(records: Records, rows: readonly OpeningCells[]): Promise<(code: string) => Standing> {
  const codes = [...new Set(rows.flatMap(({ account }) => codesMeant(account)))].filter((code) => !pgcAccount(code));
  const found = await records.getMany(OwnAccounts, codes.map(accountId));
  const own = new Map(found.flatMap((account) => (account ? [[account.code, account.active] as const] : [])));
  return (code) => (pgcAccount(code) || own.get(code) ? 'open' : own.has(code) ? 'inactive' : 'unknown');
}

/** @throws DomainError `opening.faulty`, `opening.empty`, `opening.unbalanced` (400) with what the file comes to. */
function requireSound({ lines, faults, debit, credit }: Opening): void {
  const [debits, credits] = [minorText(debit), minorText(credit)];
  if (faults.length > 0) {
    const message = `${faults.length} rows cannot be taken (debits ${debits}, credits ${credits}): nothing was posted.`;
    const told = faults.slice(0, MOST_FAULTS);
    throw invalid('opening.faulty', message, 'body.csv', { count: faults.length, debit: debits, credit: credits }, told);
  }
  if (lines.length < 2) throw invalid('opening.empty', 'The file has no balances: at least two accounts are needed.', 'body.csv');
  const difference = minorText(Math.abs(debit - credit));
  if (debit !== credit)
    throw invalid(
      'opening.unbalanced',
      `Debits of ${debits} and credits of ${credits} differ by ${difference} EUR. Correct the file.`,
      'body.csv',
      { debit: debits, credit: credits, difference },
    );
}
