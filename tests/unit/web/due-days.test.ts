import { expect, it } from 'vitest';
import { dueDaysOf, instalments } from '../../../web/src/finance/bill-proposals/due-days.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const dueOn = (days: string) => instalments('2026-11-20', days, 'EUR').dueDates;

it.each([
  ['30, 60', [{ date: '2026-12-20' }, { date: '2027-01-19' }]],
  [
    '30=60.00, 61=61.00',
    [
      { date: '2026-12-20', amount: eur('60.00') },
      { date: '2027-01-20', amount: eur('61.00') },
    ],
  ],
  [
    '30 = 60,00; 61 = 61,00',
    [
      { date: '2026-12-20', amount: eur('60.00') },
      { date: '2027-01-20', amount: eur('61.00') },
    ],
  ],
  [
    '30=60,61=61',
    [
      { date: '2026-12-20', amount: eur('60') },
      { date: '2027-01-20', amount: eur('61') },
    ],
  ],
  ['soon', [{ date: 'soon' }]],
  ['', undefined],
])('due in “%s”', (days, wanted) => expect(dueOn(days)).toEqual(wanted));

it('what is proposed is typed as it is read back', () => {
  const dues = [
    { date: '2026-12-20', amount: eur('60.00') },
    { date: '2027-01-20', amount: eur('61.00') },
  ];
  expect(dueOn(dueDaysOf('2026-11-20', dues))).toEqual(dues);
  expect(dueDaysOf('2026-11-20', [])).toBe('');
});
