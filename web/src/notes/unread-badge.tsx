import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/i18n.ts';
import { IconBell } from '../ui/icons.ts';
import { useUnread } from './activity.ts';
import styles from './notes.module.css';

/** More is no number that anybody reads. */
const MOST = 99;

/** How much there is to read, beside the account: leads to it. */
export function UnreadBadge() {
  const t = useT();
  const count = useUnread().data?.unread ?? 0;
  const label = count > 0 ? t('notes.inbox.badge', { count }) : t('menu.notifications');
  return (
    <ActionIcon
      renderRoot={(props) => <Link to={'/notifications' as never} {...props} />}
      aria-label={label}
      title={label}
      className={styles.badge}
    >
      <IconBell size={20} />
      {count > 0 && <b aria-hidden>{count > MOST ? `${MOST}+` : count}</b>}
    </ActionIcon>
  );
}
