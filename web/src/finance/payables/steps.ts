import { post, type Send, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';
import { type Allocated, reversalOf } from '../open-items/undo-steps.ts';
import { documentName } from '../receivables/documents.tsx';

/** Takes a bill, a credit note or a payment back: the entry the other way round. */
function reverse(send: Parameters<typeof reversalOf>[0], source: Allocated, says: string, { t }: Words) {
  const document = documentName(source.id, t);
  const words = { title: t('payables.reverse.title', { document }), confirm: t('payables.reverse.action') };
  return reversalOf(send, source, { ...words, says, done: t('payables.reverse.done', { document }) });
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
