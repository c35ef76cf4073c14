import { screen } from '../app/screen.ts';

export const financeRoutes = [
  screen('/trial-balance', () => import('./ledger/trial-balance.tsx')),
  screen('/accounts', () => import('./ledger/account-list.tsx')),
  screen('/accounts/$code', () => import('./ledger/account-ledger.tsx')),
  screen('/journal', () => import('./ledger/journal.tsx')),
  screen('/journal/new', () => import('./ledger/new-entry.tsx')),
  screen('/journal/$entryId', () => import('./ledger/entry-record.tsx')),
  screen('/periods', () => import('./ledger/periods.tsx')),
  screen('/invoices', () => import('./receivables/invoice-list.tsx')),
  screen('/invoices/$invoiceId', () => import('./receivables/invoice-record.tsx')),
  screen('/invoice-drafts', () => import('./receivables/draft-list.tsx')),
  screen('/invoice-drafts/new', () => import('./receivables/draft-screen.tsx')),
  screen('/invoice-drafts/$draftId', () => import('./receivables/draft-screen.tsx')),
  screen('/credit-notes', () => import('./receivables/credit-note-list.tsx')),
  screen('/credit-notes/$creditNoteId', () => import('./receivables/credit-note-record.tsx')),
  screen('/receipts', () => import('./receivables/receipt-list.tsx')),
  screen('/receipts/new', () => import('./receivables/receipt-new.tsx')),
  screen('/receipts/$receiptId', () => import('./receivables/receipt-record.tsx')),
  screen('/refunds', () => import('./receivables/refund-list.tsx')),
  screen('/refunds/$refundId', () => import('./receivables/refund-record.tsx')),
  screen('/receivables', () => import('./receivables/receivables.tsx')),
];
