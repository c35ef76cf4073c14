import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CustomerInput } from '#domain/crm/customers/customer.ts';
import fields from '../actions/action.module.css';
import { ActionDialog } from '../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';

interface Props {
  readonly name: string;
  readonly onMade: (customer: Schemas['CustomerRow']) => void;
  readonly onClose: () => void;
}

/** A customer who orders for the first time: what the order and its invoice need; the rest can follow in the customer's record. */
export function NewCustomer({ name, onMade, onClose }: Props) {
  const t = useT();
  const [input, setInput] = useState({ name, taxId: '', email: '', paymentDays: 30 as number | string });
  const set = (field: 'name' | 'taxId' | 'email') => ({
    value: input[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setInput({ ...input, [field]: event.currentTarget.value }),
  });
  const body = {
    name: input.name.trim(),
    paymentDays: Number(input.paymentDays),
    ...(input.taxId.trim() ? { taxId: input.taxId.toUpperCase().replace(/[^A-Z0-9]/g, '') } : {}),
    ...(input.email.trim() ? { email: input.email.trim() } : {}),
  };
  const checked = CustomerInput.safeParse(body);
  const wrong = checked.success ? undefined : checked.error.issues[0]?.path[0];
  const bad = (field: string) => (wrong === field ? t('lines.customer.bad') : undefined);
  return (
    <ActionDialog
      title={t('lines.customer.title')}
      confirm={t('lines.customer.action')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={wrong === undefined ? undefined : t('lines.customer.bad')}
      run={(how) => api.POST('/customers', { params: { header: sending(how).header }, body }).then(dataOf)}
      done={(made) => t('lines.customer.done', { name: made.name })}
      onDone={onMade}
    >
      <div className={fields.fields}>
        <TextInput label={t('lines.customer.name')} required maxLength={120} error={bad('name')} {...set('name')} />
        <TextInput label={t('lines.customer.taxId')} maxLength={24} error={bad('taxId')} data-autofocus {...set('taxId')} />
        <TextInput label={t('lines.customer.email')} type="email" maxLength={120} error={bad('email')} {...set('email')} />
        <NumberInput
          label={t('lines.customer.paymentDays')}
          min={0}
          max={180}
          allowDecimal={false}
          value={input.paymentDays}
          onChange={(paymentDays) => setInput({ ...input, paymentDays })}
          error={bad('paymentDays')}
        />
      </div>
    </ActionDialog>
  );
}
