import { handler as commands } from '../../functions/finance/payables/commands.ts';
import { handler as queries } from '../../functions/finance/payables/queries.ts';
import { peopleOf } from './people.ts';
import { eur } from './receivables.ts';

/** `POST /payables/bills/bil_…/reversal` → `POST /payables/bills/{billId}/reversal`, as API Gateway would match it. */
const PARAMETERS: readonly (readonly [prefix: string, name: string])[] = [
  ['sup_', 'supplierId'],
  ['bil_', 'billId'],
  ['scn_', 'supplierCreditNoteId'],
  ['spa_', 'paymentId'],
  ['srf_', 'refundId'],
];
const templateOf = (route: string): string =>
  route
    .split('/')
    .map((part) => PARAMETERS.flatMap(([prefix, name]) => (part.startsWith(prefix) ? [`{${name}}`] : []))[0] ?? part)
    .join('/');

/** The payables of one company, through their Lambda handlers. Each call is by somebody: `ana`, `bea`, `eva`. */
export function payablesOf(tenant: string) {
  const { ask, done, refused } = peopleOf(tenant, { commands, queries }, templateOf);
  const supplier = (more: object = {}) =>
    done('ana', 'POST /payables/suppliers', { name: 'Talleres Robla', account: '410', expenseAccount: '622', paymentDays: 30, ...more });
  /** A bill of ana's: net at 21 %, of 1 March 2026, received on the 3rd. */
  const bill = (supplierId: string, reference: string, net: string, more: object = {}) =>
    done('ana', 'POST /payables/bills', billBody(supplierId, reference, net, more));
  const pay = (by: string, supplierId: string, amount: string, allocations: readonly object[] = [], more: object = {}) =>
    done(by, 'POST /payables/payments', payBody(supplierId, amount, allocations, more));
  return { ask, done, refused, supplier, bill, pay };
}

export const billBody = (supplierId: string, reference: string, net: string, more: object = {}) => ({
  ...{ supplierId, reference, date: '2026-03-01', receivedOn: '2026-03-03', lines: [{ net: eur(net) }] },
  ...more,
});
export const payBody = (supplierId: string, amount: string, allocations: readonly object[] = [], more: object = {}) => ({
  ...{ supplierId, date: '2026-03-20', amount: eur(amount) },
  ...(allocations.length > 0 ? { allocations } : {}),
  ...more,
});
export const of = (billId: string, amount: string) => ({ billId, amount: eur(amount) });
