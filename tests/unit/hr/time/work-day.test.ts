import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredCorrection } from '#domain/hr/time/clock-correction.ts';
import { type ClockKind, clockEntryId, newClockEntry, type StoredClockEntry } from '#domain/hr/time/clock-entry.ts';
import { instantOf, localTime } from '#domain/hr/time/local-time.ts';
import { registerOf } from '#domain/hr/time/register.ts';
import { hoursText, marksOf, shiftsOf, standingOf, totalMinutes, workDaysOf } from '#domain/hr/time/work-day.ts';
import { registerKeptUntil, WORKING_TIME_ES, workingTimeWarnings } from '#domain/hr/time/working-time-es.ts';

const MADRID = 'Europe/Madrid';
const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const at = (date: string, time: string): string => instantOf(MADRID, { date, time }) as string;
const entry = (date: string, time: string, kind: ClockKind): StoredClockEntry => {
  const instant = at(date, time);
  const data = { employeeId: EMP, kind, at: instant, received: instant, source: 'person' } as const;
  return { ...data, id: clockEntryId(data), rev: 1, history: [] };
};
/** A day of work: `09:00-14:00 15:00-18:00`. */
const day = (date: string, ...spans: string[]): StoredClockEntry[] =>
  spans.flatMap((span) => {
    const [from = '', to = ''] = span.split('-');
    return [entry(date, from, 'in'), entry(date, to, 'out')];
  });
const LATER = '2027-01-01T00:00:00Z';
const shiftsFrom = (entries: readonly StoredClockEntry[], now = LATER, corrections: readonly StoredCorrection[] = []) =>
  shiftsOf(marksOf(entries, corrections), MADRID, now);
const minutesOf = (entries: readonly StoredClockEntry[], month = '2026-11') => totalMinutes(workDaysOf(shiftsFrom(entries), month));
const correction = (data: Partial<StoredCorrection>): StoredCorrection => ({
  ...{ id: 'clc_01JDG8ZK5T7QWERTY2MNPQRSTV', rev: 1, history: [], employeeId: EMP, name: 'Noa', state: 'approved' },
  ...{ reason: 'Olvidó fichar', requestedBy: 'noa@lumbre.example' },
  ...data,
});

describe('local time', () => {
  it('is that of the company, in winter and summer', () => {
    expect(localTime(MADRID, '2026-11-24T08:03:12Z')).toEqual({ date: '2026-11-24', time: '09:03' });
    expect(localTime(MADRID, '2026-07-01T22:30:00Z')).toEqual({ date: '2026-07-02', time: '00:30' });
    expect(at('2026-11-24', '09:03')).toBe('2026-11-24T08:03:00Z');
  });

  it('takes the earlier of an hour that comes twice, and none of one that is left out', () => {
    // 2026-10-25: at 03:00 it is 02:00 again. 2026-03-29: at 02:00 it is 03:00.
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00Z');
    expect(instantOf(MADRID, { date: '2026-03-29', time: '02:30' })).toBeUndefined();
  });
});

describe('a day of the register', () => {
  it('counts whole minutes between beginning and end, less breaks', () => {
    const entries = [
      entry('2026-11-24', '09:00', 'in'),
      entry('2026-11-24', '11:00', 'break'),
      entry('2026-11-24', '11:20', 'resume'),
      entry('2026-11-24', '14:00', 'out'),
      ...day('2026-11-24', '15:30-18:10'),
    ];
    // 5:00 less 0:20, and 2:40.
    expect(hoursText(minutesOf(entries))).toBe('7:20');
  });

  it('gives work past midnight to the day on which it began, and to its month', () => {
    const entries = [entry('2026-11-30', '22:00', 'in'), entry('2026-12-01', '06:00', 'out')];
    expect([minutesOf(entries, '2026-11'), minutesOf(entries, '2026-12')]).toEqual([480, 0]);
  });

  it('counts the hour that comes twice: 22:00 to 06:00 in the night of 25 October are nine hours', () => {
    expect(minutesOf([entry('2026-10-24', '22:00', 'in'), entry('2026-10-25', '06:00', 'out')], '2026-10')).toBe(540);
  });

  it('counts nothing without an end or a beginning, and says so', () => {
    const forgotten = [entry('2026-11-23', '09:00', 'in'), ...day('2026-11-24', '09:00-17:00'), entry('2026-11-25', '17:00', 'out')];
    const shifts = shiftsFrom(forgotten);
    expect(shifts.map(({ date, minutes, problem }) => [date, minutes, problem])).toEqual([
      ['2026-11-23', 0, 'no-out'],
      ['2026-11-24', 480, undefined],
      ['2026-11-25', 0, 'no-in'],
    ]);
    // Nobody works for 32 hours: the end of the next day is not that of this one.
    const apart = shiftsFrom([entry('2026-11-23', '09:00', 'in'), entry('2026-11-24', '17:00', 'out')]);
    expect(apart.map(({ problem }) => problem)).toEqual(['no-out', 'no-in']);
  });

  it('goes on until it ends: working, on a break, working again, off', () => {
    const entries = [entry('2026-11-24', '09:00', 'in'), entry('2026-11-24', '11:00', 'break'), entry('2026-11-24', '11:20', 'resume')];
    const states = [1, 2, 3].map((count) => standingOf(shiftsFrom(entries.slice(0, count), at('2026-11-24', '11:30'))));
    expect(states).toEqual([
      { state: 'working', since: at('2026-11-24', '09:00') },
      { state: 'break', since: at('2026-11-24', '11:00') },
      { state: 'working', since: at('2026-11-24', '11:20') },
    ]);
    expect(standingOf(shiftsFrom(entries, at('2026-11-26', '09:00'))).state).toBe('off');
  });
});

describe('corrections', () => {
  const told = day('2026-11-24', '09:00-21:00');
  const wrong = told[1] as StoredClockEntry;

  it('take the place of what was told, which stays, once they are approved', () => {
    const put = {
      replaces: wrong.id,
      was: { kind: wrong.kind, at: wrong.at },
      entry: { kind: 'out', at: at('2026-11-24', '17:00') },
    } as const;
    const minutes = (...corrections: StoredCorrection[]) => totalMinutes(workDaysOf(shiftsFrom(told, LATER, corrections), '2026-11'));
    expect(minutes(correction({ ...put, state: 'requested' }))).toBe(720);
    expect(minutes(correction({ ...put, state: 'rejected' }))).toBe(720);
    expect(minutes(correction(put))).toBe(480);
    const again = correction({
      ...{ id: 'clc_11JDG8ZK5T7QWERTY2MNPQRSTV', replaces: 'clc_01JDG8ZK5T7QWERTY2MNPQRSTV', was: put.entry },
      entry: { kind: 'out', at: at('2026-11-24', '17:30') },
    });
    expect(minutes(correction(put), again)).toBe(510);
  });

  it('add what is missing', () => {
    const missing = correction({ entry: { kind: 'out', at: at('2026-11-24', '17:00') } });
    const shifts = shiftsFrom([entry('2026-11-24', '09:00', 'in')], LATER, [missing]);
    expect(shifts.map(({ minutes, corrected }) => [minutes, corrected])).toEqual([[480, true]]);
  });
});

describe('entries come in any order, as often as they like', () => {
  const kinds = fc.constantFrom<ClockKind>('in', 'out', 'break', 'resume');
  const entries = fc.array(fc.record({ minute: fc.integer({ min: 0, max: 3000 }), kind: kinds }), { maxLength: 30 }).map((told) =>
    told.map(({ minute, kind }) => {
      const instant = new Date(Date.parse('2026-11-23T06:00:00Z') + minute * 60_000).toISOString().replace('.000Z', 'Z');
      const data = { employeeId: EMP, kind, at: instant, received: instant, source: 'person' } as const;
      return { ...data, id: clockEntryId(data), rev: 1, history: [] };
    }),
  );
  /** As the table holds them: one of an id. */
  const kept = (sent: readonly StoredClockEntry[]) => [...new Map(sent.map((each) => [each.id, each])).values()];

  it('and give the same days', () => {
    fc.assert(
      fc.property(entries, fc.integer(), (sent, seed) => {
        const shuffled = sent.toSorted((a, b) => (a.id < b.id ? 1 : -1) * (seed % 2 === 0 ? 1 : -1) || 0);
        expect(shiftsFrom(kept(shuffled))).toEqual(shiftsFrom(kept(sent)));
        expect(shiftsFrom(kept([...sent, ...shuffled]))).toEqual(shiftsFrom(kept(sent)));
      }),
    );
  });

  it('and no minute is worked twice: all pieces stand apart', () => {
    fc.assert(
      fc.property(entries, (sent) => {
        const whole = shiftsFrom(kept(sent)).filter(({ in: from, out }) => from !== undefined && out !== undefined);
        for (const [i, { in: from, minutes }] of whole.entries()) {
          expect(minutes).toBeGreaterThanOrEqual(0);
          const before = whole[i - 1];
          if (before) expect((before.out as string) <= (from as string)).toBe(true);
        }
      }),
    );
  });
});

describe('an entry as it arrives', () => {
  const input = { employeeId: EMP, kind: 'in', at: '2026-11-24T08:03:12.400Z' } as const;
  const now = new Date('2026-11-24T08:03:13Z');

  it('keeps its own time to the second, and when it arrived', () => {
    expect(newClockEntry(input, { now, source: 'person' })).toEqual({
      ...{ employeeId: EMP, kind: 'in', at: '2026-11-24T08:03:12Z', received: '2026-11-24T08:03:13Z', source: 'person' },
    });
    expect(clockEntryId(input)).toBe('clk_01JDG8ZK5T7QWERTY2MNPQRSTV.2026-11/2026-11-24T08:03:12Z.in');
  });

  it('is refused more than five minutes ahead, or a week late', () => {
    const told = (instant: string) => () => newClockEntry({ ...input, at: instant }, { now, source: 'person' });
    expect(told('2026-11-24T08:08:13Z')).not.toThrow();
    expect(told('2026-11-24T08:08:14Z')).toThrow(expect.objectContaining({ code: 'clock.future', field: 'body.at' }));
    expect(told('2026-11-17T08:03:13Z')).not.toThrow();
    expect(told('2026-11-17T08:03:12Z')).toThrow(expect.objectContaining({ code: 'clock.too_old' }));
  });
});

describe('rests and hours', () => {
  const found = (entries: readonly StoredClockEntry[], month = '2026-11') =>
    workingTimeWarnings(shiftsFrom(entries), month).map(({ rule, date, minutes }) => [rule, date, minutes]);

  it('twelve hours between days (ET 34.3): 22:00 to 08:00 are ten; a second turn of the day is no next day', () => {
    const entries = [...day('2026-11-23', '14:00-22:00'), ...day('2026-11-24', '08:00-12:00', '14:00-18:00')];
    expect(found(entries)).toEqual([['rest-between-days', '2026-11-24', 600]]);
    expect(
      found([...day('2026-11-23', '09:00-20:00').slice(0, 1), entry('2026-11-23', '17:00', 'out'), ...day('2026-11-24', '05:00-09:00')]),
    ).toEqual([]);
  });

  it('at the turn of a month, with the last day of the one before', () => {
    expect(found([...day('2026-11-30', '14:00-22:00'), ...day('2026-12-01', '09:59-12:00')], '2026-12')).toEqual([
      ['rest-between-days', '2026-12-01', 719],
    ]);
  });

  it('nine hours a day: 9:01 is told, 9:00 is not', () => {
    expect(found(day('2026-11-24', '08:00-17:00'))).toEqual([]);
    expect(found(day('2026-11-24', '08:00-17:01'))).toEqual([['daily-hours', '2026-11-24', 541]]);
  });

  it('a day and a half a week (ET 37.1): Saturday afternoon and Sunday are enough, Sunday alone is not', () => {
    const week = (saturday: string) => [
      ...['16', '17', '18', '19', '20'].flatMap((dayOf) => day(`2026-11-${dayOf}`, '09:00-17:00')),
      ...day('2026-11-21', saturday),
      ...day('2026-11-23', '09:00-17:00'),
    ];
    // 14:00 on Saturday to 09:00 on Monday: 43 hours. 22:00: 35.
    expect(found(week('09:00-14:00'))).toEqual([]);
    expect(found(week('14:00-22:00'))).toEqual([['weekly-rest', '2026-11-22', 2100]]);
  });

  it('names the article of each, and leaves the decree on the digital register off', () => {
    expect(Object.values(WORKING_TIME_ES).map(({ article, minutes, inForce }) => [article, minutes / 60, inForce])).toEqual([
      ['ET 34.3', 12, true],
      ['ET 34.3', 9, true],
      ['ET 37.1', 36, true],
      ['ET 34.1', 40, true],
      ['ET 35.2', 80, true],
      ['Real Decreto de registro digital (sin publicar)', 0, false],
    ]);
  });
});

it('is kept for four years', () => {
  expect([registerKeptUntil('2026-11-24'), registerKeptUntil('2028-02-29'), registerKeptUntil('2096-02-29')]).toEqual([
    '2030-11-24',
    '2032-02-29',
    '2100-02-28',
  ]);
  const register = registerOf({ entries: day('2026-11-24', '09:00-17:00'), corrections: [] }, '2026-11', {
    timeZone: MADRID,
    now: new Date(LATER),
  });
  expect([register.keptUntil, register.minutes]).toEqual(['2030-11-24', 480]);
});
