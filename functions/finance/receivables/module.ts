import { defineModule } from '#kernel/action.ts';
import { creditNotes } from './module-credit-notes.ts';
import { drafts } from './module-drafts.ts';
import { invoices } from './module-invoices.ts';
import { receipts } from './module-receipts.ts';
import { refunds } from './module-refunds.ts';

export const receivables = defineModule('finance/receivables', 'Receivables', {
  ...drafts,
  ...invoices,
  ...creditNotes,
  ...receipts,
  ...refunds,
});
