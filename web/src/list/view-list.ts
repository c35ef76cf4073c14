import type { ListView } from '#domain/platform/members/preferences.ts';
import { sameName } from '#domain/platform/members/view-name.ts';

/** What is done to the views of one list. */
export type Edit = (views: ListView[]) => ListView[];

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
export const restored =
  (view: ListView, at: number): Edit =>
  (views) =>
    named(views, view.name) ? views : [...views.slice(0, at), view, ...views.slice(at)];
