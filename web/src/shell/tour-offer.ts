import { usePreferences } from '../preferences/store.ts';
import { setTourSeen } from '../preferences/sync.ts';

/** Whether the tour is still to be offered to this person, once it is known what they have seen; and how to stop offering it. */
export function useTourOffer(): readonly [boolean, () => void] {
  const { read, mine } = usePreferences();
  return [read && !mine.tourSeen, setTourSeen];
}
