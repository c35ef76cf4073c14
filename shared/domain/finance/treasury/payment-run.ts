import * as z from 'zod/mini';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { MandateUse, RETURN_CODES } from './mandate.ts';

/** A bill (or invoice) or credit note in a run, with as much of it as the run pays or uses. */
export const RunItem = z.object({ id: z.string(), reference: z.string(), amount: z.int() });
export type RunItem = Readonly<z.output<typeof RunItem>>;

/** Money that leaves by transfers, or that comes in by direct debits. */
export const RUN_KINDS = ['transfer', 'debit'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

export const RUN_PAYMENT_STATES = ['open', 'rejected', 'paid', 'returned'] as const;

/** How the bank gave the money of a debit, or of a transfer that did not arrive, back. */
export const ReturnedDebit = z.object({
  by: z.string(),
  on: z.string(),
  code: z.enum(RETURN_CODES),
  reversalId: z.string(),
  /** The draft of an invoice by which the customer is charged the bank's fee. */
  draftId: z.exactOptional(z.string()),
});

/** One transfer or debit of a run: what one supplier (or customer) is owed (or owes), less its credit notes. */
export const RunPayment = z.object({
  /** 1, 2, 3… in the run. */
  no: z.int(),
  partyId: z.string(),
  partyName: z.string(),
  /** Where it goes (or comes from), as it stood when the run was proposed; and who entered that, when. */
  iban: z.string(),
  ibanBy: z.exactOptional(z.string()),
  ibanOn: z.exactOptional(z.string()),
  /** Supplier bills; of a debit, invoices. */
  charges: list(RunItem),
  credits: list(RunItem),
  /** Σ charges − Σ credits, above zero. */
  amount: z.int(),
  /** Of its bills tax is withheld, as they are paid: settling them changes the sum of their recipient. */
  withholds: z.exactOptional(z.literal(true)),
  state: z.enum(RUN_PAYMENT_STATES),
  rejection: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  /** The payment (or receipt) that it became in the books. */
  paymentId: z.exactOptional(z.string()),
  /** The day on which the bank carried it out, where it told of it by itself. */
  paidOn: z.exactOptional(z.string()),
  /** How often it was taken for carried out, and that undone: what it becomes in the books has another id each time. */
  again: z.exactOptional(z.int()),
  /** What the bank is told of the mandate that a debit rests on. */
  mandate: z.exactOptional(MandateUse),
  /** The bank gave the money back. */
  returned: z.exactOptional(ReturnedDebit),
});
export type RunPayment = Readonly<z.output<typeof RunPayment>>;

export const LEFT_OUT = [
  'no_iban',
  'covered_by_credits',
  'no_room',
  'foreign_currency',
  'no_mandate',
  'mandate_in_run',
  'disputed',
] as const;
/** What was due and is not in the run, by supplier (or customer), and why. */
export const LeftOut = z.object({ partyId: z.string(), partyName: z.string(), why: z.enum(LEFT_OUT), amount: z.int() });
export type LeftOut = Readonly<z.output<typeof LeftOut>>;

/** Versions of the file (ISO 20022): banks in Spain take either; .03 is the one that most have taken so far. */
export const PAIN_VERSIONS = ['pain.001.001.09', 'pain.001.001.03'] as const;

/** The same for direct debits. */
export const DEBIT_VERSIONS = ['pain.008.001.08', 'pain.008.001.02'] as const;

export const RUN_STATES = ['proposing', 'proposed', 'approved', 'sent', 'executing', 'executed', 'cancelling', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/**
 * Payments to suppliers that leave together, or debits of customers: proposed, approved, told to the bank by a file, posted once it
 * says so.
 */
export const PaymentRun = z.object({
  /** Absent: `transfer`. */
  kind: z.exactOptional(z.enum(RUN_KINDS)),
  state: z.enum(RUN_STATES),
  proposedOn: z.string(),
  /** The day on which the bank is asked to pay, or to collect. */
  date: z.string(),
  /** The day that was asked for, where banks settle nothing on that: `date` is the next on which they do. */
  askedDate: z.exactOptional(z.string()),
  /** Bills due up to this day; absent where they were named. */
  until: z.exactOptional(z.string()),
  /** The bank account in the books, 572 or below it, and its IBAN. */
  account: z.string(),
  iban: z.string(),
  version: z.enum([...PAIN_VERSIONS, ...DEBIT_VERSIONS]),
  payments: list(RunPayment),
  leftOut: list(LeftOut),
  /** Who entered or approved the bills: of the two who approve the run, one is not among them. */
  makers: list(z.string()),
  approvals: list(z.object({ by: z.string(), on: z.string(), at: z.string(), confirmed: z.exactOptional(list(z.string())) })),
  file: z.exactOptional(z.object({ key: z.string(), fileName: z.string(), bytes: z.int() })),
  executedOn: z.exactOptional(z.string()),
  cancelled: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
});
export type PaymentRun = Readonly<z.output<typeof PaymentRun>>;
export type StoredRun = Stored<PaymentRun>;

/** What waits for its second or first approval; for the file; for the bank. */
export const QUEUES: Readonly<Partial<Record<RunState, string>>> = {
  proposing: UNDER_WAY,
  proposed: 'approve',
  approved: 'send',
  sent: 'execute',
  executing: UNDER_WAY,
  cancelling: UNDER_WAY,
};

export const runKind = ({ kind = 'transfer' }: Pick<PaymentRun, 'kind'>): RunKind => kind;

/** The transfers (or debits) that are, or will be, paid. */
export const transfersOf = ({ payments }: Pick<PaymentRun, 'payments'>): readonly RunPayment[] =>
  payments.filter(({ state }) => state !== 'rejected');
export const runTotal = (run: Pick<PaymentRun, 'payments'>): number => transfersOf(run).reduce((sum, { amount }) => sum + amount, 0);

/** The payments that the bank has still to carry out. */
export const openPayments = ({ payments }: Pick<PaymentRun, 'payments'>): readonly RunPayment[] =>
  payments.filter(({ state }) => state === 'open');
/** What one movement of the bank tells of a run as a whole: what it did not tell of payment by payment. */
export const toldTogether = ({ payments }: Pick<PaymentRun, 'payments'>): readonly RunPayment[] =>
  payments.filter(({ state, paidOn }) => state !== 'rejected' && paidOn === undefined);
export const sumOfPayments = (payments: readonly RunPayment[]): number => payments.reduce((sum, { amount }) => sum + amount, 0);

export const PaymentRuns = recordType<PaymentRun, RunState>({
  kind: 'payment-run',
  prefix: 'pyr',
  letter: 'RM',
  data: PaymentRun,
  short: {
    partyId: 'K',
    partyName: 'U',
    reference: 'F',
    amount: 'a',
    state: 's',
    charges: 'b',
    credits: 'c',
    iban: 'i',
    ibanBy: 'y',
    ibanOn: 'o',
    paymentId: 'p',
  },
  history: 'all',
  list: dated({ date: (r) => r.date }),
  open: (r, id) => {
    const queue = QUEUES[r.state];
    // The forecast counts invoices by themselves, whether they are debited or not: it takes nothing of a debit.
    const amount = runKind(r) === 'debit' ? {} : { amount: sumOfPayments(openPayments(r)) };
    return queue ? { queue, sort: `${r.date}#${id}`, ...amount } : undefined;
  },
  lifecycle: {
    of: (r) => r.state,
    next: {
      proposing: ['proposed', 'cancelling'],
      proposed: ['approved', 'cancelling', 'cancelled'],
      approved: ['sent', 'cancelling', 'cancelled'],
      sent: ['executing', 'executed', 'cancelling', 'cancelled'],
      executing: ['executed'],
      // A match that took it for carried out was undone.
      executed: ['sent'],
      cancelling: ['cancelled'],
    },
  },
  state: (r) => r.state,
  tones: {
    proposing: 'calm',
    proposed: 'warn',
    approved: 'calm',
    sent: 'warn',
    executing: 'calm',
    executed: 'good',
    cancelling: 'calm',
    cancelled: 'plain',
  },
  related: (r) =>
    r.payments.flatMap(({ paymentId, mandate, returned }) => [paymentId, mandate?.id, returned?.reversalId, returned?.draftId]),
  summary: (r) => ({ subtitle: [r.iban], date: r.date, amount: runTotal(r) }),
  screen: '/treasury/payment-runs',
  icon: 'cash',
  read: 'payables.read',
});

/** Says that a batch of a run's bills is reserved: it comes and goes with them. */
export const PaymentRunBatches = recordType<{ readonly runId: string }>({
  kind: 'payment-run-batch',
  prefix: 'prb',
  data: z.object({ runId: z.string() }),
  history: 'ends',
  screen: { none: 'It only says which bills of a run are reserved already.' },
  read: 'payables.read',
});
export const runBatchId = (runId: string, no: number): string => `prb_${runId.slice(4)}.${no}`;
