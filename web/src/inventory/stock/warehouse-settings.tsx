import { useT } from '../../i18n/i18n.ts';
import { SettingsPage } from '../../platform/public.ts';
import { Warehouses } from './warehouses.tsx';

/** Where goods are kept. */
export function Screen() {
  const t = useT();
  return (
    <SettingsPage part="warehouses" text={t('settings.warehouses.text')}>
      <Warehouses />
    </SettingsPage>
  );
}
