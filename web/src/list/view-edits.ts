import { sameName } from '#domain/platform/members/merging.ts';
import {
  bytesOf,
  type ListView,
  MAX_BYTES,
  MAX_VIEWS,
  type Preferences,
  type SharedViews,
  type Views,
} from '#domain/platform/members/preferences.ts';
import { change, changeShared } from '../preferences/store.ts';

/** Where a view is kept: for the person alone, or for everybody in the company. */
export interface Place {
  readonly list: string;
  readonly shared: boolean;
}

type Edit = (views: ListView[]) => ListView[];

export const named = (views: readonly ListView[], name: string): ListView | undefined => views.find((view) => sameName(view.name, name));

/** In place of the one of that name; else as the last. */
export const put =
  (view: ListView): Edit =>
  (views) =>
    named(views, view.name) ? views.map((each) => (sameName(each.name, view.name) ? view : each)) : [...views, view];

export const without =
  (name: string): Edit =>
  (views) =>
    views.filter((view) => !sameName(view.name, name));

export const renamed =
  (from: string, name: string): Edit =>
  (views) =>
    views.map((view) => (sameName(view.name, from) ? { ...view, name } : view));

/** One place to the front (-1) or to the back (1). */
export const moved =
  (name: string, by: -1 | 1): Edit =>
  (views) => {
    const at = views.findIndex((view) => sameName(view.name, name));
    const [view, neighbour] = [views[at], views[at + by]];
    if (!view || !neighbour) return views;
    return by < 0
      ? [...views.slice(0, at - 1), view, neighbour, ...views.slice(at + 1)]
      : [...views.slice(0, at), neighbour, view, ...views.slice(at + 2)];
  };

/** Back where it was, where nobody has put another of that name meanwhile. */
const restored =
  (view: ListView, at: number): Edit =>
  (views) =>
    named(views, view.name) ? views : [...views.slice(0, at), view, ...views.slice(at)];

const inList = (views: Views, list: string, how: Edit): Views => ({ ...views, [list]: how(views[list] ?? []) });

/** Carries an edit out; whether it will last, which the person's own browser knows at once. */
export async function edit({ list, shared }: Place, how: Edit): Promise<boolean> {
  if (shared) return changeShared((views) => inList(views, list, how));
  change((mine) => ({ ...mine, views: inList(mine.views, list, how) }));
  return true;
}

/** Takes a view away; what it answers brings it back. */
export async function remove(place: Place, views: readonly ListView[], view: ListView): Promise<(() => void) | undefined> {
  const at = views.indexOf(view);
  if (!(await edit(place, without(view.name)))) return undefined;
  return () => void edit(place, restored(view, at));
}

/** Makes a view of the person's own one of the company's, or the other way about. */
export async function handOver(from: Place, view: ListView): Promise<boolean> {
  const to = { ...from, shared: !from.shared };
  return (await edit(to, put(view))) && edit(from, without(view.name));
}

/** Whether one more view still fits in. */
export function hasRoom(content: Preferences | SharedViews, list: string, view: ListView): boolean {
  const views = inList(content.views, list, put(view));
  return (views[list] ?? []).length <= MAX_VIEWS && bytesOf({ ...content, views }) <= MAX_BYTES;
}
