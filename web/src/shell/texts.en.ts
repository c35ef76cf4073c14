import type { Texts } from '../i18n/texts.ts';
import type * as es from './texts.es.ts';

export const shell = {
  product: 'Trastienda',
  skip: 'Skip to content',
  menu: 'Menu',
  closeMenu: 'Close the menu',
  navigation: 'Main navigation',
  search: 'Search or do…',
  shortcuts: 'Keyboard shortcuts',
  language: 'Language',
  scheme: { label: 'Appearance', light: 'Light', dark: 'Dark', auto: 'As the system' },
  account: 'My account',
  companies: 'Your companies',
  signOut: 'Sign out',
  tour: 'Guided tour',
  loading: 'Loading…',
  notFound: { title: 'There is no such page', text: 'The address may be mistyped, or the record is not of your company.', home: 'Go home' },
  favourites: {
    title: 'Favourites',
    add: 'Add to favourites',
    remove: 'Remove from favourites',
    full: 'Too many favourites: remove one first.',
  },
  rail: { expand: 'Show the whole menu', collapse: 'Reduce the menu to icons' },
  failed: { title: 'Something went wrong', retry: 'Try again' },
  roles: {
    owner: 'Owner',
    accountant: 'Accountant',
    sales: 'Sales',
    warehouse: 'Warehouse',
    hr: 'Human resources',
    payroll: 'Payroll',
    manager: 'Manager',
    employee: 'Employee',
    auditor: 'Auditor',
    adviser: 'Adviser',
    integration: 'Integration',
  },
} as const;

export const keys: Texts<typeof es.keys> = {
  everywhere: 'Everywhere',
  record: 'With the open record',
  lists: 'In lists',
  go: 'Go to',
  dates: 'In a date',
  dayBefore: 'One day earlier',
  dayAfter: 'One day later',
  calendar: 'Open the calendar',
  palette: 'Search or do',
  shortcuts: 'These shortcuts',
  close: 'Close what is open',
  search: 'Search in the list',
  new: 'Make a new one',
  down: 'Next row',
  up: 'Previous row',
  open: 'Open the row',
  tick: 'Tick the row',
  favourite: 'Add this page to the favourites, or remove it',
};

export const palette: Texts<typeof es.palette> = {
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
  /** What groups of found records are called, by kind: told by their modules. */
  kinds: {} as Readonly<Record<string, string>>,
};

export const tour: Texts<typeof es.tour> = {
  progress: '{{at}} of {{of}}',
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  end: 'Finish',
  invitation: {
    title: 'Shall we show you Trastienda?',
    text: 'A three-minute tour of this screen. It is in your menu too.',
    later: 'Not now',
    start: 'Start',
  },
  menu: { title: 'The menu', text: 'Everything that your role lets you see: sales, billing, warehouse and books.' },
  search: {
    title: 'Search or do',
    text: 'An order number, a customer, an invoice or an action: all from here. Ctrl K (or ⌘ K) opens it too.',
  },
  quick: { title: 'Every day', text: 'What is done most, one click away: orders, goods receipts, payments and imports.' },
  waiting: { title: 'What is waiting', text: 'What needs somebody to act. Each card opens its list, already filtered.' },
  figures: {
    title: 'How the month is going',
    text: 'The figures come from the books, to the cent. Each leads to the documents behind it.',
  },
  keys: {
    title: 'Without a mouse',
    text: 'The keyboard does everything. Press ? to see the shortcuts: g then o, for one, goes to the orders.',
  },
  account: { title: 'Your menu', text: 'Language, light or dark, the way out, and this tour whenever you like.' },
};

export const areas = {
  sales: 'Sales',
  billing: 'Billing',
  purchasing: 'Purchasing',
  treasury: 'Treasury',
  warehouse: 'Warehouse',
  books: 'Accounting',
  company: 'Company',
};
