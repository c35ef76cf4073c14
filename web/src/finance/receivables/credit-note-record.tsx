import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { EntryTable } from '../../record/entry-table.tsx';
import { LinkedDocuments } from '../../record/linked-documents.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AllocateDialog } from './allocate.tsx';
import { Allocations, appliedBy } from './allocations.tsx';
import { BillLines } from './bill-lines.tsx';
import { creditNoteState } from './credit-note-rules.ts';
import { CustomerLink, DocumentLink, linkedDocument, linkedEntry } from './documents.tsx';
import { PdfSection } from './pdf-section.tsx';
import { whyNotUse } from './receipt-rules.ts';
import { RecordRefundDialog } from './record-refund.tsx';
import { RemoveAllocationDialog } from './remove-allocation.tsx';

type CreditNote = Schemas['CreditNote'];

/** One credit note, whole: what it gives back and of what, where its money went. */
export function Screen() {
  const t = useT();
  const { creditNoteId } = useParams({ strict: false }) as { creditNoteId: string };
  const query = $api.useQuery('get', '/credit-notes/{creditNoteId}', { params: { path: { creditNoteId } } });
  const { data: note } = query;
  const [doing, setDoing] = useState<'allocate' | 'refund'>();
  const blocked = note && whyNotUse(note, t);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/credit-notes', label: t('shell.nav.creditNotes') }}
      title={note ? t('billing.documents.credit-note', { number: note.number }) : ''}
      badges={note && <StateBadge kind="creditNote" state={creditNoteState(note)} />}
      subtitle={note && <CustomerLink id={note.customerId} name={note.customer.name} />}
      actions={[
        {
          id: 'allocate',
          label: t('billing.allocations.action'),
          needs: 'allocateCreditNote',
          blocked,
          primary: true,
          start: () => setDoing('allocate'),
        },
        { id: 'refund', label: t('billing.refunds.action'), needs: 'recordRefund', blocked, start: () => setDoing('refund') },
      ]}
      aside={note && <Aside note={note} />}
    >
      {note && (
        <>
          <CreditNoteBody note={note} />
          {doing === 'allocate' && <AllocateDialog source={note} onClose={() => setDoing(undefined)} />}
          {doing === 'refund' && <RecordRefundDialog source={note} onClose={() => setDoing(undefined)} />}
        </>
      )}
    </RecordPage>
  );
}

function CreditNoteBody({ note }: { readonly note: CreditNote }) {
  const t = useT();
  const { date } = useFormats();
  const can = useCan();
  const [removing, setRemoving] = useState<string>();
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.creditNotes.corrects'), note.corrects && <DocumentLink key="corrects" id={note.corrects} />],
            [t('actions.reason'), note.reason],
            [t('billing.date'), date(note.date)],
            [t('billing.taxId'), note.customer.taxId],
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
        openLabel={t('billing.allocations.unapplied')}
        none={t('billing.allocations.noneOfCredit')}
        onRemove={can('unallocateCreditNote') ? setRemoving : undefined}
      />
      <Section title={t('records.entries')}>
        <EntryTable entry={note.entry} />
      </Section>
      <PdfSection
        id={note.id}
        number={note.number}
        link={() => api.GET('/credit-notes/{creditNoteId}/pdf', { params: { path: { creditNoteId: note.id } } }).then(dataOf)}
      />
      {removing && <RemoveAllocationDialog source={note} invoiceId={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function Aside({ note }: { readonly note: CreditNote }) {
  const t = useT();
  const { money } = useFormats();
  const paid = new Map(appliedBy(note.allocations).map(({ id, amount }) => [id, money({ amount, currency: 'EUR' })]));
  const from = [note.orderId, note.corrects, note.returnId].filter((id) => id !== undefined);
  const ids = [...new Set([...from, ...paid.keys()])];
  return (
    <>
      <LinkedDocuments documents={[...ids.map((id) => linkedDocument(id, t, paid.get(id))), linkedEntry(note.id, t)]} />
      <Timeline id={note.id} />
    </>
  );
}
