import { NumberInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useLanguage } from '../i18n/i18n.ts';
import styles from './form.module.css';

type Props = Omit<ComponentProps<typeof NumberInput>, 'value' | 'onChange' | 'decimalSeparator' | 'allowedDecimalSeparators'> & {
  /** Decimal text as it goes over the wire, `12.5`; empty where nothing is written. */
  readonly value?: string;
  readonly onChange: (value: string) => void;
};

/** Decimal text typed as people of the language write it; comma and point both separate the decimals. Never a float. */
export function DecimalInput({ value, onChange, ...rest }: Props) {
  const comma = useLanguage() === 'es';
  return (
    <NumberInput
      hideControls
      allowNegative={false}
      inputMode="decimal"
      classNames={{ input: styles.decimal ?? '' }}
      {...rest}
      decimalSeparator={comma ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      value={value ?? ''}
      // Leaving the field tells the same value again, which would take the fault away that has just been shown.
      onChange={(typed) => String(typed) !== (value ?? '') && onChange(String(typed))}
    />
  );
}
