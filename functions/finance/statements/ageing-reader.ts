import { Customers } from '#domain/crm/customers/customer.ts';
import { ageingByParty, type PartyCredit, type PartyDue } from '#domain/finance/open-items/ageing.ts';
import { APPROVE, PAY, PAYING } from '#domain/finance/open-items/queues.ts';
import { PAYABLES } from '#domain/finance/payables/payables-actions.ts';
import { SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import type { NamedAgeing } from '#domain/finance/statements/ageing-sheet.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { RecordType } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { openCharges, unusedCredits } from '../open-items.ts';

interface Party {
  readonly name: string;
  readonly taxId?: string | undefined;
}

/** What each customer owes by age: what `GET /receivables` adds up. */
export async function readReceivables(records: Records, today: IsoDate): Promise<NamedAgeing[]> {
  const [charges, credits] = await Promise.all([openCharges(records, RECEIVABLES), unusedCredits(records.tenant, [CreditNotes, Receipts])]);
  return named(records, Customers, charges.parts, credits, today);
}

/** What each supplier is owed by age: what `GET /payables` adds up. */
export async function readPayables(records: Records, today: IsoDate): Promise<NamedAgeing[]> {
  const [bills, credits] = await Promise.all([
    openCharges(records, PAYABLES, [PAY, APPROVE, PAYING]),
    unusedCredits(records.tenant, [SupplierCredits, SupplierPayments]),
  ]);
  return named(records, Suppliers, bills.parts, credits, today);
}

async function named<T extends Party>(
  records: Records,
  type: RecordType<T>,
  charges: readonly PartyDue[],
  credits: readonly PartyCredit[],
  today: IsoDate,
): Promise<NamedAgeing[]> {
  const parties = ageingByParty(charges, credits, today);
  const ids = parties.map(({ party }) => party).filter((id) => id !== '');
  // Who is damaged is called by the id: what they owe is in the sum all the same.
  const found = await records.getMany(type, ids, new Set());
  const byId = new Map(ids.map((id, i) => [id, found[i]]));
  return parties.map((each) => {
    const { name = each.party, taxId = '' } = byId.get(each.party) ?? {};
    return { ...each, name, taxId };
  });
}
