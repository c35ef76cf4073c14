import { Select, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { METHODS_OF_DEPRECIATION } from '#domain/finance/assets/depreciation-plan.ts';
import { AssetInput } from '#domain/finance/assets/fixed-asset.ts';
import { ASSET_CLASSES, assetClass } from '#domain/finance/assets/lis12.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { faultsOf } from '../../form/faults.ts';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { DateField } from '../../ui/date-field.tsx';
import { AccountField } from '../ledger/account-field.tsx';
import { Screen as AssetList } from './asset-list.tsx';

const valuesOf = ({ bill, line, name, account, cost, date }: Readonly<Record<string, string | undefined>>) => ({
  name: name ?? '',
  account: account ?? '',
  assetClass: '',
  cost: cost ?? '',
  residual: '',
  inUseOn: date ?? today(),
  method: 'straight-line' as (typeof METHODS_OF_DEPRECIATION)[number],
  percent: '',
  years: '',
  basis: 'days' as 'days' | 'months',
  bill: bill ?? '',
  line: line ?? '',
});
type Values = ReturnType<typeof valuesOf>;

const eur = (amount: string) => ({ amount, currency: 'EUR' as const });

/** The wire side of what is typed; what is empty is left out. */
const bodyOf = ({ assetClass: of, cost, residual, percent, years, bill, line, method, ...values }: Values): Schemas['RegisterAsset'] => ({
  ...values,
  method,
  name: values.name.trim(),
  cost: eur(cost),
  ...(of ? { assetClass: of } : {}),
  ...(residual ? { residual: eur(residual) } : {}),
  ...(percent && method !== 'digits' && method !== 'none' ? { percent } : {}),
  ...(years && method !== 'none' ? { years: Number(years) } : {}),
  ...(bill && line ? { bill: { billId: bill, line: Number(line) } } : {}),
});

interface FieldsProps {
  readonly form: UseFormReturnType<Values>;
}

/** Registers an asset; what a line of a bill says of it is filled in. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const { search } = useAddress();
  const go = (to: string) => void navigate({ to } as never);
  const words = (field: string) => t(`assets.faults.${field.split('.')[0]}` as 'assets.faults.name', { defaultValue: t('forms.wrong') });
  const form = useForm<Values>({
    initialValues: valuesOf(search),
    validate: (values) => faultsOf(AssetInput, bodyOf(values), words),
    validateInputOnBlur: true,
  });
  return (
    <>
      {!search.bill && <AssetList />}
      <FormDialog
        title={t('assets.new')}
        form={form}
        send={(values, key) => api.POST('/assets', { params: { header: { 'Idempotency-Key': key } }, body: bodyOf(values) }).then(dataOf)}
        done={({ name }) => t('assets.registered', { name })}
        onDone={({ id }) => go(`/assets/${id}`)}
        onClose={() => go(search.bill ? `/payables/bills/${search.bill}` : '/assets')}
      >
        <TextInput label={t('assets.name')} required maxLength={120} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <What form={form} />
        <Plan form={form} />
      </FormDialog>
    </>
  );
}

function What({ form }: FieldsProps) {
  const t = useT();
  const english = useLanguage() === 'en';
  const account = form.getInputProps('account');
  const takeClass = (id: string | null) => {
    const known = assetClass(id ?? undefined);
    form.setValues({
      assetClass: id ?? '',
      ...(known && form.values.method === 'straight-line' ? { percent: known.maxPercent, years: '' } : {}),
    });
  };
  return (
    <div className={styles.pairs}>
      <AccountField
        id="account"
        label={t('assets.account')}
        value={account.value}
        onChange={account.onChange}
        error={account.error}
        required
      />
      <AmountInput label={t('assets.cost')} required {...form.getInputProps('cost')} />
      <DateField label={t('assets.inUseOn')} required value={form.values.inUseOn} {...form.getInputProps('inUseOn')} />
      <AmountInput label={t('assets.residual')} {...form.getInputProps('residual')} />
      <Select
        label={t('assets.assetClass')}
        description={t('assets.assetClassHint')}
        data={ASSET_CLASSES.map(({ id, label, labelEn, maxPercent }) => ({
          value: id,
          label: `${english ? labelEn : label} (${maxPercent} %)`,
        }))}
        searchable
        clearable
        value={form.values.assetClass || null}
        onChange={takeClass}
      />
    </div>
  );
}

function Plan({ form }: FieldsProps) {
  const t = useT();
  const { method } = form.values;
  return (
    <div className={styles.pairs}>
      <Select
        label={t('assets.method')}
        data={METHODS_OF_DEPRECIATION.map((value) => ({ value, label: t(`assets.methods.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('method')}
      />
      {(method === 'straight-line' || method === 'constant-percentage') && (
        <DecimalInput label={t('assets.percent')} {...form.getInputProps('percent')} />
      )}
      {method !== 'none' && <DecimalInput label={t('assets.years')} inputMode="numeric" {...form.getInputProps('years')} />}
      {method !== 'none' && (
        <Select
          label={t('assets.basis')}
          data={(['days', 'months'] as const).map((value) => ({ value, label: t(`assets.bases.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('basis')}
        />
      )}
    </div>
  );
}
