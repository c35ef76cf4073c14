import { usePerson } from '../session/session.ts';
import { useKept } from '../ui/kept.ts';

/** Whether the tour is still to be offered to this person on this device, and how to stop offering it. */
export function useTourOffer(): readonly [boolean, () => void] {
  const { company, email } = usePerson();
  const [seen, keep] = useKept(`tour.${company}.${email}`, false);
  return [!seen, () => keep(true)];
}
