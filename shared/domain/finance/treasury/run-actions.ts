import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { isRecentIban } from '../payables/payables-actions.ts';
import type { StoredSupplier } from '../payables/supplier.ts';
import type { Payer } from '../receivables/payout.ts';
import { type RunPayment, type RunState, type StoredRun, transfersOf } from './payment-run.ts';

/** Money leaves when so many different people have said yes. */
export const APPROVALS = 2;

/** A run as whoever asks sees it. */
export interface RunStanding {
  readonly asker?: Payer | undefined;
}

const refusalOfState = (run: StoredRun, ...allowed: RunState[]): Refusal | undefined =>
  allowed.includes(run.state)
    ? undefined
    : refusal(
        'payment_run.state',
        `The payment run is ${run.state}: that can be done with one that is ${allowed.join(' or ')}.`,
        'path.runId',
        {
          state: run.state,
        },
      );

/** Nobody lets money go to an account that they entered themselves: no exception. */
const refusalOfOwnIban = (run: StoredRun, by: string): Refusal | undefined => {
  const own = transfersOf(run).find(({ ibanBy }) => ibanBy === by);
  return (
    own &&
    refusal(
      'payment_run.own_iban',
      `You entered the IBAN of ${own.supplierName}: somebody else must approve, or take that payment out of the run.`,
      'path.runId',
      { supplier: own.supplierName, no: own.no },
    )
  );
};

function refusalOfApprover(run: StoredRun, { email, mayPayAlone }: Payer): Refusal | undefined {
  const before = run.approvals.map(({ by }) => by);
  if (before.includes(email))
    return refusal(
      'payment_run.same_person',
      'You have approved this payment run already: somebody else must give the second approval.',
      'path.runId',
    );
  const all = [...before, email];
  // Of the two, one had no hand in the bills that are paid; whoever may pay alone may stand in for that.
  if (all.length === APPROVALS && !mayPayAlone && all.every((by) => run.makers.includes(by)))
    return refusal(
      'payment_run.makers',
      'Both who approve entered or approved bills of this payment run: one of the two must have had no hand in them.',
      'path.runId',
    );
  return refusalOfOwnIban(run, email);
}

export const runActions = {
  approvePaymentRun: (run) => refusalOfState(run, 'proposed') ?? (run.asker && refusalOfApprover(run, run.asker)),
  rejectRunPayment: (run) => refusalOfState(run, 'proposed', 'approved', 'sent'),
  executePaymentRun: (run) => refusalOfState(run, 'sent'),
  cancelPaymentRun: (run) => refusalOfState(run, 'proposed', 'approved', 'sent'),
  getPaymentFile: (run) => refusalOfState(run, 'sent', 'executing', 'executed'),
} as const satisfies ActionRules<StoredRun & RunStanding>;

/**
 * Whether the accounts that a run pays to are the suppliers' own: a changed IBAN is how companies are robbed.
 * @param confirmed suppliers whose new account the approver has checked by another way.
 */
export function refusalOfIbans(
  run: StoredRun,
  suppliers: ReadonlyMap<string, StoredSupplier>,
  confirmed: readonly string[],
  today: IsoDate,
): Refusal | undefined {
  for (const { supplierId, supplierName, iban, ibanOn, no } of transfersOf(run)) {
    const now = suppliers.get(supplierId);
    if (now?.iban !== iban)
      return refusal(
        'payment_run.iban_differs',
        `${supplierName} has another IBAN by now than this payment run: take payment ${no} out, and propose it again.`,
        'path.runId',
        { supplier: supplierName, no },
      );
    if (ibanOn !== undefined && isRecentIban({ iban, ibanChangedOn: ibanOn }, today) && !confirmed.includes(supplierId))
      return refusal(
        'payment_run.iban_recent',
        `The IBAN of ${supplierName} was entered on ${ibanOn}: call the supplier and confirm it, wait a day, or take payment ${no} out.`,
        'body.confirmed',
        { supplier: supplierName, supplierId, date: ibanOn, no },
      );
  }
  return undefined;
}

/** Why a transfer cannot be taken out. @param payment as the path names it; undefined where the run has none of that number. */
export const refusalOfRejection = (payment: RunPayment | undefined, no: number): Refusal | undefined =>
  payment === undefined
    ? refusal('payment_run.no_payment', `The payment run has no payment ${no}: take one of its own.`, 'path.no', { no })
    : payment.state === 'open'
      ? undefined
      : refusal('payment_run.payment_state', `Payment ${no} is ${payment.state} already.`, 'path.no', { no, state: payment.state });

/** What was paid or used since the run was proposed is not paid by it. */
export const refusalOfChanged = ({ id, open }: { readonly id: string; readonly open: Minor }, amount: Minor): Refusal | undefined =>
  open < amount
    ? refusal('payment_run.changed', `${id} has ${minorText(open)} EUR open by now: propose the payment run again.`, 'body', {
        document: id,
        open: minorText(open),
      })
    : undefined;

/** Money does not leave before the run was proposed. */
export const refusalOfExecutionDay = ({ proposedOn }: StoredRun, date: IsoDate): Refusal | undefined =>
  date < proposedOn
    ? refusal('payment_run.too_early', `The payment run was proposed on ${proposedOn}: it was not paid on ${date}.`, 'body.date', {
        date,
        earliest: proposedOn,
      })
    : undefined;
