import { accountId, type OwnAccount, OwnAccounts, ownAccount } from '#domain/finance/ledger/own-account.ts';
import { create } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { parentOf } from './account-store.ts';
import { ledger } from './module.ts';

export const createAccount = command(ledger.actions.createAccount, {
  evidence: ({ body }) => ({ type: OwnAccounts, id: accountId(body.code), how: 'make' as const }),
  keepsRequest: true,
  answer: (account) => ({ ...stampedAtBirth(atBirth(account)), own: true }),
  run: async ({ body, records }) => {
    const account = ownAccount(body, await parentOf(records, body.code));
    return (await records.commit<OwnAccount>([create(OwnAccounts, accountId(body.code), account)]))[0];
  },
});
