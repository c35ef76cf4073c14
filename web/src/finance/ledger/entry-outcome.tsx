import { Group, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './new-entry.module.css';
import type { Posting } from './use-posting.ts';

/** What the books will hold, or why they will not, and the button that does it. */
export function EntryOutcome({
  posting,
  ready,
  children,
}: {
  readonly posting: Posting;
  readonly ready: boolean;
  readonly children: ReactNode;
}) {
  const t = useT();
  return (
    <Section title={t('books.newEntry.preview')} actions={posting.trying && <Loader size={14} aria-label={t('shell.loading')} />}>
      <div className={styles.outcome} aria-live="polite">
        {!ready && <p className="dimmed">{t('books.newEntry.toComplete')}</p>}
        <ProblemNote error={posting.error} />
        {posting.tried && !posting.error && <EntriesPreview entries={[posting.tried]} />}
      </div>
      <Group mt="md">{children}</Group>
    </Section>
  );
}
