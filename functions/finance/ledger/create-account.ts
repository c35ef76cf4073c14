import { ledger } from '#api/finance/ledger.ts';
import { accountId, OwnAccounts, ownAccount } from '#domain/finance/ledger/own-account.ts';
import { create } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { parentOf } from './account-store.ts';

export const createAccount = command(
  ledger.actions.createAccount,
  creates(OwnAccounts, ({ body }) => accountId(body.code)),
  async ({ body, records }) => [create(OwnAccounts, accountId(body.code), ownAccount(body, await parentOf(records, body.code)))],
  (account) => ({ ...stamped(account), own: true }),
);
