import { banking } from '#api/finance/banking.ts';
import {
  BankAccounts,
  BankIbans,
  BankLedgers,
  bankAccountActions,
  bankAccountView,
  bankIbanId,
  bankLedgerId,
  newBankAccount,
} from '#domain/finance/banking/bank-account.ts';
import { BankLines } from '#domain/finance/banking/bank-line.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { create, createNext } from '#kernel/record.ts';
import { edit } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { openWork } from '#runtime/open-work.ts';
import { optional, required } from '#runtime/reads.ts';
import { actionsOf, command, query } from '../../platform/service.ts';
import { requireAccounts } from '../ledger/account-store.ts';

const { actions } = banking;

export const createBankAccount = command(
  actions.createBankAccount,
  creates(BankAccounts, 'bka', ({ body }) => ({
    iban: optional(BankIbans, bankIbanId(body.iban)),
    ledger: optional(BankLedgers, bankLedgerId(body.account)),
  })),
  async ({ body, newId, records, today, iban, ledger }) => {
    const id = newId('bka');
    const { account, currency } = body;
    const data = newBankAccount(body, { iban: iban !== undefined, account: ledger !== undefined });
    await requireAccounts(records, [{ account, currency: currency === BASE_CURRENCY ? undefined : currency }], today, () => 'body.account');
    return [
      create(BankAccounts, id, data),
      createNext(BankIbans, bankIbanId(data.iban), { bankAccountId: id }),
      createNext(BankLedgers, bankLedgerId(account), { bankAccountId: id }),
    ];
  },
  bankAccountView,
);

export const patchBankAccount = command(
  actions.patchBankAccount,
  on(BankAccounts, (path) => path.bankAccountId),
  ({ body: { closed, ...rest } }, account) =>
    edit(BankAccounts, account, { ...rest, ...(closed === undefined ? {} : { closed: closed || null }) }),
  bankAccountView,
);

export const listBankAccounts = query(actions.listBankAccounts, async ({ query: { q, ...input }, records, tenant }) => {
  const page = await listRecords(records, BankAccounts, { ...input, buckets: ['all'], words: q });
  const waiting = await Promise.all(page.items.map(({ id }) => openWork(tenant, BankLines, id)));
  return {
    ...page,
    items: page.items.map((account, i) => {
      const { count = 0, amount = 0, capped = false } = waiting[i] ?? {};
      return { ...bankAccountView(account), openLines: count, openAmount: { minor: amount, currency: account.currency }, capped };
    }),
  };
});

export const getBankAccount = query(
  actions.getBankAccount,
  ({ path }) => ({ account: required(BankAccounts, path.bankAccountId, 'path.bankAccountId') }),
  ({ account, caller }) => ({ ...bankAccountView(account), actions: actionsOf(caller, actions, bankAccountActions, account) }),
);
