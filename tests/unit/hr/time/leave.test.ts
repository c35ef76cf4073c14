import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approved, holding, type LeaveAccount, leaveOfMonth, released, requireFreeDays } from '#domain/hr/time/leave-account.ts';
import { type Employed, earnedBetween, earnedUntil, holidayPolicyOf, leaveBalance } from '#domain/hr/time/leave-balance.ts';
import { daysText, halvesByMonth, type LeaveSpan, overlaps, requireSpan, sumHalves } from '#domain/hr/time/leave-days.ts';
import { LEAVE_ES, LEAVE_KINDS } from '#domain/hr/time/leave-kinds-es.ts';
import {
  countedLeave,
  holdingOf,
  hundredthsText,
  type LeaveInput,
  type LeaveRequest,
  leaveActions,
  requireBalance,
  requireWithinLimit,
  type StoredLeave,
} from '#domain/hr/time/leave-request.ts';
import { requireHolidays, workCalendarId, worksOn } from '#domain/hr/time/work-calendar.ts';
import { addDays, daysBetween } from '#kernel/date.ts';

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const always = () => true;
const input = (from: string, to: string, more: Partial<LeaveInput> = {}): LeaveInput => ({
  employeeId: EMP,
  kind: 'holiday',
  from,
  to,
  ...more,
});
const NATURAL = { worksOn: worksOn(undefined), holidays: 'natural' } as const;
const WORKING = { worksOn: worksOn(undefined), holidays: 'working' } as const;
const account = (more: Partial<LeaveAccount> = {}): LeaveAccount => ({ employeeId: EMP, since: 2026, holdings: [], ...more });
let no = 0;
const leaveOf = (asked: LeaveInput, state: LeaveRequest['state'] = 'approved'): LeaveRequest => ({
  ...{ employeeId: EMP, name: 'Noa', kind: asked.kind, from: asked.from, to: asked.to, article: LEAVE_ES[asked.kind].article },
  ...{ months: countedLeave(asked, NATURAL), state, requestedBy: 'noa@lumbre.example', requestedOn: '2026-01-02' },
  ...(asked.fromNoon ? { fromNoon: true } : {}),
  ...(asked.untilNoon ? { untilNoon: true } : {}),
});
const held = (asked: LeaveInput, state: LeaveRequest['state'] = 'approved') => {
  no += 1;
  return holdingOf(`lvr_${no}`, leaveOf(asked, state));
};
const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('days of leave', () => {
  it('natural days are all; days of work leave weekends and holidays out', () => {
    // 2026-12-21 (Monday) to 2027-01-03 (Sunday): 14 days; of December 8 days of work (25 is Christmas), of January none (1 is New Year).
    expect(countedLeave(input('2026-12-21', '2027-01-03'), NATURAL)).toEqual({ '2026-12': 22, '2027-01': 6 });
    expect(countedLeave(input('2026-12-21', '2027-01-03'), WORKING)).toEqual({ '2026-12': 16, '2027-01': 0 });
  });

  it('half days: from noon on the first, until noon on the last, or half of one', () => {
    const days = (more: Partial<LeaveInput>, to = '2026-11-25') =>
      daysText(sumHalves(countedLeave(input('2026-11-23', to, more), WORKING)));
    expect([
      days({}),
      days({ fromNoon: true }),
      days({ fromNoon: true, untilNoon: true }),
      days({ untilNoon: true }, '2026-11-23'),
    ]).toEqual(['3', '2.5', '2', '0.5']);
  });

  it('a holiday of the town counts at that place alone', () => {
    const madrid = { holidays: [{ date: '2026-11-09', name: 'La Almudena', scope: 'town' }] } as const;
    const days = (calendar: typeof madrid | undefined) =>
      sumHalves(countedLeave(input('2026-11-09', '2026-11-10'), { ...WORKING, worksOn: worksOn(calendar) }));
    expect([days(undefined), days(madrid)]).toEqual([4, 2]);
    expect(workCalendarId('Almacén de Getafe')).toBe(workCalendarId(' almacen  de getafe '));
    const twice = { workplace: 'Madrid', source: 'BOCM', holidays: [...madrid.holidays, ...madrid.holidays] };
    expect(code(() => requireHolidays(twice))).toBe('work_calendar.twice');
  });

  it('refuses what ends before it begins, half of nothing, and days on which nobody works', () => {
    expect(code(() => requireSpan({ from: '2026-11-25', to: '2026-11-24' }))).toBe('leave.dates');
    expect(code(() => requireSpan({ from: '2026-11-25', to: '2030-11-24' }))).toBe('leave.dates');
    expect(code(() => requireSpan({ from: '2026-11-25', to: '2026-11-25', fromNoon: true, untilNoon: true }))).toBe('leave.half');
    expect(code(() => countedLeave(input('2026-11-21', '2026-11-22'), WORKING))).toBe('leave.nothing');
  });

  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
  it('a leave that is cut in two has the days of the whole', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.nat(59), fc.boolean(), (from, length, at, working) => {
        const [to, cut] = [addDays(from, length), addDays(from, at % length)];
        const counts = working ? worksOn(undefined) : always;
        const days = (span: LeaveSpan) => sumHalves(halvesByMonth(span, counts));
        expect(days({ from, to: cut }) + days({ from: addDays(cut, 1), to })).toBe(days({ from, to }));
        expect(days({ from, to: cut, untilNoon: true }) + days({ from: cut, to, fromNoon: true })).toBe(days({ from, to }));
      }),
    );
  });

  it('overlap where they share a half day, whichever is asked first', () => {
    const morning = { from: '2026-11-24', to: '2026-11-24', untilNoon: true };
    const afternoon = { from: '2026-11-24', to: '2026-11-25', fromNoon: true };
    expect([overlaps(morning, afternoon), overlaps(afternoon, morning), overlaps(morning, morning)]).toEqual([false, false, true]);
    expect(overlaps({ from: '2026-11-20', to: '2026-11-24' }, morning)).toBe(true);
  });
});

describe('holiday that is earned (ET 38)', () => {
  const all: Employed = { from: '2020-01-01' };
  it('by days employed: 30 a year, 15.04 by the first half, 24.99 from 1 March', () => {
    // 2026-06-30 is day 181 and 3 March to the end are 304 days: 30 · 183/365 and 30 · 304/365.
    expect([earnedUntil(30, all, '2026-12-31'), earnedUntil(30, all, '2026-07-02')]).toEqual([3000, 1504]);
    expect(earnedUntil(30, { from: '2026-03-03' }, '2026-12-31')).toBe(2499);
    expect(earnedUntil(22, { from: '2026-03-03', to: '2026-03-02' }, '2026-12-31')).toBe(0);
    // A leap year has 366.
    expect(earnedUntil(30, { from: '2028-01-01', to: '2028-12-30' }, '2028-12-31')).toBe(2992);
  });

  it('of a split period adds up to that of the whole, wherever it is cut', () => {
    const offset = fc.nat(364);
    fc.assert(
      fc.property(fc.integer({ min: 22, max: 40 }), offset, offset, offset, fc.nat(365), (perYear, a, b, c, hired) => {
        const [from = 0, cut = 0, to = 0] = [a, b, c].toSorted((x, y) => x - y);
        const date = (days: number) => addDays('2026-01-01', days);
        const employed = { from: date(hired) };
        const parts =
          earnedBetween(perYear, employed, date(from), date(cut)) +
          (cut < to ? earnedBetween(perYear, employed, date(cut + 1), date(to)) : 0);
        expect(parts).toBe(earnedBetween(perYear, employed, date(from), date(to)));
      }),
    );
  });
});

describe('the balance of a year', () => {
  const policy = holidayPolicyOf({});
  const balance = (year: number, more: Partial<Parameters<typeof leaveBalance>[0]> = {}) =>
    leaveBalance({ policy, employed: { from: '2020-01-01' }, holdings: [], since: 2026, today: '2026-12-01', ...more }, year);

  it('is what is given, less what was taken and is asked for', () => {
    const holdings = [held(input('2026-08-03', '2026-08-16')), held(input('2026-12-28', '2026-12-31'), 'requested')];
    // 30 − 14 − 4.
    expect(balance(2026, { holdings })).toMatchObject({ entitled: 3000, taken: 1400, requested: 400, available: 1200, carried: 0 });
    // On 1 December 335 days of 365 are earned: 27.53.
    expect(balance(2026).earned).toBe(2753);
  });

  it('brings what is left into the next year, until the end of March; what was not taken by then is lost', () => {
    const holdings = [held(input('2026-08-03', '2026-08-22')), held(input('2027-02-01', '2027-02-04'))];
    // 10 left of 2026, of which 4 are taken in February.
    const before = balance(2027, { holdings, today: '2027-03-31' });
    expect(before).toMatchObject({ carried: 1000, carriedUntil: '2027-03-31', expired: 0, taken: 400, available: 3600 });
    expect(balance(2027, { holdings, today: '2027-04-01' })).toMatchObject({ expired: 600, available: 3000 });
    expect(balance(2027, { holdings, today: '2027-04-01', policy: holidayPolicyOf({ holidayCarryMonths: 0 }) })).toMatchObject({
      ...{ carried: 0, available: 2600 },
    });
  });

  it('begins with what was brought forward by hand, and knows nothing of years before', () => {
    const opening = { year: 2026, halves: 7, reason: 'x', by: 'hr@lumbre.example' };
    expect(balance(2026, { opening, today: '2026-02-01' })).toMatchObject({ carried: 350, available: 3350 });
    expect(balance(2025)).toMatchObject({ carried: 0, entitled: 3000 });
  });

  it('counts days of work where the company gives them', () => {
    expect(holidayPolicyOf({ holidays: 'working-22' })).toEqual({ count: 'working', days: 22, carryMonths: 3 });
    expect(balance(2026, { policy: holidayPolicyOf({ holidays: 'working-23' }) }).entitled).toBe(2300);
  });

  it('refuses more than is left, year by year', () => {
    const asked = (from: string, to: string, holdings = [held(input('2026-08-01', '2026-08-28'))]) =>
      code(() => requireBalance(countedLeave(input(from, to), NATURAL), (year) => balance(year, { holdings })));
    expect([asked('2026-12-30', '2026-12-31'), asked('2026-12-29', '2026-12-31')]).toEqual([undefined, 'leave.over_balance']);
    // Two of this year and twenty of the next.
    expect(asked('2026-12-30', '2027-01-20')).toBeUndefined();
  });

  it('writes hundredths as days', () => {
    expect([1250, 1000, 1205, -50, 0].map(hundredthsText)).toEqual(['12.5', '10', '12.05', '-0.5', '0']);
  });
});

describe('permits', () => {
  const over = (asked: LeaveInput, holdings: LeaveAccount['holdings'] = []) =>
    code(() => requireWithinLimit(asked, countedLeave(asked, NATURAL), account({ holdings })));
  it('are as long as their article says', () => {
    const marriage = (to: string) => input('2026-06-01', to, { kind: 'marriage' });
    expect([over(marriage('2026-06-15')), over(marriage('2026-06-16'))]).toEqual([undefined, 'leave.over_limit']);
    const death = (to: string, travel: boolean) => input('2026-06-01', to, { kind: 'death-of-relative', travel });
    expect([over(death('2026-06-02', false)), over(death('2026-06-04', false)), over(death('2026-06-04', true))]).toEqual([
      undefined,
      'leave.over_limit',
      undefined,
    ]);
  });

  it('of a year count what was taken of it', () => {
    const asked = input('2026-06-01', '2026-06-02', { kind: 'force-majeure' });
    expect(over(asked, [held(input('2026-02-02', '2026-02-03', { kind: 'force-majeure' }))])).toBeUndefined();
    expect(over(asked, [held(input('2026-02-02', '2026-02-04', { kind: 'force-majeure' }))])).toBe('leave.over_limit');
  });

  it('have an article each, and say what pay makes of them', () => {
    expect(LEAVE_KINDS.map((kind) => [kind, LEAVE_ES[kind].article, LEAVE_ES[kind].days, LEAVE_ES[kind].pay])).toEqual([
      ['holiday', 'ET 38', undefined, 'paid'],
      ['marriage', 'ET 37.3.a', 15, 'paid'],
      ['illness-of-relative', 'ET 37.3.b', 5, 'paid'],
      ['death-of-relative', 'ET 37.3.b bis', 2, 'paid'],
      ['home-move', 'ET 37.3.c', 1, 'paid'],
      ['force-majeure', 'ET 37.9', 4, 'paid'],
      ['disaster', 'ET 37.3.g', 4, 'paid'],
      ['birth', 'ET 48.4 (RDL 9/2025)', 224, 'birth'],
      ['parental', 'ET 48 bis', 56, 'unpaid'],
      ['breast-feeding', 'ET 37.4', undefined, 'paid'],
      ['sickness', 'LGSS 169–173', undefined, 'sickness'],
      ['work-accident', 'LGSS 169–173', undefined, 'work-accident'],
      ['unpaid', 'Acuerdo entre las partes', undefined, 'unpaid'],
    ]);
  });
});

describe('an account', () => {
  it('holds a leave from request to approval, and lets it go', () => {
    const asked = held(input('2026-08-03', '2026-08-07'), 'requested');
    const one = holding(account(), asked);
    expect(code(() => requireFreeDays(one, { from: '2026-08-07', to: '2026-08-10' }))).toBe('leave.overlaps');
    expect(approved(one, asked.id).holdings[0]?.state).toBe('approved');
    expect(released(one, asked.id).holdings).toEqual([]);
  });

  it('tells pay what of a month is not worked: the days in it, and since when', () => {
    const sick = held(input('2026-10-20', '2026-11-04', { kind: 'sickness' }));
    const unpaid = held(input('2026-11-10', '2026-11-12', { kind: 'unpaid' }));
    const asked = held(input('2026-11-16', '2026-11-20'), 'requested');
    expect(leaveOfMonth(account({ holdings: [unpaid, asked, sick] }), '2026-11')).toEqual([
      { id: sick.id, kind: 'sickness', pay: 'sickness', from: '2026-11-01', to: '2026-11-04', halves: 8, since: '2026-10-20' },
      { id: unpaid.id, kind: 'unpaid', pay: 'unpaid', from: '2026-11-10', to: '2026-11-12', halves: 6, since: '2026-11-10' },
    ]);
    // The days of all months together are those of the leave.
    const parts = ['2026-10', '2026-11'].flatMap((month) => leaveOfMonth(account({ holdings: [sick] }), month));
    expect(parts.reduce((sum, { halves }) => sum + halves, 0)).toBe((daysBetween('2026-10-20', '2026-11-04') + 1) * 2);
    expect(parts[0]).toMatchObject({ from: '2026-10-20', to: '2026-10-31' });
  });
});

describe('who decides', () => {
  const leave = (state: LeaveRequest['state']): StoredLeave => ({
    ...leaveOf(input('2026-12-28', '2026-12-31'), state),
    id: 'lvr_1',
    rev: 1,
    history: [],
  });
  const own = { self: EMP, asker: 'noa@lumbre.example', today: '2026-12-01' };
  const boss = { self: 'emp_11JDG8ZK5T7QWERTY2MNPQRSTV', asker: 'elena@lumbre.example', today: '2026-12-01' };
  const why = (name: keyof typeof leaveActions, state: LeaveRequest['state'], who: object) =>
    leaveActions[name]({ ...leave(state), ...who })?.code;

  it('is somebody else; who asked may withdraw until then, and cancel before it begins', () => {
    expect([why('approveLeave', 'requested', own), why('approveLeave', 'requested', boss)]).toEqual(['leave.own_decision', undefined]);
    expect([why('withdrawLeave', 'requested', own), why('withdrawLeave', 'requested', boss)]).toEqual([undefined, 'leave.not_own']);
    expect([why('cancelLeave', 'approved', own), why('cancelLeave', 'approved', { ...own, today: '2026-12-28' })]).toEqual([
      undefined,
      'leave.begun',
    ]);
    expect([why('cancelLeave', 'approved', boss), why('cancelLeave', 'requested', own)]).toEqual(['leave.not_own', 'leave.state']);
    // Whoever decides revokes it, also once it has begun; not their own.
    expect([why('revokeLeave', 'approved', { ...boss, today: '2026-12-29' }), why('revokeLeave', 'approved', own)]).toEqual([
      undefined,
      'leave.own_decision',
    ]);
  });
});
