import { describe, expect, it } from 'vitest';
import type { Shift } from '../../../../shared/domain/hr/time/work-day.ts';
import {
  plannedBetween,
  plannedMinutes,
  plannedOn,
  planWarnings,
  requireWorkable,
  withPattern,
} from '../../../../shared/domain/hr/time/work-plan.ts';
import { yearHours, yearHoursView } from '../../../../shared/domain/hr/time/year-hours.ts';
import { thrownBy } from '../../../support/thrown.ts';

const ZONE = 'Europe/Madrid';
const shift = (start: string, end: string, pause = 0) => ({ start, end, pause });
const OFFICE = [shift('08:00', '16:30', 30)];
const week = (...days: (typeof OFFICE)[]) => [...days, ...Array.from({ length: 7 - days.length }, () => [])];
/** Monday 2026-11-02. */
const pattern = (...weeks: (typeof OFFICE)[][]) => ({ from: '2026-11-02', weeks, by: 'hr' });
const rules = (...weeks: (typeof OFFICE)[][]) =>
  planWarnings(pattern(...weeks), ZONE).map(({ rule, date, minutes }) => [rule, date, minutes]);

describe('a plan of work', () => {
  it('comes again week after week, from the Monday of its first day on', () => {
    const { patterns } = withPattern(undefined, 'emp_1', { ...pattern(week(OFFICE), week([], OFFICE)), from: '2026-11-04' });
    const days = ['2026-11-03', '2026-11-04', '2026-11-09', '2026-11-10', '2026-11-16', '2026-11-17', '2026-11-24'];
    // The Monday of the first week is before it begins; then the second week's Tuesday, and so on.
    expect(days.filter((day) => plannedOn(patterns, day).length > 0)).toEqual(['2026-11-10', '2026-11-16', '2026-11-24']);
    expect(plannedBetween(patterns, '2026-11-01', '2026-11-30')).toBe(4 * 480);
  });

  it('keeps the past when it changes', () => {
    const before = withPattern(undefined, 'emp_1', pattern(week(OFFICE)));
    const after = withPattern(before, 'emp_1', { ...pattern(week([])), from: '2026-11-16' });
    expect(['2026-11-02', '2026-11-09', '2026-11-16'].map((day) => plannedOn(after.patterns, day).length)).toEqual([1, 1, 0]);
    expect(withPattern(after, 'emp_1', { ...pattern(week(OFFICE)), from: '2026-11-16' }).patterns).toHaveLength(2);
  });

  it('counts past midnight, less the pause', () => {
    expect([shift('22:00', '06:00', 20), shift('08:00', '08:00'), shift('08:00', '14:00')].map(plannedMinutes)).toEqual([460, 1440, 360]);
    const code = (...shifts: typeof OFFICE) => thrownBy(() => requireWorkable({ from: '2026-11-02', weeks: [week(shifts)] }))[0];
    expect(code(shift('08:00', '09:00', 60))).toBe('work_plan.pause');
    expect(code(shift('08:00', '14:00'), shift('13:00', '16:00'))).toBe('work_plan.overlaps');
    expect(code(shift('08:00', '14:00'), shift('14:00', '16:00'))).toBe('passes');
  });

  it('of five days of eight hours stands against nothing: 40 h, 15.5 h between days, two days free', () => {
    expect(rules(week(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE))).toEqual([]);
  });

  it('tells of 11 h between two days (ET 34.3: 12 h)', () => {
    expect(rules(week([shift('14:00', '22:00')], [shift('09:00', '17:00')]))).toEqual([['rest-between-days', '2026-11-03', 11 * 60]]);
    expect(rules(week([shift('14:00', '22:00')], [shift('10:00', '18:00')]))).toEqual([]);
  });

  it('tells of a week without a day and a half (ET 37.1: 36 h), and where the last week meets the first', () => {
    const six = Array.from({ length: 7 }, () => [shift('10:00', '14:00')]);
    // Twenty hours between one day and the next, all the time.
    expect(rules(six)).toEqual([['weekly-rest', '2026-11-08', 20 * 60]]);
    expect(rules(week([shift('06:00', '10:00')], [], [], [], [], [], [shift('19:00', '23:00')]))).toEqual([
      ['rest-between-days', '2026-11-09', 7 * 60],
    ]);
  });

  it('tells of more than nine hours a day and of more than forty a week on average (ET 34)', () => {
    expect(rules(week([shift('08:00', '18:00')]))).toEqual(
      [['daily-hours', '2026-11-02', 600]].concat([['daily-hours', '2026-11-09', 600]]),
    );
    const nine = [shift('08:00', '17:00')];
    // 45 h and 35 h are 40 h on average; 45 h each week are not.
    const seven = [shift('08:00', '15:00')];
    expect(rules(week(nine, nine, nine, nine, nine), week(seven, seven, seven, seven, seven))).toEqual([]);
    expect(rules(week(nine, nine, nine, nine, nine))).toEqual([['weekly-average', '2026-11-02', 45 * 60]]);
  });
});

describe('the hours of a year', () => {
  const worked = (date: string, hours: number): Shift => ({ date, breaks: [], minutes: hours * 60, corrected: false, open: false });
  const plan = withPattern(undefined, 'emp_1', { ...pattern(week(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE)), from: '2026-01-05' });

  it('have as overtime what a week has beyond its plan, and take nothing off for weeks that fell short', () => {
    const shifts = [...['05', '06', '07', '08', '09'].map((day) => worked(`2026-01-${day}`, 10)), worked('2026-01-12', 4)];
    expect(yearHours(shifts, plan, '2026-01-01', '2026-01-18')).toEqual({ worked: 54 * 60, planned: 80 * 60, overtime: 600, weeks: 3 });
  });

  it('where nothing is planned, beyond forty hours a week', () => {
    const shifts = ['05', '06', '07', '08', '09'].map((day) => worked(`2026-01-${day}`, 9));
    expect(yearHours(shifts, undefined, '2026-01-01', '2026-01-11').overtime).toBe(5 * 60);
    expect(yearHours(shifts, undefined, '2026-01-06', '2026-01-11').overtime).toBe(0);
  });

  it('tell of overtime beyond eighty hours (ET 35.2), and of more than forty a week on average', () => {
    const rulesOf = (overtime: number, all: number) =>
      yearHoursView('2026', { worked: all, planned: 0, overtime, weeks: 10 }, '2026-12-31').warnings.map(({ rule, minutes, limit }) => [
        rule,
        minutes,
        limit,
      ]);
    expect(rulesOf(80 * 60, 400 * 60)).toEqual([]);
    expect(rulesOf(80 * 60 + 1, 410 * 60)).toEqual([
      ['yearly-overtime', 4801, 4800],
      ['weekly-average', 41 * 60, 40 * 60],
    ]);
  });
});
