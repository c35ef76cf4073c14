import { BASE_CURRENCY } from '#kernel/money.ts';
import { type Euros, euros, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly currency: string;
  /** What came to an account in euros, or left it: as the request calls it. */
  readonly name: 'received' | 'paid';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What an account in euros got or gave for money in a foreign currency; nothing is asked of money in euros. */
export function EurosField({ currency, name, value, onChange }: Props) {
  const t = useT();
  if (currency === BASE_CURRENCY) return null;
  return (
    <AmountInput
      data-path={name}
      label={t(`currencies.${name}`)}
      description={t('currencies.paidHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={onChange}
    />
  );
}

/** The same as the request has it: left out where it was not typed. */
export const eurosTyped = <N extends Props['name']>(name: N, currency: string, typed: string): { readonly [K in N]?: Euros } =>
  (currency !== BASE_CURRENCY && typedCents(typed) > 0 ? { [name]: euros(typedCents(typed)) } : {}) as { readonly [K in N]?: Euros };

/** What stands behind an amount: `€`, or the code of the currency. */
export const unitOf = (currency: string): string => (currency === BASE_CURRENCY ? '€' : currency);
