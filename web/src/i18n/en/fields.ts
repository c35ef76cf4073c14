import type { fields as es } from '../es/fields.ts';
import type { Texts } from '../texts.ts';

export const fields: Texts<typeof es> = {
  needed: 'This is needed.',
  number: 'Enter a number.',
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
