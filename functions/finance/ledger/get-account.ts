import { query } from '#runtime/action.ts';
import { needAccount } from './account-store.ts';
import { ledger } from './module.ts';

export const getAccount = query(ledger.actions.getAccount, ({ path, records }) => needAccount(records, path.code));
