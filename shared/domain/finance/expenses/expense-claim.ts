import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Minor, Money, PositiveMoney } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import { dated, numberOf, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { exemptMileage, mileage } from './travel-es.ts';

export const EXPENSE_KINDS = ['travel', 'lodging', 'meals', 'mileage', 'other'] as const;
export type ExpenseKind = (typeof EXPENSE_KINDS)[number];
/** Tax of an invoice in the company's name, that is deducted. */
export const EXPENSE_TAX_CODES = ['IVA-G', 'IVA-R', 'IVA-S', 'EXENTO'] as const;
/** Where travel and what belongs to it stands (PGC 629), unless a line says otherwise. */
export const EXPENSE_ACCOUNT = '629';
/** Lines of one claim: each may be an invoice of its own, and all of them are taken back in one transaction. */
export const MAX_CLAIM_LINES = 25;

/** A full invoice, in the company's name: only its tax is deducted (Ley 37/1992 art. 97; RD 1619/2012 arts. 6 and 7.2). */
const InvoiceInput = z.strictObject({
  number: text(40),
  issuer: text(120),
  taxId: z.string().check(z.regex(/^[A-Z0-9]{2,20}$/, 'must be a tax id: letters and digits, such as B12345674')),
  taxCode: z.enum(EXPENSE_TAX_CODES),
});
const LineInput = z
  .strictObject({
    date: BusinessDate,
    kind: z.enum(EXPENSE_KINDS),
    text: z.optional(text(160)),
    /** What was paid, tax included; of a journey it is worked out. */
    amount: z.optional(PositiveMoney),
    km: z.optional(PositiveQuantity),
    /** Absent: a receipt that names no recipient, of which no tax is deducted. */
    invoice: z.optional(InvoiceInput),
    account: z.optional(AccountCode),
    dimensions: z.optional(LineDimensionsInput),
    /** The document that came in of it. */
    documentId: z.optional(idWith('doc')),
  })
  .check(
    z.refine(({ kind, km, amount }) => (kind === 'mileage') === (km !== undefined) && (km === undefined) === (amount !== undefined), {
      error: 'of mileage tells kilometres, and of anything else an amount',
      path: ['amount'],
    }),
    z.refine(({ kind, invoice }) => kind !== 'mileage' || invoice === undefined, { error: 'of mileage has no invoice', path: ['invoice'] }),
  );
export const ClaimInput = z.strictObject({
  /** Whose it is: absent, the caller's own. */
  employeeId: z.optional(idWith('sup')),
  text: text(140),
  lines: z.array(LineInput).check(z.minLength(1), z.maxLength(MAX_CLAIM_LINES)),
  /** Of one's own first claim: where it is paid to. */
  iban: z.optional(Iban),
});
export type ClaimInput = z.output<typeof ClaimInput>;
export const ApproveClaim = z.strictObject({ date: z.optional(BusinessDate) });
export const EndClaim = z.strictObject({ reason: text(200) });
export const ReverseClaim = z.strictObject({ date: z.optional(BusinessDate), reason: text(200) });

export const ClaimLine = z.object({
  date: z.string(),
  kind: z.enum(EXPENSE_KINDS),
  text: z.exactOptional(z.string()),
  account: z.string(),
  /** What the employee is owed for it, tax included. */
  amount: z.int(),
  invoice: z.exactOptional(z.object({ number: z.string(), issuer: z.string(), taxId: z.string(), taxCode: z.string() })),
  km: z.exactOptional(z.string()),
  /** Cents a kilometre. */
  rate: z.exactOptional(z.int()),
  /** What of a journey is above what the law leaves free: pay, of which income tax is withheld with the payroll. */
  taxable: z.exactOptional(z.int()),
  dimensions: z.exactOptional(z.record(z.string(), z.string())),
  documentId: z.exactOptional(z.string()),
});
export type ClaimLine = Readonly<z.output<typeof ClaimLine>>;

export const CLAIM_STATES = ['submitted', 'approved', 'rejected', 'withdrawn', 'reversed'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What an employee has paid for the company and wants back: once somebody else has approved it, it is owed like a bill. */
export const ExpenseClaim = z.object({
  state: z.enum(CLAIM_STATES),
  /** The employee as a creditor, on an account below 465. */
  employeeId: z.string(),
  employeeName: z.string(),
  /** Of an employee who is a member of the company. */
  employeeEmail: z.exactOptional(z.string()),
  submittedBy: z.string(),
  submittedOn: z.string(),
  text: z.string(),
  lines: list(ClaimLine),
  total: z.int(),
  decided: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.exactOptional(z.string()) })),
  /** What it became in the books: a bill an invoice, and one for all receipts. */
  billIds: z.exactOptional(list(z.string())),
  reversed: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
});
export type ExpenseClaim = Readonly<z.output<typeof ExpenseClaim>>;
export type StoredClaim = Stored<ExpenseClaim>;

export const ExpenseClaims = recordType<ExpenseClaim, ClaimState>({
  kind: 'expense-claim',
  prefix: 'exc',
  letter: 'GE',
  data: ExpenseClaim,
  history: 'all',
  list: dated({ date: (c) => c.submittedOn, party: (c) => c.employeeId, words: (c) => [c.employeeName, c.text] }),
  open: (c, id) => (c.state === 'submitted' ? { queue: 'approve', sort: `${c.submittedOn}#${id}`, amount: c.total } : undefined),
  lifecycle: {
    of: (c) => c.state,
    next: { submitted: ['approved', 'rejected', 'withdrawn'], approved: ['reversed'] },
  },
  state: (c) => c.state,
  tones: { submitted: 'warn', approved: 'good', rejected: 'bad', withdrawn: 'plain', reversed: 'plain' },
  related: (c) => [c.employeeId, ...(c.billIds ?? [])],
  summary: (c) => ({ subtitle: [c.employeeName, c.text], date: c.submittedOn, amount: c.total }),
  screen: '/expenses',
  icon: 'upload',
  read: 'expenses.read',
});

/** The documents that a claim was made of. */
export const documentsOfClaim = ({ lines }: ExpenseClaim): string[] => [...new Set(lines.flatMap(({ documentId }) => documentId ?? []))];

/** A claim as whoever asks sees it. */
export interface ClaimStanding {
  readonly asker?: string | undefined;
}

const refusalOfState = ({ state }: ExpenseClaim, wanted: ClaimState): Refusal | undefined =>
  state === wanted
    ? undefined
    : refusal('expense.state', `The claim is ${state}: that can be done with one that is ${wanted}.`, 'path.claimId', { state });

/** Nobody approves what they want back themselves, or have entered for somebody: no exception. */
const refusalOfOwn = ({ submittedBy, employeeEmail, asker }: ExpenseClaim & ClaimStanding): Refusal | undefined =>
  asker !== undefined && (asker === submittedBy || asker === employeeEmail)
    ? refusal('expense.own_approval', 'These are your own expenses, or you entered them: somebody else must approve them.', 'path.claimId')
    : undefined;
const refusalOfOthers = ({ submittedBy, asker }: ExpenseClaim & ClaimStanding): Refusal | undefined =>
  asker !== undefined && asker !== submittedBy
    ? refusal('expense.not_own', 'Only who submitted the claim withdraws it: reject it instead.', 'path.claimId')
    : undefined;

/** Why a claim takes an action now or not: commands throw these, and its page shows them. */
export const claimActions = {
  approveExpenseClaim: (claim) => refusalOfState(claim, 'submitted') ?? refusalOfOwn(claim),
  rejectExpenseClaim: (claim) => refusalOfState(claim, 'submitted') ?? refusalOfOwn(claim),
  withdrawExpenseClaim: (claim) => refusalOfState(claim, 'submitted') ?? refusalOfOthers(claim),
  reverseExpenseClaim: (claim) => refusalOfState(claim, 'approved'),
} as const satisfies ActionRules<StoredClaim & ClaimStanding>;

/** Whose claim it is, who submits it, and what the company pays a kilometre. */
interface Submission {
  readonly employee: { readonly id: string; readonly name: string; readonly email?: string | undefined };
  readonly by: string;
  readonly today: IsoDate;
  /** In cents; absent: what the law leaves free. */
  readonly mileageRate?: Minor | undefined;
}

/** A line with its amount: kilometres at the company's rate. @throws DomainError `expense.future`, `expense.tax_id` (400), `expense.no_rate` (422). */
function lineOf(
  { km, amount, account = EXPENSE_ACCOUNT, ...line }: ClaimInput['lines'][number],
  i: number,
  { today, mileageRate }: Submission,
): ClaimLine {
  if (line.date > today)
    throw invalid('expense.future', `Line ${i + 1} is of a day to come: correct it.`, `body.lines.${i}.date`, { line: i + 1 });
  const { invoice } = line;
  if (invoice && !isSpanishTaxId(invoice.taxId.replace(/^ES/, '')))
    throw invalid(
      'expense.tax_id',
      `Line ${i + 1}: ${invoice.taxId} is not a Spanish tax id, and the tax of no other is deducted here.`,
      `body.lines.${i}.invoice.taxId`,
      { line: i + 1, taxId: invoice.taxId },
    );
  const plain = {
    date: line.date,
    kind: line.kind,
    account,
    ...defined({ text: line.text, dimensions: line.dimensions, invoice, documentId: line.documentId }),
  };
  if (km === undefined) return { ...plain, amount: amount ?? 0 };
  const free = exemptMileage(line.date);
  const rate = mileageRate ?? free?.cents;
  if (rate === undefined)
    throw refused('expense.no_rate', `Line ${i + 1}: no rate a kilometre is known for ${line.date}.`, `body.lines.${i}.date`, {
      line: i + 1,
      date: line.date,
    });
  const paid = mileage(km, rate);
  const above = free ? Math.max(0, paid - mileage(km, free.cents)) : 0;
  return { ...plain, km, rate, amount: paid, ...(above > 0 ? { taxable: above } : {}) };
}

/** A claim as it is submitted. */
export function newClaim({ text: purpose, lines: told }: ClaimInput, submission: Submission): ExpenseClaim {
  const { employee, by, today } = submission;
  const lines = told.map((line, i) => lineOf(line, i, submission));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) throw refused('expense.zero', 'The claim comes to nothing: check its kilometres.', 'body.lines');
  return {
    ...{ state: 'submitted', employeeId: employee.id, employeeName: employee.name, ...defined({ employeeEmail: employee.email }) },
    ...{ submittedBy: by, submittedOn: today, text: purpose, lines, total },
  };
}

export const ClaimView = z.object({
  id: z.string(),
  number: z.string(),
  ...ExpenseClaim.shape,
  lines: z.array(z.object({ ...ClaimLine.shape, line: z.int(), amount: Money, rate: z.optional(Money), taxable: z.optional(Money) })),
  total: Money,
  billIds: z.array(z.string()),
  ...stampFields,
});
export const ClaimRow = z.omit(ClaimView, { lines: true });
export const claimView = (claim: StoredClaim) => ({
  ...stamped(claim),
  number: numberOf(ExpenseClaims, claim.id),
  lines: claim.lines.map((line, i) => ({ ...line, line: i + 1 })),
  billIds: [...(claim.billIds ?? [])],
});
