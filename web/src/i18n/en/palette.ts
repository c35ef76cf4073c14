import type { palette as es } from '../es/palette.ts';
import type { Texts } from '../texts.ts';

export const palette: Texts<typeof es> = {
  title: 'Search or do',
  hint: 'An order, a customer, an invoice, an action…',
  record: 'With what is open',
  recent: 'Seen lately',
  do: 'Do',
  go: 'Go to',
  set: 'Settings',
  nothing: 'Nothing matches. Try other words.',
  more: 'There is more: type something narrower.',
  count_one: '{{count}} result.',
  count_other: '{{count}} results.',
  count_many: '{{count}} results.',
  speak: 'Switch the language: {{language}}',
  dark: 'Dark appearance',
  light: 'Light appearance',
  kinds: {
    customer: 'Customers',
    item: 'Items',
    order: 'Orders',
    invoice: 'Invoices',
    'credit-note': 'Credit notes',
    receipt: 'Receipts',
    return: 'Returns',
    account: 'Accounts',
    'journal-entry': 'Journal entries',
  },
};
