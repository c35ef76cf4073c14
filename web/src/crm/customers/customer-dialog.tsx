import { Fieldset, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { AddressFields } from '../../form/address-fields.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { DefaultDimensions } from '../../lines/dimension-column.tsx';
import { type CustomerValues, customerBody, customerFaults, customerPatch, customerValues } from './customer-body.ts';

interface Props {
  /** Absent: a new one. */
  readonly customer?: Schemas['CustomerRow'];
  readonly onClose: () => void;
  readonly onDone?: (customer: Schemas['CustomerRow']) => void;
}

/** Adds a customer, or changes one. */
export function CustomerDialog({ customer, onClose, onDone }: Props) {
  const t = useT();
  const form = useForm<CustomerValues>({
    initialValues: customerValues(customer),
    validate: (values) => customerFaults(values, t, customer?.country),
    validateInputOnBlur: true,
  });
  const send = (values: CustomerValues, key: string) =>
    customer
      ? api.PATCH('/customers/{customerId}', { params: { path: { customerId: customer.id } }, body: customerPatch(values) }).then(dataOf)
      : api.POST('/customers', { params: { header: { 'Idempotency-Key': key } }, body: customerBody(values) }).then(dataOf);
  return (
    <FormDialog
      title={customer ? t('customers.edit.title', { name: customer.name }) : t('customers.new.title')}
      form={form}
      send={send}
      done={({ name }) => t(customer ? 'customers.edit.done' : 'customers.new.done', { name })}
      {...(onDone ? { onDone } : {})}
      onClose={onClose}
    >
      <TextInput label={t('customers.name')} required maxLength={120} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      {!customer?.walkIn && (
        <>
          <Trade form={form} />
          <AddressFields form={form} />
          <Offices form={form} />
          <DefaultDimensions {...form.getInputProps('dimensions')} />
        </>
      )}
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: UseFormReturnType<CustomerValues>;
}

const OFFICES = ['accounting', 'managing', 'processing'] as const;

/** The offices of a public body, which its invoices name. */
function Offices({ form }: FieldsProps) {
  const t = useT();
  return (
    <Fieldset legend={t('customers.offices.title')}>
      <p className="dimmed">{t('customers.offices.hint')}</p>
      <div className={styles.pairs}>
        {OFFICES.map((office) => (
          <TextInput
            key={office}
            label={t(`customers.offices.${office}`)}
            maxLength={9}
            autoComplete="off"
            {...form.getInputProps(`offices.${office}`)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function Trade({ form }: FieldsProps) {
  const t = useT();
  return (
    <div className={styles.pairs}>
      <TextInput
        label={t('customers.taxId')}
        description={t('customers.taxIdHint')}
        maxLength={24}
        autoComplete="off"
        {...form.getInputProps('taxId')}
      />
      <TextInput
        type="email"
        label={t('customers.email')}
        description={t('customers.emailHint')}
        maxLength={120}
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <DecimalInput
        label={t('customers.paymentDays')}
        description={t('customers.paymentDaysHint')}
        inputMode="numeric"
        {...form.getInputProps('paymentDays')}
      />
      <DecimalInput
        label={t('customers.creditLimit')}
        description={t('customers.creditLimitHint')}
        unit="€"
        {...form.getInputProps('creditLimit.amount')}
      />
    </div>
  );
}
