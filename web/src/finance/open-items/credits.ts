import { post } from '../../actions/step-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import type { PathOf } from '../../api/contract.ts';
import { kindOf } from '../../record/kinds.ts';
import { inTheirCurrency, useOpenCharges } from './open-charges.ts';

/** What is paid: where it is listed, what requests call it and its party, and what is said of it. */
const INVOICES = {
  list: '/invoices',
  party: 'customerId',
  charge: 'invoiceId',
  after: 'billing.allocations.after',
  removed: 'billing.allocations.removeText',
} as const;
const BILLS = {
  list: '/payables/bills',
  party: 'supplierId',
  charge: 'billId',
  after: 'payables.allocated',
  removed: 'payables.removeText',
} as const;

interface Credit {
  /** Of the document that pays, in its addresses. */
  readonly id: string;
  /** Of what it may be used on. */
  readonly states: string;
  readonly allocations: PathOf<'POST'>;
  readonly removal: PathOf<'POST'>;
}

/** Documents that pay, by kind: what they are used on, and how. */
const CREDITS = {
  receipt: {
    ...INVOICES,
    id: 'receiptId',
    states: 'open',
    allocations: '/receipts/{receiptId}/allocations',
    removal: '/receipts/{receiptId}/allocations/{invoiceId}/removal',
  },
  'credit-note': {
    ...INVOICES,
    id: 'creditNoteId',
    states: 'open',
    allocations: '/credit-notes/{creditNoteId}/allocations',
    removal: '/credit-notes/{creditNoteId}/allocations/{invoiceId}/removal',
  },
  'supplier-payment': {
    ...BILLS,
    id: 'paymentId',
    states: 'open',
    allocations: '/payables/payments/{paymentId}/allocations',
    removal: '/payables/payments/{paymentId}/allocations/{billId}/removal',
  },
  // A credit note takes from bills that wait for a second person, too: no money leaves.
  'supplier-credit-note': {
    ...BILLS,
    id: 'supplierCreditNoteId',
    states: 'open,waiting',
    allocations: '/payables/credit-notes/{supplierCreditNoteId}/allocations',
    removal: '/payables/credit-notes/{supplierCreditNoteId}/allocations/{billId}/removal',
  },
} as const satisfies Record<string, Credit>;
export type CreditName = keyof typeof CREDITS;
export const creditOf = (kind: CreditName) => CREDITS[kind];
export const creditNameOf = (id: string): CreditName => kindOf(id) as CreditName;

/** What a party has open that a document of a kind may pay. */
export function useChargesOf(kind: CreditName, partyId: string | undefined) {
  const { list, party, states } = CREDITS[kind];
  return useOpenCharges(`${list} ${states}`, partyId, (id, paging, signal) =>
    api
      // Both lists take a party and states, and answer with what is open.
      .GET(list as '/payables/bills', { params: { query: { [party]: id, state: states, ...paging } as object }, signal })
      .then(dataOf)
      .then(inTheirCurrency),
  );
}

/** Uses a document that pays on others; or takes back what it has paid of one. */
export const sendAllocations = (id: string) => {
  const credit = creditOf(creditNameOf(id));
  return post(credit.allocations as '/receipts/{receiptId}/allocations', { [credit.id]: id });
};
export const sendRemoval = (id: string, chargeId: string) => {
  const credit = creditOf(creditNameOf(id));
  return post(credit.removal as '/receipts/{receiptId}/allocations/{invoiceId}/removal', { [credit.id]: id, [credit.charge]: chargeId });
};
