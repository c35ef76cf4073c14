import { Select, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { requireSupplierTaxId, SupplierInput } from '#domain/finance/suppliers/supplier.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { AddressFields, addressTyped, taxIdTyped } from '../../form/address-fields.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { faultsOf } from '../../form/faults.ts';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useTaxChoices } from '../../form/use-tax-choices.ts';
import { viesBody } from '../../form/vies-fields.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DefaultDimensions } from '../../lines/dimension-column.tsx';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';
import { AccountField } from '../ledger/account-field.tsx';
import { Screen as SupplierList } from './supplier-list.tsx';

type Supplier = Schemas['SupplierRow'];

/** What is typed of a supplier: all of it text. */
const valuesOf = (supplier?: Partial<Supplier>) => ({
  name: supplier?.name ?? '',
  taxId: supplier?.taxId ?? '',
  email: supplier?.email ?? '',
  paymentDays: String(supplier?.paymentDays ?? 30),
  account: supplier?.account ?? ('400' as const),
  expenseAccount: supplier?.expenseAccount ?? '',
  taxCode: supplier?.taxCode ?? 'IVA-G',
  withholding: supplier?.withholding?.code ?? ('' as const),
  iban: supplier?.iban ?? '',
  ...addressTyped(supplier),
  dimensions: dimensionText(supplier?.dimensions),
});
type Values = ReturnType<typeof valuesOf>;

/** The wire side of what is typed; what is empty is left out. */
function bodyOf({ address: typed, taxId: written, ...values }: Values, before?: Supplier) {
  const address = Object.fromEntries(Object.entries(typed).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : [])));
  const { country, ...lines } = address;
  const taxId = taxIdTyped(written);
  const { code: had, ...days } = before?.withholding ?? { from: today() };
  const optional = { taxId, email: values.email.trim(), expenseAccount: values.expenseAccount, iban: values.iban.trim() };
  return {
    name: values.name.trim(),
    paymentDays: values.paymentDays === '' ? 30 : Number(values.paymentDays),
    taxCode: values.taxCode,
    ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')),
    ...(values.withholding
      ? { withholding: { code: values.withholding, ...(had === values.withholding ? days : { from: today() }) } }
      : {}),
    ...viesBody(values.vies, taxId, before?.vies),
    ...dimensionsIn(values.dimensions),
    ...(Object.keys(lines).length > 0 ? { address } : country && country !== 'ES' ? { country } : {}),
  };
}

/** A change says all fields: what is empty now is cleared. */
const CLEARED = {
  taxId: null,
  email: null,
  expenseAccount: null,
  iban: null,
  withholding: null,
  address: null,
  country: null,
  dimensions: null,
};

/** What is known of a supplier before it is one. */
export type KnownSupplier = Partial<Pick<Supplier, 'name' | 'taxId' | 'iban' | 'country' | 'address'>>;

interface Props {
  /** Absent: a new one. */
  readonly supplier?: Supplier;
  /** What a new one begins with. */
  readonly known?: KnownSupplier;
  readonly onClose: () => void;
  readonly onDone?: (supplier: Supplier) => void;
}

/** Adds a supplier, or changes one. */
export function SupplierDialog({ supplier, known, onClose, onDone }: Props) {
  const t = useT();
  const [holder, setHolder] = useState<string>();
  const words = (field: string) =>
    t(`payables.suppliers.faults.${field.split('.')[0]}` as 'payables.suppliers.faults.name', { defaultValue: t('forms.wrong') });
  const form = useForm<Values>({
    initialValues: valuesOf(supplier ?? known),
    validate: (values) =>
      faultsOf(SupplierInput, bodyOf(values, supplier), words, (body) =>
        requireSupplierTaxId(body as Parameters<typeof requireSupplierTaxId>[0]),
      ),
    validateInputOnBlur: true,
  });
  const send = (values: Values, key: string): Promise<Supplier> => {
    const body = bodyOf(values, supplier);
    return supplier
      ? api
          .PATCH('/payables/suppliers/{supplierId}', {
            params: { path: { supplierId: supplier.id } },
            body: { ...CLEARED, ...body } as never,
          })
          .then(dataOf)
      : api
          .POST('/payables/suppliers', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...body, account: values.account } as never,
          })
          .then(dataOf)
          .catch((error: unknown) => {
            setHolder(isProblem(error, 'supplier.twice') ? String(error.params.supplier ?? '') : undefined);
            throw error;
          });
  };
  return (
    <FormDialog
      title={supplier ? t('payables.suppliers.edit.title', { name: supplier.name }) : t('payables.suppliers.new')}
      form={form}
      send={send}
      done={({ name }) => t(supplier ? 'payables.suppliers.edit.done' : 'payables.suppliers.done', { name })}
      {...(onDone ? { onDone } : {})}
      onClose={onClose}
    >
      <TextInput
        label={t('payables.suppliers.name')}
        required
        maxLength={120}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      {holder && (
        <p role="status">
          <Link to={`/payables/suppliers/${holder}` as never}>{t('payables.suppliers.holder')}</Link>
        </p>
      )}
      <Trade form={form} isNew={supplier === undefined} />
      <AddressFields form={form} />
      <DefaultDimensions {...form.getInputProps('dimensions')} />
    </FormDialog>
  );
}

function Trade({ form, isNew }: { readonly form: UseFormReturnType<Values>; readonly isNew: boolean }) {
  const t = useT();
  const { taxesOn, withholdings } = useTaxChoices();
  const { onChange, value, error } = form.getInputProps('expenseAccount');
  return (
    <div className={styles.pairs}>
      <TextInput label={t('payables.taxId')} maxLength={24} autoComplete="off" {...form.getInputProps('taxId')} />
      <TextInput type="email" label={t('payables.suppliers.email')} maxLength={120} autoComplete="off" {...form.getInputProps('email')} />
      <TextInput
        label="IBAN"
        description={t('payables.suppliers.ibanHint')}
        maxLength={50}
        autoComplete="off"
        {...form.getInputProps('iban')}
      />
      <DecimalInput label={t('payables.suppliers.paymentDays')} inputMode="numeric" {...form.getInputProps('paymentDays')} />
      <Select
        label={t('payables.account')}
        description={t('payables.suppliers.accountHint')}
        data={(['400', '410', '4650'] as const).map((code) => ({ value: code, label: t(`payables.accounts.a${code}`) }))}
        allowDeselect={false}
        disabled={!isNew}
        {...form.getInputProps('account')}
      />
      <AccountField id="expenseAccount" label={t('payables.suppliers.expenseAccount')} value={value} onChange={onChange} error={error} />
      <Select label={t('payables.taxCode')} data={taxesOn(today())} allowDeselect={false} {...form.getInputProps('taxCode')} />
      <Select
        label={t('payables.withheld')}
        description={t('payables.suppliers.withholdingHint')}
        data={[{ value: '', label: t('payables.noWithholding') }, ...withholdings]}
        allowDeselect={false}
        {...form.getInputProps('withholding')}
      />
    </div>
  );
}

/** A new supplier, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <SupplierList />
      <SupplierDialog onClose={() => go('/payables/suppliers')} onDone={({ id }) => go(`/payables/suppliers/${id}`)} />
    </>
  );
}
