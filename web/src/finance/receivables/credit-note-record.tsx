import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { FlowDocuments, FlowEntries } from '../../record/flow.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { BroughtNote } from '../opening/brought-note.tsx';
import { AllocateDialog } from './allocate.tsx';
import { Allocations } from './allocations.tsx';
import { BillLines } from './bill-lines.tsx';
import { CustomerLink, DocumentLink } from './documents.tsx';
import { OutOfOrder } from './out-of-order.tsx';
import { PdfSection } from './pdf-section.tsx';
import { removeAllocation } from './receivables-steps.ts';
import { RecordRefundDialog } from './record-refund.tsx';

type CreditNote = Schemas['CreditNote'];

/** One credit note, whole: what it gives back and of what, where its money went. */
export function Screen() {
  const t = useT();
  const { creditNoteId } = useParams({ strict: false }) as { creditNoteId: string };
  const query = $api.useQuery('get', '/credit-notes/{creditNoteId}', { params: { path: { creditNoteId } } });
  const { data: note } = query;
  const [activeDialog, setActiveDialog] = useState<'allocate' | 'refund'>();
  return (
    <RecordPage
      query={query}
      parent={{ to: '/credit-notes', label: t('menu.creditNotes') }}
      title={note ? t('billing.documents.credit-note', { number: note.number }) : ''}
      badges={note && <StateBadge kind="credit-note" state={note.state} />}
      subtitle={note && <CustomerLink id={note.customerId} name={note.customer.name} />}
      answered={note?.actions}
      actions={[
        {
          id: 'allocate',
          label: t('billing.allocations.action'),
          needs: 'allocateCreditNote',
          primary: true,
          start: () => setActiveDialog('allocate'),
        },
        {
          id: 'refund',
          label: t('billing.refunds.action'),
          needs: 'recordRefund',
          start: () => setActiveDialog('refund'),
        },
      ]}
      aside={
        note && (
          <>
            <FlowDocuments record={note} />
            <Timeline id={note.id} />
          </>
        )
      }
    >
      {note && (
        <>
          <CreditNoteBody note={note} />
          {activeDialog === 'allocate' && <AllocateDialog source={note} onClose={() => setActiveDialog(undefined)} />}
          {activeDialog === 'refund' && <RecordRefundDialog source={note} onClose={() => setActiveDialog(undefined)} />}
        </>
      )}
    </RecordPage>
  );
}

function CreditNoteBody({ note }: { readonly note: CreditNote }) {
  const t = useT();
  const formats = useFormats();
  const exchange = useExchangeText();
  const { date } = formats;
  const [removing, setRemoving] = useState<string>();
  return (
    <>
      <OutOfOrder document={note} />
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.creditNotes.corrects'), note.corrects && <DocumentLink key="corrects" id={note.corrects} />],
            [t('actions.reason'), note.reason],
            [t('billing.date'), date(note.date)],
            [t('billing.taxId'), note.customer.taxId],
            [t('currencies.inCurrency'), exchange(note.foreign, note.foreign?.gross)],
          ]}
        />
      </Section>
      <Section title={t('records.lines')}>
        <BillLines bill={note} />
      </Section>
      <Allocations
        title={t('billing.allocations.ofCredit')}
        allocations={note.allocations}
        open={note.open}
        foreignOpen={note.foreign?.open}
        openLabel={t('billing.allocations.unapplied')}
        none={t('billing.allocations.noneOfCredit')}
        onRemove={note.actions.deallocateCreditNote === null ? setRemoving : undefined}
      />
      <FlowEntries entries={note.entries} />
      <BroughtNote brought={note.brought} />
      {!note.brought && (
        <PdfSection
          id={note.id}
          number={note.number}
          link={() => api.GET('/credit-notes/{creditNoteId}/pdf', { params: { path: { creditNoteId: note.id } } }).then(dataOf)}
        />
      )}
      {removing && <StepDialog {...removeAllocation(note, removing, { t, formats })} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
