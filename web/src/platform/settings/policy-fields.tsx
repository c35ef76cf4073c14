import { NumberInput, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { POLICY_FIELDS, POLICY_NAMES, type PolicyName, policyOptions } from '#domain/platform/company/policies.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useT } from '../../i18n/i18n.ts';
import type { PolicyValues } from './policy-values.ts';

interface Props {
  readonly form: UseFormReturnType<PolicyValues>;
  readonly readOnly?: boolean;
}

/** The company's rules, each with a sentence of what it does. */
export function PolicyFields({ form, readOnly = false }: Props) {
  return POLICY_NAMES.map((name) => <PolicyField key={name} name={name} form={form} readOnly={readOnly} />);
}

/** One rule, asked for by its kind. */
function PolicyField({ name, form, readOnly }: Required<Props> & { readonly name: PolicyName }) {
  const t = useT();
  const about = { label: t(`settings.policies.${name}.label`), description: t(`settings.policies.${name}.text`), readOnly };
  const input = form.getInputProps(name);
  switch (POLICY_FIELDS[name].kind) {
    case 'choice': {
      const label = (value: string) => t(`settings.policies.${name}.options.${value}` as 'settings.policies.shortage.options.refuse');
      return (
        <Select {...about} data={policyOptions(name).map((value) => ({ value, label: label(value) }))} allowDeselect={false} {...input} />
      );
    }
    case 'dayList':
      return <TextInput {...about} inputMode="numeric" maxLength={40} {...input} />;
    case 'senders':
      return <TextInput {...about} maxLength={4000} {...input} />;
    case 'count':
    case 'days': {
      const change = (value: string | number) => form.setFieldValue(name, String(value));
      return <NumberInput {...about} allowDecimal={false} allowNegative={false} {...input} onChange={change} />;
    }
    case 'amount':
      return <AmountInput {...about} {...input} />;
    case 'percent':
      return <DecimalInput unit="%" {...about} {...input} />;
  }
}
