import { useSyncExternalStore } from 'react';
import type { Schemas } from '../../api/client.ts';

/** Where on a page something stands: points from its upper left corner. */
export type PaperPlace = NonNullable<NonNullable<NonNullable<Schemas['DocumentRow']['fields']>['number']>['place']>;

let shown: PaperPlace | undefined;
const listeners = new Set<() => void>();

/** Shows a place on the page that is open beside; undefined: none. */
export function showPlace(place: PaperPlace | undefined): void {
  if (place === shown) return;
  shown = place;
  for (const tell of listeners) tell();
}

const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** The place that is shown now. */
export const useShownPlace = (): PaperPlace | undefined => useSyncExternalStore(follow, () => shown);
