import { useEffect, useState, useSyncExternalStore } from 'react';
import { usePerson } from '../session/session.ts';
import { useLocalSetting } from '../ui/use-local-storage.ts';

/** Something that can be done with the record on the screen, named so that it can be understood away from it. */
export interface ContextAction {
  readonly id: string;
  readonly label: string;
  readonly key?: string | undefined;
  readonly start: () => void;
}

/** By who offers them: the record's own steps, and what can be added to any record. */
const offers = new Map<object, readonly ContextAction[]>();
let offered: readonly ContextAction[] = [];
const listeners = new Set<() => void>();

function offer(by: object, actions: readonly ContextAction[]): void {
  if (actions.length > 0) offers.set(by, actions);
  else offers.delete(by);
  offered = [...offers.values()].flat();
}

/** Tells the palette and the list of keys what can be done with the open record, for as long as it is open. */
export function useContextActions(actions: readonly ContextAction[]): void {
  const [own] = useState(() => ({}));
  useEffect(() => {
    offer(own, actions);
    for (const listener of listeners) listener();
    return () => offer(own, []);
  });
}

/** What the open record offers; nothing where no record is open. */
export const useOpenActions = (): readonly ContextAction[] =>
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
  const [recent, keep] = useLocalSetting<readonly Recent[]>(`recent.${company}.${email}`, []);
  const add = (record: Recent) => {
    if (recent[0]?.to === record.to && recent[0].title === record.title) return;
    keep([record, ...recent.filter(({ to }) => to !== record.to)].slice(0, MOST));
  };
  return [recent, add];
}
