import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { EntryTable } from '../../record/entry-table.tsx';
import { Section } from '../../record/record-page.tsx';
import type { OrderPapers } from './order-papers.ts';
import styles from './orders.module.css';

interface Props {
  readonly order: Schemas['Order'];
  readonly papers: OrderPapers;
}

/** What the order has put into the books: the entries of its goods issues and its invoices. */
export function OrderEntries({ order, papers: { invoices, issues } }: Props) {
  const t = useT();
  const entries = [
    ...order.shipments.flatMap(({ id }) => {
      const entry = issues.get(id);
      return entry ? [{ id: entry.id, entry }] : [];
    }),
    ...invoices.map(({ id, entry }) => ({ id: `je_${id}`, entry })),
  ];
  if (entries.length === 0) return null;
  return (
    <Section title={t('records.entries')}>
      <div className={styles.entries}>
        {entries.map(({ id, entry }) => (
          <div key={id}>
            <EntryTable entry={entry} />
            <Link to={`/journal/${id}` as never} className="no-print">
              {t('orders.openEntry')}
            </Link>
          </div>
        ))}
      </div>
    </Section>
  );
}
