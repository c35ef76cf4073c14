import * as z from 'zod/mini';
import { list } from '#kernel/stored.ts';

/** What is looked at before a month is closed, in the order in which it is shown. */
export const CHECK_GROUPS = ['documents', 'subledgers', 'bank', 'books'] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** Whose work it is to mend what a check finds. */
export const CHECK_OWNERS = ['sales', 'purchasing', 'warehouse', 'treasury', 'payroll', 'books'] as const;

/** One check as data: what it looks at is a function beside it; when it has to be looked at again, this says. */
export interface CheckSpec {
  readonly id: string;
  readonly group: CheckGroup;
  readonly owner: (typeof CHECK_OWNERS)[number];
  /** Kinds of records whose changes it depends on. `period`: anything that is posted. */
  readonly facts: readonly string[];
  /** Of the month alone; else also what is posted later may mend it. */
  readonly ofMonth?: true;
  /** What it finds is no fault once somebody has said why, item by item. */
  readonly explained?: true;
  /** Nobody may leave it as it is: the books themselves would be wrong. */
  readonly firm?: true;
  /** Not asked of a company that does not use the area of the console. */
  readonly area?: string;
}

const POSTED = 'period';

export const CHECKS = [
  { id: 'drafts', group: 'documents', owner: 'sales', facts: ['invoice-draft', 'expense-claim'] },
  { id: 'shipments', group: 'documents', owner: 'sales', facts: [POSTED], area: 'sales' },
  { id: 'numbers', group: 'documents', owner: 'books', facts: [POSTED], firm: true },
  { id: 'duplicates', group: 'documents', owner: 'purchasing', facts: [POSTED] },
  { id: 'receivables', group: 'subledgers', owner: 'books', facts: [POSTED] },
  { id: 'payables', group: 'subledgers', owner: 'books', facts: [POSTED] },
  { id: 'stock', group: 'subledgers', owner: 'warehouse', facts: [POSTED], area: 'warehouse' },
  { id: 'assets', group: 'subledgers', owner: 'books', facts: ['fixed-asset', POSTED] },
  { id: 'vat', group: 'subledgers', owner: 'books', facts: ['tax-box', POSTED], ofMonth: true },
  { id: 'withheld', group: 'subledgers', owner: 'books', facts: [POSTED], ofMonth: true },
  { id: 'payroll', group: 'subledgers', owner: 'payroll', facts: ['payroll-run', 'payroll-payment', POSTED], ofMonth: true, area: 'pay' },
  { id: 'bank-lines', group: 'bank', owner: 'treasury', facts: ['bank-line'], area: 'treasury' },
  { id: 'bank-ledger', group: 'bank', owner: 'treasury', facts: ['bank-line', 'bank-statement', POSTED], area: 'treasury' },
  { id: 'suspense', group: 'books', owner: 'books', facts: [POSTED], ofMonth: true },
  { id: 'unbilled', group: 'books', owner: 'purchasing', facts: [POSTED] },
  { id: 'accruals', group: 'books', owner: 'books', facts: ['recurring-entry', POSTED] },
  { id: 'deferrals', group: 'books', owner: 'books', facts: [POSTED], ofMonth: true },
  { id: 'depreciation', group: 'books', owner: 'books', facts: ['fixed-asset', POSTED] },
  { id: 'revaluation', group: 'books', owner: 'books', facts: ['revalued-month', 'exchange-rates', POSTED] },
  { id: 'negative-stock', group: 'books', owner: 'warehouse', facts: [POSTED], area: 'warehouse' },
  { id: 'customer-credits', group: 'books', owner: 'sales', facts: [POSTED] },
  { id: 'supplier-debits', group: 'books', owner: 'purchasing', facts: [POSTED] },
  { id: 'balances', group: 'books', owner: 'books', facts: [POSTED], ofMonth: true, firm: true },
  { id: 'own', group: 'books', owner: 'books', facts: ['close-settings', POSTED], ofMonth: true },
  { id: 'proof', group: 'books', owner: 'books', facts: [POSTED], ofMonth: true, firm: true },
  { id: 'variance', group: 'books', owner: 'books', facts: [POSTED], ofMonth: true, explained: true },
  { id: 'variance-year', group: 'books', owner: 'books', facts: [POSTED], ofMonth: true, explained: true },
  { id: 'variance-budget', group: 'books', owner: 'books', facts: ['budget', POSTED], ofMonth: true, explained: true },
] as const satisfies readonly CheckSpec[];
export type CheckId = (typeof CHECKS)[number]['id'];
export const CHECK_IDS = CHECKS.map(({ id }) => id) as [CheckId, ...CheckId[]];

const BY_ID: ReadonlyMap<string, CheckSpec> = new Map(CHECKS.map((check) => [check.id, check]));
/** @param id of a check; of one that is no more, the most careful reading of it. */
export const checkSpec = (id: CheckId): CheckSpec => BY_ID.get(id) as CheckSpec;

/** All kinds of records that any check depends on: the follower of the closes asks for these. */
export const CHECK_FACTS: readonly string[] = [...new Set(CHECKS.flatMap(({ facts }) => facts))];

/**
 * Checks that look at what is not posted: drafts, lines of the bank, rates. No gate of the books stops that, so they are looked at again
 * as the month is locked; what comes after is of the next month's checks.
 */
export const CHECKS_PAST_GATES: readonly CheckId[] = CHECKS.filter(({ facts }) => facts.some((kind) => kind !== POSTED)).map(
  ({ id }) => id,
);

/** That a fact has changed: its kind and, of what is posted, the month. */
export interface ChangedFact {
  readonly kind: string;
  readonly month?: string | undefined;
}

/** The checks of a month that have to be looked at again after some facts changed. */
export const checksAfter = (period: string, facts: readonly ChangedFact[]): CheckId[] =>
  CHECKS.filter((check: CheckSpec) =>
    facts.some(
      ({ kind, month }) => check.facts.includes(kind) && (month === undefined || (check.ofMonth ? month === period : month >= period)),
    ),
  ).map(({ id }) => id);

/** An entry that moved what a check found. */
const MovingLine = z.object({
  id: z.string(),
  text: z.string(),
  date: z.string(),
  /** Minor units. */
  amount: z.int(),
});

/** Something that a check found, by the record where it is mended. */
export const CheckItem = z.object({
  kind: z.exactOptional(z.string()),
  id: z.exactOptional(z.string()),
  text: z.string(),
  date: z.exactOptional(z.string()),
  /** Minor units. */
  amount: z.exactOptional(z.int()),
  /** Of an account that is looked at under a value of a dimension alone. */
  under: z.exactOptional(z.object({ dimension: z.string(), value: z.string() })),
  /** The entries that moved it most: of what somebody has to say why. */
  moved: z.exactOptional(list(MovingLine)),
});
export type CheckItem = Readonly<z.output<typeof CheckItem>>;

/** As many items are kept of what a check finds; all are counted. */
export const MOST_ITEMS = 20;

/** What a check says of the books: nothing at fault is passed. */
export interface CheckFinding {
  readonly count: number;
  readonly items: readonly CheckItem[];
  /** What should be equal, where it compares: minor units. */
  readonly compared?: { readonly expected: number; readonly found: number };
}

export const PASSED: CheckFinding = { count: 0, items: [] };
export const findingOf = (items: readonly CheckItem[]): CheckFinding => ({ count: items.length, items: items.slice(0, MOST_ITEMS) });

/** Two sums that should be the same: the difference is at fault. @param text what they are of. */
export const comparedSums = (text: string, expected: number, found: number): CheckFinding => ({
  ...(expected === found ? PASSED : findingOf([{ text, amount: found - expected }])),
  compared: { expected, found },
});

/** What an item is, and by how much: of another amount it is another. */
export const itemKey = ({ id, text, under, amount }: Pick<CheckItem, 'id' | 'text' | 'under' | 'amount'>): string =>
  `${id ?? text}${under ? `[${under.dimension}:${under.value}]` : ''}:${amount ?? ''}`;

/** What a finding is about, so that a waiver holds of that and of nothing that comes to it later. */
export const faultKey = ({ count, items }: CheckFinding): string => [count, ...items.map(itemKey)].join('|');
