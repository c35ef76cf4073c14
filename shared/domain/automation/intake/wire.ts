import * as z from 'zod/mini';
import {
  BANK_FILE_STATES,
  BankFileFault,
  type BillProposal,
  type ExpenseProposal,
  ReceivedSignature,
  TRUSTED,
} from '#domain/finance/events.ts';
import { idWith } from '#kernel/id.ts';
import { defined } from '#kernel/optional.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { MAX_DOCUMENT_BYTES } from './file-danger.ts';
import {
  DOCUMENT_KINDS,
  DOCUMENT_PURPOSES,
  DOCUMENT_SOURCES,
  DOCUMENT_STATES,
  DocumentFields,
  DocumentFlag,
  type StoredDocument,
} from './intake-document.ts';
import { LEARNED_FIELDS, LEARNED_STATES, learnedState, type StoredRule } from './learned-rule.ts';
import { MAX_PARTS } from './split-document.ts';

export const DocumentPath = z.strictObject({ documentId: idWith('doc') });

export const CreateDocument = z.strictObject({
  fileName: z.string().check(z.trim(), z.regex(/^[^/\\\p{Cc}]{1,120}$/u, 'must be 1 to 120 characters without slashes')),
  /** Size of the file: S3 refuses any other. */
  bytes: z
    .int()
    .check(z.minimum(1), z.maximum(MAX_DOCUMENT_BYTES, `must be at most ${MAX_DOCUMENT_BYTES}: split a larger file into several`)),
});

/** First pages of the documents that it holds, the first of them its own first page: one alone is the whole. */
export const SplitDocument = z.strictObject({ starts: z.array(z.int().check(z.minimum(1))).check(z.minLength(2), z.maxLength(MAX_PARTS)) });

export const DescribeDocument = z.strictObject({ purpose: z.enum(DOCUMENT_PURPOSES) });

/** The certificate that signed it, or all that its issuer issues. */
export const TrustBody = z.strictObject({ of: z.enum(TRUSTED) });

export const DocumentRow = z.object({
  id: z.string(),
  state: z.enum(DOCUMENT_STATES),
  fileName: z.string(),
  source: z.enum(DOCUMENT_SOURCES),
  sender: z.optional(z.string()),
  date: z.string(),
  cameAt: z.string(),
  bytes: z.int(),
  contentType: z.optional(z.string()),
  kind: z.optional(z.enum(DOCUMENT_KINDS)),
  /** What it is for, as it tells or a person has said. */
  purpose: z.optional(z.enum(DOCUMENT_PURPOSES)),
  parent: z.optional(z.string()),
  parts: z.optional(z.array(z.string())),
  sameAs: z.optional(z.string()),
  /** Pages of its file. */
  pageCount: z.optional(z.int()),
  /** Which of them it is; absent: all. */
  pages: z.optional(z.object({ from: z.int(), to: z.int() })),
  /** Of a batch of invoices in one file: the places of those that it is. */
  invoices: z.optional(z.object({ from: z.int(), to: z.int() })),
  /** First pages of the documents that it seems to hold, or was split into. */
  starts: z.optional(z.array(z.int())),
  fields: z.optional(DocumentFields),
  /** Of one that is signed: whether it was changed since, and whose certificate it bears. Only what the company trusts vouches for that. */
  signature: z.optional(ReceivedSignature),
  supplierId: z.optional(z.string()),
  /** What has to be looked at, and what to do about it. */
  flags: z.array(DocumentFlag),
  billId: z.optional(z.string()),
  claimId: z.optional(z.string()),
  ...stampFields,
});

export const LearnedRulePath = z.strictObject({
  ruleId: z.string().check(z.regex(/^lrn_[0-9A-Za-z.]{1,60}$/, 'must be an id that the API gave out')),
});

export const LearnedRuleRow = z.object({
  id: z.string(),
  supplierId: z.string(),
  supplierName: z.string(),
  field: z.enum(LEARNED_FIELDS),
  /** Of a tax code: the rate on the paper, or `owed`. */
  rate: z.optional(z.string()),
  value: z.string(),
  /** Of a place: where it is from its label. */
  side: z.optional(z.enum(['in', 'right', 'below', 'page'])),
  /** What was proposed before. */
  instead: z.optional(z.string()),
  learnedOn: z.string(),
  by: z.string(),
  documentId: z.string(),
  times: z.int(),
  state: z.enum(LEARNED_STATES),
});

export const learnedRuleView = (rule: StoredRule): z.output<typeof LearnedRuleRow> => {
  const { id, supplierId, supplierName, field, rate, value, place, instead, learnedOn, by, documentId, times } = rule;
  return {
    ...{ id, supplierId, supplierName, field, value, learnedOn, by, documentId, times, state: learnedState(rule) },
    ...defined({ rate, instead, side: place?.side }),
  };
};

const Money = z.object({ amount: z.string(), currency: z.string() });
/** What the document would be entered as, by the suppliers and bills that are known now. */
export const ProposalView = z.object({
  supplierId: z.optional(z.string()),
  reference: z.optional(z.string()),
  date: z.optional(z.string()),
  dueDate: z.optional(z.string()),
  /** In place of one: what is due on each day. */
  dueDates: z.optional(z.array(z.object({ date: z.string(), amount: Money }))),
  lines: z.array(
    z.object({
      account: z.optional(z.string()),
      net: Money,
      taxCode: z.optional(z.string()),
      dimensions: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  total: z.optional(Money),
});

/** What became of a bank statement where it was passed to. */
export const PassedView = z.object({
  state: z.enum(BANK_FILE_STATES),
  statementIds: z.array(z.string()),
  /** Why nothing of it was taken. */
  error: z.optional(BankFileFault),
});

/** What an employee would claim by a receipt. */
export const ExpenseProposalView = z.object({
  text: z.optional(z.string()),
  lines: z.array(
    z.object({
      date: z.optional(z.string()),
      kind: z.string(),
      text: z.optional(z.string()),
      amount: z.optional(Money),
      invoice: z.optional(z.object({ number: z.string(), issuer: z.string(), taxId: z.string(), taxCode: z.string() })),
    }),
  ),
});

export const expenseView = ({ lines, ...proposal }: ExpenseProposal): z.output<typeof ExpenseProposalView> => ({
  ...proposal,
  lines: [...lines],
});

export const proposalView = ({ lines, dueDates, ...proposal }: BillProposal): z.output<typeof ProposalView> => ({
  ...proposal,
  ...(dueDates ? { dueDates: [...dueDates] } : {}),
  lines: [...lines],
});

const fieldsView = ({ taxes, instalments, ...fields }: DocumentFields): z.output<typeof DocumentFields> => ({
  ...fields,
  taxes: [...taxes],
  ...(instalments ? { instalments: [...instalments] } : {}),
});

export const intakeView = (document: StoredDocument): z.output<typeof DocumentRow> => {
  const {
    sha256: _,
    seen: _seen,
    scanPages: _pages,
    mayPass: _mayPass,
    madeFor: _owner,
    startsTold: _told,
    joined: _joined,
    ...shown
  } = stamped(document);
  const { flags, parts, starts, fields, ...rest } = shown;
  return {
    ...{ ...rest, flags: [...flags] },
    ...(parts ? { parts: [...parts] } : {}),
    ...(starts ? { starts: [...starts] } : {}),
    ...(fields ? { fields: fieldsView(fields) } : {}),
  };
};
