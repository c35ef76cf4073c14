import * as z from 'zod/mini';
import { entryActions } from '#domain/finance/ledger/entry-actions.ts';
import { ExportInput } from '#domain/finance/ledger/export-record.ts';
import { LANES, SetLane } from '#domain/finance/ledger/lanes.ts';
import { ManualEntryInput } from '#domain/finance/ledger/manual-entry.ts';
import { OpeningInput } from '#domain/finance/ledger/opening-balances.ts';
import { AccountCode, CreateAccount, PatchAccount } from '#domain/finance/ledger/own-account.ts';
import { PERIOD_STATES, periodActions } from '#domain/finance/ledger/period-sequence.ts';
import {
  AccountLedgerView,
  AccountView,
  EntryDetail,
  ExportView,
  OpeningDetail,
  PeriodView,
  SetPeriodView,
  TrialBalanceView,
} from '#domain/finance/ledger/wire.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import { FiscalYearView } from '#domain/platform/company/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate, Instant, MonthText } from '#kernel/date.ts';
import { FISCAL_YEAR } from '#kernel/fiscal-year.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from '../flow.ts';
import { KNOWN_REFUSALS, PERIOD_REFUSALS } from '../posting.ts';

const AccountPath = z.strictObject({ code: AccountCode });
const EntryPath = z.strictObject({
  entryId: z.string().check(z.regex(/^je_[a-z]{3}_[0-9A-Za-z.-]{1,60}$/, 'must be an entry id such as je_inv_F2026-000001')),
});
const Year = z.string().check(z.regex(/^(19|20|21)\d{2}$/, 'must be a year such as 2026'));
const FiscalYearDetail = z.extend(FiscalYearView, { periods: z.array(PeriodView) });
const flag = z.optional(z.enum(['true', 'false']));

const workers = {
  projectBalances: {
    file: 'project-balances.event',
    summary: 'Adds each new entry to the balances, once',
    on: { stream: 'entries', batch: 100 },
    grants: ['records:add'],
    timeoutSeconds: 60,
  },
  finishOpenings: {
    file: 'finish-openings.event',
    summary: 'Undoes what an opening of books was at when it was cut off',
    on: { schedule: 'rate(15 minutes)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  writeExport: {
    file: 'write-export.event',
    summary: 'Makes the files of exports that are too long for their requests',
    on: { changes: ['export'] },
    grants: ['records:write', 'reports:write'],
    timeoutSeconds: 900,
    memoryMb: 2048,
  },
} as const satisfies Record<string, WorkerSpec>;

export const ledger = defineModule(
  'finance/ledger',
  { title: 'Books', workers },
  {
    listAccounts: {
      route: 'GET /accounts',
      summary: 'List the chart of accounts: the Spanish PGC and the company’s own',
      permission: 'books.chart',
      query: z.strictObject({ q: searchWords }),
      output: z.object({ items: z.array(AccountView) }),
    },
    createAccount: {
      route: 'POST /accounts',
      summary: 'Create an account below one of the chart',
      description: 'Its parent is the account with the longest code that it begins with; its type is that of the parent unless given.',
      permission: 'books.accounts',
      body: CreateAccount,
      output: AccountView,
      errors: ['account.exists', 'account.no_parent', 'account.type', 'account.currency'],
      example: { body: { code: '4300001', name: 'Clientes, grandes cuentas' } },
    },
    getAccount: {
      route: 'GET /accounts/{code}',
      summary: 'Get an account',
      permission: 'books.chart',
      path: AccountPath,
      output: AccountView,
      errors: ['account.not_found'],
    },
    patchAccount: {
      route: 'PATCH /accounts/{code}',
      summary: 'Rename an account of the company, or close it to new entries',
      permission: 'books.accounts',
      path: AccountPath,
      body: PatchAccount,
      output: AccountView,
      errors: ['account.not_found', 'account.of_chart'],
      example: { body: { active: false } },
    },
    getAccountLedger: {
      route: 'GET /accounts/{code}/ledger',
      summary: 'List the lines of an account with the running balance',
      description:
        'Opening and closing are the balances at the ends of the range, the same on every page. `consistent=true` waits until every entry posted before the request is in it.',
      permission: 'books.read',
      path: AccountPath,
      query: z.strictObject({
        from: z.optional(BusinessDate),
        to: z.optional(BusinessDate),
        limit: pageQuery.limit,
        cursor: pageQuery.cursor,
        consistent: flag,
      }),
      output: AccountLedgerView,
      errors: ['account.not_found', 'range.backwards', 'balances.behind'],
    },
    openFiscalYear: {
      route: 'POST /fiscal-years',
      summary: 'Open a fiscal year with its periods',
      description:
        'A calendar year by `year`; or by `to`, its last month, what follows on the last fiscal year, of up to 18 months. A fiscal year that ends with December is called by its year, any other by its last month.',
      permission: 'books.close',
      body: z.strictObject({ year: z.optional(Year), to: z.optional(MonthText) }),
      output: FiscalYearDetail,
      errors: ['fiscal_year.exists', 'fiscal_year.which', 'fiscal_year.too_long', 'range.backwards'],
      example: { body: { year: '2027' } },
    },
    changeFiscalYear: {
      route: 'PATCH /fiscal-years/{year}',
      summary: 'Begin or end a fiscal year with another month',
      description:
        'The last one may end with another month, and the first one begin with another, as long as it was never closed. What was posted in months that it leaves is of the fiscal year that is opened next.',
      permission: 'books.close',
      path: z.strictObject({
        year: z.string().check(z.regex(FISCAL_YEAR, 'must be a fiscal year such as 2026, or 2026-06 where it ends with June')),
      }),
      body: z.strictObject({ from: z.optional(MonthText), to: z.optional(MonthText) }),
      output: FiscalYearDetail,
      errors: [
        'fiscal_year.not_found',
        'fiscal_year.was_closed',
        'fiscal_year.opened',
        'fiscal_year.has_entries',
        'fiscal_year.not_first',
        'fiscal_year.not_last',
        'fiscal_year.too_long',
        'fiscal_year.too_far',
        'range.backwards',
      ],
      example: { body: { to: '2026-06' } },
    },
    listPeriods: {
      route: 'GET /periods',
      summary: 'List accounting periods with their state',
      permission: 'books.chart',
      query: z.strictObject({ year: z.optional(Year) }),
      output: z.object({ items: z.array(withActions(PeriodView, periodActions)) }),
    },
    setPeriod: {
      route: 'PUT /periods/{period}',
      summary: 'Close, reopen or lock a period',
      description:
        'Closed: only those who may adjust the books can still post. Locked: nobody can, and it is final; so months are locked in their order, once they are over. Each posting checks the state in its own transaction. A dry run tells what is unfinished in the month.',
      permission: 'books.close',
      path: z.strictObject({ period: MonthText }),
      body: z.strictObject({ state: z.enum(PERIOD_STATES) }),
      output: SetPeriodView,
      dryRun: true,
      errors: ['period.not_found', 'period.locked', 'period.not_over', 'period.out_of_order'],
      example: { body: { state: 'closed' } },
    },
    setPeriodLane: {
      route: 'PUT /periods/{period}/lanes/{lane}',
      summary: 'Close, shut or open again a part of a month: sales, purchasing, stock, payroll, general',
      description:
        'An entry is of the parts whose accounts it moves. Closed: only those who may adjust the books can still post in it. Shut: nobody can. What is opened again is so with a reason and until a day, and is then as it was by itself.',
      permission: 'books.close',
      path: z.strictObject({ period: MonthText, lane: z.enum(LANES) }),
      body: SetLane,
      output: PeriodView,
      dryRun: true,
      errors: ['period.not_found', 'period.locked', 'period.lane_reason', 'period.lane_days'],
      example: { body: { state: 'shut' } },
    },
    postEntry: {
      route: 'POST /journal-entries',
      summary: 'Post a manual journal entry',
      description:
        'With `reverseOn` it is an accrual: the entry that takes it back on that day is posted with it, and each names the other.',
      permission: 'books.post',
      body: ManualEntryInput,
      output: EntryDetail,
      dryRun: true,
      errors: [
        'entry.side',
        'entry.unbalanced',
        'accrual.same_month',
        'account.currency',
        'account.unknown',
        'account.inactive',
        'account.control',
        'account.not_in_force',
        'dimension.value',
        ...PERIOD_REFUSALS,
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
    openBooks: {
      route: 'POST /journal-entries/opening',
      summary: 'Open the books with the balances of another program, from a CSV',
      description:
        'One entry on the first day of the first fiscal year, once; it is undone by reversing it. The first line names the columns (cuenta, debe, haber and nombre, or account, debit, credit and name), separated by semicolons, commas or tabs; decimals with a comma or a point, the same in all of the file. Codes padded with zeros mean the account of the chart: 57200000 is 572. Nothing is posted while a row has a fault: `opening.faulty` names each by line and field in `faults`. What stock is worth is written to 5550, from where counting it in takes it. What customers and suppliers owe comes as open documents in `items` (cuenta, nif, nombre, factura, fecha, vencimiento, importe): each becomes an invoice or bill without entry, lines or tax of its own, and those of 430, 400 and 410 come to the balance of the account (a code such as 43000012 means 430); a negative amount is a credit. Customers and suppliers are found by tax id; with `createMissing`, those that are missing are created. Faults of these rows are `opening.items_faulty`. Without `items`, write what is owed to a subaccount. Reversing the entry takes the documents back, as long as none was paid, used or credited.',
      permission: 'books.post',
      body: OpeningInput,
      output: OpeningDetail,
      dryRun: true,
      errors: [
        'fiscal_year.not_found',
        'opening.not_first',
        'opening.exists',
        'opening.unreadable',
        'opening.columns',
        'opening.too_long',
        'opening.faulty',
        'opening.empty',
        'opening.unbalanced',
        'opening.items_faulty',
        'opening.items_differ',
        'opening.under_way',
        'operation.rolled_back',
        ...PERIOD_REFUSALS,
      ],
      example: { body: { year: '2026', csv: 'cuenta;debe;haber\n572;3000,00;\n100;;3000,00\n' } },
    },
    reverseEntry: {
      route: 'POST /journal-entries/{entryId}/reversal',
      summary: 'Reverse a manual journal entry',
      permission: 'books.post',
      path: EntryPath,
      body: z.strictObject({ date: z.optional(BusinessDate), reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
      output: EntryDetail,
      dryRun: true,
      errors: [
        'opening.settled',
        'entry.not_found',
        'entry.reversed',
        'entry.is_reversal',
        'entry.of_document',
        'reversal.too_early',
        ...PERIOD_REFUSALS,
      ],
      example: { body: { reason: 'Contabilizado dos veces' } },
    },
    listEntries: {
      route: 'GET /journal-entries',
      summary: 'List journal entries of all documents by date',
      description:
        '`q` looks for words in the text and the document’s number. With a filter that the index does not know (`q`, `account`) a page looks at 2,000 entries at most; it may then be short, and its cursor goes on.',
      permission: 'books.read',
      query: z.strictObject({
        ...datedQuery,
        account: z.optional(AccountCode),
        /** Kinds of the documents that posted, with commas between. */
        source: z.optional(anyOf(POSTING_KINDS.map(({ kind }) => kind))),
      }),
      output: pageOf(EntryDetail),
    },
    getEntry: {
      route: 'GET /journal-entries/{entryId}',
      summary: 'Get a journal entry and the document it comes from',
      permission: 'books.read',
      path: EntryPath,
      output: withActions(EntryDetail, entryActions),
      errors: ['entry.not_found'],
    },
    getTrialBalance: {
      route: 'GET /trial-balance',
      summary: 'Get the trial balance as of any date',
      description:
        'Read from balances, which follow each posting within a second or so. `consistent=true` waits until every entry posted before the request is counted. With `knownAt`, as the books said at that moment, after the first close of a period: what was posted later, of whatever date, is not in it.',
      permission: 'books.read',
      query: z.strictObject({
        date: z.optional(BusinessDate),
        from: z.optional(BusinessDate),
        knownAt: z.optional(Instant),
        consistent: flag,
      }),
      output: TrialBalanceView,
      errors: ['balances.behind', 'range.backwards', ...KNOWN_REFUSALS],
    },
    createExport: {
      route: 'POST /exports',
      summary: 'Export the journal or the trial balance as a file',
      description:
        'A file of every entry (or balance) posted before the request. One of more than 20,000 entries is `preparing` when it is answered: ask for it again until it is `ready`. journal-hledger is a plain-text journal that `hledger check --strict` accepts; books-proof holds whole months with the hash of each entry as it came into the books, for `verify-books`. The link is good for 15 minutes.',
      permission: 'books.export',
      profile: 'documents',
      body: ExportInput,
      output: ExportView,
      errors: ['range.backwards', 'range.ambiguous', 'balances.behind'],
      example: { body: { kind: 'journal-hledger' } },
    },
    getExport: {
      route: 'GET /exports/{exportId}',
      summary: 'Get an export with a new link to its file',
      permission: 'books.export',
      profile: 'documents',
      path: z.strictObject({ exportId: idWith('exp') }),
      output: ExportView,
      errors: ['export.not_found'],
    },
  },
);
