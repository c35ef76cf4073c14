import * as z from 'zod/mini';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { ContributionSum, PayAmounts } from './payroll-portion.ts';

/** Pay of a month; or what months that were paid ought to have been beyond that. */
export const PAY_RUN_KINDS = ['regular', 'correction'] as const;
export const PAY_RUN_STATES = ['calculating', 'proposed', 'approved', 'posted', 'cancelling', 'cancelled'] as const;
export type PayRunState = (typeof PAY_RUN_STATES)[number];

/** The same versions of the file as payments to suppliers have. */
export const SALARY_FILE_VERSIONS = ['pain.001.001.09', 'pain.001.001.03'] as const;

/** Pay of many people of one month: worked out, approved by two people, posted, and told to the bank. */
export const PayrollRun = z.object({
  kind: z.enum(PAY_RUN_KINDS),
  state: z.enum(PAY_RUN_STATES),
  month: z.string(),
  /** Of its entries. */
  date: z.string(),
  /** The day on which the bank is asked to pay. */
  payDate: z.string(),
  /** The bank account in the books, and its IBAN. */
  account: z.string(),
  iban: z.string(),
  /** Who employs, as it stood. */
  employer: z.exactOptional(z.object({ name: z.string(), taxId: z.string(), address: z.string() })),
  version: z.enum(SALARY_FILE_VERSIONS),
  /** Those who were named; absent: all who work in the month and are not paid for it yet. */
  employeeIds: z.exactOptional(list(z.string())),
  /** How many portions its people are in; absent until its inputs are frozen. */
  portions: z.exactOptional(z.int()),
  /** Who are paid by it. */
  people: z.int(),
  /** Who could not be worked out: it is not approved before that is settled. */
  refused: z.int(),
  totals: PayAmounts,
  /** Of the month before, of the same people. */
  before: z.object({ gross: z.int(), net: z.int(), cost: z.int() }),
  contributions: list(ContributionSum),
  /** What each contribution account owes, and what was paid for the TGSS by it. */
  accounts: z.exactOptional(
    list(z.object({ account: z.exactOptional(z.string()), worker: z.int(), company: z.int(), delegated: z.int() })),
  ),
  /** Payments of it that are proposed or made. */
  payments: z.exactOptional(
    list(z.object({ id: z.string(), what: z.enum(['wages', 'garnishments', 'contributions']), account: z.exactOptional(z.string()) })),
  ),
  /** Whoever proposed it or worked somebody out again. */
  makers: list(z.string()),
  approvals: list(z.object({ by: z.string(), on: z.string(), at: z.string() })),
  file: z.exactOptional(z.object({ key: z.string(), fileName: z.string(), bytes: z.int(), count: z.int() })),
  postedOn: z.exactOptional(z.string()),
  cancelled: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
});
export type PayrollRun = Readonly<z.output<typeof PayrollRun>>;
export type StoredPayRun = Stored<PayrollRun>;

/** The queue of what the bank was told to pay and no line of it tells of yet. */
export const AT_BANK = 'execute';
/** Wages of a posted run that nobody has proposed or told to be paid. */
const isUnpaid = ({ state, totals, payments = [] }: PayrollRun): boolean =>
  state === 'posted' && totals.payable > 0 && !payments.some(({ what }) => what === 'wages');

const QUEUES: Readonly<Partial<Record<PayRunState, string>>> = {
  calculating: UNDER_WAY,
  proposed: 'approve',
  approved: UNDER_WAY,
  cancelling: UNDER_WAY,
};

export const PayrollRuns = recordType<PayrollRun, PayRunState>({
  kind: 'payroll-run',
  prefix: 'pyn',
  letter: 'NO',
  data: PayrollRun,
  history: 'all',
  list: dated({ date: ({ date }) => date, words: ({ month }) => [month] }),
  open: (run, id) => {
    if (isUnpaid(run)) return { queue: AT_BANK, sort: `${run.payDate}#${id}` };
    const queue = QUEUES[run.state];
    return queue ? { queue, sort: `${run.date}#${id}` } : undefined;
  },
  lifecycle: {
    of: ({ state }) => state,
    next: {
      calculating: ['proposed'],
      proposed: ['approved', 'cancelling'],
      approved: ['posted'],
      cancelling: ['cancelled'],
    },
  },
  state: ({ state }) => state,
  tones: { calculating: 'calm', proposed: 'warn', approved: 'calm', posted: 'good', cancelling: 'calm', cancelled: 'plain' },
  summary: ({ month, payDate }) => ({ subtitle: [month], date: payDate }),
  screen: '/payroll/runs',
  icon: 'cash',
  read: 'payroll.read',
});
