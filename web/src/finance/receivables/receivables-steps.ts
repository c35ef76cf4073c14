import { post, type Send, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';
import { kindOf } from '../../record/kinds.ts';
import { appliedBy } from './allocations.tsx';
import { documentName } from './documents.tsx';

/** The day of the last allocation: what is done about them is not done before. */
const lastOf = ({ date, allocations }: Pick<Schemas['ReceiptRow'], 'date' | 'allocations'>): string =>
  [date, ...allocations.map((each) => each.date)].sort().at(-1) ?? date;

/** The bank took the money back: the entry is reversed, and what it paid is open again. */
export const reverseReceipt = (receipt: Schemas['ReceiptRow'], { t }: Words) =>
  step(post('/receipts/{receiptId}/reversal', { receiptId: receipt.id }), {
    title: t('billing.receipts.reverse.title', { number: receipt.number }),
    confirm: t('billing.receipts.reverse.action'),
    danger: true,
    fields: { reason: {}, date: { min: receipt.date, after: lastOf(receipt) } },
    says: t('billing.receipts.reverse.text', { count: appliedBy(receipt.allocations).length }),
    entries: ({ reversal }) => (reversal ? [reversal.entry] : []),
    done: ({ number }) => t('billing.receipts.reverse.done', { number }),
  });

/** An invoice is open again by what a receipt or credit note has paid of it. */
export function removeAllocation(
  source: Pick<Schemas['ReceiptRow'], 'id' | 'date' | 'allocations'>,
  invoiceId: string,
  { t, formats }: Words,
) {
  const { id, date, allocations } = source;
  const amount = appliedBy(allocations).find((each) => each.id === invoiceId)?.amount ?? '0';
  const document = documentName(invoiceId, t);
  const send: Send<{ date?: string }, unknown> =
    kindOf(id) === 'credit-note'
      ? post('/credit-notes/{creditNoteId}/allocations/{invoiceId}/removal', { creditNoteId: id, invoiceId })
      : post('/receipts/{receiptId}/allocations/{invoiceId}/removal', { receiptId: id, invoiceId });
  return step(send, {
    title: t('billing.allocations.removeTitle', { document }),
    confirm: t('billing.allocations.remove'),
    danger: true,
    fields: { date: { min: date, after: lastOf(source) } },
    says: t('billing.allocations.removeText', { amount: formats.money({ amount, currency: 'EUR' }) }),
    done: () => t('billing.allocations.removed', { document }),
  });
}

/** Makes the invoice: its number is taken for good, so it is shown before. */
export const issueDraft = ({ id, number, date, customerName }: Schemas['DraftRow'], { t, formats }: Words) =>
  step(post('/invoice-drafts/{draftId}/issue', { draftId: id }), {
    title: t('billing.drafts.issue.title', { number }),
    confirm: t('billing.drafts.issue.action'),
    fields: { date: { proposed: date } },
    says: (invoice) =>
      t('billing.drafts.issue.makes', {
        number: invoice.number,
        amount: formats.money(invoice.foreign?.gross ?? invoice.totals.gross),
        customer: customerName,
        dueDate: formats.date(invoice.dueDate),
      }),
    entries: ({ entry }) => (entry ? [entry] : []),
    done: (invoice) => t('billing.drafts.issue.done', { number: invoice.number }),
    to: (invoice) => `/invoices/${invoice.id}`,
  });

/** A draft that nobody wants. It had no number of the series, so none is missing. */
export const deleteDraft = ({ id, number }: Schemas['DraftRow'], { t }: Words) =>
  step(() => api.DELETE('/invoice-drafts/{draftId}', { params: { path: { draftId: id } } }).then(dataOf), {
    title: t('billing.drafts.delete.title', { number }),
    confirm: t('billing.drafts.delete.action'),
    danger: true,
    says: t('billing.drafts.delete.text'),
    done: () => t('billing.drafts.delete.done', { number }),
    to: () => '/invoice-drafts',
  });
