import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouterState } from '@tanstack/react-router';
import { MAX_FAVOURITES } from '#domain/platform/members/preference-limits.ts';
import { useOffer } from '../areas/use-offer.ts';
import { useT } from '../i18n/i18n.ts';
import { usePreferences } from '../preferences/store.ts';
import { setFavourites } from '../preferences/sync.ts';
import { IconStar, IconStarFilled } from '../ui/icons.ts';
import { pageTitle } from '../ui/title.ts';
import { withFavourite } from './menu.ts';

/** The star of the page that is open: a favourite stands above the menu, in every browser of this person. */
export function FavouriteButton() {
  const t = useT();
  const { places } = useOffer();
  const { favourites = [] } = usePreferences().mine;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const is = favourites.some((one) => one.path === path);
  const toggle = () => {
    if (!is && favourites.length >= MAX_FAVOURITES) return void notifications.show({ message: t('shell.favourites.full'), color: 'red' });
    // A page of the menu has the menu's name, in whatever language is chosen later.
    const name = places.some(({ to }) => to === path) ? undefined : pageTitle();
    setFavourites(withFavourite(favourites, { path, ...(name ? { name } : {}) }));
  };
  const label = t('shell.favourites.add');
  return (
    <ActionIcon onClick={toggle} aria-pressed={is} aria-label={label} title={is ? t('shell.favourites.remove') : label} data-favourite>
      {is ? <IconStarFilled size={20} /> : <IconStar size={20} />}
    </ActionIcon>
  );
}
