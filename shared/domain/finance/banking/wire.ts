import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { AmountView, MoneySum } from '#kernel/money.ts';
import { pageQuery } from '#kernel/page.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { BANK_FILE_STATES, BankFiles, MAX_STATEMENT_BYTES, type StoredBankFile } from './bank-file.ts';
import { BankLines, BatchPayment, LINE_STATES, matchedBy, PART_KINDS, type StoredBankLine, UndonePart } from './bank-line.ts';
import { BankStatements, type Gap, STATEMENT_STATES, type StoredStatement } from './bank-statement.ts';
import type { RankedCandidate } from './line-candidates.ts';
import { MatchPart, sentParts } from './match-input.ts';

const { limit, cursor } = pageQuery;
const ascending = z._default(z.enum(['asc', 'desc']), 'asc');
const words = z.optional(z.string().check(z.maxLength(80)));

export const ListBankAccounts = z.strictObject({ limit, cursor, order: ascending, q: words });
export const ListBankFiles = z.strictObject({ ...pageQuery, q: words, state: z.optional(z.enum(BANK_FILE_STATES)) });
export const ListBankStatements = z.strictObject({ ...pageQuery, bankAccountId: z.optional(idWith('bka')), q: words });
export const ListBankLines = z.strictObject({
  limit,
  cursor,
  order: ascending,
  bankAccountId: idWith('bka'),
  state: z.optional(z.enum(LINE_STATES)),
  statementId: z.optional(idWith('bst')),
  from: z.optional(BusinessDate),
  to: z.optional(BusinessDate),
  /** Lines of this amount alone, whichever way the money went: `484.00`. */
  amount: z.optional(z.string().check(z.regex(/^\d{1,10}(\.\d{1,3})?$/, 'must be an amount: 484.00'))),
  q: words,
});

export const CreateBankFile = z.strictObject({
  fileName: z.string().check(z.trim(), z.regex(/^[^/\\\p{Cc}]{1,120}$/u, 'must be 1 to 120 characters without slashes')),
  /** Size of the file: S3 refuses any other. */
  bytes: z.int().check(z.minimum(1), z.maximum(MAX_STATEMENT_BYTES, `must be at most ${MAX_STATEMENT_BYTES}`)),
  /** The bank account, where the file does not name it (CSV, some OFX). */
  bankAccountId: z.optional(idWith('bka')),
});

export const ReadBankFileAgain = z.strictObject({
  /** The bank account whose columns read the file, where it does not name it; absent: as it was. */
  bankAccountId: z.optional(idWith('bka')),
});

const ParamsView = z.record(z.string(), z.union([z.string(), z.number()]));
export const BankFileView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(BANK_FILE_STATES),
  fileName: z.string(),
  bankAccountId: z.optional(z.string()),
  madeAt: z.string(),
  finishedAt: z.optional(z.string()),
  sha256: z.optional(z.string()),
  bytes: z.optional(z.int()),
  statements: z.array(z.object({ statementId: z.string(), lines: z.int(), already: z.int(), same: z.optional(z.boolean()) })),
  error: z.optional(z.object({ code: z.string(), message: z.string(), params: z.optional(ParamsView) })),
  ...stampFields,
});
export function bankFileView({ key: _, version: __, fault, statements = [], ...file }: StoredBankFile) {
  return { ...stamped(file), number: numberOf(BankFiles, file.id), statements: [...statements], ...(fault ? { error: { ...fault } } : {}) };
}

export const GapView = z.object({
  /** The statement before. */
  after: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  amount: AmountView,
});
export const BankStatementView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(STATEMENT_STATES),
  bankAccountId: z.string(),
  accountName: z.string(),
  fileId: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  format: z.string(),
  currency: z.string(),
  from: z.string(),
  to: z.string(),
  opening: z.optional(AmountView),
  closing: z.optional(AmountView),
  lines: z.int(),
  already: z.int(),
  /** Some of those may be gone with a statement that was deleted: send its file again. */
  lacks: z.optional(z.boolean()),
  /** Lines that may be known already, and nothing says so: each names the one that it may be. */
  doubts: z.int(),
  /** The bank's own number of it. */
  bankNumber: z.optional(z.string()),
  gap: z.optional(GapView),
  ...stampFields,
});

/** @param gap between the statement before and this one, where there is any. */
export function bankStatementView({ opening, closing, number: bankNumber, batches: _, ...statement }: StoredStatement, gap?: Gap) {
  const { currency } = statement;
  const money = (minor: number | undefined) => (minor === undefined ? undefined : { minor, currency });
  return {
    ...stamped(statement),
    number: numberOf(BankStatements, statement.id),
    opening: money(opening),
    closing: money(closing),
    already: statement.already ?? 0,
    doubts: statement.doubts ?? 0,
    bankNumber,
    gap: gap && { ...gap, amount: { minor: gap.amount, currency } },
  };
}

export const MatchView = z.object({
  by: z.string(),
  on: z.string(),
  /** A person, the engine with its score, or a rule as it was then. */
  how: z.enum(['person', 'engine', 'rule']),
  rule: z.optional(z.string()),
  version: z.optional(z.int()),
  score: z.optional(z.int()),
  run: z.optional(z.string()),
  reasons: z.optional(z.array(z.string())),
  parts: z.array(
    z.object({
      as: z.enum(PART_KINDS),
      id: z.string(),
      kind: z.string(),
      number: z.string(),
      amount: AmountView,
      no: z.optional(z.int()),
      line: z.optional(z.string()),
    }),
  ),
});
export const BankLineView = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(LINE_STATES),
  bankAccountId: z.string(),
  statementId: z.string(),
  no: z.int(),
  date: z.string(),
  valueDate: z.optional(z.string()),
  amount: AmountView,
  text: z.string(),
  partyName: z.optional(z.string()),
  partyIban: z.optional(z.string()),
  reference: z.optional(z.string()),
  endToEndId: z.optional(z.string()),
  mandateId: z.optional(z.string()),
  bankReference: z.optional(z.string()),
  code: z.optional(z.string()),
  returnReason: z.optional(z.string()),
  original: z.optional(AmountView),
  /** At what rate: one `unit` is so much of the other currency; without it, as the bank tells it. */
  exchange: z.optional(z.object({ rate: z.string(), unit: z.optional(z.string()) })),
  charges: z.optional(AmountView),
  batch: z.optional(z.int()),
  /** Payments of a batch, where the bank tells each. */
  parts: z.optional(z.array(z.object({ ...BatchPayment.shape, amount: AmountView }))),
  reversal: z.optional(z.boolean()),
  match: z.optional(MatchView),
  /** The line that it may be, told of by another file. */
  like: z.optional(z.string()),
  /** Of a match that was undone: what was reversed, and what is as it was and only tied no more. */
  undone: z.optional(z.array(z.object({ ...UndonePart.shape, kind: z.string(), number: z.string() }))),
  ignored: z.optional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
  ...stampFields,
});

/** How a document that a line is matched with is called: its kind and its number. */
export type Naming = (id: string) => { readonly kind: string; readonly number: string };

export function bankLineView({ amount, currency, original, charges, match, undone, parts, ...line }: StoredBankLine, naming: Naming) {
  const money = (minor: number) => ({ minor, currency });
  return {
    ...stamped(line),
    number: numberOf(BankLines, line.id),
    amount: money(amount),
    original: original && { minor: original.amount, currency: original.currency },
    charges: charges === undefined ? undefined : money(charges),
    parts: parts?.map((part) => ({ ...part, amount: money(part.amount) })),
    undone: undone?.map((part) => ({ ...part, ...naming(part.id) })),
    match: match && {
      ...match,
      how: matchedBy(match),
      reasons: match.reasons && [...match.reasons],
      parts: match.parts.map((part) => ({ ...part, ...naming(part.id), amount: money(part.amount) })),
    },
  };
}

/** What a line might be, with why, and how it is matched with it. */
export const CandidateView = z.object({
  /** Of 100. */
  score: z.int(),
  /** Another is as good: a person chooses. */
  tie: z.boolean(),
  /** Codes that the console has sentences for, with their figures: `amount_equal`, `reference_found`, `iban_known`… */
  reasons: z.array(z.object({ code: z.string(), params: ParamsView })),
  /** One, or several of one party that come to the line together: each in its own currency. */
  documents: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      number: z.string(),
      partyId: z.optional(z.string()),
      partyName: z.optional(z.string()),
      date: z.string(),
      dueDate: z.optional(z.string()),
      open: AmountView,
      amount: AmountView,
      /** Of a payment of a run, its number. */
      no: z.optional(z.int()),
    }),
  ),
  /** What of the line it takes, signed as the line is. */
  amount: AmountView,
  /** What `POST /banking/lines/{lineId}/match` takes as it is, where it takes the whole line. */
  parts: z.array(MatchPart),
});
export function candidateView({ reasons, documents, amount, parts, ...candidate }: RankedCandidate, currency: string) {
  const money = (minor: number) => ({ minor, currency });
  return {
    ...candidate,
    reasons: reasons.map(({ code, params }) => ({ code, params: { ...params } })),
    documents: documents.map(({ currency: own = currency, open, amount: taken, ...document }) => ({
      ...document,
      ...{ open: { minor: open, currency: own }, amount: { minor: taken, currency: own } },
    })),
    amount: money(amount),
    parts: sentParts(parts, currency),
  };
}

/** Bank and books of an account on a day, and what lies between them. */
export const ReconciliationView = z.object({
  bankAccountId: z.string(),
  account: z.string(),
  currency: z.string(),
  date: z.string(),
  /** The first day of what is compared: after the last statement at whose end bank and books agreed. */
  since: z.string(),
  /** By the last statement up to the day; absent where none tells a balance. */
  bank: z.optional(AmountView),
  statementId: z.optional(z.string()),
  /** In the books, in the account's currency; of one in a foreign currency what they carry it at besides. */
  ledger: AmountView,
  ledgerInEuros: z.optional(MoneySum),
  /** Lines of the bank that the books do not have: open and ignored ones. */
  openLines: z.object({ count: z.int(), amount: AmountView, lines: z.array(BankLineView) }),
  /** Entries that the bank does not have, since that day. */
  entries: z.array(
    z.object({ entryId: z.string(), document: z.string(), kind: z.string(), date: z.string(), text: z.string(), amount: AmountView }),
  ),
  entriesAmount: AmountView,
  /** What the books had more than the bank before that day. */
  before: AmountView,
  /** What no statement tells of between the first and the last. */
  gaps: AmountView,
  /** What is left: entries of other days than their lines, or balances that have not caught up. */
  unexplained: AmountView,
  complete: z.boolean(),
});
