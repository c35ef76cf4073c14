import { post, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';
import { reversalOf } from '../open-items/undo-steps.ts';
import { appliedBy } from './allocations.tsx';

/** The bank took the money back: the entry is reversed, and what it paid is open again. */
export const reverseReceipt = (receipt: Schemas['ReceiptRow'], { t }: Words) =>
  reversalOf(post('/receipts/{receiptId}/reversal', { receiptId: receipt.id }), receipt, {
    title: t('billing.receipts.reverse.title', { number: receipt.number }),
    confirm: t('billing.receipts.reverse.action'),
    says: t('billing.receipts.reverse.text', { count: appliedBy(receipt.allocations).length }),
    done: t('billing.receipts.reverse.done', { number: receipt.number }),
  });

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
