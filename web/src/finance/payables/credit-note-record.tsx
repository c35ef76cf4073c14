import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Step } from '../../actions/step-dialog.tsx';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Paper } from '../../notes/paper.tsx';
import { FlowDocuments } from '../../record/flow.tsx';
import { RecordPage } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DocumentLink } from '../receivables/documents.tsx';
import { AllocateBillsDialog } from './allocate-bills.tsx';
import { OneStep, PurchaseBody, SupplierLink } from './purchase-parts.tsx';
import { removeBill, reverseCredit } from './steps.ts';

/** One credit note of a supplier, whole: what it gives back and of what, which bills have taken it. */
export function Screen() {
  const words = { t: useT(), formats: useFormats() };
  const { t, formats } = words;
  const { supplierCreditNoteId } = useParams({ strict: false }) as { supplierCreditNoteId: string };
  const query = $api.useQuery('get', '/payables/credit-notes/{supplierCreditNoteId}', { params: { path: { supplierCreditNoteId } } });
  const { data: note } = query;
  const [step, setStep] = useState<Step>();
  const [allocating, setAllocating] = useState(false);
  const [reading, setReading] = useState(false);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/payables/credit-notes', label: t('menu.supplierCreditNotes') }}
      title={note ? t('payables.credits.one', { reference: note.reference }) : ''}
      badges={note && <StateBadge kind="supplier-credit-note" state={note.state} />}
      subtitle={
        note && (
          <>
            <SupplierLink id={note.supplierId} name={note.supplierName} /> · {note.number}
          </>
        )
      }
      answered={note?.actions}
      actions={[
        {
          id: 'allocate',
          label: t('billing.allocations.action'),
          needs: 'allocateSupplierCreditNote',
          primary: true,
          start: () => setAllocating(true),
        },
        {
          id: 'reverse',
          label: t('payables.reverse.action'),
          needs: 'reverseSupplierCreditNote',
          danger: true,
          start: () => note && setStep(reverseCredit(note, words)),
        },
      ]}
      halves={reading}
      aside={
        note && (
          <>
            <Paper id={note.id} shown={reading} onShow={setReading} />
            <FlowDocuments record={note} />
            <Timeline id={note.id} />
          </>
        )
      }
    >
      {note && (
        <PurchaseBody
          purchase={note}
          facts={[
            [t('payables.credits.corrects'), note.corrects && <DocumentLink key="corrects" id={note.corrects} />],
            [t('payables.credits.correctedPeriod'), note.corrected?.period],
            [t('payables.credits.declaredBase'), note.corrected?.declared && formats.money(note.corrected.declared)],
          ]}
          words={{ title: t('payables.paid'), none: t('payables.paidNothing'), open: t('payables.unapplied') }}
          onRemove={note.actions.deallocateSupplierCreditNote === null ? (billId) => setStep(removeBill(note, billId, words)) : undefined}
        />
      )}
      {note && allocating && <AllocateBillsDialog source={{ ...note, date: note.receivedOn }} onClose={() => setAllocating(false)} />}
      <OneStep step={step} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}
