import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect } from 'react';
import type { Favourite } from '#domain/platform/members/preferences.ts';
import { type Language, speak } from '../i18n/i18n.ts';
import { takeLoginLanguage } from './login-language.ts';
import { change, follow, usePreferences } from './store.ts';

export type Scheme = 'light' | 'dark' | 'auto';
export const setLanguage = (language: Language): void => change((mine) => ({ ...mine, language }));
export const setScheme = (scheme: Scheme): void => change((mine) => ({ ...mine, scheme }));
/** The tour was begun or declined: it is not offered any more. */
export const setTourSeen = (): void => change((mine) => (mine.tourSeen ? mine : { ...mine, tourSeen: true }));

/** An area of the menu is unfolded or folded by hand. */
export const setUnfolded = (area: string, open: boolean): void =>
  change((mine) => ({ ...mine, unfolded: { ...mine.unfolded, [area]: open } }));
export const setRail = (rail: boolean): void => change((mine) => ({ ...mine, rail }));
export const setFavourites = (favourites: Favourite[]): void => change((mine) => ({ ...mine, favourites }));

/** Shows the console as the person has set it, here or in another browser. */
export function useFollowing(): void {
  const { language, scheme } = usePreferences().mine;
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  useEffect(() => {
    const chosen = takeLoginLanguage();
    if (chosen) setLanguage(chosen);
    return follow();
  }, []);
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);
  useLayoutEffect(() => {
    if (scheme) setColorScheme(scheme);
  }, [scheme, setColorScheme]);
}
