import { expect, it } from 'vitest';
import { KINDS } from '../../../functions/platform/search/kinds.ts';
import { MODULES } from '../../../infra/modules.ts';
import { SEARCH_KINDS } from '../../../shared/domain/platform/search/wire.ts';
import { type ActionSpec, EVERYBODY } from '../../../shared/kernel/action.ts';

const actions = new Map(MODULES.flatMap(({ actions }) => Object.entries(actions as Readonly<Record<string, ActionSpec>>)));

/** The list of each kind that the search looks through. */
const LISTS = {
  customer: 'listCustomers',
  item: 'listItems',
  order: 'listOrders',
  invoice: 'listInvoices',
  'credit-note': 'listCreditNotes',
  receipt: 'listReceipts',
  return: 'listReturns',
  account: 'listAccounts',
  'journal-entry': 'listEntries',
} as const satisfies Record<(typeof SEARCH_KINDS)[number], string>;

it('searches every kind that the API’s document names, and only what every role may list', () => {
  expect([...KINDS.map(({ kind }) => kind), 'account'].sort()).toEqual([...SEARCH_KINDS].sort());
  const closed = Object.values(LISTS).filter((name) => EVERYBODY.some((role) => !actions.get(name)?.roles.includes(role as never)));
  expect(closed, 'lists that some roles may not see: the search must leave these kinds out for them').toEqual([]);
});

it('links the home page to lists that every role may see', () => {
  for (const name of ['listOrders', 'listInvoices', 'listReturns', 'listStock', 'listImports'])
    expect(actions.get(name)?.roles, name).toEqual(EVERYBODY);
});
