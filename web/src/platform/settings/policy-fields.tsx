import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { AmountInput } from '../../form/amount-input.tsx';
import { useT } from '../../i18n/i18n.ts';
import type { PolicyValues } from './policy-values.ts';

const OPTIONS = {
  shortage: ['refuse', 'backorder'],
  invoiceOn: ['shipment', 'order'],
  simplifiedUpTo: ['four-hundred', 'three-thousand'],
  refunds: ['manual', 'automatic'],
  secondFactor: ['optional', 'required'],
} as const;

interface Props {
  readonly form: UseFormReturnType<PolicyValues>;
  readonly readOnly?: boolean;
}

/** The company's rules, each with a sentence of what it does. */
export function PolicyFields({ form, readOnly = false }: Props) {
  const t = useT();
  return (
    <>
      {(['shortage', 'invoiceOn', 'simplifiedUpTo', 'refunds', 'secondFactor'] as const).map((name) => (
        <Select
          key={name}
          label={t(`settings.policies.${name}.label`)}
          description={t(`settings.policies.${name}.text`)}
          data={OPTIONS[name].map((value) => ({
            value,
            label: t(`settings.policies.${name}.options.${value}` as 'settings.policies.shortage.options.refuse'),
          }))}
          allowDeselect={false}
          readOnly={readOnly}
          {...form.getInputProps(name)}
        />
      ))}
      <TextInput
        label={t('settings.policies.dunningDays.label')}
        description={t('settings.policies.dunningDays.text')}
        inputMode="numeric"
        maxLength={40}
        readOnly={readOnly}
        {...form.getInputProps('dunningDays')}
      />
      {(['cancelUnshippedAfterDays', 'cancelRestAfterDays', 'returnWithinDays'] as const).map((name) => (
        <NumberInput
          key={name}
          label={t(`settings.policies.${name}.label`)}
          description={t(`settings.policies.${name}.text`)}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          readOnly={readOnly}
          {...form.getInputProps(name)}
          onChange={(value) => form.setFieldValue(name, String(value))}
        />
      ))}
      {(['refundLimit', 'billApprovalLimit'] as const).map((name) => (
        <AmountInput
          key={name}
          label={t(`settings.policies.${name}.label`)}
          description={t(`settings.policies.${name}.text`)}
          readOnly={readOnly}
          {...form.getInputProps(name)}
        />
      ))}
    </>
  );
}
