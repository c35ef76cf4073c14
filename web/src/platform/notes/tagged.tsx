import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from '../../notes/notes.module.css';
import { pageOf } from '../../record/kinds.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';

/** Records of every kind by their tags. The tag, or the words looked for, stand in the address. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.tags'));
  const navigate = useNavigate();
  const { tag, q } = useSearch({ strict: false }) as { tag?: string; q?: string };
  const typed = String(tag ?? q ?? '');
  const [settled] = useDebouncedValue(typed, 180);
  const query = useTagged(tag === undefined ? 'q' : 'tag', settled);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <article aria-busy={query.isPending} className={styles.panel}>
      <h1>{t('menu.tags')}</h1>
      <TextInput
        type="search"
        maw={360}
        label={t('notes.tagged.search')}
        value={typed}
        maxLength={80}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/tags', search: value ? { q: value } : {}, replace: true } as never)
        }
      />
      <ProblemNote error={query.error} />
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map(({ record, tags }) => (
            <li key={record.id}>
              <span>
                <Link to={pageOf(record.id) as never}>{record.subtitle ? `${record.title} · ${record.subtitle}` : record.title}</Link>{' '}
                {record.state && <StateBadge kind={record.kind} state={record.state} />}
              </span>
              <small className="dimmed">{tags.map((one) => `#${one}`).join(' ')}</small>
            </li>
          ))}
        </ul>
      )}
      {query.data && items.length === 0 && <Notice title={t('notes.tagged.empty.title')} text={t('notes.tagged.empty.text')} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('notes.inbox.more')}
        </Button>
      )}
    </article>
  );
}

const useTagged = (by: 'tag' | 'q', words: string) =>
  useInfiniteQuery({
    queryKey: ['get', '/tags', 'list', by, words],
    queryFn: async ({ pageParam, signal }) =>
      dataOf(
        await api.GET('/tags', {
          params: { query: { ...(words ? { [by]: words } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
