import { PayablesView } from '#domain/finance/payables/wire.ts';
import { type ActionSpec, defineModule } from '#kernel/action.ts';
import { receivedGoods } from '../received-goods.ts';
import { bills, credits } from '../supplier-papers.ts';
import { payments } from '../supplier-payments.ts';
import { suppliers } from '../suppliers.ts';

/** What the company owes. */
const owed = {
  getPayables: {
    route: 'GET /payables',
    summary: 'Get what suppliers are owed, by age, less unapplied payments and credit notes',
    description:
      '`payable` is the balance of accounts 400, 410 and 4650 (employees), credit positive. The figures follow each change within a moment.',
    permission: 'books.read',
    output: PayablesView,
  },
} as const satisfies Record<string, ActionSpec>;

/** Whom it buys from, what they ask for, what it pays: one function serves them all. */
export const payables = defineModule('finance/payables', 'Payables', {
  ...suppliers,
  ...bills,
  ...credits,
  ...payments,
  ...owed,
  ...receivedGoods,
});
