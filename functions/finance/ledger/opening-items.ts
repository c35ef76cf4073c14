import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { type ItemRow, itemFault, itemRows, slugOf } from '#domain/finance/ledger/item-rows.ts';
import { type BroughtItem, dueOf } from '#domain/finance/ledger/opening-record.ts';
import { BillNumbers, billNumberId } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type FieldFault, invalid } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
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
  const items = rows.map((row) => itemOf(world, row, parties.get(partyKey(row)) as ItemParty));
  const all = [...faults, ...ofParties, ...(await numberFaults(world, rows, items))];
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

function itemOf({ newId }: World, { line, ...row }: ItemRow, party: ItemParty): BroughtItem {
  const isCredit = row.amount < 0;
  const own =
    row.account === ACCOUNT.receivable
      ? `${isCredit ? 'crn' : 'inv'}_AP-${slugOf(row.number)}`
      : newId(isCredit ? 'scn' : 'bil', String(line));
  return { id: own, party: party.id, number: row.number, date: row.date, due: dueOf(row, party.paymentDays), amount: Math.abs(row.amount) };
}

/** The claim of a supplier's number; of what is issued the id is the claim. */
export const claimOf = ({ id, party, date, number }: BroughtItem): string | undefined =>
  id.startsWith('bil') || id.startsWith('scn')
    ? billNumberId(id.startsWith('bil') ? 'bil' : 'scn', { supplierId: party, date, reference: number })
    : undefined;

/** Numbers that two rows share, or that a document has already: but for those that this opening made before it was cut off. */
async function numberFaults({ records, newId }: World, rows: readonly ItemRow[], items: readonly BroughtItem[]): Promise<FieldFault[]> {
  const [opening, own] = [newId('opn'), new Set(items.map(({ id }) => id))];
  const claims = items.map((item) => claimOf(item) ?? item.id);
  const found = await records.getTogether([...new Set(claims)].map((id) => ({ type: typeOf(id), id })));
  const taken = new Set(
    found.flatMap((record) => {
      if (!record) return [];
      const { documentId = '', brought } = record as { readonly documentId?: string; readonly brought?: { readonly opening: string } };
      return brought?.opening === opening || own.has(documentId) ? [] : [record.id];
    }),
  );
  const seen = new Set<string>();
  return rows.flatMap(({ line, number }, i) => {
    const claim = claims[i] ?? '';
    const why = seen.has(claim) ? 'twice' : taken.has(claim) ? 'taken' : undefined;
    seen.add(claim);
    return why ? [itemFault(why, line, 'number', { text: number })] : [];
  });
}

const typeOf = (id: string) =>
  (id.startsWith('inv') ? Invoices : id.startsWith('crn') ? CreditNotes : BillNumbers) as typeof Invoices as never;
