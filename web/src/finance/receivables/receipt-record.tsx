import { useParams } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useWords } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { DocumentBody } from '../open-items/document-body.tsx';
import { removalOf } from '../open-items/undo-steps.ts';
import { creditActions, creditWords } from './credit-actions.tsx';
import { CustomerLink } from './documents.tsx';
import { reverseReceipt } from './receivables-steps.ts';

type Receipt = Schemas['Receipt'];

/** One receipt, whole: what it paid, what is left of it, what it did to the books. */
export function Screen() {
  const words = useWords();
  const { t } = words;
  const { receiptId } = useParams({ strict: false }) as { receiptId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/receipts/{receiptId}', { params: { path: { receiptId } } })}
      parent={{ to: '/receipts', label: t('menu.receipts') }}
      title={({ number }) => t('billing.documents.receipt', { number })}
      subtitle={({ customerId, customerName }) => <CustomerLink id={customerId} name={customerName} />}
      actions={() => [
        ...creditActions('allocateReceipt', t),
        { id: 'reverse', label: t('billing.receipts.reverse.action'), needs: 'reverseReceipt', danger: true, step: reverseReceipt },
      ]}
    >
      {(receipt, open) => <ReceiptBody receipt={receipt} onRemove={(invoiceId) => open(removalOf(receipt, invoiceId, words))} />}
    </DocumentPage>
  );
}

function ReceiptBody({ receipt, onRemove }: { readonly receipt: Receipt; readonly onRemove: (invoiceId: string) => void }) {
  const t = useT();
  const { date, money } = useFormats();
  return (
    <DocumentBody
      document={receipt}
      facts={[
        [t('billing.amount'), money(receipt.amount)],
        [t('billing.date'), date(receipt.date)],
        [t('billing.method'), t(`billing.methods.${receipt.method}`)],
        [t('billing.reference'), receipt.reference],
      ]}
      words={creditWords(t)}
      onRemove={receipt.actions.deallocateReceipt === null ? onRemove : undefined}
    />
  );
}
