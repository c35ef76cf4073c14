import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { Payer } from '../receivables/payout.ts';
import { isRecentIban } from '../supplier-payments/payer-rules.ts';
import { addMonthsTo, earliestCollection, REFUND_MONTHS } from './debit-rules.ts';
import { type RunKind, type RunPayment, type RunState, runKind, type StoredRun, transfersOf } from './payment-run.ts';

/** Money leaves when so many different people have said yes; it comes in by one, who did not enter the account that is debited. */
const APPROVALS: Readonly<Record<RunKind, number>> = { transfer: 2, debit: 1 };
export const approvalsOf = (run: Pick<StoredRun, 'kind'>): number => APPROVALS[runKind(run)];

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

/** Nobody lets money go to an account that they entered themselves. */
const refusalOfOwnIban = (run: StoredRun, by: string): Refusal | undefined => {
  const own = transfersOf(run).find(({ ibanBy }) => ibanBy === by);
  return (
    own &&
    refusal(
      'payment_run.own_iban',
      `You entered the IBAN of ${own.partyName}: somebody else must approve, or take that payment out of the run.`,
      'path.runId',
      { supplier: own.partyName, no: own.no },
    )
  );
};

const isPartlyPaid = ({ payments }: StoredRun): boolean => payments.some(({ state }) => state === 'paid');

/** What the bank has carried out of a run is paid: the others are taken out one by one. */
const refusalOfPartlyPaid = ({ payments }: StoredRun): Refusal | undefined => {
  const paid = payments.find(({ state }) => state === 'paid' || state === 'returned');
  return (
    paid &&
    refusal(
      'payment_run.partly_paid',
      `The bank has carried out payment ${paid.no} already: take the others out one by one.`,
      'path.runId',
      {
        no: paid.no,
      },
    )
  );
};

/** What the bank gives back of a run of transfers comes as a receipt of its own: the payment is reversed. */
const refusalOfTransfer = (run: StoredRun): Refusal | undefined =>
  runKind(run) === 'debit'
    ? undefined
    : refusal('payment_run.no_debits', 'Only direct debits are returned: of a transfer, reverse the payment.', 'path.runId');

function refusalOfApprover(run: StoredRun, { email, mayPayAlone }: Payer): Refusal | undefined {
  // Nobody robs a company by debiting its customers: whoever may decide alone may do this alone too.
  if (runKind(run) === 'debit') return mayPayAlone ? undefined : refusalOfOwnIban(run, email);
  const before = run.approvals.map(({ by }) => by);
  if (before.includes(email))
    return refusal(
      'payment_run.same_person',
      'You have approved this payment run already: somebody else must give the second approval.',
      'path.runId',
    );
  const all = [...before, email];
  // Of the two, one had no hand in the bills that are paid; whoever may pay alone may stand in for that.
  if (all.length === APPROVALS.transfer && !mayPayAlone && all.every((by) => run.makers.includes(by)))
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
  returnRunPayment: (run) =>
    refusalOfTransfer(run) ?? refusalOfState(run, ...(isPartlyPaid(run) ? (['sent', 'executed'] as const) : (['executed'] as const))),
  cancelPaymentRun: (run) => refusalOfState(run, 'proposed', 'approved', 'sent') ?? refusalOfPartlyPaid(run),
  getPaymentFile: (run) => refusalOfState(run, 'sent', 'executing', 'executed'),
} as const satisfies ActionRules<StoredRun & RunStanding>;

/**
 * Whether the accounts that a run pays to (or debits) are the parties' own: a changed IBAN is how companies are robbed.
 * @param ibanOf the account as it stands now. @param confirmed parties whose new account the approver has checked by another way.
 */
export function refusalOfIbans(
  run: StoredRun,
  ibanOf: (payment: RunPayment) => string | undefined,
  confirmed: readonly string[],
  today: IsoDate,
): Refusal | undefined {
  for (const payment of transfersOf(run)) {
    const { partyId, partyName, iban, ibanOn, no } = payment;
    if (ibanOf(payment) !== iban)
      return refusal(
        'payment_run.iban_differs',
        `${partyName} has another IBAN by now than this payment run: take payment ${no} out, and propose it again.`,
        'path.runId',
        { supplier: partyName, no },
      );
    if (ibanOn !== undefined && isRecentIban({ iban, ibanChangedOn: ibanOn }, today) && !confirmed.includes(partyId))
      return refusal(
        'payment_run.iban_recent',
        `The IBAN of ${partyName} was entered on ${ibanOn}: call them and confirm it, wait a day, or take payment ${no} out.`,
        'body.confirmed',
        { supplier: partyName, supplierId: partyId, date: ibanOn, no },
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

/** A debit is given back once, after it was collected and while the rulebooks allow it (13 months at most). */
export function refusalOfDebitReturn(run: StoredRun, payment: RunPayment | undefined, no: number, on: IsoDate): Refusal | undefined {
  if (payment?.state !== 'paid')
    return payment === undefined
      ? refusalOfRejection(undefined, no)
      : refusal('payment_run.payment_state', `Payment ${no} is ${payment.state} already.`, 'path.no', { no, state: payment.state });
  const earliest = payment.paidOn ?? run.executedOn ?? '';
  const latest = addMonthsTo(earliest, REFUND_MONTHS);
  return on < earliest || on > latest
    ? refusal('payment_run.return_day', `A debit of ${earliest} is returned from then to ${latest}.`, 'body.date', {
        date: on,
        earliest,
        latest,
      })
    : undefined;
}

/** The run with a debit that the bank gave back. */
export const withReturn = (run: StoredRun, no: number, returned: NonNullable<RunPayment['returned']>): StoredRun => ({
  ...run,
  payments: run.payments.map((payment) => (payment.no === no ? { ...payment, state: 'returned' as const, returned } : payment)),
});

/** What is collected must be with the bank in time. */
export function refusalOfLead(run: Pick<StoredRun, 'payments' | 'date'>, today: IsoDate): Refusal | undefined {
  const schemes = new Set(transfersOf(run).flatMap(({ mandate }) => mandate?.scheme ?? []));
  const next = [...schemes]
    .map((scheme) => earliestCollection(scheme, today))
    .toSorted()
    .at(-1);
  return next === undefined || run.date >= next
    ? undefined
    : refusal('debit_run.lead', `What is sent on ${today} is collected on ${next} at the earliest, not on ${run.date}.`, 'body.date', {
        date: run.date,
        next,
      });
}
