import type { Schemas } from '../../api/client.ts';
import { centsOf } from './cents.ts';

/** How a credit note stands, as lists and badges say it. */
export const creditNoteState = ({ open }: Pick<Schemas['CreditNote'], 'open'>) =>
  centsOf(open) > 0 ? ('open' as const) : ('applied' as const);
