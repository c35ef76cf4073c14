import { MAX_VIEWS } from '#domain/platform/members/preference-limits.ts';
import {
  bytesOf,
  type ListView,
  MAX_PREFERENCES_BYTES,
  type Preferences,
  type SharedViews,
  type Views,
} from '#domain/platform/members/preferences.ts';
import { change, changeShared } from '../preferences/store.ts';
import { type Edit, put, restored, without } from './view-list.ts';

/** Where a view is kept: for the person alone, or for everybody in the company. */
export interface ViewPlace {
  readonly list: string;
  readonly shared: boolean;
}

const inList = (views: Views, list: string, how: Edit): Views => ({ ...views, [list]: how(views[list] ?? []) });

/** Carries an edit out; whether it will last, which the person's own browser knows at once. */
export async function edit({ list, shared }: ViewPlace, how: Edit): Promise<boolean> {
  if (shared) return changeShared((views) => inList(views, list, how));
  change((mine) => ({ ...mine, views: inList(mine.views, list, how) }));
  return true;
}

/** Takes a view away; what it answers brings it back. */
export async function remove(place: ViewPlace, views: readonly ListView[], view: ListView): Promise<(() => void) | undefined> {
  const at = views.indexOf(view);
  if (!(await edit(place, without(view.name)))) return undefined;
  return () => void edit(place, restored(view, at));
}

/** Makes a view of the person's own one of the company's, or the other way about. */
export async function handOver(from: ViewPlace, view: ListView): Promise<boolean> {
  const to = { ...from, shared: !from.shared };
  return (await edit(to, put(view))) && edit(from, without(view.name));
}

/** Whether one more view still fits in. */
export function hasRoom(content: Preferences | SharedViews, list: string, view: ListView): boolean {
  const views = inList(content.views, list, put(view));
  return (views[list] ?? []).length <= MAX_VIEWS && bytesOf({ ...content, views }) <= MAX_PREFERENCES_BYTES;
}
