import { useEffect, useSyncExternalStore } from 'react';
import { usePerson } from '../session/session.ts';
import { useKept } from '../ui/kept.ts';

/** Something that can be done with the record on the screen, named so that it can be understood away from it. */
export interface Offered {
  readonly id: string;
  readonly label: string;
  readonly key?: string | undefined;
  readonly start: () => void;
}

let offered: readonly Offered[] = [];
const listeners = new Set<() => void>();

/** Tells the palette and the list of keys what can be done with the open record, for as long as it is open. */
export function useOffering(actions: readonly Offered[]): void {
  useEffect(() => {
    offered = actions;
    for (const listener of listeners) listener();
    return () => {
      offered = [];
    };
  });
}

/** What the open record offers; nothing where no record is open. */
export const useOffered = (): readonly Offered[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );

/** A record that was open before. */
export interface Recent {
  readonly to: string;
  readonly title: string;
}
const MOST = 8;

/** The records that this person opened last on this device, newest first, and how to add one. */
export function useRecent(): readonly [readonly Recent[], (record: Recent) => void] {
  const { company, email } = usePerson();
  const [recent, keep] = useKept<readonly Recent[]>(`recent.${company}.${email}`, []);
  const add = (record: Recent) => {
    if (recent[0]?.to === record.to && recent[0].title === record.title) return;
    keep([record, ...recent.filter(({ to }) => to !== record.to)].slice(0, MOST));
  };
  return [recent, add];
}
