import { own } from '#kernel/optional.ts';
import { MAX_FAVOURITES } from './preference-limits.ts';
import type { ListView, Preferences, Views } from './preferences.ts';
import { normalName } from './view-name.ts';

/** JSON in which neither the order of fields nor what is empty makes a difference; the order of views does. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0));
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${textOf(field)}`)
    .join()}}`;
}

export const sameContent = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

/** What was changed here stands, the rest is as it is there. */
const pick = <T>(base: T, here: T, there: T): T => (sameContent(here, base) ? there : here);

/**
 * What two browsers made of the same `base`, put together: what was changed here stands, the rest is as it is there. Views by
 * name, favourites by address: one that was changed or added here stands, one that was removed here is gone. In the order of
 * there; where that has not changed, in the order of here.
 */
export function merged(base: Preferences, here: Preferences, there: Preferences): Preferences {
  const fields = ['language', 'scheme', 'tourSeen', 'rail'] as const;
  const single = fields.map((field) => [field, pick<unknown>(base[field], here[field], there[field])] as const);
  const unfolded = mergedChoices(base.unfolded ?? {}, here.unfolded ?? {}, there.unfolded ?? {});
  const favourites = mergedList(base.favourites ?? [], here.favourites ?? [], there.favourites ?? [], ({ path }) => path);
  return {
    ...Object.fromEntries(single.filter(([, value]) => value !== undefined)),
    ...(Object.keys(unfolded).length > 0 ? { unfolded } : {}),
    ...(favourites.length > 0 ? { favourites: favourites.slice(0, MAX_FAVOURITES) } : {}),
    views: mergedViews(base.views, here.views, there.views),
  };
}

type Choices = NonNullable<Preferences['unfolded']>;

function mergedChoices(base: Choices, here: Choices, there: Choices): Choices {
  const names = new Set([...Object.keys(there), ...Object.keys(here)]);
  const whole = [...names].map((name) => [name, pick(own(base, name), own(here, name), own(there, name))] as const);
  return Object.fromEntries(whole.flatMap(([name, choice]) => (choice === undefined ? [] : [[name, choice]])));
}

function mergedViews(base: Views, here: Views, there: Views): Views {
  const lists = new Set([...Object.keys(there), ...Object.keys(here)]);
  const keyOf = ({ name }: ListView) => normalName(name);
  const whole = [...lists].map(
    (list) => [list, mergedList(own(base, list) ?? [], own(here, list) ?? [], own(there, list) ?? [], keyOf)] as const,
  );
  return Object.fromEntries(whole.filter(([, views]) => views.length > 0));
}

function mergedList<T>(base: readonly T[], here: readonly T[], there: readonly T[], keyOf: (one: T) => string): T[] {
  if (sameContent(base, there)) return [...here];
  const find = (list: readonly T[], key: string) => list.find((one) => keyOf(one) === key);
  const touched = (key: string) => !sameContent(find(base, key), find(here, key));
  const kept = there.flatMap((one) => (touched(keyOf(one)) ? (find(here, keyOf(one)) ?? []) : one));
  const added = here.filter((one) => touched(keyOf(one)) && !find(there, keyOf(one)));
  return [...kept, ...added];
}
