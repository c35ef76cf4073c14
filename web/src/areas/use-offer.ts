import { useEffect, useMemo } from 'react';
import { AREAS, usedAreas } from '#domain/platform/company/areas.ts';
import { useCompany } from '../session/company.ts';
import { useCan, usePerson } from '../session/session.ts';
import { useLocalSetting } from '../ui/use-local-storage.ts';
import { type Offer, offerOf } from './offer.ts';
import { MENU_AREAS, MODULES } from './registry.ts';

/** The areas that the company uses; until the server has answered those of the last visit, so that the menu does not jump. */
export function useUsedAreas(): readonly string[] {
  const { company } = usePerson();
  const { data } = useCompany();
  const [before, keep] = useLocalSetting<readonly string[]>(`areas.${company}`, AREAS);
  const text = data ? usedAreas(data).join() : before.join();
  useEffect(() => {
    if (data && text !== before.join()) keep(usedAreas(data));
  }, [data, text, before, keep]);
  return useMemo(() => text.split(','), [text]);
}

/** What the signed-in person is offered anywhere in the console. */
export function useOffer(): Offer {
  const can = useCan();
  const used = useUsedAreas();
  return useMemo(() => {
    const off = new Set<string>(AREAS.filter((area) => !used.includes(area)));
    return offerOf({ areas: MENU_AREAS, modules: MODULES, can, uses: (area) => !off.has(area) });
  }, [can, used]);
}
