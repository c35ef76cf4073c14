import { serve } from '#runtime/http.ts';
import { createAccount } from './create-account.ts';
import { ledger } from './module.ts';
import { openFiscalYear } from './open-fiscal-year.ts';
import { patchAccount } from './patch-account.ts';
import { postEntry } from './post-entry.ts';
import { reverseEntry } from './reverse-entry.ts';
import { setPeriod } from './set-period.ts';

export const handler = serve(ledger, { createAccount, patchAccount, openFiscalYear, setPeriod, postEntry, reverseEntry });
