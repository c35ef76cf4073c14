import { Select } from '@mantine/core';
import type { Schemas } from '../api/client.ts';
import { today } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { DateField } from '../ui/date-field.tsx';
import styles from './form.module.css';

export interface ViesTyped {
  readonly valid: '' | 'yes' | 'no';
  readonly on: string;
}
type Check = Schemas['SupplierRow']['vies'];

export const viesTyped = (check: Check): ViesTyped => ({
  valid: check ? (check.valid ? 'yes' : 'no') : '',
  on: check?.on ?? today(),
});
/** What a check that was typed now is on the wire; nothing where it is the one that stands there. */
export function viesBody({ valid, on }: ViesTyped, taxId: string, before: Check) {
  if (valid === '') return {};
  const same = before?.vatId === taxId && before.on === on && before.valid === (valid === 'yes');
  return same ? {} : { vies: { valid: valid === 'yes', on } };
}

/** What VIES said of the VAT id, and when somebody asked: typed, nothing is asked from here. */
export function ViesFields({ value, onChange }: { readonly value: ViesTyped; readonly onChange: (value: ViesTyped) => void }) {
  const t = useT();
  return (
    <div className={styles.pairs}>
      <Select
        label={t('customers.vies.label')}
        description={t('customers.vies.hint')}
        data={[
          { value: '', label: t('customers.vies.none') },
          { value: 'yes', label: t('customers.vies.yes') },
          { value: 'no', label: t('customers.vies.no') },
        ]}
        allowDeselect={false}
        value={value.valid}
        onChange={(valid) => onChange({ ...value, valid: (valid ?? '') as ViesTyped['valid'] })}
      />
      {value.valid !== '' && (
        <DateField
          label={t('customers.vies.on')}
          value={value.on}
          max={today()}
          onChange={(on) => onChange({ ...value, on: on ?? today() })}
        />
      )}
    </div>
  );
}
