import { ledger } from '#api/finance/ledger.ts';
import { pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { accountId, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { refused } from '#kernel/errors.ts';
import { edit, stamped } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

export const patchAccount = command(
  ledger.actions.patchAccount,
  on(OwnAccounts, ({ code }) => {
    if (pgcAccount(code))
      throw refused(
        'account.of_chart',
        `Account ${code} belongs to the legal chart and cannot be changed. Create a subaccount instead.`,
        'path.code',
        { account: code },
      );
    return accountId(code);
  }),
  ({ body }, account) => edit(OwnAccounts, account, body),
  (account) => ({ ...stamped(account), own: true }),
);
