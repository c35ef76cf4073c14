import { Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { NotFoundScreen } from '../../shell/not-found-screen.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { draftOf, emptyDraft } from './draft-entry.ts';
import { EntryForm } from './entry-form.tsx';
import { useWriteAmount } from './use-entry-draft.ts';

/** An entry by hand: from nothing, or as a copy of another (`?copy=je_…`). */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { copy } = useAddress().search;
  const title = t(copy ? 'books.newEntry.copyOf' : 'books.newEntry.title');
  useTitle(title);
  if (!can('postEntry')) return <NotFoundScreen />;
  return (
    <article className={record.record}>
      <nav aria-label={t('records.path')} className={`${record.path} no-print`}>
        <Link to={'/journal' as never}>{t('books.journal.title')}</Link>
      </nav>
      <header className={record.header}>
        <h1>{title}</h1>
      </header>
      {copy ? <Copy entryId={copy} /> : <EntryForm name="new" initial={emptyDraft(today())} />}
    </article>
  );
}

function Copy({ entryId }: { readonly entryId: string }) {
  const t = useT();
  const write = useWriteAmount();
  const { data, error } = $api.useQuery('get', '/journal-entries/{entryId}', { params: { path: { entryId } } });
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Loader aria-label={t('shell.loading')} />;
  return <EntryForm key={entryId} name={entryId} initial={draftOf(data, today(), write)} />;
}
