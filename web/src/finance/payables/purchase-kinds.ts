import { useLocation } from '@tanstack/react-router';

/** What the screens of bills and of suppliers’ credit notes differ by. */
const BILL = {
  credit: false,
  kind: 'supplier-bill',
  list: '/payables/bills',
  menu: 'menu.supplierBills',
  texts: 'payables.bills',
  create: 'recordSupplierBill',
} as const;
const CREDIT = {
  credit: true,
  kind: 'supplier-credit-note',
  list: '/payables/credit-notes',
  menu: 'menu.supplierCreditNotes',
  texts: 'payables.credits',
  create: 'recordSupplierCreditNote',
} as const;
export type PurchaseKind = typeof BILL | typeof CREDIT;

/** Which of the two the address is of. */
export const usePurchaseKind = (): PurchaseKind => (useLocation().pathname.startsWith(CREDIT.list) ? CREDIT : BILL);
