import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Schemas } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { CountrySelect } from './country-select.tsx';
import styles from './form.module.css';
import { ViesFields, type ViesTyped, viesTyped } from './vies-fields.tsx';

type Party = Pick<Schemas['SupplierRow'], 'address' | 'country' | 'vies'>;

/** What is typed of where somebody is, and of what VIES said of them. */
export const addressTyped = (party: Party = {}) => ({
  address: { street: '', postalCode: '', city: '', province: '', country: party.country ?? 'ES', ...party.address },
  vies: viesTyped(party.vies),
});
/** As people write tax ids, without their spaces, dots and hyphens. */
export const taxIdTyped = (text: string): string => text.toUpperCase().replace(/[\s.-]/g, '');

type Typed = { vies: ViesTyped } & ReturnType<typeof addressTyped>;

/** Where a customer or supplier is; outside Spain, what VIES said of the VAT id. */
export function AddressFields<V extends Typed>({ form }: { readonly form: UseFormReturnType<V> }) {
  const t = useT();
  const field = (name: 'street' | 'postalCode' | 'city' | 'province', maxLength: number) => (
    <TextInput label={t(`customers.${name}`)} maxLength={maxLength} autoComplete="off" {...form.getInputProps(`address.${name}`)} />
  );
  return (
    <fieldset className={styles.group}>
      <legend>{t('customers.address')}</legend>
      {field('street', 120)}
      <div className={styles.pairs}>
        {field('postalCode', 12)}
        {field('city', 80)}
        {field('province', 80)}
        <CountrySelect label={t('customers.country')} autoComplete="off" {...form.getInputProps('address.country')} />
      </div>
      {form.values.address.country !== 'ES' && (
        <ViesFields value={form.values.vies} onChange={(vies) => form.setValues({ vies } as Partial<V>)} />
      )}
    </fieldset>
  );
}
