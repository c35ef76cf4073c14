import * as z from 'zod/mini';
import { addDays, addMonths, BusinessDate, type IsoDate, type Month, MonthText } from '#kernel/date.ts';
import { type ActionRules, denial, invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { type Minor, Money } from '#kernel/money.ts';
import { dated, numberOf, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { Entry, type EntryLine } from '../../finance/events.ts';
import { AT_BANK, type PayrollRun, type StoredPayRun } from './payroll-run.ts';
import { payRunActions } from './run-actions.ts';

/** What of pay the bank pays: to people, to who seizes of their pay, to the TGSS. */
export const PAY_PAYMENTS = ['wages', 'garnishments', 'contributions'] as const;
export const PAY_PAYMENT_STATES = ['proposed', 'paid', 'cancelled', 'reversed'] as const;
export type PayPaymentState = (typeof PAY_PAYMENT_STATES)[number];

/** Money that pay owes, as the bank has paid it: proposed by one person, posted by another. */
export const PayrollPayment = z.object({
  what: z.enum(PAY_PAYMENTS),
  state: z.enum(PAY_PAYMENT_STATES),
  month: z.string(),
  runIds: list(z.string()),
  /** Of the TGSS, where the company has told several. */
  contributionAccount: z.exactOptional(z.string()),
  /** The day on which the bank paid, and the last on which it should. */
  date: z.string(),
  dueDate: z.string(),
  /** The bank account in the books. */
  account: z.string(),
  /** What leaves; of contributions less what was paid for the TGSS. Cents. */
  amount: z.int(),
  delegated: z.int(),
  /** How much of it lines of the bank tell of: cents. */
  told: z.exactOptional(z.int()),
  proposedBy: z.string(),
  approvedBy: z.exactOptional(z.string()),
  cancelled: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  entry: z.exactOptional(Entry),
  /** What took it back: the entry that stands against its own. */
  reversal: z.exactOptional(z.object({ id: z.string(), date: z.string(), reason: z.string() })),
});
export type PayrollPayment = Readonly<z.output<typeof PayrollPayment>>;
export type StoredPayrollPayment = Stored<PayrollPayment>;

/** What no line of the bank tells of yet, cents. */
export const leftAtBank = ({ amount, told = 0 }: Pick<PayrollPayment, 'amount' | 'told'>): Minor => amount - told;

export const PayrollPayments = recordType<PayrollPayment, PayPaymentState>({
  kind: 'payroll-payment',
  prefix: 'ppy',
  letter: 'PN',
  data: PayrollPayment,
  history: 'all',
  list: dated({ date: ({ date }) => date, words: ({ month }) => [month] }),
  open: (payment, id) => {
    const queue = payment.state === 'proposed' ? 'approve' : payment.state === 'paid' && leftAtBank(payment) > 0 ? AT_BANK : undefined;
    return queue ? { queue, sort: `${payment.date}#${id}` } : undefined;
  },
  lifecycle: { of: ({ state }) => state, next: { proposed: ['paid', 'cancelled'], paid: ['reversed'] } },
  state: ({ state }) => state,
  tones: { proposed: 'warn', paid: 'good', cancelled: 'plain', reversed: 'plain' },
  summary: ({ month, date, amount }) => ({ subtitle: [month], date, amount }),
  related: ({ runIds }) => runIds,
  posts: { undo: 'Reverse the payment.', links: ({ reversal }) => ({ reversedBy: reversal?.id, reason: reversal?.reason }) },
  screen: '/payroll/payments',
  icon: 'cash',
  read: 'payroll.read',
});

/** A payment as whoever asks sees it, and the line of the bank that tells of it. */
export interface PayPaymentStanding {
  readonly asker?: string;
  readonly line?: { readonly id: string; readonly number: string; readonly date: IsoDate };
}

const needsState =
  (wanted: PayPaymentState) =>
  ({ state }: StoredPayrollPayment): Refusal | undefined =>
    state === wanted
      ? undefined
      : refusal('payroll_payment.state', `The payment is ${state}: that can be done with one that is ${wanted}.`, 'path.paymentId', {
          state,
        });
const refusalOfState = needsState('proposed');

/** Why a payment takes an action now or not: nobody posts what they proposed. */
export const payPaymentActions = {
  approvePayrollPayment: (payment) =>
    refusalOfState(payment) ??
    (payment.asker === payment.proposedBy
      ? denial('payroll_payment.own', 'You proposed this payment: somebody else must approve it.', 'path.paymentId')
      : undefined),
  cancelPayrollPayment: refusalOfState,
  reversePayrollPayment: (payment) =>
    needsState('paid')(payment) ??
    (payment.line &&
      refusal(
        'payroll_payment.told',
        `The line ${payment.line.number} of the bank of ${payment.line.date} is matched with this payment: undo that match first.`,
        'path.paymentId',
        { line: payment.line.id, date: payment.line.date },
      )),
} as const satisfies ActionRules<StoredPayrollPayment & PayPaymentStanding>;

export const PayrollPaymentInput = z.strictObject({
  what: z.enum(PAY_PAYMENTS),
  /** Of wages and garnishments: the pay run. */
  runId: z.optional(idWith('pyn')),
  /** Of contributions: the month that they are of, and the account where there are several. */
  month: z.optional(MonthText),
  contributionAccount: z.optional(z.string().check(z.regex(/^\d{11}(\d{4})?$/, 'must be a contribution account of 11 or 15 digits'))),
  /** The day on which the bank paid. Absent: today. */
  date: z.optional(BusinessDate),
  account: z._default(z.string().check(z.regex(/^572\d{0,9}$/, 'must be a bank account of the chart: 572 or below it')), '572'),
});
export type PayrollPaymentInput = z.output<typeof PayrollPaymentInput>;

/** Contributions are paid by the last day of the next month (RD 1415/2004 art. 56). */
export const contributionsDue = (month: Month): IsoDate => addDays(`${addMonths(month, 2)}-01`, -1);

type Claim = Pick<PayrollPayment, 'amount' | 'delegated'>;

/** What runs owe that is not proposed or paid yet. @throws DomainError `payroll_payment.nothing`, `payroll_payment.twice` (422). */
export function claimOf(
  runs: readonly Pick<StoredPayRun, 'id' | 'totals' | 'accounts' | 'payments'>[],
  { what, contributionAccount }: Pick<PayrollPaymentInput, 'what' | 'contributionAccount'>,
  field: string,
): Claim & { readonly runIds: readonly string[] } {
  const isClaimed = ({ payments = [] }: (typeof runs)[number]) =>
    payments.find((each) => each.what === what && each.account === contributionAccount);
  const free = runs.filter((run) => !isClaimed(run));
  const ofAccounts = free.flatMap(({ accounts = [] }) => accounts.filter(({ account }) => account === contributionAccount));
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
  const delegated = what === 'contributions' ? sum(ofAccounts.map((each) => each.delegated)) : 0;
  const owed = {
    wages: () => sum(free.map(({ totals }) => totals.payable)),
    garnishments: () => sum(free.map(({ totals }) => totals.garnished)),
    contributions: () => sum(ofAccounts.map(({ worker, company }) => worker + company)) - delegated,
  }[what]();
  const claimed = runs.map(isClaimed).find((each) => each !== undefined);
  if (free.length === 0 && claimed)
    throw refused(
      'payroll_payment.twice',
      `Payment ${numberOf(PayrollPayments, claimed.id)} is of these already: cancel it where it is wrong.`,
      field,
      { payment: claimed.id },
    );
  if (owed === 0) throw refused('payroll_payment.nothing', 'Nothing is owed of that: choose another month, run or account.', field);
  return { amount: owed, delegated, runIds: free.map(({ id }) => id) };
}

/** A pay run whose wages are free again of a payment. */
export const freedOfPayment = (run: StoredPayRun, paymentId: string): PayrollRun => ({
  ...run,
  payments: (run.payments ?? []).filter(({ id }) => id !== paymentId),
});

/** What a payment posts: what was owed (465; 476 less 471) goes, and the bank with it. */
export function paymentLines({ what, amount, delegated, account }: Pick<PayrollPayment, 'what' | 'amount' | 'delegated' | 'account'>) {
  const lines: EntryLine[] =
    what === 'contributions'
      ? [
          { account: '476', amount: amount + delegated },
          { account: '471', amount: -delegated },
        ]
      : [{ account: '465', amount }];
  return [...lines, { account, amount: -amount }].filter((line) => line.amount !== 0);
}

/** Why a line of the bank is not matched with a payment: nobody posts what they proposed. */
export const refusalOfMatch = (payment: StoredPayrollPayment, asker: string, field: string): Refusal | undefined => {
  const why = payment.state === 'paid' ? undefined : payPaymentActions.approvePayrollPayment({ ...payment, asker });
  return why && { ...why, field };
};

/**
 * The payment of a run's wages that a line of the bank tells of before anybody has proposed it: the run itself was approved by two.
 * @throws DomainError `payroll_run.state`, `payroll_payment.nothing`, `payroll_payment.twice` (422).
 */
export function paidByBank(run: StoredPayRun, by: string, field: string): Omit<PayrollPayment, 'entry'> {
  const { month, payDate, account } = run;
  throwIf(payRunActions.getSalaryFile(run));
  return {
    ...{ what: 'wages', state: 'proposed', month, date: payDate, dueDate: payDate, account, proposedBy: by },
    ...claimOf([run], { what: 'wages', contributionAccount: undefined }, field),
  };
}

export const PAYMENT_TEXTS = {
  wages: 'Pago de nóminas',
  garnishments: 'Pago de embargos',
  contributions: 'Pago de seguros sociales',
} as const;

export const PayrollPaymentView = z.object({
  id: z.string(),
  number: z.string(),
  what: z.enum(PAY_PAYMENTS),
  state: z.enum(PAY_PAYMENT_STATES),
  month: z.string(),
  runIds: z.array(z.string()),
  contributionAccount: z.optional(z.string()),
  date: z.string(),
  dueDate: z.string(),
  account: z.string(),
  amount: Money,
  delegated: Money,
  proposedBy: z.string(),
  approvedBy: z.optional(z.string()),
  cancelled: z.optional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  reversal: z.optional(z.object({ id: z.string(), date: z.string(), reason: z.string() })),
  ...stampFields,
});
export const PayrollPaymentRow = z.omit(PayrollPaymentView, { runIds: true });
export const payrollPaymentView = (payment: StoredPayrollPayment) => {
  const { history: _, entry: __, told: ___, ...rest } = stamped(payment);
  return { ...rest, number: numberOf(PayrollPayments, payment.id), runIds: [...payment.runIds] };
};

/** @throws DomainError `payroll_payment.date` (400) of a day that is to come. */
export function requirePast(date: IsoDate, today: IsoDate): void {
  if (date > today)
    throw invalid('payroll_payment.date', `The bank has not paid on ${date} yet: enter the payment from that day on.`, 'body.date', {
      date,
    });
}
