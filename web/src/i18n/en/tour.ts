import type { tour as es } from '../es/tour.ts';
import type { Texts } from '../texts.ts';

export const tour: Texts<typeof es> = {
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
