import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';
import { centsOf } from './cents.ts';

type Invoice = Schemas['Invoice'];
type T = ReturnType<typeof useT>;

/** Net that can still be credited of one line, in cents. */
export const creditableOf = ({ net, credited }: Invoice['lines'][number]): number => centsOf(net) - (credited ? centsOf(credited) : 0);

/** Why an invoice takes no payment; `undefined` where it does. */
export const whyNotPay = ({ open }: Invoice, t: T): string | undefined => (centsOf(open) === 0 ? t('billing.why.paid') : undefined);

/** Why an invoice cannot be credited: it has been, in full. */
export const whyNotCredit = ({ lines }: Invoice, t: T): string | undefined =>
  lines.some((line) => creditableOf(line) > 0) ? undefined : t('billing.why.credited');
