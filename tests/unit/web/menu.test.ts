import { describe, expect, it } from 'vitest';
import type { Favourite } from '../../../shared/domain/platform/members/preferences.ts';
import { goKeys, offerOf, placeOf } from '../../../web/src/areas/offer.ts';
import { AREA_ICONS, MENU_AREAS, MODULES } from '../../../web/src/areas/registry.ts';
import type { Place } from '../../../web/src/areas/screen-types.ts';
import { es } from '../../../web/src/i18n/es.ts';
import { favouritePages, menuOf, SEEN_AT_ONCE, withFavourite } from '../../../web/src/shell/menu.ts';
import { IconHome } from '../../../web/src/ui/icons.ts';

/** Fifteen areas of six pages, three modules to each area, told in no order. */
const areas = Array.from({ length: 15 }, (_, n) => `area${n + 1}`);
const page = (area: string, at: number): Place => ({ id: `${area}.${at}`, to: `/${area}/p${at}`, icon: IconHome, needs: 'getMe', at });
const modules = areas.toReversed().flatMap((area) =>
  [3, 1, 2].map((n) => ({
    area,
    routes: {},
    menu: [page(area, n * 2), page(area, n * 2 - 1)],
    commands: [{ id: `new.${area}.${n}`, icon: IconHome, needs: 'getMe' as const, to: '/new', of: `/${area}` }],
  })),
);
const offer = (uses: (area: string) => boolean = () => true, can: (operation: string) => boolean = () => true) =>
  offerOf({ areas, modules, can, uses });
const openOnes = (groups: ReturnType<typeof menuOf>) => groups.filter(({ open }) => open).map(({ id }) => id);

describe('the menu of fifteen areas of six pages', () => {
  it('has all of them in order, of which the one that somebody is in is unfolded', () => {
    const groups = menuOf({ areas: offer().areas, path: '/area7/p2/rec_1' });
    expect(groups.map(({ id }) => id)).toEqual(areas);
    expect(groups[6]?.places.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(groups.flatMap(({ places }) => places)).toHaveLength(90);
    expect(openOnes(groups)).toEqual(['area7']);
    // Of the 105 rows that there are, fifteen headings and six pages are drawn.
    expect(groups.length + groups.flatMap(({ open, places }) => (open ? places : [])).length).toBe(21);
  });

  it('is folded and unfolded as the person has chosen, also where they are', () => {
    const unfolded = { area2: true, area7: false };
    expect(openOnes(menuOf({ areas: offer().areas, unfolded, path: '/area7/p2' }))).toEqual(['area2']);
  });

  it('has only areas that the company uses, and nothing else of the others either', () => {
    const few = offer((area) => ['area3', 'area4', 'area5', 'area6'].includes(area));
    expect(few.areas.map(({ id }) => id)).toEqual(['area3', 'area4', 'area5', 'area6']);
    expect([few.places.length, few.commands.length]).toEqual([24, 12]);
    // 24 pages are seen at once: none is folded by itself.
    expect(SEEN_AT_ONCE).toBe(24);
    expect(openOnes(menuOf({ areas: few.areas, path: '/' }))).toEqual(['area3', 'area4', 'area5', 'area6']);
  });

  it('has nothing that the role may not do, and no heading without pages', () => {
    expect(offer(undefined, () => false).areas).toEqual([]);
    const one = offerOf({
      areas: ['area1'],
      modules: [{ area: 'area1', routes: {}, menu: [page('area1', 1)] }],
      can: () => true,
      uses: () => true,
    });
    expect(menuOf({ areas: one.areas, unfolded: { area1: false }, path: '/' })[0]).toMatchObject({ folds: false, open: true });
  });
});

describe('favourites', () => {
  const { places } = offer();
  const kept: Favourite[] = [{ path: '/area1/p1' }, { path: '/customers/cus_1', name: 'Bodegas Sol' }, { path: '/gone' }];

  it('are pages of the menu by its names, and others by their own; what is offered no more is left out', () => {
    expect(favouritePages(kept, places).map(({ to, place, name }) => [to, place?.id, name])).toEqual([
      ['/area1/p1', 'area1.1', undefined],
      ['/customers/cus_1', undefined, 'Bodegas Sol'],
    ]);
  });

  it('are put last, and taken away by the same star', () => {
    const more = withFavourite(kept, { path: '/area2/p1' });
    expect(more.map(({ path }) => path)).toEqual(['/area1/p1', '/customers/cus_1', '/gone', '/area2/p1']);
    expect(withFavourite(more, { path: '/customers/cus_1', name: 'Otro nombre' }).map(({ path }) => path)).toEqual([
      '/area1/p1',
      '/gone',
      '/area2/p1',
    ]);
  });
});

describe('an address', () => {
  it('belongs to the page that it stands below, the nearest one', () => {
    const some = ['/', '/settings', '/settings/members'].map((to, at) => ({ ...page('x', at), id: to, to }));
    const at = (path: string) => placeOf(some, path)?.id;
    expect([at('/'), at('/settings/roles'), at('/settings/members/mem_1'), at('/settingsfoo')]).toEqual([
      '/',
      '/settings',
      '/settings/members',
      undefined,
    ]);
  });
});

describe('the screens that the modules tell', () => {
  const all = offerOf({ areas: MENU_AREAS, modules: MODULES, can: () => true, uses: () => true });
  const twice = (list: readonly unknown[]) => list.filter((one, at) => list.indexOf(one) !== at);

  it('stand in an area that there is, at addresses that there are, none twice', () => {
    expect(MODULES.filter(({ area }) => !MENU_AREAS.includes(area))).toEqual([]);
    expect(Object.keys(AREA_ICONS).sort()).toEqual([...MENU_AREAS].sort());
    const routes = MODULES.flatMap((module) => Object.keys(module.routes));
    expect(twice(routes)).toEqual([]);
    const named = [...all.places, ...all.commands, ...all.settings].map(({ to }) => to);
    expect(named.filter((to) => !routes.includes(to))).toEqual([]);
    expect(twice(all.places.map(({ id }) => id))).toEqual([]);
  });

  it('have a place of their own in their area: which of two comes first is not left to the order of files', () => {
    const places = MODULES.flatMap(({ area, menu = [] }) => menu.map(({ at }) => `${area} ${at}`));
    const settings = MODULES.flatMap(({ settings = [] }) => settings.map(({ at }) => at));
    expect([twice(places), twice(settings)]).toEqual([[], []]);
  });

  it('have letters of their own after g', () => {
    const keys = all.places.flatMap((place) => place.keys ?? []);
    expect(twice(keys)).toEqual([]);
    expect(goKeys(all.places).get('o')).toBe('/orders');
  });

  it('have a name in the texts of their module', () => {
    const nameless = [
      ...all.places.filter(({ id }) => !es.menu[id]),
      ...all.commands.filter(({ id }) => !es.commands[id]),
      ...all.settings.filter(({ id }) => !(es.settings.parts as Readonly<Record<string, string>>)[id]),
      ...all.areas.filter(({ id, places }) => places.length > 1 && !es.areas[id]),
    ];
    expect(nameless).toEqual([]);
  });
});
