import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useRead } from '../../notes/activity.ts';
import styles from '../../notes/notes.module.css';
import { pageOf } from '../../record/kinds.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';

type Notification = Schemas['Notification'];

/** What mentions the person, and what was written about the records that they follow; newest first. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.notifications'));
  const [shown, show] = useState<'unread' | 'all'>('unread');
  const read = useRead();
  const [fault, setFault] = useState<unknown>();
  const query = useNotifications(shown);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = items.flatMap((one) => (one.read ? [] : [one.id]));
  return (
    <article aria-busy={query.isPending} className={styles.panel}>
      <h1>{t('menu.notifications')}</h1>
      <div className={styles.buttons}>
        <SegmentedControl
          size="sm"
          aria-label={t('menu.notifications')}
          value={shown}
          onChange={(value) => show(value as typeof shown)}
          data={(['unread', 'all'] as const).map((value) => ({ value, label: t(`notes.inbox.${value}`) }))}
        />
        {unread.length > 0 && (
          <Button variant="default" onClick={() => void read(unread.slice(0, 100)).catch(setFault)}>
            {t('notes.inbox.readAll')}
          </Button>
        )}
      </div>
      <ProblemNote error={fault ?? query.error} />
      {items.length > 0 && (
        <ul className={styles.list}>
          {items.map((one) => (
            <Item key={one.id} item={one} />
          ))}
        </ul>
      )}
      {query.data && items.length === 0 && <Notice title={t('notes.inbox.empty.title')} text={t('notes.inbox.empty.text')} />}
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('notes.inbox.more')}
        </Button>
      )}
    </article>
  );
}

function Item({ item: { reason, by, at, read, text, record } }: { readonly item: Notification }) {
  const t = useT();
  const { moment } = useFormats();
  return (
    <li data-unread={read ? undefined : true}>
      <span>
        <Link to={pageOf(record.id) as never}>{record.subtitle ? `${record.title} · ${record.subtitle}` : record.title}</Link>
      </span>
      <span>{text}</span>
      <small className="dimmed">
        {t(`notes.inbox.${reason}`, { by })} · <time dateTime={at}>{moment(at)}</time>
      </small>
    </li>
  );
}

const useNotifications = (shown: 'unread' | 'all') =>
  useInfiniteQuery({
    queryKey: ['get', '/notifications', 'list', shown],
    queryFn: async ({ pageParam, signal }) =>
      dataOf(
        await api.GET('/notifications', {
          params: { query: { ...(shown === 'unread' ? { unread: true } : {}), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
