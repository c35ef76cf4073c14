import type { Operation } from '../session/session.ts';
import type { Icon } from '../ui/icons.ts';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconBook2,
  IconBox,
  IconBuildingStore,
  IconCalendarCheck,
  IconCash,
  IconCashBanknoteOff,
  IconFileInvoice,
  IconFileMinus,
  IconFilePencil,
  IconFileUpload,
  IconHome,
  IconListNumbers,
  IconPackages,
  IconReceipt,
  IconScale,
  IconShoppingCart,
  IconSitemap,
  IconTags,
  IconTruckDelivery,
  IconUsers,
} from '../ui/icons.ts';

export interface Place {
  readonly id:
    | 'home'
    | 'orders'
    | 'returns'
    | 'customers'
    | 'items'
    | 'imports'
    | 'invoices'
    | 'drafts'
    | 'creditNotes'
    | 'receipts'
    | 'refunds'
    | 'receivables'
    | 'stock'
    | 'goodsReceipts'
    | 'adjustments'
    | 'trialBalance'
    | 'journal'
    | 'accounts'
    | 'periods'
    | 'settings';
  readonly to: string;
  readonly icon: Icon;
  /** Shown to those who may do this. */
  readonly needs: Operation;
  /** Letters after `g` that go there. */
  readonly keys?: string;
}

export interface PlaceGroup {
  readonly id: 'sales' | 'billing' | 'warehouse' | 'books' | 'company' | undefined;
  readonly places: readonly Place[];
}

/** Every place of the console, as the menu, the palette and the shortcuts show it. */
export const PLACES: readonly PlaceGroup[] = [
  { id: undefined, places: [{ id: 'home', to: '/', icon: IconHome, needs: 'getMe', keys: 'h' }] },
  {
    id: 'sales',
    places: [
      { id: 'orders', to: '/orders', icon: IconShoppingCart, needs: 'listOrders', keys: 'o' },
      { id: 'returns', to: '/returns', icon: IconArrowBackUp, needs: 'listReturns', keys: 'd' },
      { id: 'customers', to: '/customers', icon: IconUsers, needs: 'listCustomers', keys: 'c' },
      { id: 'items', to: '/items', icon: IconTags, needs: 'listItems', keys: 'a' },
      { id: 'imports', to: '/imports', icon: IconFileUpload, needs: 'listImports', keys: 'm' },
    ],
  },
  {
    id: 'billing',
    places: [
      { id: 'invoices', to: '/invoices', icon: IconFileInvoice, needs: 'listInvoices', keys: 'f' },
      { id: 'drafts', to: '/invoice-drafts', icon: IconFilePencil, needs: 'listDrafts', keys: 'w' },
      { id: 'creditNotes', to: '/credit-notes', icon: IconFileMinus, needs: 'listCreditNotes', keys: 'n' },
      { id: 'receipts', to: '/receipts', icon: IconCash, needs: 'listReceipts', keys: 'r' },
      { id: 'refunds', to: '/refunds', icon: IconCashBanknoteOff, needs: 'listRefunds', keys: 'e' },
      { id: 'receivables', to: '/receivables', icon: IconReceipt, needs: 'getReceivables', keys: 'v' },
    ],
  },
  {
    id: 'warehouse',
    places: [
      { id: 'stock', to: '/stock', icon: IconPackages, needs: 'listStock', keys: 's' },
      { id: 'goodsReceipts', to: '/goods-receipts', icon: IconTruckDelivery, needs: 'listGoodsReceipts', keys: 'g' },
      { id: 'adjustments', to: '/stock-adjustments', icon: IconBox, needs: 'listAdjustments', keys: 'x' },
    ],
  },
  {
    id: 'books',
    places: [
      { id: 'trialBalance', to: '/trial-balance', icon: IconScale, needs: 'getTrialBalance', keys: 'b' },
      { id: 'journal', to: '/journal', icon: IconBook2, needs: 'listEntries', keys: 'j' },
      { id: 'accounts', to: '/accounts', icon: IconListNumbers, needs: 'listAccounts', keys: 'p' },
      { id: 'periods', to: '/periods', icon: IconCalendarCheck, needs: 'listPeriods', keys: 't' },
    ],
  },
  { id: 'company', places: [{ id: 'settings', to: '/settings', icon: IconAdjustments, needs: 'getCompany', keys: ',' }] },
];

/** What stands for a kind of record where it is named. */
export const KIND_ICONS: Readonly<Record<string, Icon>> = {
  order: IconShoppingCart,
  shipment: IconTruckDelivery,
  invoice: IconFileInvoice,
  'credit-note': IconFileMinus,
  receipt: IconCash,
  refund: IconCashBanknoteOff,
  return: IconArrowBackUp,
  entry: IconBook2,
  customer: IconUsers,
  item: IconTags,
  account: IconSitemap,
  company: IconBuildingStore,
  import: IconFileUpload,
  'goods-receipt': IconTruckDelivery,
};
