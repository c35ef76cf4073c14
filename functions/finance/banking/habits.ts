import { banking } from '#api/finance/banking.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { BankHabits, bankHabitView, type StoredHabit } from '#domain/finance/banking/bank-habit.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { prefixOf } from '#kernel/id.ts';
import { remove } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = banking;

/** Names of customers and suppliers; an account is called by its code. */
async function namesOf(records: Records, habits: readonly StoredHabit[]): Promise<(to: string) => string> {
  const ids = [...new Set(habits.flatMap(({ samples }) => samples.map(({ to }) => to)))];
  const of = (type: { readonly prefix: string }) => ids.filter((id) => prefixOf(id) === type.prefix);
  const [customers, suppliers] = await Promise.all([
    records.getMany(Customers, of(Customers), new Set()),
    records.getMany(Suppliers, of(Suppliers), new Set()),
  ]);
  const names = new Map([...customers, ...suppliers].flatMap((party) => (party ? [[party.id, party.name] as const] : [])));
  return (to) => names.get(to) ?? to;
}

export const listBankHabits = query(actions.listBankHabits, async ({ query: { q, ...input }, records }) => {
  const page = await listRecords(records, BankHabits, { ...input, buckets: ['all'], words: q });
  const nameOf = await namesOf(records, page.items);
  return { ...page, items: page.items.map((habit) => bankHabitView(habit, nameOf)) };
});

export const forgetBankHabit = command(
  actions.forgetBankHabit,
  on(BankHabits, ({ habitId }) => habitId),
  (_, habit) => [remove(BankHabits, habit)],
  ({ id }) => ({ id, deleted: true as const }),
);
