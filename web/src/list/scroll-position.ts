import { type RefObject, useEffect } from 'react';

/** How far each list was scrolled, by its address: coming back from a record, it stands where it was. */
const places = new Map<string, number>();
const keyOf = (list: string): string => `${list}?${window.location.search}`;

export const scrollPositionOf = (list: string): number => places.get(keyOf(list)) ?? 0;

export function useScrollPosition(list: string, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const keep = () => places.set(keyOf(list), element.scrollTop);
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [list, scroller]);
}
