import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { CountrySelect } from '../../form/country-select.tsx';
import styles from '../../form/form.module.css';
import { useT } from '../../i18n/i18n.ts';
import type { CompanyValues } from './company-values.ts';

interface Props {
  readonly form: UseFormReturnType<CompanyValues>;
  readonly readOnly?: boolean;
}

/** What invoices and mails say of the company. */
export function CompanyFields({ form, readOnly = false }: Props) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t('settings.company.name')}
        required={!readOnly}
        maxLength={120}
        autoComplete="organization"
        readOnly={readOnly}
        {...form.getInputProps('name')}
      />
      <div className={styles.pairs}>
        <TextInput
          label={t('settings.company.taxId')}
          description={t('settings.company.taxIdHint')}
          required={!readOnly}
          maxLength={24}
          autoComplete="off"
          readOnly={readOnly}
          {...form.getInputProps('taxId')}
        />
        <TextInput
          type="email"
          label={t('settings.company.email')}
          description={t('settings.company.emailHint')}
          required={!readOnly}
          maxLength={120}
          autoComplete="email"
          readOnly={readOnly}
          {...form.getInputProps('email')}
        />
      </div>
      <CompanyAddress form={form} readOnly={readOnly} />
      <div className={styles.pairs}>
        <TextInput
          label={t('settings.company.iban')}
          description={t('settings.company.ibanHint')}
          maxLength={42}
          autoComplete="off"
          readOnly={readOnly}
          {...form.getInputProps('iban')}
        />
        <TextInput
          label={t('settings.company.creditorSuffix')}
          description={t('settings.company.creditorSuffixHint')}
          maxLength={3}
          autoComplete="off"
          readOnly={readOnly}
          {...form.getInputProps('creditorSuffix')}
        />
        <Select
          label={t('settings.company.timeZone')}
          description={t('settings.company.timeZoneHint')}
          data={ZONES}
          searchable
          allowDeselect={false}
          limit={60}
          required={!readOnly}
          readOnly={readOnly}
          {...form.getInputProps('timeZone')}
        />
      </div>
    </>
  );
}

const ZONES = [...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'), 'UTC'];

/** So that the browser can fill in what it knows of one's own company (WCAG 2.2, 1.3.5). */
const AUTOCOMPLETE = { street: 'street-address', postalCode: 'postal-code', city: 'address-level2', province: 'address-level1' } as const;

function CompanyAddress({ form, readOnly = false }: Props) {
  const t = useT();
  const field = (name: 'street' | 'postalCode' | 'city' | 'province', maxLength: number, required = true) => (
    <TextInput
      label={t(`settings.company.${name}`)}
      required={required && !readOnly}
      maxLength={maxLength}
      readOnly={readOnly}
      autoComplete={AUTOCOMPLETE[name]}
      {...form.getInputProps(`address.${name}`)}
    />
  );
  return (
    <fieldset className={styles.group}>
      <legend>{t('settings.company.address')}</legend>
      {field('street', 120)}
      <div className={styles.pairs}>
        {field('postalCode', 12)}
        {field('city', 80)}
        {field('province', 80, false)}
        <CountrySelect
          label={t('settings.company.country')}
          required={!readOnly}
          readOnly={readOnly}
          autoComplete="country"
          {...form.getInputProps('address.country')}
        />
      </div>
    </fieldset>
  );
}
