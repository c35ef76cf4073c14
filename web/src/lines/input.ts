import type { ReactNode } from 'react';

/** What every input is given, whatever it takes. */
export interface InputProps {
  readonly id: string;
  readonly label: string;
  readonly className?: string | undefined;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly 'aria-describedby'?: string;
}
