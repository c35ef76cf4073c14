import { Link, useRouterState } from '@tanstack/react-router';
import { useId } from 'react';
import { useOffer } from '../areas/use-offer.ts';
import { useT } from '../i18n/i18n.ts';
import { usePreferences } from '../preferences/store.ts';
import { setUnfolded } from '../preferences/sync.ts';
import { type Icon, IconChevronRight, IconStar } from '../ui/icons.ts';
import { favouritePages, type MenuGroup, menuOf } from './menu.ts';
import styles from './navigation.module.css';

interface Props {
  readonly onGo?: () => void;
  /** An area that is shown unfolded whatever the person has chosen. */
  readonly area?: string | undefined;
}

/** The menu: favourites, then only what the person's roles may see in the areas that the company uses, area by area. */
export function Navigation({ onGo, area }: Props) {
  const t = useT();
  const { areas } = useOffer();
  const { unfolded } = usePreferences().mine;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const groups = menuOf({ areas, unfolded: area ? { ...unfolded, [area]: true } : unfolded, path });
  return (
    <nav aria-label={t('shell.navigation')}>
      <Favourites onGo={onGo} />
      {groups.map((group) =>
        group.folds ? <Area key={group.id} group={group} onGo={onGo} /> : <Pages key={group.id} group={group} onGo={onGo} />,
      )}
    </nav>
  );
}

type Go = (() => void) | undefined;

function Area({ group, onGo }: { readonly group: MenuGroup; readonly onGo: Go }) {
  const t = useT();
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.area}
        aria-expanded={group.open}
        aria-controls={id}
        onClick={() => setUnfolded(group.id, !group.open)}
      >
        {t(`areas.${group.id}`)}
        <IconChevronRight size={16} aria-hidden />
      </button>
      <div id={id} hidden={!group.open}>
        <Pages group={group} onGo={onGo} />
      </div>
    </div>
  );
}

function Pages({ group: { places }, onGo }: { readonly group: MenuGroup; readonly onGo: Go }) {
  const t = useT();
  return (
    <ul className={styles.pages}>
      {places.map(({ id, to, icon }) => (
        <Page key={id} to={to} icon={icon} name={t(`menu.${id}`)} onGo={onGo} />
      ))}
    </ul>
  );
}

function Page({ to, icon: Icon, name, onGo }: { readonly to: string; readonly icon: Icon; readonly name: string; readonly onGo: Go }) {
  return (
    <li>
      <Link to={to as never} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }} onClick={onGo}>
        <Icon size={18} stroke={1.7} aria-hidden />
        <span>{name}</span>
      </Link>
    </li>
  );
}

function Favourites({ onGo }: { readonly onGo: Go }) {
  const t = useT();
  const id = useId();
  const { places } = useOffer();
  const pages = favouritePages(usePreferences().mine.favourites ?? [], places);
  if (pages.length === 0) return null;
  return (
    <>
      <div id={id} className={styles.heading}>
        {t('shell.favourites.title')}
      </div>
      <ul className={styles.pages} aria-labelledby={id}>
        {pages.map(({ to, place, name = '' }) => (
          <Page key={to} to={to} icon={place?.icon ?? IconStar} name={place ? t(`menu.${place.id}`) : name} onGo={onGo} />
        ))}
      </ul>
    </>
  );
}
