import { useT } from '../i18n/i18n.ts';
import { IconSearch } from '../ui/icons.ts';
import { MOD } from '../ui/modifier-key.ts';
import { openPalette } from './keys.ts';
import styles from './shell.module.css';

/** Looks like a search field, opens the palette. */
export function SearchButton() {
  const t = useT();
  return (
    <button type="button" className={styles.search} data-tour="search" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={16} aria-hidden />
      <span>{t('shell.search')}</span>
      <kbd>{MOD} K</kbd>
    </button>
  );
}
