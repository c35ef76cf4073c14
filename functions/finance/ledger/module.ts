import * as z from 'zod/mini';
import { ExportInput } from '#domain/finance/ledger/export-record.ts';
import { PERIOD_STATES } from '#domain/finance/ledger/gate.ts';
import { ManualEntryInput } from '#domain/finance/ledger/manual-entry.ts';
import { AccountCode, CreateAccount, PatchAccount } from '#domain/finance/ledger/own-account.ts';
import {
  AccountLedgerView,
  AccountView,
  ENTRY_SOURCES,
  EntryDetail,
  ExportView,
  PeriodView,
  TrialBalanceView,
} from '#domain/finance/ledger/wire.ts';
import { defineModule, EVERYBODY, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { anyOf, pageOf, pageQuery } from '#kernel/page.ts';

const KEEPERS = ['owner', 'accountant'] as const;
const AccountPath = z.strictObject({ code: AccountCode });
const EntryPath = z.strictObject({
  entryId: z.string().check(z.regex(/^je_[a-z]{3}_[0-9A-Za-z.-]{1,60}$/, 'must be an entry id such as je_inv_F2026-000001')),
});
const Year = z.string().check(z.regex(/^(19|20|21)\d{2}$/, 'must be a year such as 2026'));
const flag = z.optional(z.enum(['true', 'false']));
const POSTING = ['period.not_open', 'period.closed', 'period.locked'] as const;

const workers = {
  foldBalances: {
    file: 'fold-balances.event',
    summary: 'Folds each new entry into the balances, once',
    on: { stream: 'entries', batch: 100 },
    grants: ['records:add'],
    timeoutSeconds: 60,
  },
} as const satisfies Record<string, WorkerSpec>;

export const ledger = defineModule(
  'finance/ledger',
  { title: 'Books', workers },
  {
    listAccounts: {
      route: 'GET /accounts',
      summary: 'The chart of accounts: the Spanish PGC and the company’s own',
      roles: EVERYBODY,
      profile: 'queries',
      query: z.strictObject({ q: z.optional(z.string().check(z.maxLength(80))) }),
      output: z.object({ items: z.array(AccountView) }),
    },
    createAccount: {
      route: 'POST /accounts',
      summary: 'Add an account below one of the chart',
      description: 'It hangs below the longest code that it begins with. Its type is that account’s, unless another is given.',
      roles: KEEPERS,
      profile: 'commands',
      body: CreateAccount,
      output: AccountView,
      status: 201,
      errors: ['account.exists', 'account.no_parent', 'account.type'],
      example: { body: { code: '4300001', name: 'Clientes, grandes cuentas' } },
    },
    getAccount: {
      route: 'GET /accounts/{code}',
      summary: 'One account',
      roles: EVERYBODY,
      profile: 'queries',
      path: AccountPath,
      output: AccountView,
      errors: ['account.not_found'],
    },
    patchAccount: {
      route: 'PATCH /accounts/{code}',
      summary: 'Rename an own account, or close it to new entries',
      roles: KEEPERS,
      profile: 'commands',
      path: AccountPath,
      body: PatchAccount,
      output: AccountView,
      errors: ['account.not_found', 'account.of_chart'],
      example: { body: { active: false } },
    },
    getAccountLedger: {
      route: 'GET /accounts/{code}/ledger',
      summary: 'Every line of an account with its running balance',
      description:
        'Opening and closing are the balances at the ends of the range, the same on every page. `consistent=true` waits until every entry posted before the request is in it.',
      roles: EVERYBODY,
      profile: 'queries',
      path: AccountPath,
      query: z.strictObject({
        from: z.optional(BusinessDate),
        to: z.optional(BusinessDate),
        limit: pageQuery.limit,
        cursor: pageQuery.cursor,
        consistent: flag,
      }),
      output: AccountLedgerView,
      errors: ['account.not_found', 'cursor.invalid', 'range.backwards', 'balances.behind'],
    },
    openFiscalYear: {
      route: 'POST /fiscal-years',
      summary: 'Open a fiscal year with its twelve periods',
      roles: KEEPERS,
      profile: 'commands',
      body: z.strictObject({ year: Year }),
      output: z.object({ year: z.string(), periods: z.array(PeriodView) }),
      status: 201,
      errors: ['fiscal_year.exists'],
      example: { body: { year: '2027' } },
    },
    listPeriods: {
      route: 'GET /periods',
      summary: 'Periods and their locks',
      roles: EVERYBODY,
      profile: 'queries',
      query: z.strictObject({ year: z.optional(Year) }),
      output: z.object({ items: z.array(PeriodView) }),
    },
    setPeriod: {
      route: 'PUT /periods/{period}',
      summary: 'Close, reopen or lock a period',
      description:
        'Closed: only owner and accountant may still post. Locked: nobody, for good. Each posting checks the lock in its own transaction.',
      roles: KEEPERS,
      profile: 'commands',
      path: z.strictObject({ period: MonthText }),
      body: z.strictObject({ state: z.enum(PERIOD_STATES) }),
      output: PeriodView,
      errors: ['gate.not_found', 'period.locked'],
      example: { body: { state: 'closed' } },
    },
    postEntry: {
      route: 'POST /journal-entries',
      summary: 'Post a manual journal entry',
      roles: KEEPERS,
      profile: 'commands',
      body: ManualEntryInput,
      output: EntryDetail,
      status: 201,
      dryRun: true,
      errors: [
        'entry.side',
        'entry.unbalanced',
        'account.unknown',
        'account.inactive',
        'account.control',
        'account.not_in_force',
        ...POSTING,
      ],
      example: {
        body: {
          text: 'Alquiler de noviembre',
          lines: [
            { account: '621', debit: { amount: '850.00', currency: 'EUR' } },
            { account: '572', credit: { amount: '850.00', currency: 'EUR' } },
          ],
        },
      },
    },
    reverseEntry: {
      route: 'POST /journal-entries/{entryId}/reversal',
      summary: 'Reverse a manual entry, once',
      roles: KEEPERS,
      profile: 'commands',
      path: EntryPath,
      body: z.strictObject({ date: z.optional(BusinessDate), reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
      output: EntryDetail,
      status: 201,
      dryRun: true,
      errors: ['entry.not_found', 'entry.reversed', 'entry.is_reversal', 'entry.of_document', 'reversal.too_early', ...POSTING],
      example: { body: { reason: 'Contabilizado dos veces' } },
    },
    listEntries: {
      route: 'GET /journal-entries',
      summary: 'The journal: the entries of all documents by date',
      description:
        '`q` looks for words in the text and the document’s number. With a filter that the index does not know (`q`, `account`) a page looks at 2,000 entries at most; it may then be short, and its cursor goes on.',
      roles: EVERYBODY,
      profile: 'queries',
      query: z.strictObject({
        ...pageQuery,
        from: z.optional(BusinessDate),
        to: z.optional(BusinessDate),
        account: z.optional(AccountCode),
        /** Kinds of the documents that posted, with commas between. */
        source: z.optional(anyOf(ENTRY_SOURCES)),
        q: z.optional(z.string().check(z.maxLength(80))),
      }),
      output: pageOf(EntryDetail),
      errors: ['cursor.invalid'],
    },
    getEntry: {
      route: 'GET /journal-entries/{entryId}',
      summary: 'One entry and the document it comes from',
      roles: EVERYBODY,
      profile: 'queries',
      path: EntryPath,
      output: EntryDetail,
      errors: ['entry.not_found'],
    },
    getTrialBalance: {
      route: 'GET /trial-balance',
      summary: 'The trial balance as of any date',
      description:
        'Read from balances, which follow each posting within a second or so. `consistent=true` waits until every entry posted before the request is counted.',
      roles: EVERYBODY,
      profile: 'queries',
      query: z.strictObject({ date: z.optional(BusinessDate), from: z.optional(BusinessDate), consistent: flag }),
      output: TrialBalanceView,
      errors: ['balances.behind', 'range.backwards'],
    },
    createExport: {
      route: 'POST /exports',
      summary: 'Export the journal or the trial balance as a file',
      description:
        'A file of every entry (or balance) posted before the request. journal-hledger is a plain-text journal that `hledger check --strict` accepts. The link is good for 15 minutes.',
      roles: [...KEEPERS, 'auditor'],
      profile: 'documents',
      body: ExportInput,
      output: ExportView,
      status: 201,
      errors: ['range.backwards', 'range.ambiguous', 'balances.behind'],
      example: { body: { kind: 'journal-hledger' } },
    },
  },
);
