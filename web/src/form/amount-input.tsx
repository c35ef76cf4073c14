import type { ComponentProps } from 'react';
import { DecimalInput } from './decimal-input.tsx';

/** An amount in euros. */
export function AmountInput(props: ComponentProps<typeof DecimalInput>) {
  return <DecimalInput decimalScale={2} maxLength={13} rightSection={<span aria-hidden>€</span>} {...props} />;
}
