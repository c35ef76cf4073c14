import type { keys as es } from '../es/keys.ts';
import type { Texts } from '../texts.ts';

export const keys: Texts<typeof es> = {
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
};
