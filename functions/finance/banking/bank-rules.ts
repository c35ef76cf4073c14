import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import {
  type BankRule,
  type BankRuleInput,
  BankRules,
  bankRuleActions,
  refusalOfBegin,
  requireBankRule,
  type StoredBankRule,
} from '#domain/finance/banking/bank-rule.ts';
import { accountsOf } from '#domain/finance/banking/rule-action.ts';
import type { PaidBill } from '#domain/finance/banking/rule-bill.ts';
import { bankRuleView } from '#domain/finance/banking/rule-wire.ts';
import { PeriodSequences, sequenceIdFor } from '#domain/finance/ledger/period-sequence.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { refusalOfInputTax } from '#domain/finance/tax/recipient.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import { refusalOfCompanyWithholding } from '#domain/finance/tax/withholding-es.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, remove, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, requirePermission } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, command, query } from '../../platform/service.ts';
import { requireDimensions } from '../analysis/dimensions.ts';
import { requireAccounts } from '../ledger/account-store.ts';

const { actions } = banking;
const inPath = ({ ruleId }: { readonly ruleId: string }) => ruleId;

/** A rule posts in nobody's name: whoever makes it or switches it on may do by hand what it does. @throws DomainError `role.not_allowed` (403). */
function requireMay(caller: Caller, { action: { bill } }: Pick<BankRuleInput, 'action'>): void {
  if (!bill) return;
  requirePermission(caller, 'payables.write');
  requirePermission(caller, 'payables.pay');
}

/** The supplier of a bill may charge that tax. @throws DomainError `supplier.not_found` (404), `tax.supplier`, `tax.no_rate` (422). */
async function requireSupplier(records: Records, { supplierId, taxCode, withholding }: PaidBill, today: IsoDate): Promise<void> {
  const supplier = await records.getOrThrow(Suppliers, supplierId, 'body.action.bill.supplierId');
  taxPercent(taxCode, today);
  throwIf(
    refusalOfInputTax(taxCode, supplier, 'body.action.bill') ??
      refusalOfCompanyWithholding(withholding, supplier.taxId, 'body.action.bill.withholding'),
  );
}

/** Where a rule says from when it takes lines, that can be posted. @throws DomainError `bank_rule.closed_period` (422). */
async function requireBegin(records: Records, { activeFrom }: Pick<BankRuleInput, 'activeFrom'>, today: IsoDate): Promise<void> {
  if (activeFrom === undefined) return;
  throwIf(refusalOfBegin(activeFrom, await records.get(PeriodSequences, sequenceIdFor(activeFrom, BankRules.kind)), today));
}

/** @throws DomainError `bank_rule.…` (400), `bank-account.not_found` (404), `account.…`, `dimension.…` (422). */
export async function requireRuleIn(records: Records, rule: Pick<BankRuleInput, 'conditions' | 'action'>, today: IsoDate): Promise<void> {
  requireBankRule(rule);
  const { bankAccountId } = rule.conditions;
  const { bill } = rule.action;
  const accounts = accountsOf(rule.action);
  await Promise.all([
    bankAccountId === undefined ? undefined : records.getOrThrow(BankAccounts, bankAccountId, 'body.conditions.bankAccountId'),
    requireAccounts(
      records,
      accounts.map(({ account }) => account),
      today,
      (i) => accounts[i]?.field ?? 'body.action',
    ),
    requireDimensions(records, [...(rule.action.entry?.lines ?? []), ...(bill ? [bill] : [])]),
    bill && requireSupplier(records, bill, today),
  ]);
}

const detail = (rule: StoredBankRule, caller: Caller) => ({
  ...bankRuleView(rule),
  actions: actionsOf(caller, actions, bankRuleActions, rule),
});

export const createBankRule = command(
  actions.createBankRule,
  creates(BankRules, 'bru'),
  async ({ body, records, today, newId, caller }) => {
    requireMay(caller, body);
    await Promise.all([requireRuleIn(records, body, today), requireBegin(records, body, today)]);
    return [create(BankRules, newId('bru'), { ...body, state: 'off', version: 1 })];
  },
  (rule, { caller }) => detail(rule, caller),
);

export const patchBankRule = command(
  actions.patchBankRule,
  on(BankRules, inPath),
  async ({ body, records, today, caller }, rule) => {
    const { data, was } = applyPatch<BankRule>(rule, body);
    if (Object.keys(was).length === 0) return rule;
    requireMay(caller, data);
    await Promise.all([requireRuleIn(records, data, today), 'activeFrom' in was ? requireBegin(records, data, today) : undefined]);
    const isAnother = ['conditions', 'action', 'activeFrom'].some((field) => field in was);
    // What it takes or does is another rule: it is tested again before it is on.
    const after: BankRule = isAnother ? { ...data, version: rule.version + 1, state: 'off' } : data;
    return [update(BankRules, rule, after, was)];
  },
  (rule, { caller }) => detail(rule, caller),
);

const switched = (state: BankRule['state']) => (rule: StoredBankRule) => update<BankRule>(BankRules, rule, { ...rule, state });

export const switchBankRuleOn = command(
  actions.switchBankRuleOn,
  on(BankRules, inPath),
  async ({ records, today, caller }, rule) => {
    throwIf(bankRuleActions.switchBankRuleOn(rule));
    requireMay(caller, rule);
    await requireBegin(records, rule, today);
    return [switched('on')(rule)];
  },
  (rule, { caller }) => detail(rule, caller),
);

export const switchBankRuleOff = command(
  actions.switchBankRuleOff,
  on(BankRules, inPath),
  (_, rule) => {
    throwIf(bankRuleActions.switchBankRuleOff(rule));
    return [switched('off')(rule)];
  },
  (rule, { caller }) => detail(rule, caller),
);

export const deleteBankRule = command(
  actions.deleteBankRule,
  on(BankRules, inPath),
  (_, rule) => {
    throwIf(bankRuleActions.deleteBankRule(rule));
    return [remove(BankRules, rule)];
  },
  ({ id }) => ({ id, deleted: true as const }),
);

export const getBankRule = query(
  actions.getBankRule,
  ({ path }) => ({ rule: required(BankRules, path.ruleId, 'path.ruleId') }),
  ({ rule, caller }) => detail(rule, caller),
);

export const listBankRules = query(actions.listBankRules, async ({ query: { q, state, ...input }, records }) => {
  const where = state && ((rule: StoredBankRule) => rule.state === state);
  const page = await listRecords(records, BankRules, { ...input, buckets: ['all'], words: q, where });
  return { ...page, items: page.items.map(bankRuleView) };
});
