import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../../infra/tools/local/workspace.ts';
import { EINVOICE_DUTIES_ES } from '../../../../shared/domain/finance/einvoice/duties-es.ts';
import { announcedVerifactu, dutiesOf } from '../../../../shared/domain/finance/einvoice/einvoice-duty.ts';
import { missingYear } from '../../../../shared/domain/finance/einvoice/report-days.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { hasHolidays, isWorkday } from '../../../../shared/kernel/workday.ts';

const CALENDAR = join(resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data'), 'es', 'holidays-2026.csv');

it('no other day of 2026 from Monday to Friday is a holiday but the national ones of the calendar', () => {
  const national = readFileSync(CALENDAR, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [date = '', , scope = ''] = row.split(',');
      return scope.startsWith('national') || row.endsWith('national') ? [date] : [];
    });
  const days = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  const free = days.filter((date) => weekday(date) % 6 !== 0 && !isWorkday(date));
  expect(free).toEqual(national.filter((date) => weekday(date) % 6 !== 0));
  // By hand: 1 and 6 January, 3 April, 1 May, 12 October, 8 and 25 December fall on weekdays.
  expect(free).toHaveLength(7);
});

it('of a year whose calendar is not entered it is told, and what is usual is supposed', () => {
  expect([hasHolidays('2026'), hasHolidays('2027')]).toEqual([true, false]);
  expect(missingYear('2026-12-04', '2026-12-11')).toBeUndefined();
  expect(missingYear('2026-12-31', '2027-01-08')).toBe('2027');
  // Good Friday of 2027 is 26 March.
  expect([isWorkday('2027-03-26'), isWorkday('2027-01-06'), isWorkday('2027-03-25')]).toEqual([false, false, true]);
});

it('what is announced stands beside the law and moves nothing', () => {
  const announced = EINVOICE_DUTIES_ES.flatMap(({ id, from, announced: told }) => (told ? [[id, from, told.from, told.on]] : []));
  expect(announced).toEqual([
    ['verifactu-companies', '2027-01-01', '2028-10', '2026-10-05'],
    ['verifactu-others', '2027-07-01', '2028-10', '2026-10-05'],
  ]);
  expect([dutiesOf({ taxId: 'B12345674' }).verifactu, announcedVerifactu({ taxId: 'B12345674' })?.from]).toEqual(['2027-01-01', '2028-10']);
});
