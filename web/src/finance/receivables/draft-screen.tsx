import { Link, useParams, useSearch } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import type { Search } from '../../app/root-route.tsx';
import { useT } from '../../i18n/i18n.ts';
import { LinkedDocuments } from '../../record/linked-documents.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import { CustomerLink, DocumentLink, linkedDocument } from './documents.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { newDraft, typedOf } from './draft-form.ts';
import { DraftLinesRead } from './draft-lines-read.tsx';
import own from './drafts.module.css';

/** An invoice in the making: new, being changed, or issued. */
export function Screen() {
  const { draftId } = useParams({ strict: false }) as { draftId?: string };
  return draftId === undefined ? <NewDraft /> : <OneDraft key={draftId} draftId={draftId} />;
}

function NewDraft() {
  const t = useT();
  useTitle(t('billing.drafts.new'));
  const { customerId } = useSearch({ strict: false }) as Search;
  return (
    <article className={own.page}>
      <nav aria-label={t('records.path')}>
        <Link to={'/invoice-drafts' as never}>{t('shell.nav.drafts')}</Link>
      </nav>
      <h1>{t('billing.drafts.new')}</h1>
      <p className="dimmed">{t('billing.drafts.text')}</p>
      <DraftEditor saved={undefined} initial={newDraft(customerId)} />
    </article>
  );
}

function OneDraft({ draftId }: { readonly draftId: string }) {
  const t = useT();
  const can = useCan();
  const query = $api.useQuery('get', '/invoice-drafts/{draftId}', { params: { path: { draftId } } });
  const { data: draft } = query;
  const open = draft?.state === 'draft' && can('patchDraft');
  return (
    <RecordPage
      query={query}
      parent={{ to: '/invoice-drafts', label: t('shell.nav.drafts') }}
      title={draft ? t('billing.documents.invoice-draft', { number: draft.number }) : ''}
      badges={draft && <StateBadge kind="draft" state={draft.state} />}
      subtitle={draft && <CustomerLink id={draft.customerId} name={draft.customerName} />}
      aside={
        draft && (
          <>
            <LinkedDocuments documents={draft.invoiceId ? [linkedDocument(draft.invoiceId, t)] : []} />
            <Timeline id={draft.id} />
          </>
        )
      }
    >
      {draft && (open ? <DraftEditor key={draft.rev} saved={draft} initial={typedOf(draft)} /> : <DraftRead draft={draft} />)}
    </RecordPage>
  );
}

/** Nothing of an issued draft changes any more. */
function DraftRead({ draft }: { readonly draft: Schemas['Draft'] }) {
  const t = useT();
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.drafts.issuedAs'), draft.invoiceId && <DocumentLink key="invoice" id={draft.invoiceId} />],
            [t('billing.notes'), draft.notes],
            [t('billing.pricesIncludeTax'), draft.pricesIncludeTax ? t('billing.yes') : undefined],
          ]}
        />
      </Section>
      <Section title={t('records.lines')}>
        <DraftLinesRead draft={draft} />
      </Section>
    </>
  );
}
