import { useParams, useSearch } from '@tanstack/react-router';
import { draftValue } from '#domain/finance/receivables/draft.ts';
import { minorText } from '#kernel/money.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { euros } from '../../api/money.ts';
import { useT } from '../../i18n/i18n.ts';
import { draftCustomer } from '../../lines/customer-field.tsx';
import { NewDocument } from '../../lines/document-editor.tsx';
import type { Search } from '../../list/address.ts';
import { FlowDocuments } from '../../record/flow.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { BillLines } from './bill-lines.tsx';
import { CustomerLink, DocumentLink, OrderLink } from './documents.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { newInvoice, typedInvoice } from './invoice-draft.ts';

/** An invoice in the making: new, being changed, or issued. */
export function Screen() {
  const { draftId } = useParams({ strict: false }) as { draftId?: string };
  return draftId === undefined ? <NewDraft /> : <OneDraft key={draftId} draftId={draftId} />;
}

function NewDraft() {
  const t = useT();
  const { customerId = '', orderId } = useSearch({ strict: false }) as Search;
  const query = $api.useQuery('get', '/customers/{customerId}', { params: { path: { customerId } } }, { enabled: customerId !== '' });
  return (
    <NewDocument
      parent={{ to: '/invoice-drafts', label: t('menu.drafts') }}
      title={t('billing.drafts.new')}
      text={t('billing.drafts.text')}
      reading={query}
    >
      <DraftEditor saved={undefined} initial={newInvoice(query.data && draftCustomer(query.data), orderId)} />
    </NewDocument>
  );
}

function OneDraft({ draftId }: { readonly draftId: string }) {
  const t = useT();
  const query = $api.useQuery('get', '/invoice-drafts/{draftId}', { params: { path: { draftId } } });
  const { data: draft } = query;
  const open = draft?.actions.patchDraft === null;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/invoice-drafts', label: t('menu.drafts') }}
      title={draft ? t('billing.documents.invoice-draft', { number: draft.number }) : ''}
      badges={draft && <StateBadge kind="invoice-draft" state={draft.state} />}
      subtitle={draft && <CustomerLink id={draft.customerId} name={draft.customerName} />}
      aside={
        draft && (
          <>
            <FlowDocuments record={draft} />
            <Timeline id={draft.id} />
          </>
        )
      }
    >
      {draft && (open ? <DraftEditor key={draft.rev} saved={draft} initial={typedInvoice(draft)} /> : <DraftRead draft={draft} />)}
    </RecordPage>
  );
}

/** Nothing of an issued draft changes any more. */
function DraftRead({ draft }: { readonly draft: Schemas['DraftRow'] }) {
  const t = useT();
  const exchange = useExchangeText();
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.drafts.issuedAs'), draft.invoiceId && <DocumentLink key="invoice" id={draft.invoiceId} />],
            [t('advances.forOrder'), draft.orderId && <OrderLink key="order" id={draft.orderId} />],
            [t('currencies.inCurrency'), exchange(draft.foreign, draft.foreign?.gross)],
            [t('billing.notes'), draft.notes],
            [t('billing.pricesIncludeTax'), draft.pricesIncludeTax ? t('billing.yes') : undefined],
          ]}
        />
      </Section>
      <Section title={t('records.lines')}>
        <BillLines bill={linesRead(draft)} />
      </Section>
    </>
  );
}

/** The lines as they were issued, as those of an invoice are shown. */
function linesRead({ lines: typed, date: told, createdAt, foreign, pricesIncludeTax = false, totals }: Schemas['DraftRow']) {
  const date = told ?? createdAt.slice(0, 10);
  const value = draftValue({ lines: typed, pricesIncludeTax }, date, foreign && { ...foreign, date: foreign.rateOf });
  const lines = value.lines.map(({ net, foreign: own, ...line }, index) => ({
    ...line,
    line: index + 1,
    net: euros(net),
    ...(own === undefined || !foreign ? {} : { foreign: { amount: minorText(own, foreign.currency), currency: foreign.net.currency } }),
  }));
  return { lines, totals };
}
