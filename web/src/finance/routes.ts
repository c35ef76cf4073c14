import { screen } from '../app/screen.ts';

export const financeRoutes = [
  screen('/trial-balance', () => import('./ledger/trial-balance.tsx')),
  screen('/accounts', () => import('./ledger/account-list.tsx')),
  screen('/accounts/$code', () => import('./ledger/account-ledger.tsx')),
  screen('/journal', () => import('./ledger/journal.tsx')),
  screen('/journal/new', () => import('./ledger/new-entry.tsx')),
  screen('/journal/$entryId', () => import('./ledger/entry-record.tsx')),
  screen('/periods', () => import('./ledger/periods.tsx')),
];
