import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { pageQuery } from '#kernel/page.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { type DocumentOutcome, MAX_FILE_BYTES, STATUSES, type StoredImport } from './import.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES } from './profiles.ts';
import { OUTCOMES, type ReportRow } from './report.ts';
import { isToDo } from './shop-document.ts';

export const ImportPath = z.strictObject({ importId: idWith('imp') });

export const CreateImport = z.strictObject({
  fileName: z.string().check(z.trim(), z.regex(/^[^/\\\p{Cc}]{1,120}$/u, 'must be 1 to 120 characters without slashes')),
  profile: z._default(z.enum(PROFILE_NAMES), DEFAULT_PROFILE),
  /** Size of the file: S3 refuses any other. */
  bytes: z.int().check(z.minimum(1), z.maximum(MAX_FILE_BYTES, `must be at most ${MAX_FILE_BYTES}: split a larger file into several`)),
});

export const ListImports = z.strictObject({
  ...pageQuery,
  status: z.optional(z.enum(STATUSES)),
  /** `true`: those that failed or left rows out. */
  problems: z.optional(z.enum(['true', 'false'])),
  from: z.optional(BusinessDate),
  to: z.optional(BusinessDate),
});

const { limit, cursor } = pageQuery;
export const ListImportRows = z.strictObject({
  limit,
  cursor,
  outcome: z.optional(z.enum(OUTCOMES)),
  reason: z.optional(z.string().check(z.regex(/^[a-z._-]{1,40}$/, 'must be a reason such as zero-price'))),
  document: z.optional(z.string().check(z.maxLength(40))),
});

/** What a sentence names: see `Params` of shared/kernel/errors.ts. */
const ParamsView = z.record(z.string(), z.union([z.string(), z.number()]));

const AmountsView = z.object({ net: Money, tax: Money, gross: Money });

export const ImportView = z.object({
  id: z.string(),
  status: z.enum(STATUSES),
  profile: z.string(),
  fileName: z.string(),
  date: z.string(),
  startedAt: z.optional(z.string()),
  finishedAt: z.optional(z.string()),
  /** How long it took, once it has ended. */
  milliseconds: z.optional(z.int()),
  /** What the file holds: known once it has been read. */
  rows: z.optional(z.int()),
  documentsPlanned: z.optional(z.int()),
  rowsDone: z.int(),
  documents: z.object({
    sales: z.int(),
    returns: z.int(),
    already: z.int(),
    changed: z.int(),
    notTaken: z.int(),
    unfinished: z.optional(z.int()),
  }),
  rowsByOutcome: z.object({
    sold: z.int(),
    returned: z.int(),
    already: z.int(),
    changed: z.int(),
    notTaken: z.int(),
    unfinished: z.optional(z.int()),
  }),
  /** Rows not taken, by reason. */
  notTaken: z.record(z.string(), z.int()),
  unreferencedReturns: z.int(),
  /** Invoices that ought to name their recipient, whom the file does not name: `GET /invoices?recipientMissing=true` lists them. */
  recipientMissing: z.int(),
  totals: z.object({
    sales: AmountsView,
    credits: AmountsView,
    cashReceived: Money,
    cashRefunded: Money,
    goodsReceived: Money,
    goodsReceipts: z.int(),
  }),
  /** The import whose waiting returns this one takes. */
  approves: z.optional(z.string()),
  /** The import that took the returns of this one that waited. */
  approvedIn: z.optional(z.string()),
  error: z.optional(z.object({ code: z.string(), message: z.string(), line: z.optional(z.int()), params: z.optional(ParamsView) })),
  ...stampFields,
});

export const UploadView = z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string(), maxBytes: z.int() });

export const ReportRowView = z.object({
  line: z.int(),
  document: z.string(),
  outcome: z.enum(OUTCOMES),
  reason: z.optional(z.string()),
  detail: z.optional(z.string()),
  params: z.optional(ParamsView),
  orderId: z.optional(z.string()),
  invoiceId: z.optional(z.string()),
  creditNoteId: z.optional(z.string()),
  code: z.optional(z.string()),
  quantity: z.optional(z.string()),
  price: z.optional(z.string()),
});

export const LinkView = z.object({ url: z.string(), expiresAt: z.string() });

/** A document in the report file, with the goods receipts that were made for it. */
export const ImportDocumentView = z.object({
  document: z.string(),
  outcome: z.enum(OUTCOMES),
  reason: z.optional(z.string()),
  orderId: z.optional(z.string()),
  invoiceId: z.optional(z.string()),
  recipientMissing: z.optional(z.literal(true)),
  creditNoteId: z.optional(z.string()),
  goodsReceiptIds: z.optional(z.array(z.string())),
  goodsReceived: z.optional(Money),
  net: z.optional(Money),
  tax: z.optional(Money),
  gross: z.optional(Money),
  cash: z.optional(Money),
});

export function importView(record: StoredImport) {
  const { tally, size, fault, startedAt, finishedAt, madeAt, position, key, version, ...rest } = stamped(record);
  const {
    rowsDone,
    documents,
    rows,
    reasons,
    unreferenced,
    recipientMissing = 0,
    sales,
    credits,
    cashIn,
    cashOut,
    received,
    receipts,
  } = tally;
  return {
    ...rest,
    ...(startedAt ? { startedAt } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    ...(startedAt && finishedAt ? { milliseconds: Date.parse(finishedAt) - Date.parse(startedAt) } : {}),
    ...(size ? { rows: size.rows, documentsPlanned: size.documents } : {}),
    rowsDone,
    documents,
    rowsByOutcome: rows,
    notTaken: { ...reasons },
    unreferencedReturns: unreferenced,
    recipientMissing,
    totals: { sales, credits, cashReceived: cashIn, cashRefunded: cashOut, goodsReceived: received, goodsReceipts: receipts },
    ...(fault ? { error: fault } : {}),
  };
}

export function documentView({ document, status, existing }: DocumentOutcome): z.output<typeof ImportDocumentView> {
  const { receiptIds, received, unreferenced, ...created } = existing?.created ?? {};
  const outcome =
    status === 'mine'
      ? document.returned
        ? 'returned'
        : 'sold'
      : status === 'already' || status === 'changed' || status === 'unfinished'
        ? status
        : 'not-taken';
  return {
    document: document.number,
    outcome,
    ...(existing?.refusal && isToDo(status) ? { reason: existing.refusal.code } : {}),
    ...created,
    ...(receiptIds ? { goodsReceiptIds: [...receiptIds] } : {}),
    ...(received === undefined ? {} : { goodsReceived: received }),
  };
}

/** Which rows of the report a reader wants to see. */
export const wanted =
  (query: Pick<z.output<typeof ListImportRows>, 'outcome' | 'reason' | 'document'>) =>
  (row: ReportRow): boolean =>
    (!query.outcome || row.outcome === query.outcome) &&
    (!query.reason || row.reason === query.reason) &&
    (!query.document || row.document === query.document);
