import { pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { accountId, type OwnAccount, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { edited, stamped } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { ledger } from './module.ts';

export const patchAccount = command(ledger.actions.patchAccount, {
  evidence: ({ path: { code } }) => {
    if (pgcAccount(code))
      throw refused(
        'account.of_chart',
        `Account ${code} belongs to the chart and stays as the law names it. Add a subaccount instead.`,
        'path.code',
        { account: code },
      );
    return { type: OwnAccounts, id: accountId(code), how: 'on' as const };
  },
  answer: (account) => ({ ...stamped(account), own: true }),
  run: async ({ body, records }, before) => {
    const { data, was } = edited(before, body);
    if (Object.keys(was).length === 0) return before;
    return (await records.commit<OwnAccount>([update(OwnAccounts, before, data, was)]))[0];
  },
});
