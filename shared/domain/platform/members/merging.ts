import type { ListView, Preferences, Views } from './preferences.ts';

/** Views are told apart by their names, whatever case. */
export const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('es') === b.toLocaleLowerCase('es');

const find = (views: readonly ListView[] | undefined, name: string) => views?.find((view) => sameName(view.name, name));

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

/**
 * What two browsers made of the same `base`, put together: what was changed here stands, the rest is as it is there. Views by
 * name: one that was changed or added here stands, one that was removed here is gone. In the order of there; where that has
 * not changed, in the order of here.
 */
export function merged(base: Preferences, here: Preferences, there: Preferences): Preferences {
  const pick = <K extends 'language' | 'scheme' | 'tourSeen'>(field: K) => (here[field] === base[field] ? there[field] : here[field]);
  const [language, scheme, tourSeen] = [pick('language'), pick('scheme'), pick('tourSeen')];
  return {
    ...(language ? { language } : {}),
    ...(scheme ? { scheme } : {}),
    ...(tourSeen === undefined ? {} : { tourSeen }),
    views: mergedViews(base.views, here.views, there.views),
  };
}

function mergedViews(base: Views, here: Views, there: Views): Views {
  const lists = new Set([...Object.keys(there), ...Object.keys(here)]);
  const whole = [...lists].map((list) => [list, mergedList(base[list] ?? [], here[list] ?? [], there[list] ?? [])] as const);
  return Object.fromEntries(whole.filter(([, views]) => views.length > 0));
}

function mergedList(base: ListView[], here: ListView[], there: ListView[]): ListView[] {
  if (sameContent(base, there)) return here;
  const touched = (name: string) => !sameContent(find(base, name), find(here, name));
  const kept = there.flatMap((view) => (touched(view.name) ? (find(here, view.name) ?? []) : view));
  const added = here.filter(({ name }) => touched(name) && !find(there, name));
  return [...kept, ...added];
}
