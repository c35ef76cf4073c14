import { useParams } from '@tanstack/react-router';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useWords } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { Section } from '../../record/record-page.tsx';
import { EInvoiceSection } from '../einvoice/einvoice-section.tsx';
import { EInvoiceStatus } from '../einvoice/einvoice-status.tsx';
import { DocumentBody } from '../open-items/document-body.tsx';
import { removalOf } from '../open-items/undo-steps.ts';
import { BillLines } from './bill-lines.tsx';
import { creditActions, creditWords } from './credit-actions.tsx';
import { CustomerLink, DocumentLink } from './documents.tsx';
import { OutOfOrder } from './out-of-order.tsx';
import { PdfSection } from './pdf-section.tsx';

type CreditNote = Schemas['CreditNote'];

/** One credit note, whole: what it gives back and of what, where its money went. */
export function Screen() {
  const words = useWords();
  const { t } = words;
  const { creditNoteId } = useParams({ strict: false }) as { creditNoteId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/credit-notes/{creditNoteId}', { params: { path: { creditNoteId } } })}
      parent={{ to: '/credit-notes', label: t('menu.creditNotes') }}
      title={({ number }) => t('billing.documents.credit-note', { number })}
      subtitle={({ customerId, customer }) => <CustomerLink id={customerId} name={customer.name} />}
      actions={() => creditActions('allocateCreditNote', t)}
    >
      {(note, open) => <CreditNoteBody note={note} onRemove={(invoiceId) => open(removalOf(note, invoiceId, words))} />}
    </DocumentPage>
  );
}

function CreditNoteBody({ note, onRemove }: { readonly note: CreditNote; readonly onRemove: (invoiceId: string) => void }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <>
      <OutOfOrder document={note} />
      <DocumentBody
        document={note}
        facts={[
          [t('billing.creditNotes.corrects'), note.corrects && <DocumentLink key="corrects" id={note.corrects} />],
          [t('actions.reason'), note.reason],
          [t('billing.date'), date(note.date)],
          [t('billing.taxId'), note.customer.taxId],
        ]}
        words={creditWords(t)}
        onRemove={note.actions.deallocateCreditNote === null ? onRemove : undefined}
      >
        <Section title={t('records.lines')}>
          <BillLines bill={note} />
        </Section>
      </DocumentBody>
      {!note.brought && (
        <PdfSection
          id={note.id}
          number={note.number}
          link={() => api.GET('/credit-notes/{creditNoteId}/pdf', { params: { path: { creditNoteId: note.id } } }).then(dataOf)}
        />
      )}
      {!note.brought && <EInvoiceStatus id={note.id} />}
      {!note.brought && (
        <EInvoiceSection
          number={note.number}
          signed={() => api.GET('/signed-credit-notes/{creditNoteId}', { params: { path: { creditNoteId: note.id } } }).then(dataOf)}
          file={(syntax) =>
            api
              .GET('/credit-notes/{creditNoteId}/e-invoice', { params: { path: { creditNoteId: note.id }, query: { syntax } } })
              .then(dataOf)
          }
        />
      )}
    </>
  );
}
