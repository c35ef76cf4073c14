import { useParams } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { AllocationDialog } from '../open-items/allocation-dialog.tsx';
import { removalOf } from '../open-items/undo-steps.ts';
import { DocumentLink } from '../receivables/documents.tsx';
import { SupplierLink } from '../suppliers/supplier-link.tsx';
import { PurchaseBody } from './purchase-parts.tsx';
import { reverseCredit } from './steps.ts';

/** One credit note of a supplier, whole: what it gives back and of what, which bills have taken it. */
export function Screen() {
  const words = { t: useT(), formats: useFormats() };
  const { t, formats } = words;
  const { supplierCreditNoteId } = useParams({ strict: false }) as { supplierCreditNoteId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payables/credit-notes/{supplierCreditNoteId}', { params: { path: { supplierCreditNoteId } } })}
      parent={{ to: '/payables/credit-notes', label: t('menu.supplierCreditNotes') }}
      title={({ reference }) => t('payables.credits.one', { reference })}
      subtitle={({ supplierId, supplierName, number }) => (
        <>
          <SupplierLink id={supplierId} name={supplierName} /> · {number}
        </>
      )}
      actions={() => [
        {
          id: 'allocate',
          label: t('billing.allocations.action'),
          needs: 'allocateSupplierCreditNote',
          primary: true,
          dialog: (note, onClose) => <AllocationDialog source={note} onClose={onClose} />,
        },
        { id: 'reverse', label: t('payables.reverse.action'), needs: 'reverseSupplierCreditNote', danger: true, step: reverseCredit },
      ]}
      paper
    >
      {(note, open) => (
        <PurchaseBody
          purchase={note}
          facts={[
            [t('payables.credits.corrects'), note.corrects && <DocumentLink key="corrects" id={note.corrects} />],
            [t('payables.credits.correctedPeriod'), note.corrected?.period],
            [t('payables.credits.declaredBase'), note.corrected?.declared && formats.money(note.corrected.declared)],
          ]}
          words={{ title: t('payables.paid'), none: t('payables.paidNothing'), open: t('payables.unapplied') }}
          onRemove={note.actions.deallocateSupplierCreditNote === null ? (billId) => open(removalOf(note, billId, words)) : undefined}
        />
      )}
    </DocumentPage>
  );
}
