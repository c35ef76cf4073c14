import type { IsoDate } from '#kernel/date.ts';
import type { Params } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';

/** What a document of the shop became. Money in minor units, ≥ 0. */
export interface Made {
  readonly orderId?: string;
  readonly invoiceId?: string;
  readonly creditNoteId?: string;
  /** Goods receipts of what was short. */
  readonly receiptIds?: readonly string[];
  readonly net: Minor;
  readonly tax: Minor;
  readonly gross: Minor;
  /** Cost of the goods that were received for it. */
  readonly received?: Minor;
  /** Received (sale) or paid back (return) in cash at once. */
  readonly cash: Minor;
  /** Rows of a return, by place, that no (or not enough) earlier sale was found for. */
  readonly unreferenced?: readonly number[];
}

/**
 * A document of a shop, taken once for ever: its id is made of company, profile and number. `taking`: a long order that
 * is under way. `refused`: a rule stands against it (a closed period); a later import tries again.
 */
export interface ShopDocument {
  readonly profile: string;
  readonly number: string;
  readonly date: IsoDate;
  /** Of what its rows say. */
  readonly digest: string;
  /** The import that took it. */
  readonly importId: string;
  readonly state: 'taking' | 'taken' | 'refused';
  readonly made?: Made;
  readonly refusal?: { readonly code: string; readonly message: string; readonly params?: Params };
}

export const ShopDocuments = recordType<ShopDocument>({ kind: 'shop-document', prefix: 'shd', history: 'all' });
export type StoredShopDocument = Stored<ShopDocument>;

/** How a document stands to an import that meets it. */
export type Standing = 'new' | 'mine' | 'already' | 'changed';

export function standingOf(known: ShopDocument | undefined, importId: string, digest: string): Standing {
  if (!known || known.state === 'refused') return 'new';
  if (known.digest !== digest) return 'changed';
  if (known.state === 'taking') return 'new';
  return known.importId === importId ? 'mine' : 'already';
}

/** One sale of a day: what a return looks for. Line number, item code, price. */
export interface DaySale {
  readonly orderId: string;
  readonly invoiceId: string;
  readonly lines: readonly (readonly [no: number, code: string, price: string])[];
}

/**
 * What a customer bought on a day, in the order of taking, and the days on which they bought: an index over orders that
 * is consistent at once, so that a return finds the newest earlier sale of an item. Quantities are looked up on the order.
 */
export const SaleDays = recordType<{ readonly sales: readonly DaySale[] }>({ kind: 'sale-day', prefix: 'sdy', history: 'ends' });
export const SaleCalendars = recordType<{ readonly days: readonly IsoDate[] }>({ kind: 'sale-calendar', prefix: 'sca', history: 'ends' });
export const saleDayId = (customerId: string, date: IsoDate): string => `sdy_${customerId.slice(4)}.${date}`;
export const saleCalendarId = (customerId: string): string => `sca_${customerId.slice(4)}`;
