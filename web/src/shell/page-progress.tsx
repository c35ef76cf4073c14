import { useIsFetching } from '@tanstack/react-query';
import { useT } from '../i18n/i18n.ts';
import styles from './page-progress.module.css';

/** Says for every page that something it has never shown is on its way; what is read again in the background is not told. */
export function PageProgress() {
  const t = useT();
  const awaited = useIsFetching({ predicate: ({ state }) => state.status === 'pending' });
  return awaited > 0 ? <div className={styles.progress} role="progressbar" aria-label={t('shell.loading')} aria-busy /> : null;
}
