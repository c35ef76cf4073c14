import { useT } from '../../i18n/i18n.ts';
import { Warehouses } from '../../inventory/stock/warehouses.tsx';
import { SettingsPage } from './settings-page.tsx';

/** Where goods are kept. */
export function Screen() {
  const t = useT();
  return (
    <SettingsPage part="warehouses" text={t('settings.warehouses.text')}>
      <Warehouses />
    </SettingsPage>
  );
}
