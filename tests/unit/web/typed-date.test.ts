import { describe, expect, test } from 'vitest';
import { daysAfter, typedDate, wholeDate } from '../../../web/src/ui/typed-date.ts';

const TODAY = '2026-11-25';

describe('a date that is typed', () => {
  test.each([
    ['25/11/2026', '2026-11-25'],
    ['1/3/2027', '2027-03-01'],
    ['1-3-27', '2027-03-01'],
    ['01.03.27', '2027-03-01'],
    ['1 3', '2026-03-01'],
    ['010327', '2027-03-01'],
    ['01032027', '2027-03-01'],
    ['0103', '2026-03-01'],
    ['7', '2026-11-07'],
    ['2024-02-29', '2024-02-29'],
    [' 29/02/2024 ', '2024-02-29'],
    ['hoy', TODAY],
    ['Ayer', '2026-11-24'],
    ['mañana', '2026-11-26'],
  ])('%s is %s', (text, date) => {
    expect(typedDate(text, TODAY, 'es')).toBe(date);
  });

  test.each(['29/02/2026', '31/04/2026', '31', '0/11/2026', '13/13', '2026', '25/11/202', '25/', 'mes', 'today', '2026-02-30', '123'])(
    '%s is none',
    (text) => {
      expect(typedDate(text, TODAY, 'es')).toBeUndefined();
    },
  );

  test('English has its own words', () => {
    expect(typedDate('yesterday', '2027-01-01', 'en')).toBe('2026-12-31');
    expect(typedDate('hoy', TODAY, 'en')).toBeUndefined();
    expect(['constructor', '__proto__'].map((text) => typedDate(text, TODAY, 'es'))).toEqual([undefined, undefined]);
  });

  test('is taken while it is typed once its year is whole', () => {
    expect(['25/11/2026', '2026-11-25', '25112026'].map(wholeDate)).toEqual([true, true, true]);
    expect(['25/11/20', '25/11', '251126', '2511', 'hoy'].map(wholeDate)).toEqual([false, false, false, false, false]);
  });

  test('moves over the ends of months and years', () => {
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysAfter('2024-03-01', -1)).toBe('2024-02-29');
  });
});
