import { api, dataOf, type Schemas } from '../../api/client.ts';
import { centsOf, inCurrency } from '../../api/money.ts';
import { type Formats, today } from '../../i18n/format.ts';
import type { useT } from '../../i18n/i18n.ts';
import type { BulkAction } from '../../list/spec.ts';
import { refusalText } from '../../ui/problem-text.ts';
import { saveFile } from '../../ui/save-file.ts';
import { pdfOf } from './pdf-section.tsx';

type Invoice = Schemas['InvoiceRow'];
type T = ReturnType<typeof useT>;

/** What is open of some invoices, in the currencies that they are in. */
function openByCurrency(invoices: readonly Invoice[]) {
  const sums = new Map<string, number>();
  for (const { open, foreign } of invoices) {
    const { currency } = foreign?.open ?? open;
    sums.set(currency, (sums.get(currency) ?? 0) + centsOf(foreign?.open ?? open));
  }
  return [...sums].map(([currency, cents]) => inCurrency(cents, currency));
}

/** One receipt for each invoice, by bank, of all that is open, as when a bank statement pays them one by one. */
export const receiveAll = (t: T, { money, date }: Formats): BulkAction<Invoice> => ({
  id: 'receive',
  label: t('billing.pay.bulk'),
  blocked: ({ actions }) => refusalText(actions.recordReceipt),
  preview: (invoices) => (
    <>
      <p>
        {t('billing.pay.bulkSum')} <b className="amount">{openByCurrency(invoices).map(money).join(' + ')}</b>
      </p>
      <p className="dimmed">{t('billing.pay.bulkText', { date: date(today()) })}</p>
    </>
  ),
  run: ({ id, number, customerId, open, foreign, date: issued }, key) =>
    api.POST('/receipts', {
      params: { query: {}, header: { 'Idempotency-Key': key } },
      body: {
        customerId,
        // An invoice of a later date than today's is paid on its own.
        date: [today(), issued].sort().at(-1) ?? issued,
        method: 'bank',
        amount: foreign?.open ?? open,
        reference: number,
        auto: false,
        allocations: [{ invoiceId: id, amount: foreign?.open ?? open }],
      },
    }),
});

/** The paper of each, as files of their own. */
export const downloadAll = (t: T): BulkAction<Invoice> => ({
  id: 'pdf',
  label: t('billing.pdf.bulk'),
  preview: () => <p className="dimmed">{t('billing.pdf.bulkText')}</p>,
  run: async ({ id, number }) =>
    saveFile(
      await pdfOf(await api.GET('/invoices/{invoiceId}/pdf', { params: { path: { invoiceId: id } } }).then(dataOf)),
      `${number}.pdf`,
    ),
});
