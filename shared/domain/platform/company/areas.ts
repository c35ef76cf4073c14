/**
 * The areas of the product, in the order of every menu. Each can be switched off by a company that has no use for it: its
 * screens are then offered nowhere. What was recorded stays, and who may do what is a matter of roles alone.
 */
export const AREAS = ['sales', 'billing', 'purchasing', 'treasury', 'warehouse', 'people', 'development', 'time', 'pay', 'books'] as const;
export type Area = (typeof AREAS)[number];

/** What a company lives on: by that its areas are switched on where it has not said otherwise. */
export const ACTIVITIES = ['trade', 'production', 'services'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** Who sells hours keeps no stock. */
const UNUSED: Readonly<Record<Activity, readonly Area[]>> = { trade: [], production: [], services: ['warehouse'] };

/** How an activity has the areas to begin with. */
export const isUsual = (activity: Activity, area: Area): boolean => !UNUSED[activity].includes(area);

interface Chosen {
  readonly activity?: Activity | undefined;
  /** What was switched on or off by hand. */
  readonly areas?: Readonly<Partial<Record<Area, boolean>>> | undefined;
}

/** The areas that a company uses, in order: as it has chosen, else as its activity has it. An activity never told is trade. */
export const usedAreas = ({ activity = 'trade', areas = {} }: Chosen): Area[] =>
  AREAS.filter((area) => areas[area] ?? isUsual(activity, area));

/** A change that makes these areas the used ones: what is as the activity has it anyway is no choice, and follows it later. */
export const areaChoices = (activity: Activity, used: readonly Area[]): Record<Area, boolean | null> =>
  Object.fromEntries(
    AREAS.map((area) => [area, used.includes(area) === isUsual(activity, area) ? null : used.includes(area)] as const),
  ) as Record<Area, boolean | null>;
