import type { ClockTrigger } from '#kernel/trigger.ts';

/** What banks and cash come to, by the books: looked at every hour. */
export const CASH_LEVEL: ClockTrigger = {
  name: 'cash.level',
  clock: 'hourly',
  edge: true,
  read: 'books.read',
  fields: {
    /** All of them together, and then each account. */
    account: { type: 'text' },
    name: { type: 'text' },
    balance: { type: 'money' },
  },
};
/** What stands for the account where all of them are meant. */
export const ALL_MONEY = '57';
