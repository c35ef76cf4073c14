import type { IsoDate } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import { defined } from '#kernel/optional.ts';
import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';
import { allocatedBy, type OpenItem } from '../open-items/open-item.ts';
import { isWaiting } from '../open-items/payable.ts';
import type { StoredBill, StoredCredit } from '../payables/supplier-bill.ts';
import { isSimplified, type StoredCreditNote, type StoredInvoice } from '../receivables/invoice.ts';
import type { BookFacts, EInvoiceFollowUp } from './einvoice-status.ts';

type Received = StoredBill | StoredCredit;
type Followed = StoredInvoice | StoredCreditNote | Received;
const isReceived = (document: Followed): document is Received => 'supplierId' in document;
/** A supplier's corrective invoice asks for nothing, and nobody approves it. */
const isBill = (document: Received): document is StoredBill => 'dueDate' in document;

/**
 * How an invoice among businesses of Spain is followed, before anything is known of it; undefined of what is none: simplified ones, what
 * was open when the books began, what an employee paid, and who has no Spanish tax id.
 */
export function newFollowUp(document: Followed): EInvoiceFollowUp | undefined {
  const { brought, totals } = document;
  if (brought || !isAmongBusinesses(document)) return undefined;
  if (!isReceived(document)) {
    const { id: documentId, number, date, customerId: partyId, customer } = document;
    return { documentId, direction: 'issued', number, date, partyId, partyName: customer.name, gross: totals.gross, steps: [] };
  }
  const { id: documentId, reference: number, date, supplierId: partyId, supplierName: partyName } = document;
  return { documentId, direction: 'received', number, date, partyId, partyName, gross: totals.gross, steps: [] };
}

function isAmongBusinesses(document: Followed): boolean {
  if (isReceived(document)) return !document.claim && spanishTaxIdIn(document.supplierTaxId ?? '') !== undefined;
  const first = 'corrects' in document ? (document.corrects?.slice(4) ?? '') : document.number;
  return !isSimplified(first) && spanishTaxIdIn(document.customer.taxId ?? '') !== undefined;
}

/**
 * What documents say by now. A bill is accepted once it may be paid, rejected when it is taken back, and paid when a payment took the
 * last of it; a corrective one is accepted as it is entered, and is never paid.
 */
export function bookFactsOf(document: Followed): BookFacts {
  const paid = paidOn(document);
  if (!isReceived(document)) return defined({ paid: 'dueDate' in document ? paid : undefined });
  const { reversal, receivedOn } = document;
  const bill = isBill(document) ? document : undefined;
  return defined({
    // What takes a bill back settles it, and pays nothing.
    paid: reversal || !bill ? undefined : paid,
    rejected: reversal && { on: reversal.date, reason: reversal.reason },
    accepted: reversal || (bill && isWaiting(bill)) ? undefined : (bill?.approval?.on ?? receivedOn),
  });
}

/** Credit notes pay nothing. */
const CREDITS: ReadonlySet<string> = new Set(['crn', 'scn']);

/** The day on which the last of it was settled; undefined while something is open, or where credit notes alone have taken it. */
function paidOn(document: OpenItem & Pick<Followed, 'date'>): IsoDate | undefined {
  if (document.open > 0) return undefined;
  const payers = [...allocatedBy(document).keys()].filter((id) => !CREDITS.has(prefixOf(id)));
  return payers.length > 0 ? document.allocations.at(-1)?.date : undefined;
}
