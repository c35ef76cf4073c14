import { ActionIcon, Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { $api, api, dataOf } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import { IconX } from '../ui/icons.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useShown } from './activity.ts';
import styles from './notes.module.css';

/** The tags of a record: each leads to all records with it. Enter adds what is written. */
export function Tags({ record, tags }: { readonly record: string; readonly tags: readonly string[] }) {
  const t = useT();
  const can = useCan()('patchTags');
  const shown = useShown(record);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<unknown>();
  const suggested = useSuggested(text, tags);
  const change = (what: { readonly add?: string[]; readonly remove?: string[] }) => {
    setFault(undefined);
    api
      .PATCH('/tags', { body: { record, ...what } })
      .then((answer) => shown(() => ({ tags: dataOf(answer).tags })))
      .catch(setFault);
  };
  const add = (tag: string) => {
    if (!tag.trim()) return;
    setText('');
    change({ add: [tag.trim()] });
  };
  const heard = (event: KeyboardEvent) => {
    // A suggestion that is picked is added by itself.
    if (event.key === 'Enter' && !event.defaultPrevented) add(text);
  };
  return (
    <div>
      <ul className={styles.tags} aria-label={t('notes.tags.title')}>
        {tags.map((tag) => (
          <li key={tag}>
            <Link to={'/tags' as never} search={{ tag } as never}>{`#${tag}`}</Link>
            {can && (
              <ActionIcon size="sm" aria-label={t('notes.tags.remove', { tag })} onClick={() => change({ remove: [tag] })}>
                <IconX size={13} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {can && (
        <Autocomplete
          aria-label={t('notes.tags.add')}
          placeholder={t('notes.tags.add')}
          size="xs"
          maxLength={40}
          data={suggested}
          value={text}
          onChange={setText}
          onOptionSubmit={add}
          onKeyDown={heard}
        />
      )}
      <ProblemNote error={fault} />
    </div>
  );
}

/** Tags in use that go on from what is written: one word for one thing. */
function useSuggested(text: string, own: readonly string[]): string[] {
  const [q] = useDebouncedValue(text.trim(), 180);
  const { data } = $api.useQuery('get', '/tags', { params: { query: { q, limit: 50 } } }, { enabled: q.length > 0, staleTime: 60_000 });
  const existing = (data?.items ?? []).flatMap(({ tags }) => tags);
  return [...new Set(existing)].filter((tag) => !own.includes(tag)).slice(0, 8);
}
