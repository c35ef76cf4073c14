import { ledger } from '#api/finance/ledger.ts';
import { serveModule } from '../../platform/service.ts';
import { createAccount } from './create-account.ts';
import { changeFiscalYear, openFiscalYear } from './fiscal-years.ts';
import { openBooks } from './open-books.ts';
import { patchAccount } from './patch-account.ts';
import { postEntry } from './post-entry.ts';
import { reverseEntry } from './reverse-entry.ts';
import { setPeriod } from './set-period.ts';
import { setPeriodLane } from './set-period-lane.ts';

export const handler = serveModule(ledger, {
  createAccount,
  patchAccount,
  openFiscalYear,
  changeFiscalYear,
  setPeriod,
  setPeriodLane,
  postEntry,
  openBooks,
  reverseEntry,
});
