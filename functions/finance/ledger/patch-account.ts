import { update } from '#kernel/record.ts';
import { edited } from '#kernel/stamps.ts';
import { type OwnAccount, OwnAccounts, accountId } from '#domain/finance/ledger/own-account.ts';
import { command } from '#runtime/action.ts';
import { ledger } from './module.ts';

export const patchAccount = command(ledger.actions.patchAccount, {
  evidence: ({ path }) => ({ type: OwnAccounts, id: accountId(path.code), how: 'on' as const }),
  answer: (account) => ({ ...account, own: true }),
  run: async ({ body, records }, before) => {
    const { data, was } = edited(before, body);
    if (Object.keys(was).length === 0) return before;
    return (await records.commit<OwnAccount>([update(OwnAccounts, before, data, was)]))[0];
  },
});
