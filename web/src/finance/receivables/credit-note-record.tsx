import { useParams } from '@tanstack/react-router';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { EInvoiceSection } from '../einvoice/einvoice-section.tsx';
import { EInvoiceStatus } from '../einvoice/einvoice-status.tsx';
import { BroughtNote } from '../opening/brought-note.tsx';
import { Allocations } from './allocations.tsx';
import { BillLines } from './bill-lines.tsx';
import { creditActions } from './credit-actions.tsx';
import { CustomerLink, DocumentLink } from './documents.tsx';
import { OutOfOrder } from './out-of-order.tsx';
import { PdfSection } from './pdf-section.tsx';
import { removeAllocation } from './receivables-steps.ts';

type CreditNote = Schemas['CreditNote'];

/** One credit note, whole: what it gives back and of what, where its money went. */
export function Screen() {
  const words = { t: useT(), formats: useFormats() };
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
      {(note, open) => <CreditNoteBody note={note} onRemove={(invoiceId) => open(removeAllocation(note, invoiceId, words))} />}
    </DocumentPage>
  );
}

function CreditNoteBody({ note, onRemove }: { readonly note: CreditNote; readonly onRemove: (invoiceId: string) => void }) {
  const t = useT();
  const { date } = useFormats();
  const exchange = useExchangeText();
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
        onRemove={note.actions.deallocateCreditNote === null ? onRemove : undefined}
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
