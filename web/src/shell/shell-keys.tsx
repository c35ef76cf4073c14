import { useHotkeys } from '@mantine/hooks';
import { openPalette, openShortcuts } from './keys.ts';

/** The keys that work everywhere. Letters alone do nothing while somebody types. */
export function ShellKeys() {
  useHotkeys([['mod+K', openPalette]], [], true);
  useHotkeys([['shift+?', openShortcuts]]);
  return null;
}
