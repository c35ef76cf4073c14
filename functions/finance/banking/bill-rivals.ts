import { IntakeDocuments } from '#domain/automation/events.ts';
import { billsPaid, isPaperOf, PAPER_DAYS } from '#domain/finance/banking/bill-rivals.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { PeriodSequences, sequenceIdFor } from '#domain/finance/ledger/period-sequence.ts';
import { payableOf } from '#domain/finance/open-items/purchase-entry.ts';
import { APPROVE, PAY, PAYING } from '#domain/finance/open-items/queues.ts';
import { type StoredBill, SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { REGISTER } from '#domain/finance/tax/received-register.ts';
import { addDays, earliest } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, check, numberOf } from '#kernel/record.ts';
import { openRecords } from '#runtime/open-work.ts';
import { billMonths } from './bill-months.ts';
import type { Matching } from './match-parts.ts';

const QUEUES: readonly string[] = [PAY, APPROVE, PAYING];

/**
 * What of the supplier is open: what waits to be approved, or stands in a payment run, is as open. The index has it a moment after it is
 * committed: what was entered last is read by its id.
 */
async function openBills({ records }: Matching, supplierId: string, latest: readonly string[]) {
  const found = new Map<string, StoredBill>();
  for (const queue of QUEUES)
    for await (const bill of openRecords(records, SupplierBills, queue, { party: supplierId })) found.set(bill.id, bill);
  for (const bill of await records.getMany(SupplierBills, latest)) {
    const queue = bill?.supplierId === supplierId ? SupplierBills.open?.(bill, bill.id)?.queue : undefined;
    if (bill && queue !== undefined && QUEUES.includes(queue)) found.set(bill.id, bill);
  }
  return [...found.values()].map((bill) => ({ ...bill, payable: payableOf(bill) }));
}

/** The first paper that waits to be entered and may be that of the line. */
async function waitingPaper({ records, line }: Matching, { supplierId, amount: paid }: PartOf<'bill'>) {
  const range = { from: addDays(line.date, -PAPER_DAYS - 1), to: `${addDays(line.date, PAPER_DAYS + 1)}~` };
  for (const queue of ['review', 'ready'])
    for await (const paper of openRecords(records, IntakeDocuments, queue, range))
      if (isPaperOf(paper, { supplierId, date: line.date, paid })) return paper;
  return undefined;
}

/**
 * That nobody enters a bill between the look at what is open and the posting: all bills of a month are counted in one sequence, which must
 * be as it was, in each month in which the bill of the line may be received. The posting's own month it counts itself.
 * @returns with the bills that these months counted last.
 */
async function noBillMeanwhile({ records, line, today, date }: Matching): Promise<{ checks: Change[]; latest: readonly string[] }> {
  const months = await billMonths(records, earliest(addDays(line.date, -PAPER_DAYS), today), today);
  const own = sequenceIdFor(date, REGISTER);
  return {
    checks: months.filter(({ id }) => id !== own).map((sequence) => check(PeriodSequences, sequence)),
    latest: months.flatMap(({ latest = [] }) => latest),
  };
}

/**
 * What the supplier has open, or sent, is what was paid, and no other bill is made of it: its tax would be deducted twice. A person may say
 * that it is another; a rule may not.
 * @returns what must be as it was when it is posted.
 * @throws DomainError `bank_line.bill_open`, `bank_line.bill_document` (422).
 */
export async function requireNoRival(world: Matching, part: PartOf<'bill'>, i: number): Promise<Change[]> {
  if (part.confirmed) return [];
  const field = `body.parts.${i}.supplierId`;
  const { checks, latest } = await noBillMeanwhile(world);
  const [bills, paper] = await Promise.all([openBills(world, part.supplierId, latest), waitingPaper(world, part)]);
  const [first, ...others] = billsPaid(bills, part.amount);
  if (first) {
    const reference = [first, ...others].map((bill) => bill.reference).join(', ');
    throw refused(
      'bank_line.bill_open',
      `${reference} of ${first.supplierName} is open and may be what was paid: match the line with that, or confirm that it is another bill.`,
      field,
      { reference, supplier: first.supplierName, document: first.id },
    );
  }
  if (paper) {
    const number = numberOf(IntakeDocuments, paper.id);
    throw refused(
      'bank_line.bill_document',
      `The document ${number} waits to be entered and may be the bill that was paid: enter it and match the line with that, or confirm that it is another.`,
      field,
      { document: paper.id, file: paper.fileName },
    );
  }
  return checks;
}
