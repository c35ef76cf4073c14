import type { useT } from '../../i18n/i18n.ts';
import type { PageAction } from '../../record/document-page.tsx';
import { allocateAction } from '../open-items/allocation-dialog.tsx';
import { type CreditSource, RecordRefundDialog } from './record-refund.tsx';

/** What is said of what a receipt or credit note has paid. */
export const creditWords = (t: ReturnType<typeof useT>) => ({
  title: t('billing.allocations.ofCredit'),
  none: t('billing.allocations.noneOfCredit'),
  open: t('billing.allocations.unapplied'),
});

/** What is done with credit of a customer that is left, of a receipt or a credit note. */
export const creditActions = (
  allocates: 'allocateReceipt' | 'allocateCreditNote',
  t: ReturnType<typeof useT>,
): PageAction<CreditSource>[] => [
  allocateAction(t, allocates),
  {
    id: 'refund',
    label: t('billing.refunds.action'),
    needs: 'recordRefund',
    dialog: (source, onClose) => <RecordRefundDialog source={source} onClose={onClose} />,
  },
];
