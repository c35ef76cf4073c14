import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { sortText } from '#kernel/text.ts';
import { nextDue, openParts } from '../open-items/ageing.ts';
import type { StoredBill, StoredCredit } from '../payables/supplier-bill.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';
import type { LeftOut, RunItem, RunPayment } from './payment-run.ts';

/** Documents of one transfer: its bills are paid, posted and freed in one transaction. */
export const MAX_PER_PAYMENT = 40;
/** Documents of one run: what its record can hold (400 KB) with room for its story. */
export const MAX_PER_RUN = 1000;

/** What may be paid of suppliers. */
export interface Payable {
  /** In the order in which they are due. */
  readonly bills: readonly StoredBill[];
  readonly credits: readonly StoredCredit[];
  readonly suppliers: ReadonlyMap<string, StoredSupplier>;
  /** Of a bill in parts, those due up to this day; absent: all of it. */
  readonly until?: IsoDate | undefined;
}

const sum = (items: readonly RunItem[]): Minor => items.reduce((total, { amount }) => total + amount, 0);

/** What of a bill is due up to a day. */
export const dueUpTo = (bill: StoredBill, until: IsoDate | undefined): Minor =>
  openParts(bill).reduce((total, { dueDate, open }) => total + (until === undefined || dueDate <= until ? open : 0), 0);

/** Bills of one supplier in transfers, each with as many of its credit notes as leave something to pay. */
function transfersOf(bills: readonly RunItem[], credits: readonly RunItem[]) {
  const room = MAX_PER_PAYMENT - Math.min(credits.length, MAX_PER_PAYMENT / 2);
  const groups = Array.from({ length: Math.ceil(bills.length / room) }, (_, i) => bills.slice(i * room, (i + 1) * room));
  const left = [...credits];
  return groups.map((group) => {
    const used: RunItem[] = [];
    for (let next = left[0]; next && used.length < MAX_PER_PAYMENT / 2 && sum(used) + next.amount < sum(group); next = left[0])
      used.push(left.shift() as RunItem);
    return { charges: group, credits: used, amount: sum(group) - sum(used) };
  });
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const byName = (a: StoredBill | undefined, b: StoredBill | undefined) =>
  compare(sortText(a?.supplierName ?? ''), sortText(b?.supplierName ?? '')) || compare(a?.supplierId ?? '', b?.supplierId ?? '');
const byDue = (a: StoredBill, b: StoredBill) => compare(nextDue(a), nextDue(b)) || compare(a.reference, b.reference) || compare(a.id, b.id);

/** What is due in foreign currencies, by supplier: SEPA transfers are in euros. */
function abroad(bills: readonly StoredBill[], until: IsoDate | undefined): LeftOut[] {
  const bySupplier = Map.groupBy(
    bills.filter(({ foreign }) => foreign),
    (bill) => bill.supplierId,
  );
  return [...bySupplier].map(([supplierId, theirs]) => ({
    ...{ partyId: supplierId, partyName: theirs[0]?.supplierName ?? '', why: 'foreign_currency' as const },
    amount: theirs.reduce((total, bill) => total + dueUpTo(bill, until), 0),
  }));
}

/** Whether settling a supplier's documents declares tax that was withheld of them. */
const withholdingOf = (documents: readonly (StoredBill | StoredCredit)[], supplierId: string): Pick<RunPayment, 'withholds'> =>
  documents.some((document) => document.supplierId === supplierId && document.withheld?.at) ? { withholds: true } : {};

/** The transfers that pay what is due, each supplier's credit notes taken off, and what is left out with its reason. */
export function proposedPayments({ bills, credits, suppliers, until }: Payable): { payments: RunPayment[]; leftOut: LeftOut[] } {
  const payments: RunPayment[] = [];
  const leftOut = abroad(bills, until);
  let documents = 0;
  const inEuros = bills.filter(({ foreign }) => !foreign);
  const bySupplier = [...Map.groupBy(inEuros, (bill) => bill.supplierId)].toSorted(([, a], [, b]) => byName(a[0], b[0]));
  for (const [supplierId, theirs] of bySupplier) {
    const supplier = suppliers.get(supplierId);
    if (!supplier) continue;
    const due = theirs
      .toSorted(byDue)
      .map((bill) => ({ id: bill.id, reference: bill.reference, amount: dueUpTo(bill, until) }))
      .filter(({ amount }) => amount > 0);
    const notes = credits
      .filter((note) => note.supplierId === supplierId && !note.foreign)
      .map(({ id, reference, open }) => ({ id, reference, amount: open }));
    const leave = (why: LeftOut['why']) =>
      leftOut.push({ partyId: supplierId, partyName: supplier.name, why, amount: sum(due) - sum(notes) });
    if (due.length === 0) continue;
    if (supplier.iban === undefined) leave('no_iban');
    else if (sum(notes) >= sum(due)) leave('covered_by_credits');
    else if (documents + due.length + notes.length > MAX_PER_RUN) leave('no_room');
    else {
      const { name: partyName, iban, ibanChangedBy: ibanBy, ibanChangedOn: ibanOn } = supplier;
      documents += due.length + notes.length;
      for (const transfer of transfersOf(due, notes))
        payments.push({
          ...{ no: payments.length + 1, partyId: supplierId, partyName, iban },
          ...defined({ ibanBy, ibanOn }),
          ...transfer,
          ...withholdingOf([...theirs, ...credits], supplierId),
          state: 'open',
        });
    }
  }
  return { payments, leftOut };
}
