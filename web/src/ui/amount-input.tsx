import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useLanguage } from '../i18n/i18n.ts';

export interface DecimalInputProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'decimalSeparator' | 'allowedDecimalSeparators'> {
  /** Decimal text with a point, as the API takes it: `1234.5`; empty while nothing is typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A decimal as it is written in the person's language; a point and a comma are both taken for the decimal sign. */
export function DecimalInput({ value, onChange, ...rest }: DecimalInputProps) {
  const language = useLanguage();
  return (
    <NumberInput
      {...rest}
      value={value}
      onChange={(typed) => onChange(String(typed))}
      decimalSeparator={language === 'es' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      allowNegative={false}
      hideControls
    />
  );
}

/** An amount in euros. */
export function AmountInput(props: DecimalInputProps) {
  return <DecimalInput decimalScale={2} maxLength={13} rightSection={<span aria-hidden>€</span>} {...props} />;
}
