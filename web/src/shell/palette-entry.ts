import type { ReactNode } from 'react';
import type { Icon } from '../ui/icons.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** Words that find it beside its label. */
  readonly words?: string;
  readonly note?: ReactNode;
  readonly icon: Icon | undefined;
  /** Found for other words than stand in the field now: shown, not to be run. */
  readonly stale?: boolean;
  readonly run: () => void;
  /** It leads to another screen: the focus goes there, not back to where the palette was opened. */
  readonly leaves?: boolean;
}
