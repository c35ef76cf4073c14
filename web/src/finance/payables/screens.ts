import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCash, IconFileInvoice, IconFileMinus, IconPackages, IconReceipt, IconTruckDelivery } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [
    { id: 'supplierBills', to: '/payables/bills', icon: IconFileInvoice, needs: 'listSupplierBills', at: 1 },
    { id: 'supplierCreditNotes', to: '/payables/credit-notes', icon: IconFileMinus, needs: 'listSupplierCreditNotes', at: 2 },
    { id: 'supplierPayments', to: '/payables/payments', icon: IconCash, needs: 'listSupplierPayments', at: 3 },
    { id: 'payables', to: '/payables/ageing', icon: IconReceipt, needs: 'getPayables', at: 4 },
    { id: 'unbilled', to: '/payables/unbilled', icon: IconPackages, needs: 'getUnbilledReceipts', at: 6 },
    { id: 'suppliers', to: '/payables/suppliers', icon: IconTruckDelivery, needs: 'listSuppliers', at: 5 },
  ],
  commands: [
    { id: 'newSupplierBill', icon: IconFileInvoice, needs: 'recordSupplierBill', to: '/payables/bills/new', of: '/payables/bills' },
    {
      id: 'newSupplierCreditNote',
      icon: IconFileMinus,
      needs: 'recordSupplierCreditNote',
      to: '/payables/credit-notes/new',
      of: '/payables/credit-notes',
    },
    { id: 'newSupplierPayment', icon: IconCash, needs: 'recordSupplierPayment', to: '/payables/payments/new', of: '/payables/payments' },
    { id: 'newSupplier', icon: IconTruckDelivery, needs: 'createSupplier', to: '/payables/suppliers/new', of: '/payables/suppliers' },
  ],
  routes: {
    '/payables/ageing': () => import('./payables.tsx'),
    '/payables/bills': () => import('./bill-list.tsx'),
    '/payables/bills/new': () => import('./purchase-editor.tsx'),
    '/payables/bills/$billId': () => import('./bill-record.tsx'),
    '/payables/credit-notes': () => import('./credit-note-list.tsx'),
    '/payables/credit-notes/new': () => import('./purchase-editor.tsx'),
    '/payables/credit-notes/$supplierCreditNoteId': () => import('./credit-note-record.tsx'),
    '/payables/payments': () => import('../supplier-payments/payment-list.tsx'),
    '/payables/payments/new': () => import('../supplier-payments/payment-new.tsx'),
    '/payables/payments/$paymentId': () => import('../supplier-payments/payment-record.tsx'),
    '/payables/unbilled': () => import('../received-goods/unbilled.tsx'),
    '/payables/suppliers': () => import('../suppliers/supplier-list.tsx'),
    '/payables/suppliers/new': () => import('../suppliers/supplier-dialog.tsx'),
    '/payables/suppliers/$supplierId': () => import('../suppliers/supplier-record.tsx'),
  },
} satisfies ModuleScreens;
