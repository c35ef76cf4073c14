import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCash, IconCashBanknoteOff, IconFileInvoice, IconFileMinus, IconFilePencil, IconReceipt } from '../../ui/icons.ts';

export default {
  area: 'billing',
  menu: [
    { id: 'invoices', to: '/invoices', icon: IconFileInvoice, needs: 'listInvoices', keys: 'f', at: 1 },
    { id: 'drafts', to: '/invoice-drafts', icon: IconFilePencil, needs: 'listDrafts', keys: 'w', at: 2 },
    { id: 'creditNotes', to: '/credit-notes', icon: IconFileMinus, needs: 'listCreditNotes', keys: 'n', at: 3 },
    { id: 'receipts', to: '/receipts', icon: IconCash, needs: 'listReceipts', keys: 'r', at: 4 },
    { id: 'refunds', to: '/refunds', icon: IconCashBanknoteOff, needs: 'listRefunds', keys: 'e', at: 5 },
    { id: 'receivables', to: '/receivables', icon: IconReceipt, needs: 'getReceivables', keys: 'v', at: 6 },
  ],
  commands: [
    { id: 'recordReceipt', icon: IconCash, needs: 'recordReceipt', of: '/receipts', quick: 3 },
    { id: 'newDraft', icon: IconFilePencil, needs: 'createDraft', of: '/invoice-drafts' },
  ],
  routes: {
    '/invoices': () => import('./invoice-list.tsx'),
    '/invoices/$invoiceId': () => import('./invoice-record.tsx'),
    '/invoice-drafts': () => import('./draft-list.tsx'),
    '/invoice-drafts/new': () => import('./draft-screen.tsx'),
    '/invoice-drafts/$draftId': () => import('./draft-screen.tsx'),
    '/credit-notes': () => import('./credit-note-list.tsx'),
    '/credit-notes/$creditNoteId': () => import('./credit-note-record.tsx'),
    '/receipts': () => import('./receipt-list.tsx'),
    '/receipts/new': () => import('./receipt-new.tsx'),
    '/receipts/$receiptId': () => import('./receipt-record.tsx'),
    '/refunds': () => import('./refund-list.tsx'),
    '/refunds/$refundId': () => import('./refund-record.tsx'),
    '/receivables': () => import('./receivables.tsx'),
  },
} satisfies ModuleScreens;
