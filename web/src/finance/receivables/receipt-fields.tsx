import { Select, TextInput } from '@mantine/core';
import { METHODS, type PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import { useT } from '../../i18n/i18n.ts';

/** Where the money came to, or went from: each way is an account of its own. */
export function MethodField({ value, onChange }: { readonly value: PaymentMethod; readonly onChange: (method: PaymentMethod) => void }) {
  const t = useT();
  return (
    <Select
      label={t('billing.method')}
      data={METHODS.map((method) => ({ value: method, label: t(`billing.methods.${method}`) }))}
      value={value}
      onChange={(method) => onChange(method === 'cash' ? 'cash' : 'bank')}
      allowDeselect={false}
    />
  );
}

export function ReferenceField({ value, onChange }: { readonly value: string; readonly onChange: (reference: string) => void }) {
  const t = useT();
  return (
    <TextInput
      label={t('billing.reference')}
      description={t('billing.referenceText')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={80}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
