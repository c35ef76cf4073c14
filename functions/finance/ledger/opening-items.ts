import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { type ItemRow, itemFault, itemRows, slugOf } from '#domain/finance/ledger/item-rows.ts';
import { type BroughtItem, dueOf } from '#domain/finance/ledger/opening-record.ts';
import { paperNumber } from '#domain/finance/open-items/paper-number.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type FieldFault, invalid } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { type PaperNumber, readNumbers } from '../paper-numbers.ts';
import { type ItemParty, partyKey, readParties } from './item-parties.ts';
import { readItems } from './opening-file.ts';

/** Faults that one answer names. */
const MOST_FAULTS = 200;

interface World {
  readonly records: Records;
  readonly newId: (prefix: string, part?: string) => string;
  readonly company: { readonly taxId: string };
}
interface Asked {
  readonly items: string;
  readonly createMissing: boolean;
  readonly opensOn: IsoDate;
}

/** What an opening brings along: documents in the order of the file, and whom it creates for them. */
export interface Brings {
  readonly rows: readonly ItemRow[];
  readonly items: readonly BroughtItem[];
  readonly parties: ReadonlyMap<string, ItemParty>;
}

/**
 * The documents of a file, checked to the last: nothing of it can be refused once the first is made.
 * @throws DomainError `opening.unreadable`, `opening.columns`, `opening.too_long`, `opening.items_faulty` (400).
 */
export async function readBrings(world: World, { items: csv, createMissing, opensOn }: Asked): Promise<Brings> {
  const { cells, sign } = readItems(csv);
  const { rows, faults } = itemRows(cells, sign, opensOn);
  const { parties, faults: ofParties } = await readParties(world, rows, createMissing);
  const partyOf = (row: ItemRow) => parties.get(partyKey(row)) as ItemParty;
  const numbers = await numbersOf(world.records, rows, partyOf);
  const items = rows.map((row, i) => itemOf(row, partyOf(row), numbers[i]));
  const all = [...faults, ...ofParties, ...(await numberFaults(world, rows, items, numbers))];
  if (all.length > 0) throw faulty(all);
  return { rows, items, parties };
}

function faulty(faults: readonly FieldFault[]) {
  const sorted = [...faults].sort((a, b) => Number(a.params?.line) - Number(b.params?.line));
  return invalid(
    'opening.items_faulty',
    `${faults.length} rows of open documents cannot be taken: nothing was posted.`,
    'body.items',
    { count: faults.length },
    sorted.slice(0, MOST_FAULTS),
  );
}

const isReceivable = ({ account }: ItemRow): boolean => account === ACCOUNT.receivable;

/** Numbers of suppliers' documents, and what has them; undefined of what is issued, whose id is its number. */
async function numbersOf(
  records: Records,
  rows: readonly ItemRow[],
  partyOf: (row: ItemRow) => ItemParty,
): Promise<(PaperNumber | undefined)[]> {
  const told = rows.map((row) => {
    if (isReceivable(row)) return undefined;
    const kind = row.amount < 0 ? 'scn' : 'bil';
    return { kind, number: paperNumber(kind, partyOf(row).id, { date: row.date, reference: row.number }) } as const;
  });
  const read = (kind: 'scn' | 'bil') =>
    readNumbers(
      records,
      kind,
      told.flatMap((one) => (one?.kind === kind ? one.number : [])),
    );
  const known = new Map((await Promise.all([read('bil'), read('scn')])).flat().map((one) => [one.number, one]));
  return told.map((one) => one && known.get(one.number));
}

function itemOf({ line: _, ...row }: ItemRow, party: ItemParty, number: PaperNumber | undefined): BroughtItem {
  const id = number?.id ?? `${row.amount < 0 ? 'crn' : 'inv'}_AP-${slugOf(row.number)}`;
  return { id, party: party.id, number: row.number, date: row.date, due: dueOf(row, party.paymentDays), amount: Math.abs(row.amount) };
}

/** Numbers that two rows share, or that a document has already: but for those that this opening made before it was cut off. */
async function numberFaults(
  { records, newId }: World,
  rows: readonly ItemRow[],
  items: readonly BroughtItem[],
  numbers: readonly (PaperNumber | undefined)[],
): Promise<FieldFault[]> {
  const issued = items.flatMap(({ id }, i) => (numbers[i] ? [] : { type: (id.startsWith('inv') ? Invoices : CreditNotes) as never, id }));
  const found = [...(await records.getTogether(issued)), ...numbers.map((number) => number?.takenBy)];
  const opening = newId('opn');
  const taken = new Set(
    found.flatMap((document) => {
      const { id, brought } = (document ?? {}) as Partial<NonNullable<PaperNumber['takenBy']>>;
      return id === undefined || brought?.opening === opening ? [] : [id];
    }),
  );
  const seen = new Set<string>();
  return rows.flatMap(({ line, number: text }, i) => {
    const { id } = items[i] as BroughtItem;
    const why = seen.has(id) ? 'twice' : taken.has(numbers[i]?.takenBy?.id ?? id) ? 'taken' : undefined;
    seen.add(id);
    return why ? [itemFault(why, line, 'number', { text })] : [];
  });
}
