import { Link, useRouterState } from '@tanstack/react-router';
import { placeOf } from '../areas/offer.ts';
import { AREA_ICONS } from '../areas/registry.ts';
import type { MenuArea } from '../areas/screen-types.ts';
import { useOffer } from '../areas/use-offer.ts';
import { useT } from '../i18n/i18n.ts';
import { usePreferences } from '../preferences/store.ts';
import { IconStar } from '../ui/icons.ts';
import styles from './navigation.module.css';

/** The menu where there is little room: an icon for each area, which opens the menu there. */
export function MenuRail({ onOpen }: { readonly onOpen: (area?: string) => void }) {
  const t = useT();
  const { areas, places: all } = useOffer();
  const here = placeOf(all, useRouterState({ select: ({ location }) => location.pathname }));
  const { favourites = [] } = usePreferences().mine;
  return (
    <nav aria-label={t('shell.navigation')} className={styles.rail}>
      {favourites.length > 0 && (
        <button type="button" aria-label={t('shell.favourites.title')} title={t('shell.favourites.title')} onClick={() => onOpen()}>
          <IconStar size={20} stroke={1.7} aria-hidden />
        </button>
      )}
      {areas.map(({ id, places }) => {
        const Icon = AREA_ICONS[id as MenuArea];
        const [only] = places;
        if (places.length > 1 || !only)
          return (
            <button
              key={id}
              type="button"
              aria-haspopup="dialog"
              data-status={here && places.includes(here) ? 'active' : undefined}
              aria-label={t(`areas.${id}`)}
              title={t(`areas.${id}`)}
              onClick={() => onOpen(id)}
            >
              <Icon size={20} stroke={1.7} aria-hidden />
            </button>
          );
        const name = t(`menu.${only.id}`);
        return (
          <Link
            key={id}
            to={only.to as never}
            aria-label={name}
            title={name}
            activeOptions={{ exact: only.to === '/', includeSearch: false }}
          >
            <Icon size={20} stroke={1.7} aria-hidden />
          </Link>
        );
      })}
    </nav>
  );
}
