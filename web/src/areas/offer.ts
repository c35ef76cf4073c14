import type { Operation } from '../session/session.ts';
import type { Command, ModuleScreens, Place, SettingsPart } from './screen-types.ts';

/** What a person is offered: what their roles allow, in the areas that their company uses. */
export interface Offer {
  readonly areas: readonly AreaOffer[];
  readonly places: readonly Place[];
  readonly commands: readonly Command[];
  readonly settings: readonly SettingsPart[];
}

export interface AreaOffer {
  readonly id: string;
  readonly places: readonly Place[];
}

interface Given {
  /** All areas, in order. */
  readonly areas: readonly string[];
  readonly modules: readonly (Omit<ModuleScreens, 'area'> & { readonly area: string })[];
  readonly can: (operation: Operation) => boolean;
  readonly uses: (area: string) => boolean;
}

const inOrder = <T extends { readonly at: number }>(list: readonly T[]): T[] => [...list].sort((a, b) => a.at - b.at);

/** Areas that nothing is left of are left out. */
export function offerOf({ areas, modules, can, uses }: Given): Offer {
  const may = ({ needs }: { readonly needs: Operation }) => can(needs);
  const used = areas.filter(uses).map((id) => ({ id, of: modules.filter(({ area }) => area === id) }));
  const shown = used
    .map(({ id, of }) => ({ id, places: inOrder(of.flatMap(({ menu = [] }) => menu.filter(may))) }))
    .filter(({ places }) => places.length > 0);
  return {
    areas: shown,
    places: shown.flatMap(({ places }) => places),
    commands: used.flatMap(({ of }) =>
      of.flatMap(({ commands = [] }) => commands.filter(may).map((command) => ({ to: `${command.of}/new`, ...command }))),
    ),
    settings: inOrder(used.flatMap(({ of }) => of.flatMap(({ settings = [] }) => settings.filter(may)))),
  };
}

/** `o` → `/orders`, as far as these may be seen. */
export const goKeys = (places: readonly Place[]): ReadonlyMap<string, string> =>
  new Map(places.flatMap(({ keys, to }) => (keys ? [[keys, to] as const] : [])));

/** The place that an address belongs to: `/orders/ord_1` is among the orders. */
export const placeOf = (places: readonly Place[], path: string): Place | undefined =>
  places.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`))).sort((a, b) => b.to.length - a.to.length)[0];
