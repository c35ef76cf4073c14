import { post, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { Words } from '../../list/columns.tsx';

/** The customer disputes an invoice: nobody is reminded of it, and its days bear no interest. */
export function disputeInvoice({ id, number, date, disputes }: Schemas['InvoiceRow'], { t }: Words) {
  const send = post('/invoices/{invoiceId}/dispute', { invoiceId: id });
  return step(({ reason, date: on }: { readonly reason: string; readonly date: string }, how) => send({ reason, on }, how), {
    title: t('disputes.title', { number }),
    confirm: t('disputes.action'),
    fields: { reason: {}, date: { min: disputes.at(-1)?.to ?? date } },
    says: t('disputes.text'),
    done: () => t('disputes.done', { number }),
  });
}

/** The dispute is over, whatever came of it. */
export function resolveDispute({ id, number, disputes }: Schemas['InvoiceRow'], { t }: Words) {
  const send = post('/invoices/{invoiceId}/dispute/resolution', { invoiceId: id });
  return step(
    ({ reason, date: on }: { readonly reason: string; readonly date: string }, how) =>
      send({ ...(reason ? { outcome: reason } : {}), on }, how),
    {
      title: t('disputes.end.title', { number }),
      confirm: t('disputes.end.action'),
      fields: { reason: { label: t('disputes.end.outcome'), optional: true }, date: { min: disputes.at(-1)?.from ?? '' } },
      says: t('disputes.end.text'),
      done: () => t('disputes.end.done', { number }),
    },
  );
}
