import { post, type Send, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';
import { appliedBy } from '../receivables/allocations.tsx';
import { documentName } from '../receivables/documents.tsx';

interface Document {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly receivedOn?: string;
  readonly allocations: Schemas['SupplierBillRow']['allocations'];
}

/** The day of the last thing that was done with a document: nothing is done about it before. */
const lastOf = ({ date, receivedOn = date, allocations }: Document): string =>
  [receivedOn, ...allocations.map((each) => each.date)].sort().at(-1) ?? date;

interface Undoing {
  readonly reversal?: { readonly entry: Schemas['Entry'] };
}

/** Takes a bill, a credit note or a payment back: the entry the other way round. */
function reverse(send: Send<{ date?: string; reason: string }, Undoing>, document: Document, text: string, { t }: Words) {
  const name = documentName(document.id, t);
  return step(send, {
    title: t('payables.reverse.title', { document: name }),
    confirm: t('payables.reverse.action'),
    danger: true,
    fields: { reason: {}, date: { min: document.receivedOn ?? document.date, after: lastOf(document) } },
    says: text,
    entries: ({ reversal }) => (reversal ? [reversal.entry] : []),
    done: () => t('payables.reverse.done', { document: name }),
  });
}

export const reverseBill = (bill: Schemas['SupplierBillRow'], words: Words) =>
  reverse(post('/payables/bills/{billId}/reversal', { billId: bill.id }), bill, words.t('payables.reverse.bill'), words);

export const reverseCredit = (note: Schemas['SupplierCreditNoteRow'], words: Words) =>
  reverse(
    post('/payables/credit-notes/{supplierCreditNoteId}/reversal', { supplierCreditNoteId: note.id }),
    note,
    words.t('payables.reverse.bill'),
    words,
  );

export const reversePayment = (payment: Schemas['SupplierPaymentRow'], words: Words) =>
  reverse(post('/payables/payments/{paymentId}/reversal', { paymentId: payment.id }), payment, words.t('payables.reverse.payment'), words);

/** A second person lets a bill be paid. */
export const approveBill = (bill: Schemas['SupplierBillRow'], { t, formats }: Words) =>
  step(post('/payables/bills/{billId}/approval', { billId: bill.id }) as Send<never, unknown>, {
    title: t('payables.approve.title', { number: bill.number }),
    confirm: t('payables.approve.action'),
    says: t('payables.approve.text', { supplier: bill.supplierName, amount: formats.money(bill.payable), reference: bill.reference }),
    done: () => t('payables.approve.done', { number: bill.number }),
  });

/** A bill is open again by what a payment or credit note has paid of it. */
export function removeBill(source: Document, billId: string, { t, formats }: Words) {
  const amount = appliedBy(source.allocations).find((each) => each.id === billId)?.amount ?? '0';
  const document = documentName(billId, t);
  const send: Send<{ date?: string }, unknown> = source.id.startsWith('scn_')
    ? post('/payables/credit-notes/{supplierCreditNoteId}/allocations/{billId}/removal', { supplierCreditNoteId: source.id, billId })
    : post('/payables/payments/{paymentId}/allocations/{billId}/removal', { paymentId: source.id, billId });
  return step(send, {
    title: t('billing.allocations.removeTitle', { document }),
    confirm: t('billing.allocations.remove'),
    danger: true,
    fields: { date: { min: source.receivedOn ?? source.date, after: lastOf(source) } },
    says: t('payables.removeText', { amount: formats.money({ amount, currency: 'EUR' }) }),
    done: () => t('billing.allocations.removed', { document }),
  });
}
