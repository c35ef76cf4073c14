import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Left } from './plan.ts';

/** What a document of the shop became. Money in minor units, ≥ 0. */
export const CreatedRecords = z.object({
  orderId: z.exactOptional(z.string()),
  invoiceId: z.exactOptional(z.string()),
  creditNoteId: z.exactOptional(z.string()),
  /** The invoice ought to name its recipient, and the file names none. */
  recipientMissing: z.exactOptional(z.literal(true)),
  /** Goods receipts of what was short. */
  receiptIds: z.exactOptional(list(z.string())),
  net: z.int(),
  tax: z.int(),
  gross: z.int(),
  /** Cost of the goods that were received for it. */
  received: z.exactOptional(z.int()),
  /** Received (sale) or paid back (return) in cash at once. */
  cash: z.int(),
  /** Rows of a return, by place, that no (or not enough) earlier sale was found for. */
  unreferenced: z.exactOptional(list(z.int())),
});
export type CreatedRecords = Readonly<z.output<typeof CreatedRecords>>;

/**
 * A document of a shop, taken once for ever: its id is made of company, profile and number. `taking`: a long order that
 * is under way, or that stopped half-way (`refusal` says why): part of it is in the books, and a later import goes on.
 * `refused`: a rule stands against it (a closed period), and nothing of it was made; a later import tries again.
 */
export const ShopDocument = z.object({
  profile: z.string(),
  number: z.string(),
  date: z.string(),
  /** Of what its rows say. */
  digest: z.string(),
  /** The import that took it. */
  importId: z.string(),
  /** Rows of it were not taken: a later file may put them right. */
  left: z.exactOptional(Left),
  state: z.enum(['importing', 'imported', 'refused']),
  created: z.exactOptional(CreatedRecords),
  refusal: z.exactOptional(
    z.object({
      code: z.string(),
      message: z.string(),
      params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
  ),
});
export type ShopDocument = Readonly<z.output<typeof ShopDocument>>;

export const ShopDocuments = recordType<ShopDocument>({
  kind: 'shop-document',
  prefix: 'shd',
  data: ShopDocument,
  history: 'all',
  screen: { none: "It is shown on its import's page." },
  read: 'imports.read',
});
export type StoredShopDocument = Stored<ShopDocument>;

/** How a document stands to an import that meets it. */
export type LookupStatus = 'new' | 'mine' | 'unfinished' | 'already' | 'changed';

/** Whether an import has something left to do about a document. */
export const isToDo = (status: LookupStatus | 'none'): boolean => status === 'new' || status === 'unfinished';

export function lookupStatusOf(existing: ShopDocument | undefined, importId: string, digest: string): LookupStatus {
  if (!existing || existing.state === 'refused') return 'new';
  if (existing.digest !== digest) return 'changed';
  if (existing.state === 'importing') return existing.refusal && existing.importId === importId ? 'unfinished' : 'new';
  return existing.importId === importId ? 'mine' : 'already';
}

/**
 * A sale as a return looks for it: line number, item code, price. What is left to return stands on the order. An index over a
 * customer's sales in the order in which they were made, at once consistent, so that a return finds the newest earlier one.
 */
export const CustomerSale = z.object({
  orderId: z.string(),
  lines: list(z.readonly(z.tuple([z.int(), z.string(), z.string()]))),
});
export type CustomerSale = Readonly<z.output<typeof CustomerSale>>;

export const CustomerSales = recordType<CustomerSale>({
  kind: 'customer-sale',
  prefix: 'csa',
  data: CustomerSale,
  history: 'ends',
  partitioned: true,
  screen: { none: 'It is an index.' },
  read: 'imports.read',
});

/** Where a document stands in the order of taking: by its day, then by import, then by the file. */
export interface SalePlace {
  readonly date: IsoDate;
  /** ISO instant. */
  readonly importedAt: string;
  readonly line: number;
}
export const customerSaleId = (customerId: string, { date, importedAt, line }: SalePlace): string =>
  `csa_${customerId.slice(4)}/${date}#${importedAt}#${String(line).padStart(7, '0')}`;
/** The place behind all sales up to a day. */
export const salesUntil = (customerId: string, date: IsoDate): string => `csa_${customerId.slice(4)}/${date}$`;
