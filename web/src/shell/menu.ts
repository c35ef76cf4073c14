import type { Favourite } from '#domain/platform/members/preferences.ts';
import { type AreaOffer, placeOf } from '../areas/offer.ts';
import type { Place } from '../areas/screen-types.ts';

/** An area of the menu as it is drawn: one of a single page is that page, and folds nothing. */
export interface MenuGroup extends AreaOffer {
  readonly folds: boolean;
  readonly open: boolean;
}

/** As many pages as are seen at once on a small desk: with more, areas that nobody has unfolded are folded. */
export const SEEN_AT_ONCE = 24;

interface Given {
  readonly areas: readonly AreaOffer[];
  /** What the person has unfolded or folded by hand. */
  readonly unfolded?: Readonly<Record<string, boolean>> | undefined;
  /** The address that is open: its area is unfolded by itself. */
  readonly path: string;
}

export function menuOf({ areas, unfolded = {}, path }: Given): MenuGroup[] {
  const places = areas.flatMap((area) => area.places);
  const here = placeOf(places, path);
  return areas.map((area) => {
    const folds = area.places.length > 1;
    const byItself = places.length <= SEEN_AT_ONCE || area.places.some((place) => place === here);
    return { ...area, folds, open: !folds || (unfolded[area.id] ?? byItself) };
  });
}

/** A favourite as it is drawn: a page of the menu, or another one with a name of its own. */
export interface FavouritePage {
  readonly to: string;
  readonly place?: Place;
  readonly name?: string;
}

/** Favourites as the person may see them now: pages of the menu that are no longer offered are left out. */
export const favouritePages = (favourites: readonly Favourite[], places: readonly Place[]): FavouritePage[] =>
  favourites.flatMap(({ path, name }): FavouritePage[] => {
    const place = places.find(({ to }) => to === path);
    if (place) return [{ to: path, place }];
    return name ? [{ to: path, name }] : [];
  });

/** With the page among them, or without it where it was. */
export const withFavourite = (favourites: readonly Favourite[], page: Favourite): Favourite[] =>
  favourites.some(({ path }) => path === page.path) ? favourites.filter(({ path }) => path !== page.path) : [...favourites, page];
