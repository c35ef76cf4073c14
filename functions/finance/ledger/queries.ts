import { serve } from '#runtime/http.ts';
import { getAccount } from './get-account.ts';
import { getAccountLedger } from './get-account-ledger.ts';
import { getEntry } from './get-entry.ts';
import { getTrialBalance } from './get-trial-balance.ts';
import { listAccounts } from './list-accounts.ts';
import { listEntries } from './list-entries.ts';
import { listPeriods } from './list-periods.ts';
import { ledger } from './module.ts';

export const handler = serve(ledger, { listAccounts, getAccount, getAccountLedger, listPeriods, listEntries, getEntry, getTrialBalance });
