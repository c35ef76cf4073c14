import { useMantineColorScheme } from '@mantine/core';
import { LANGUAGES, type Language, useLanguage, useT } from '../i18n/i18n.ts';
import { setLanguage, setScheme } from '../preferences/sync.ts';
import { signOut } from '../session/session.ts';
import { IconKeyboard, IconLanguage, IconLogout, IconMoon, IconRoute, IconSun } from '../ui/icons.ts';
import { openShortcuts, startTour } from './keys.ts';
import type { Entry } from './palette-entry.ts';

/** What can be set or asked for anywhere: language, colours, keys, tour, the way out. */
export function useSettingEntries(): readonly Entry[] {
  const t = useT();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const others = (Object.keys(LANGUAGES) as Language[]).filter((each) => each !== language);
  const dark = colorScheme === 'dark';
  return [
    ...others.map((each) => ({
      id: `speak-${each}`,
      label: t('palette.speak', { language: LANGUAGES[each] }),
      icon: IconLanguage,
      run: () => setLanguage(each),
    })),
    {
      id: 'scheme',
      label: t(dark ? 'palette.light' : 'palette.dark'),
      icon: dark ? IconSun : IconMoon,
      run: () => setScheme(dark ? 'light' : 'dark'),
    },
    { id: 'shortcuts', label: t('shell.shortcuts'), icon: IconKeyboard, run: openShortcuts, leaves: true },
    { id: 'tour', label: t('shell.tour'), icon: IconRoute, run: startTour, leaves: true },
    { id: 'sign-out', label: t('shell.signOut'), icon: IconLogout, run: () => void signOut() },
  ];
}
