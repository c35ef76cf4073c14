import { Credits, CustomerRefs, Customers } from '#domain/crm/customers/customer.ts';
import { BookExports } from '#domain/finance/ledger/export-record.ts';
import { Gates } from '#domain/finance/ledger/gate.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { Drafts } from '#domain/finance/receivables/draft.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { GoodsIssues } from '#domain/inventory/stock/goods-issue.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { Stocks } from '#domain/inventory/stock/stock.ts';
import { Warehouses } from '#domain/inventory/stock/warehouse.ts';
import { Companies } from '#domain/platform/company/company.ts';
import { ApiClients } from '#domain/platform/members/api-client.ts';
import { Members, OwnerLists } from '#domain/platform/members/member.ts';
import { ItemCodes, Items } from '#domain/sales/catalogue/item.ts';
import { Imports } from '#domain/sales/imports/import.ts';
import { SaleCalendars, SaleDays, ShopDocuments } from '#domain/sales/imports/shop-document.ts';
import { Holds, Orders } from '#domain/sales/orders/order.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';

const ALL: readonly RecordType<never>[] = [
  Companies,
  Members,
  OwnerLists,
  ApiClients,
  Customers,
  CustomerRefs,
  Credits,
  Items,
  ItemCodes,
  Orders,
  Returns,
  Holds,
  Drafts,
  Invoices,
  CreditNotes,
  Receipts,
  ReceiptReversals,
  Refunds,
  Stocks,
  Warehouses,
  GoodsReceipts,
  GoodsIssues,
  StockAdjustments,
  Gates,
  OwnAccounts,
  ManualEntries,
  BookExports,
  Imports,
  ShopDocuments,
  SaleDays,
  SaleCalendars,
];

/** The kind of record that an id's prefix names. */
export const kindOf = (id: string): RecordType<never> | undefined => ALL.find((type) => type.prefix === prefixOf(id));
