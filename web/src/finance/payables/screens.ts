import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileInvoice, IconFileMinus, IconReceipt } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [
    { id: 'supplierBills', to: '/payables/bills', icon: IconFileInvoice, needs: 'listSupplierBills', at: 1 },
    { id: 'supplierCreditNotes', to: '/payables/credit-notes', icon: IconFileMinus, needs: 'listSupplierCreditNotes', at: 2 },
    { id: 'payables', to: '/payables/ageing', icon: IconReceipt, needs: 'getPayables', at: 5 },
  ],
  commands: [
    { id: 'newSupplierBill', icon: IconFileInvoice, needs: 'recordSupplierBill', of: '/payables/bills' },
    { id: 'newSupplierCreditNote', icon: IconFileMinus, needs: 'recordSupplierCreditNote', of: '/payables/credit-notes' },
  ],
  routes: {
    '/payables/ageing': () => import('./payables.tsx'),
    '/payables/bills': () => import('./purchase-list.tsx'),
    '/payables/bills/new': () => import('./purchase-editor.tsx'),
    '/payables/bills/$billId': () => import('./purchase-record.tsx'),
    '/payables/credit-notes': () => import('./purchase-list.tsx'),
    '/payables/credit-notes/new': () => import('./purchase-editor.tsx'),
    '/payables/credit-notes/$supplierCreditNoteId': () => import('./purchase-record.tsx'),
  },
} satisfies ModuleScreens;
