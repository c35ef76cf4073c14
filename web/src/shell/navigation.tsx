import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import { PLACES } from './navigation.ts';
import styles from './shell.module.css';

/** The menu: only the places that the person's roles may see. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const t = useT();
  const can = useCan();
  const groups = PLACES.map((group) => ({ ...group, places: group.places.filter(({ needs }) => can(needs)) }));
  return (
    <nav aria-label={t('shell.navigation')}>
      {groups
        .filter(({ places }) => places.length > 0)
        .map(({ id, places }) => (
          <div key={id ?? 'top'}>
            {id && <div className={styles.heading}>{t(`shell.groups.${id}`)}</div>}
            <ul className={styles.group}>
              {places.map(({ id: place, to, icon: Icon }) => (
                <li key={place}>
                  <Link to={to} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }} onClick={onGo}>
                    <Icon size={18} stroke={1.7} aria-hidden />
                    {t(`shell.nav.${place}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}
