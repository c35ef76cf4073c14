import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { EntryTable } from './entry-table.tsx';
import { type LinkedDocument, LinkedDocuments } from './linked-documents.tsx';
import styles from './record.module.css';
import { Section } from './record-page.tsx';

export interface Flow {
  readonly documents: readonly Schemas['RelatedDocument'][];
  readonly entries: readonly Schemas['PostedEntry'][];
  readonly more: boolean;
}

/** The records that a record belongs together with, and its entries, as its read answers them. */
export function FlowDocuments({ record, more = [] }: { readonly record: Flow; readonly more?: readonly LinkedDocument[] }) {
  const t = useT();
  const { money } = useFormats();
  const documents = record.documents.map(({ kind, id, number, state, amount }) => ({
    id,
    kind,
    label: t(`billing.documents.${kind}` as 'billing.documents.invoice', { number }),
    note: state ? <StateBadge kind={kind} state={state} /> : amount && money(amount),
  }));
  const entries = record.entries.map(({ id, text }) => ({ id, kind: 'journal-entry', label: text }));
  return (
    <>
      <LinkedDocuments documents={[...more, ...documents, ...entries]} />
      {record.more && <p className="dimmed">{t('records.moreLinked')}</p>}
    </>
  );
}

/** What a record has put into the books: for the screen alone, as paper goes to customers. */
export function FlowEntries({ entries }: Pick<Flow, 'entries'>) {
  const t = useT();
  const can = useCan();
  if (entries.length === 0) return null;
  return (
    <Section title={t('records.entries')} printed={false}>
      <div className={styles.entries}>
        {entries.map((entry) => (
          <div key={entry.id}>
            <EntryTable entry={entry} />
            {can('getEntry') && <Link to={`/journal/${entry.id}` as never}>{t('orders.openEntry')}</Link>}
          </div>
        ))}
      </div>
    </Section>
  );
}
