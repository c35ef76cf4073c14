import { TextInput, type TextInputProps } from '@mantine/core';
import { type FocusEvent, type ReactNode, useState } from 'react';
import { type Language, useLanguage, useT } from '../i18n/i18n.ts';
import styles from './form.module.css';
import { faultOfNumber, heldNumber, readingsOf, typedNumber } from './number.ts';

export interface DecimalInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'error'> {
  /** Decimal text as it goes over the wire, `12.5`; empty where nothing is typed; what `heldNumber` makes of the rest. */
  readonly value?: string | undefined;
  readonly onChange?: (value: string) => void;
  /** What stands behind the number: `€`, `%`, a unit of measure. */
  readonly unit?: string | undefined;
  /** Words that stand below it; or whether something is wrong, where the words stand elsewhere. */
  readonly error?: ReactNode;
}

/** What a person is told of a number that was not understood; `undefined` where it was. */
export function useNumberFault(): (held: string) => string | undefined {
  const t = useT();
  const language = useLanguage();
  return (held) => {
    const fault = faultOfNumber(held, language);
    if (fault === undefined) return undefined;
    return fault === 'wrong'
      ? t('fields.number')
      : t('fields.ambiguous', { typed: typedNumber(held, language), ...readingsOf(held, language) });
  };
}

/** What is shown: as the person writes it, until the value changes by itself or the language does. */
function useTyped(held: string, language: Language) {
  const [shown, setShown] = useState(() => ({ typed: typedNumber(held, language), held, language }));
  if (shown.held !== held || shown.language !== language) setShown({ typed: typedNumber(held, language), held, language });
  const type = (typed: string): string => {
    const next = heldNumber(typed, language);
    setShown({ typed, held: next, language });
    return next;
  };
  return { typed: shown.typed, type };
}

/** A number typed as people of the language write it; the form holds decimal text, never a float. */
export function DecimalInput({ value = '', onChange, unit, error, onFocus, onBlur, classNames, ...rest }: DecimalInputProps) {
  const language = useLanguage();
  const { typed, type } = useTyped(value, language);
  const [left, setLeft] = useState(true);
  const fault = useNumberFault()(value);
  const change = (text: string) => {
    const held = type(text);
    if (held !== value) onChange?.(held);
  };
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      maxLength={24}
      classNames={{ input: styles.decimal ?? '', ...classNames }}
      {...(unit ? { rightSection: <small className="dimmed">{unit}</small>, rightSectionPointerEvents: 'none' } : {})}
      {...rest}
      // While it is typed, `1.234` may yet become `1.234,50`.
      error={left && fault !== undefined ? typeof error === 'boolean' || fault : error}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event: FocusEvent<HTMLInputElement>) => {
        setLeft(false);
        onFocus?.(event);
      }}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        setLeft(true);
        onBlur?.(event);
      }}
    />
  );
}
