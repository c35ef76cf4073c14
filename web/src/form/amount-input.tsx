import { DecimalInput, type DecimalInputProps } from './decimal-input.tsx';

/** An amount in euros. */
export const AmountInput = (props: DecimalInputProps) => <DecimalInput unit="€" {...props} />;
