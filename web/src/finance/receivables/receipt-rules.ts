import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';
import { appliedBy } from './allocations.tsx';
import { centsOf } from './cents.ts';

type Receipt = Schemas['Receipt'];
type T = ReturnType<typeof useT>;

/** How a receipt stands, as lists and badges say it. */
export const receiptState = ({ open, reversal }: Receipt) =>
  reversal ? ('reversed' as const) : centsOf(open) > 0 ? ('open' as const) : ('applied' as const);

/** Why what is left of a receipt or credit note cannot be used; `undefined` where it can. */
export const whyNotUse = ({ open }: Pick<Receipt, 'open'>, t: T): string | undefined =>
  centsOf(open) > 0 ? undefined : t('billing.why.nothingOpen');

/** Why a receipt cannot be reversed: it is, or part of its money went back to the customer. */
export function whyNotReverse({ reversal, allocations }: Receipt, t: T): string | undefined {
  if (reversal) return t('billing.why.reversed');
  return appliedBy(allocations).some(({ id }) => id.startsWith('rfd_')) ? t('billing.why.refunded') : undefined;
}
