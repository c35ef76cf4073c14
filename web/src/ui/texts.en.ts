import type { Texts } from '../i18n/texts.ts';
import type * as es from './texts.es.ts';

export const fields: Texts<typeof es.fields> = {
  date: {
    open: 'Open the calendar',
    calendar: 'Calendar',
    placeholder: 'dd/mm/yyyy',
    wrong: '“{{typed}}” is not a date. Write it like {{example}}.',
    before: 'It cannot be before {{date}}.',
    after: 'It cannot be after {{date}}.',
    today: 'Today',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    previousDecade: 'Ten years earlier',
    nextDecade: 'Ten years later',
  },
  needed: 'This is needed.',
  number: 'Enter a number.',
  ambiguous: '“{{typed}}” can be read in two ways. Write {{whole}} or {{decimals}}.',
  whole: 'Enter a whole number.',
  wrong: 'This is not valid.',
  choose: 'Choose one of the options.',
  email: 'Enter a whole e-mail address, such as ana@example.com.',
  unknown: 'This is not expected here.',
  tooLong_one: 'At most {{count}} character.',
  tooLong_other: 'At most {{count}} characters.',
  tooLong_many: 'At most {{count}} characters.',
  tooShort_one: 'At least {{count}} character.',
  tooShort_other: 'At least {{count}} characters.',
  tooShort_many: 'At least {{count}} characters.',
  tooMany_one: 'At most {{count}}.',
  tooMany_other: 'At most {{count}}.',
  tooMany_many: 'At most {{count}}.',
  tooFew_one: 'At least {{count}} is needed.',
  tooFew_other: 'At least {{count}} are needed.',
  tooFew_many: 'At least {{count}} are needed.',
  atMost_one: 'At most {{count}}.',
  atMost_other: 'At most {{count}}.',
  atMost_many: 'At most {{count}}.',
  atLeast_one: 'At least {{count}}.',
  atLeast_other: 'At least {{count}}.',
  atLeast_many: 'At least {{count}}.',
  messages: {
    'must be a decimal greater than zero, at most 999999.999, with at most 3 decimals, as text: "2" or "0.5"':
      'Enter a quantity greater than zero, at most 999,999.999, with at most 3 decimals.',
    'must be a decimal of zero or more, at most 999999.999, with at most 3 decimals, as text: "7"':
      'Enter a number of zero or more, up to 999,999.999, with at most three decimals.',
    'must be a decimal other than zero, with at most 3 decimals, as text: "2" or "-0.5"':
      'Enter a quantity other than zero, with at most 3 decimals.',
    'must be a decimal of zero or more, at most 9999999.999999, with at most 6 decimals, as text: "9.95"':
      'Enter a price of zero or more, at most 9,999,999.999999, with at most 6 decimals.',
    'must be a decimal such as "1234.50", with at most 10 digits and 2 decimals for EUR':
      'Enter an amount such as 1234.50, with at most 2 decimals.',
    'must be a percentage from 0 to 100 with at most 2 decimals, as text': 'Enter a percentage from 0 to 100, with at most 2 decimals.',
    'must be a date such as 2026-11-24': 'Enter a date, such as 24/11/2026.',
    'must be an id such as *': 'Choose a record of the list.',
    'must be an id that the API gave out': 'Choose a record of the list.',
    'must be an item id such as *': 'Choose an item.',
    'Invalid input: expected *, received undefined': 'This is needed.',
    'Too small: expected string to have >=1 characters': 'This is needed.',
  },
};

export const errors = {
  unknown: 'Something on this page went wrong. Load it again; if it happens once more, tell support.',
  network: 'The server could not be reached. Check the connection and try again.',
  request: 'Request {{id}}',
  /** The API speaks English: only what it says for programs has other words here. */
  codes: {
    network: 'The server could not be reached. Check the connection and try again.',
    internal:
      'Something went wrong on the server. Try again: it will not be done twice. If it happens once more, tell support the request number.',
    http_403: 'The server does not allow this request. Sign out, sign in and try again.',
    http_404: 'The server does not know this address. Load the page again.',
    http_413: 'This is too large to be sent at once. Split it.',
    http_429: 'Too many requests at once. Wait a few seconds and try again.',
    http_500: 'Something went wrong on the server. Try again in a moment.',
    http_502: 'The server did not answer properly. Try again in a moment.',
    http_503: 'The server is busy. Try again in a moment.',
    http_504: 'The server took too long. Check whether it was done before you try again.',
    input_invalid: 'Some data is not right. Look at what is marked.',
    cursor_invalid: 'The filter of the list changed while it was read. Load the list again.',
    idempotency_key_reused: 'This was sent before with other data. Check what was recorded, and start again.',
    record_unreadable: 'This record is damaged and cannot be read. Tell support the request number.',
    company_too_fast: 'The company sends too many requests at once. Wait a few seconds and try again.',
    service_busy: 'More is asked at this moment than can be answered. Wait a few seconds and try again.',
    write_contention: 'Somebody else is changing the same at this moment. Wait a few seconds and try again.',
  } as Readonly<Record<string, string>>,
  /** The API's own sentences name their figures: here are those alone that speak of requests, not of screens. */
  figures: {
    body_too_large: 'This takes {{bytes, megabytes}}; at most {{limit, megabytes}} can be sent at once. Split it.',
  } as Readonly<Record<string, string>>,
  rows: {} as Readonly<Record<string, string>>,
  wanted: {} as Readonly<Record<string, string>>,
  files: {} as Readonly<Record<string, string>>,
};

/** By kind of record and state: told by the modules. */
export const states = {} as Readonly<Record<string, Readonly<Record<string, string>>>>;
