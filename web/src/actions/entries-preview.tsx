import type { Schemas } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { EntryTable } from '../record/entry-table.tsx';
import styles from './action.module.css';

/** The journal entries that an action will make. */
export function EntriesPreview({ entries }: { readonly entries: readonly Schemas['Entry'][] }) {
  const t = useT();
  if (entries.length === 0) return <p className="dimmed">{t('actions.noEntry')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className={styles.entries} tabIndex={0} aria-label={t('actions.entries')}>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: planned entries have no id, and keep their places.
        <EntryTable key={index} entry={entry} linked={false} />
      ))}
    </section>
  );
}
