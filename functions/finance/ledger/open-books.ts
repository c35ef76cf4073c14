import { ledger } from '#api/finance/ledger.ts';
import { pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { requireFiscalYear } from '#domain/finance/ledger/fiscal-years.ts';
import { itemAccountOf } from '#domain/finance/ledger/item-rows.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import {
  codesMeant,
  type OpeningCells,
  openingOf,
  requireAgreement,
  requireSound,
  type Standing,
} from '#domain/finance/ledger/opening-balances.ts';
import { type OpeningRecord, Openings } from '#domain/finance/ledger/opening-record.ts';
import { accountId, type OwnAccount, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { openingDetail } from '#domain/finance/ledger/wire.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { conflict, refused } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearsOf } from '#kernel/fiscal-year.ts';
import { type Changes, create, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { rolledBack, runBatches } from '#runtime/batched.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { bringing, worksOf } from './opening-batches.ts';
import { readOpening } from './opening-file.ts';
import { type Brings, readBrings } from './opening-items.ts';
import { openPosting } from './posting-session.ts';
import { endUnfinished, undoUnfinished } from './unfinished-openings.ts';

export const openBooks = command(
  ledger.actions.openBooks,
  creates(Openings, 'opn'),
  async (world, begun) => {
    const { body, records, company, newId, caller } = world;
    if (begun && begun.state !== 'bringing') throw rolledBack();
    await endUnfinished(records, newId('opn'));
    const opensOn = await firstDayOfBooks(records, company, body.year);
    const { rows, sign } = readOpening(body.csv);
    const opening = openingOf(rows, sign, await readStandings(records, rows), body.items === undefined ? undefined : itemAccountOf);
    requireSound(opening);
    const brings =
      body.items === undefined ? NOTHING : await readBrings(world, { items: body.items, createMissing: body.createMissing, opensOn });
    if (body.items !== undefined) requireAgreement(opening, brings.rows);
    const works = worksOf(brings);
    // Somebody else entered one of those whom it was to create: its batches are no longer the same.
    if (begun && begun.parts !== works.length) {
      await undoUnfinished(records, begun);
      throw rolledBack();
    }
    const created = [...brings.parties.values()].filter(({ record }) => !record).length;
    const plan = { year: body.year, date: opensOn, entry: newId('man'), documents: brings.items.length, parts: works.length, created };
    const posted = { records, caller, plan, opensOn, lines: opening.lines, id: newId('opn') };
    if (works.length === 0) return openedBy(posted, (after) => create(Openings, newId('opn'), after));
    (await openPosting(records, { date: opensOn, document: plan.entry, caller, field: 'body.year' })).requireOpen();
    const subject = begun ?? (await records.save<OpeningRecord>([create(Openings, newId('opn'), { ...plan, state: 'bringing' })]));
    const operation = bringing(records, subject, works, (before) => openedBy(posted, (after) => update(Openings, before, after)));
    return runBatches(records, operation, subject);
  },
  async (opening, { records }) => openingDetail(await records.getOrThrow(ManualEntries, opening.entry), opening),
  ({ state }) => state !== 'posted' && state !== 'taking-back' && state !== 'taken-back',
);

const NOTHING: Brings = { rows: [], items: [], parties: new Map() };

interface Posted {
  readonly records: Records;
  readonly caller: Caller;
  readonly id: string;
  readonly plan: Omit<OpeningRecord, 'state'>;
  readonly opensOn: IsoDate;
  readonly lines: readonly EntryLine[];
}

/** The last transaction: the entry, and the company that knows it. Whoever was quicker meanwhile is told. */
async function openedBy(
  { records, caller, id, plan, opensOn, lines }: Posted,
  save: (after: OpeningRecord) => Changes<OpeningRecord>[0],
): Promise<Changes<OpeningRecord>> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  await firstDayOfBooks(records, company, plan.year);
  const [{ entry, year, documents }, text] = [plan, `Asiento de apertura ${plan.year}`];
  const posting = await openPosting(records, { date: opensOn, document: entry, caller, field: 'body.year' });
  const posted = posting.add(text, lines);
  return [
    save({ ...plan, state: 'posted' }),
    create(ManualEntries, entry, { date: opensOn, text, entry: posted }),
    update(Companies, company, { ...company, opening: { year, entry, ...(documents > 0 ? { brought: id } : {}) } }),
    ...posting.changes(),
  ];
}

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
  const own = new Map(found.flatMap((account) => (account ? [[account.code, standingOf(account)] as const] : [])));
  return (code) => (pgcAccount(code) ? 'open' : (own.get(code) ?? 'unknown'));
}

const standingOf = ({ active, currency }: OwnAccount): Standing => (currency ? 'abroad' : active ? 'open' : 'inactive');
