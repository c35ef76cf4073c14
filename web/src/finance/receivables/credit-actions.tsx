import type { useT } from '../../i18n/i18n.ts';
import type { PageAction } from '../../record/document-page.tsx';
import { AllocateDialog, type CreditSource } from './allocate.tsx';
import { RecordRefundDialog } from './record-refund.tsx';

/** What is done with credit of a customer that is left, of a receipt or a credit note. */
export const creditActions = (
  allocates: 'allocateReceipt' | 'allocateCreditNote',
  t: ReturnType<typeof useT>,
): PageAction<CreditSource>[] => [
  {
    id: 'allocate',
    label: t('billing.allocations.action'),
    needs: allocates,
    primary: true,
    dialog: (source, onClose) => <AllocateDialog source={source} onClose={onClose} />,
  },
  {
    id: 'refund',
    label: t('billing.refunds.action'),
    needs: 'recordRefund',
    dialog: (source, onClose) => <RecordRefundDialog source={source} onClose={onClose} />,
  },
];
