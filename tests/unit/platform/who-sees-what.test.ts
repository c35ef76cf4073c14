import { expect, it } from 'vitest';
import { pascal, plural } from '../../../infra/tools/scaffold/names.ts';
import { MODULES } from '../../../shared/api/modules.ts';
import { FOUND_KINDS, KINDS } from '../../../shared/domain/kinds.ts';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import { builtInGrants, type Need, ROLES, type Role, suffices } from '../../../shared/kernel/permission.ts';
import { mayRead, unknownCaller } from '../../../shared/runtime/caller.ts';

const actions = new Map(MODULES.flatMap(({ actions }) => Object.entries(actions as Readonly<Record<string, ActionSpec>>)));

/** What shows a kind that the search finds, where its own list does not (`listOrders` shows orders). */
const SHOWN_BY: Readonly<Record<string, string>> = {
  'invoice-draft': 'listDrafts',
  'receipt-reversal': 'listReceipts',
  'payables-reversal': 'listSupplierBills',
  'goods-issue': 'listStock',
  'stock-adjustment': 'listAdjustments',
  'manual-entry': 'listEntries',
  'exchange-rates': 'listExchangeRates',
  'year-end-entry': 'listEntries',
  'journal-entry': 'listEntries',
  // Of those about records that one may see: every role sees some.
  note: 'getActivity',
  attachment: 'getActivity',
  'record-tags': 'listTagged',
  'intake-document': 'listDocuments',
  'automation-rule': 'listRules',
  equipment: 'listEquipmentItems',
  // On the page of its form and period.
  'tax-return': 'getTaxReturn',
  'tax-return-reversal': 'getTaxReturn',
  // On the page of its run.
  'payroll-portion': 'listPayrollRuns',
};
const shownBy = (kind: string): string => SHOWN_BY[kind] ?? `list${pascal(plural(kind))}`;

const maySee = (name: string) => ROLES.filter((role) => suffices(role, actions.get(name)?.permission as Need));
const callerWith = (role: Role) => ({
  ...unknownCaller({ tenant: 'lumbre', companies: ['lumbre'], email: 'a@b.example', sub: 'u', founds: false }),
  grants: builtInGrants(role),
});

it('lets a role find what it may list, and nothing else', () => {
  expect(FOUND_KINDS.filter((kind) => !actions.has(shownBy(kind)))).toEqual([]);
  for (const type of KINDS.filter(({ summary }) => summary))
    expect(
      ROLES.filter((role) => mayRead(callerWith(role), type)),
      type.kind,
    ).toEqual(maySee(shownBy(type.kind)));
});

it('links the home page to lists that every role of the house may see', () => {
  // Who sees nothing of trade: the firm that files taxes, and who works with people, or for the company at large.
  const apart: readonly Role[] = ['adviser', 'hr', 'payroll', 'manager', 'employee'];
  const house = ROLES.filter((role) => !apart.includes(role));
  for (const name of ['listOrders', 'listInvoices', 'listReturns', 'listStock', 'listImports'])
    expect(
      maySee(name).filter((role) => !apart.includes(role)),
      name,
    ).toEqual(house);
});
