import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import { reversed } from '#domain/finance/ledger/entry.ts';
import { deallocate, type OpenItem, takenBy } from '#domain/finance/open-items/open-item.ts';
import type { Settlement } from '#domain/finance/open-items/subledger.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, type Refund, Refunds } from '#domain/finance/receivables/receipt.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Change, create, type RecordType, type Stored, update } from '#kernel/record.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { adjustExposure, type PostingSession } from '../service.ts';

/** Why a refund was none, and the posting that says so. */
interface TakenBack {
  readonly reason: string;
  readonly posting: PostingSession;
}

/**
 * What reverses a refund that was recorded in error: its entry with debits and credits exchanged, and the credit that it paid out is
 * there to be used again. @throws DomainError `period.…` (422).
 */
export async function takeRefundBack(world: World, refund: Stored<Refund>, { reason, posting }: TakenBack): Promise<Change[]> {
  const { records, newId } = world;
  const { customerId, customerName, from, foreign, amount } = refund;
  const { date } = posting;
  const id = newId('rcv', refund.id);
  const type = (prefixOf(from) === Receipts.prefix ? Receipts : CreditNotes) as unknown as RecordType<OpenItem>;
  const [customer, source] = await Promise.all([records.getOrThrow(Customers, customerId), records.getOrThrow(type, from)]);
  const taken = takenBy(source, refund.id);
  const settlements: Settlement[] = foreign
    ? [
        {
          ...{ charge: refund.id, credit: from, currency: foreign.currency, foreign: foreign.amount },
          ...{ charged: amount, credited: taken.amount, undone: true },
        },
      ]
    : [];
  const entry = posting.add(`Anulación: ${refund.entry.text}`, reversed(refund.entry.lines));
  const [differences, exposure] = await Promise.all([
    differenceChanges(world, { side: 'receivable', settlements, document: refund, posting }),
    adjustExposure(records, customer, gainedBy('receivable', settlements) - amount, { ignoringLimit: true }),
  ]);
  return [
    update(Refunds, refund, { ...refund, reversal: { id, date, reason } }),
    create(ReceiptReversals, id, { date, receiptId: refund.id, customerId, customerName, reason, entry }),
    update(type, source, deallocate(source, refund.id, date, taken)),
    ...differences,
    ...exposure,
  ];
}
