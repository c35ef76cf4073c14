import * as z from 'zod/mini';
import { BankAccountInput, BankAccountView, bankAccountActions, PatchBankAccount } from '#domain/finance/banking/bank-account.ts';
import { bankFileActions } from '#domain/finance/banking/bank-file.ts';
import { lineActions } from '#domain/finance/banking/bank-line.ts';
import { statementActions } from '#domain/finance/banking/bank-statement.ts';
import { AttachBillPaper } from '#domain/finance/banking/bill-paper.ts';
import { IgnoreBankLine, MatchBankLine, UnmatchBankLine } from '#domain/finance/banking/match-input.ts';
import {
  BankFileView,
  BankLineView,
  BankStatementView,
  CandidateView,
  CreateBankFile,
  ListBankAccounts,
  ListBankFiles,
  ListBankLines,
  ListBankStatements,
  ReadBankFileAgain,
  ReconciliationView,
} from '#domain/finance/banking/wire.ts';
import { BillView } from '#domain/finance/payables/wire.ts';
import { type ActionSpec, defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { AmountView } from '#kernel/money.ts';
import { pageOf } from '#kernel/page.ts';
import { MATCH_REFUSALS } from '../bank-matching.ts';
import { ruleTable, ruleWorkers } from '../bank-rules.ts';
import { withActions, withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

/** Reading the largest statement that is taken. */
const WHOLE_FILE_MB = 1024;

const workers = {
  onBankUpload: {
    file: 'on-bank-upload.event',
    summary: 'Starts reading each file uploaded below statements/',
    on: { queue: 'statements' },
    grants: ['records:write', 'starts:bank-statement'],
    timeoutSeconds: 30,
  },
  reconcileBankFiles: {
    file: 'reconcile-bank-files.event',
    summary: 'Restarts missing executions of statement files',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write', 'starts:bank-statement'],
    timeoutSeconds: 300,
  },
  eraseBankFiles: {
    file: 'erase-bank-files.event',
    summary: 'Deletes the original of a bank’s file once its last statement is deleted',
    on: { changes: ['bank-file'] },
    grants: ['records:read', 'statements:erase'],
    timeoutSeconds: 30,
  },
  finishBankDeletions: {
    file: 'finish-bank-deletions.event',
    summary: 'Ends deletions of statements that a crash interrupted',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write'],
    timeoutSeconds: 300,
  },
  takeBankStatements: {
    file: 'take-bank-statements.task',
    summary: 'Reads a bank’s file, proves its statements and takes their lines',
    grants: ['records:write', 'statements:read'],
    timeoutSeconds: 600,
    memoryMb: WHOLE_FILE_MB,
  },
  failBankFile: {
    file: 'fail-bank-file.task',
    summary: 'Takes back what there is of a statement file that cannot be read to its end',
    grants: ['records:write'],
    timeoutSeconds: 600,
  },
} as const satisfies Record<string, WorkerSpec>;

const AccountPath = z.strictObject({ bankAccountId: idWith('bka') });
const FilePath = z.strictObject({ fileId: idWith('bkf') });
const StatementPath = z.strictObject({ statementId: idWith('bst') });
const LinePath = z.strictObject({ lineId: idWith('bkl') });

const accounts = {
  createBankAccount: {
    route: 'POST /banking/accounts',
    summary: 'Enter an account that the company has at a bank',
    description:
      'By its IBAN statements find it. It stands on an account of the chart of its own: 572 or below it, or below 573 in a foreign currency.',
    permission: 'books.post',
    body: BankAccountInput,
    output: BankAccountView,
    errors: ['bank_account.twice', 'account.unknown', 'account.inactive', 'account.not_in_force', 'account.currency'],
    example: { body: { name: 'CaixaBank', iban: 'ES9121000418450200051332', account: '572' } },
  },
  patchBankAccount: {
    route: 'PATCH /banking/accounts/{bankAccountId}',
    summary: 'Change the name or the BIC of a bank account, or close it',
    permission: 'books.post',
    path: AccountPath,
    body: PatchBankAccount,
    output: BankAccountView,
    errors: ['bank-account.not_found'],
    example: { body: { name: 'CaixaBank, cuenta corriente' } },
  },
  listBankAccounts: {
    route: 'GET /banking/accounts',
    summary: 'List bank accounts, with what waits to be matched',
    permission: 'books.read',
    query: ListBankAccounts,
    output: pageOf(
      z.object({
        ...BankAccountView.shape,
        /** Lines that wait to be matched: at most 500 are counted. */
        openLines: z.int(),
        openAmount: AmountView,
        capped: z.boolean(),
      }),
    ),
  },
  getBankAccount: {
    route: 'GET /banking/accounts/{bankAccountId}',
    summary: 'Get a bank account',
    permission: 'books.read',
    path: AccountPath,
    output: withActions(BankAccountView, bankAccountActions),
    errors: ['bank-account.not_found'],
  },
  getBankReconciliation: {
    route: 'GET /banking/accounts/{bankAccountId}/reconciliation',
    summary: 'Compare bank and books of an account on a day',
    description:
      'The balance of the last statement up to the day, that of the books on the last day of it, and what explains the difference: lines that wait, and entries that no line tells of.',
    permission: 'books.read',
    path: AccountPath,
    query: z.strictObject({ date: z.optional(BusinessDate), consistent: z.optional(z.enum(['true', 'false'])) }),
    output: ReconciliationView,
    errors: ['bank-account.not_found', 'balances.behind'],
  },
} as const satisfies Record<string, ActionSpec>;

/** Why a file is refused: told by the file, once it was read. */
const FILE_FAULTS = [
  'statement.unreadable',
  'statement.unbalanced',
  'statement.unknown_account',
  'statement.other_account',
  'statement.no_account',
  'statement.currency',
  'statement.gone',
  'statement.too_large',
] as const;

const statements = {
  createBankFile: {
    route: 'POST /banking/files',
    summary: 'Send a file of a bank, with a link to upload it',
    description:
      'PUT the file to the link within a quarter of an hour; it is then read by itself: Norma 43, camt.052, .053 and .054, MT940, OFX and CSV. It is taken whole or refused whole, which the file then tells. What an earlier statement has brought is not brought again.',
    permission: 'books.post',
    profile: 'documents',
    body: CreateBankFile,
    output: z.object({
      ...BankFileView.shape,
      upload: z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string(), maxBytes: z.int() }),
    }),
    errors: ['bank-account.not_found', ...FILE_FAULTS],
    example: { body: { fileName: '2026-03.n43', bytes: 574 } },
  },
  listBankFiles: {
    route: 'GET /banking/files',
    summary: 'List files of banks, newest first',
    permission: 'books.read',
    query: ListBankFiles,
    output: pageOf(BankFileView),
  },
  getBankFile: {
    route: 'GET /banking/files/{fileId}',
    summary: 'Get a file of a bank: how far it is, its statements, or why it was refused',
    permission: 'books.read',
    path: FilePath,
    output: withActions(BankFileView, bankFileActions),
    errors: ['bank-file.not_found'],
  },
  readBankFileAgain: {
    route: 'POST /banking/files/{fileId}/reading',
    summary: 'Read a refused file once more, as of an account where it names none',
    description:
      'The original is kept: it is read by what is there by now, as an account that was entered since, or columns that were put right.',
    permission: 'books.post',
    path: FilePath,
    body: ReadBankFileAgain,
    output: withActions(BankFileView, bankFileActions),
    errors: ['bank-file.not_found', 'bank-account.not_found', 'bank_file.state'],
    example: { body: { bankAccountId: 'bka_01JDG8ZK5T7QWERTY2MNPQRSTV' } },
  },
  getBankFileOriginal: {
    route: 'GET /banking/files/{fileId}/original',
    summary: 'Get a link to the file as the bank made it',
    permission: 'books.read',
    profile: 'documents',
    path: FilePath,
    output: z.object({ fileName: z.string(), url: z.string(), expiresAt: z.string() }),
    errors: ['bank-file.not_found'],
  },
  listBankStatements: {
    route: 'GET /banking/statements',
    summary: 'List statements of banks by their last day, with gaps between them',
    permission: 'books.read',
    query: ListBankStatements,
    output: pageOf(BankStatementView),
  },
  getBankStatement: {
    route: 'GET /banking/statements/{statementId}',
    summary: 'Get a statement of a bank',
    permission: 'books.read',
    path: StatementPath,
    output: withActions(z.object({ ...BankStatementView.shape, openLines: z.int() }), statementActions),
    errors: ['bank-statement.not_found'],
  },
  deleteBankStatement: {
    route: 'DELETE /banking/statements/{statementId}',
    summary: 'Delete a statement with its lines and its file, where none of them is matched',
    permission: 'books.post',
    path: StatementPath,
    output: z.object({ id: z.string(), deleted: z.literal(true) }),
    errors: ['bank-statement.not_found', 'bank_statement.state', 'bank_statement.matched'],
  },
} as const satisfies Record<string, ActionSpec>;

const LineDetail = withFlow(BankLineView, lineActions);

const lines = {
  listBankLines: {
    route: 'GET /banking/lines',
    summary: 'List the lines of a bank account, oldest first',
    description: 'With `state=open`: the queue of those that wait to be matched.',
    permission: 'books.read',
    query: ListBankLines,
    output: pageOf(BankLineView),
    errors: ['bank-account.not_found'],
  },
  getBankLine: {
    route: 'GET /banking/lines/{lineId}',
    summary: 'Get a line with what it is matched with, and the entries of that',
    permission: 'books.read',
    path: LinePath,
    output: LineDetail,
    errors: ['bank-line.not_found'],
  },
  listLineCandidates: {
    route: 'GET /banking/lines/{lineId}/candidates',
    summary: 'List what a line might be, best first, with why',
    permission: 'books.read',
    path: LinePath,
    output: z.object({ items: z.array(CandidateView) }),
    errors: ['bank-line.not_found'],
  },
  matchBankLine: {
    route: 'POST /banking/lines/{lineId}/match',
    summary: 'Match a line: post what it is in the books, or tie it to what is there',
    description:
      'In one transaction: receipts with the invoices that they pay, payments with their bills, refunds, a run that the bank has carried out, a debit that it gave back, a bill that nobody has entered, and anything else by its account. All parts together are what is on the line. What each part posts needs the permission that it needs elsewhere.',
    permission: 'books.post',
    path: LinePath,
    body: MatchBankLine,
    output: LineDetail,
    dryRun: true,
    errors: MATCH_REFUSALS,
    example: {
      body: {
        parts: [
          {
            as: 'receipt',
            customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV',
            amount: { amount: '1210.00', currency: 'EUR' },
            allocations: [{ invoiceId: 'inv_F2026-000123', amount: { amount: '1210.00', currency: 'EUR' } }],
          },
        ],
      },
    },
  },
  unmatchBankLine: {
    route: 'POST /banking/lines/{lineId}/unmatch',
    summary: 'Undo the match of a line: what it posted is reversed, and nothing else',
    description:
      'Receipts, payments, refunds and entries that the match made are reversed by entries of their own; a run (or a payment of it) that it took for carried out waits for the bank again, and what it took for given back is there. What was in the books before stays as it is and is only tied no more; so is a run of more payments than one transaction takes. `undone` says which of each part.',
    permission: 'books.post',
    path: LinePath,
    body: UnmatchBankLine,
    output: LineDetail,
    dryRun: true,
    errors: [
      'bank-line.not_found',
      'bank_line.state',
      'bank_line.tied',
      'role.not_allowed',
      'receipt.refunded',
      'payment_run.state',
      'entry.reversed',
      'reversal.too_early',
      ...POSTING_REFUSALS,
    ],
    example: { body: {} },
  },
  ignoreBankLine: {
    route: 'POST /banking/lines/{lineId}/ignored',
    summary: 'Put a line aside: it is in the books by another way, or was told in error',
    permission: 'books.post',
    path: LinePath,
    body: IgnoreBankLine,
    output: LineDetail,
    errors: ['bank-line.not_found', 'bank_line.state', 'bank_line.being_matched'],
    example: { body: { reason: 'El banco lo anuló el mismo día' } },
  },
  reopenBankLine: {
    route: 'POST /banking/lines/{lineId}/reopening',
    summary: 'Let a line that was put aside wait again',
    permission: 'books.post',
    path: LinePath,
    output: LineDetail,
    errors: ['bank-line.not_found', 'bank_line.state'],
  },
  attachBillPaper: {
    route: 'POST /banking/bills/{billId}/paper',
    summary: "Attach the paper to a bill that a line of the bank has made: the bill gets the supplier's number and date",
    description:
      "What was posted stays; the register of received invoices shows the supplier's own number. The paper says the same amount and VAT as the bill: where it does not, undo the line's match and enter the paper.",
    permission: 'payables.write',
    path: z.object({ billId: idWith('bil') }),
    body: AttachBillPaper,
    output: BillView,
    dryRun: true,
    errors: [
      'supplier-bill.not_found',
      'intake-document.not_found',
      'bill_paper.bill',
      'bill_paper.supplier',
      'bill_paper.credit_note',
      'bill_paper.currency',
      'bill_paper.number',
      'bill_paper.date',
      'bill_paper.amount',
      'document.claimed',
      'document.not_to_enter',
      'bill.twice',
    ],
    example: { body: { documentId: 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV', reference: 'FV-2026-0412', date: '2026-11-30' } },
  },
} as const satisfies Record<string, ActionSpec>;

export const banking = defineModule(
  'finance/banking',
  { title: 'Banking', workers: { ...workers, ...ruleWorkers } },
  { ...accounts, ...statements, ...lines, ...ruleTable },
);
