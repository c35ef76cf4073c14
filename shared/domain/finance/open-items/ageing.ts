import { daysBetween, type IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';

/** What is open by days past its due date. Minor units. */
export interface Ageing {
  readonly notDue: Minor;
  readonly days1to30: Minor;
  readonly days31to60: Minor;
  readonly days61to90: Minor;
  readonly over90: Minor;
}

/** As much of an open invoice (or bill) as its age and its turn to be paid depend on. */
export interface Due {
  readonly open: Minor;
  readonly dueDate: IsoDate;
}

/** What is open of a customer's (or supplier's) documents, or what a credit of theirs has left to use. */
export interface PartyDue extends Due {
  readonly party: string;
}
export interface PartyCredit {
  readonly party: string;
  readonly open: Minor;
}

/** What one customer (or supplier) owes or is owed by age, and what of it their unapplied credits would pay. */
export interface PartyAgeing {
  readonly party: string;
  readonly ageing: Ageing;
  readonly open: Minor;
  readonly unapplied: Minor;
}

/** The bucket of what is due on a day. On its due date it is not yet overdue. */
export function bucketOf(dueDate: IsoDate, today: IsoDate): keyof Ageing {
  const days = daysBetween(dueDate, today);
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'days1to30';
  if (days <= 60) return 'days31to60';
  return days <= 90 ? 'days61to90' : 'over90';
}

/** What is open by age, and the part of it that is overdue. */
export function ageingOf(items: Iterable<Due>, today: IsoDate): { ageing: Ageing; open: Minor; overdue: Minor; count: number } {
  const ageing = { notDue: 0, days1to30: 0, days31to60: 0, days61to90: 0, over90: 0 };
  let count = 0;
  for (const { open, dueDate } of items) {
    ageing[bucketOf(dueDate, today)] += open;
    count += 1;
  }
  const open = Object.values(ageing).reduce((sum, amount) => sum + amount, 0);
  return { ageing, open, overdue: open - ageing.notDue, count };
}

/** What is open by age for each customer (or supplier), in the order of their ids; whoever has credit alone as well. */
export function ageingByParty(charges: readonly PartyDue[], credits: readonly PartyCredit[], today: IsoDate): PartyAgeing[] {
  const owed = Map.groupBy(charges, ({ party }) => party);
  const unused = Map.groupBy(credits, ({ party }) => party);
  return [...new Set([...owed.keys(), ...unused.keys()])].sort().map((party) => {
    const { ageing, open } = ageingOf(owed.get(party) ?? [], today);
    return { party, ageing, open, unapplied: (unused.get(party) ?? []).reduce((sum, credit) => sum + credit.open, 0) };
  });
}

/** What an amount pays, first due first out (then by number), at most `most` of them. */
export function allocateFifo(
  items: readonly (Due & { readonly id: string })[],
  amount: Minor,
  most: number,
): { id: string; amount: Minor }[] {
  const inOrder = [...items].sort((a, b) => (a.dueDate === b.dueDate ? (a.id < b.id ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1));
  let left = amount;
  return inOrder.slice(0, most).flatMap(({ id, open }) => {
    const part = Math.min(left, open);
    left -= part;
    return part > 0 ? [{ id, amount: part }] : [];
  });
}

/** What asks for money on one day, or on several. */
interface DueItem extends Due {
  /** What is due on each day, ascending: they come to what was owed. */
  readonly instalments?: readonly { readonly date: IsoDate; readonly amount: Minor }[];
  readonly allocations: readonly { readonly amount: Minor }[];
}

/** What is open of it by due date: what was paid, credited or set against it has taken the first ones first. */
export function openParts({ open: left, dueDate, instalments, allocations }: DueItem): readonly Due[] {
  let taken = allocations.reduce((sum, { amount }) => sum + amount, 0);
  return (instalments ?? [{ date: dueDate, amount: left + taken }]).flatMap(({ date, amount }) => {
    const open = Math.max(0, amount - Math.max(0, taken));
    taken -= amount;
    return open > 0 ? [{ dueDate: date, open }] : [];
  });
}
/** The day on which the next of it is due; of what is paid, the last. */
export const nextDue = (item: DueItem): IsoDate => openParts(item)[0]?.dueDate ?? item.instalments?.at(-1)?.date ?? item.dueDate;
