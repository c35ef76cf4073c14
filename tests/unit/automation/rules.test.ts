import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOORS, EFFECTS } from '../../../shared/api/rule-effects.ts';
import { holds, meets, OPERATORS_OF, requireConditions } from '../../../shared/domain/automation/rules/condition.ts';
import { EFFECT_NAMES, filled, requireTexts } from '../../../shared/domain/automation/rules/effect.ts';
import { limitOf, mayFollow, NO_DAY } from '../../../shared/domain/automation/rules/run-plan.ts';
import { hourIn, requireSchedule, ringing, ringsOn } from '../../../shared/domain/automation/rules/schedule.ts';
import { TRIGGERS } from '../../../shared/domain/triggers.ts';
import { FOR_RULES } from '../../../shared/kernel/permission.ts';
import { isOfRecords } from '../../../shared/kernel/trigger.ts';
import { thrownBy } from '../../support/thrown.ts';

const cents = fc.integer({ min: -999_999, max: 999_999 });
const text = (minor: number): string =>
  `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
const money = (op: (typeof OPERATORS_OF)['money'][number], asked: number, held: number | undefined) =>
  holds({ field: 'amount', op, value: text(asked) }, 'money', held);
const fields = { amount: { type: 'money' }, customer: { type: 'text' } } as const;

describe('conditions', () => {
  it('compare amounts to the cent, as whole numbers do', () => {
    fc.assert(
      fc.property(cents, cents, (held, asked) => {
        expect(money('over', asked, held)).toBe(held > asked);
        expect(money('atLeast', asked, held)).toBe(held >= asked);
        expect(money('under', asked, held)).toBe(held < asked);
        expect(money('atMost', asked, held)).toBe(held <= asked);
        expect(money('is', asked, held)).toBe(held === asked);
        expect(money('isNot', asked, held)).toBe(held !== asked);
      }),
    );
  });

  it('of what is not told only what is denied holds', () => {
    fc.assert(
      fc.property(cents, (asked) => {
        for (const op of OPERATORS_OF.money) expect(money(op, asked, undefined)).toBe(op === 'isNot');
        for (const op of OPERATORS_OF.text)
          expect(holds({ field: 'customer', op, value: 'x' }, 'text', undefined)).toBe(op === 'isNot' || op === 'containsNot');
      }),
    );
  });

  it('all is every and any is some, and none are always met', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 6 }), cents, (asked, held) => {
        const items = asked.map((value) => ({ field: 'amount', op: 'over' as const, value: text(value) }));
        const met = asked.map((value) => held > value);
        expect(meets({ match: 'all', items }, { fields }, { amount: held })).toBe(met.every(Boolean));
        expect(meets({ match: 'any', items }, { fields }, { amount: held })).toBe(items.length === 0 || met.some(Boolean));
      }),
    );
  });

  it('find words whatever case and accents, and days by the calendar', () => {
    const of = (op: 'contains' | 'is' | 'startsWith', value: string) =>
      holds({ field: 'customer', op, value }, 'text', 'Librería Cervantes');
    expect([of('contains', 'LIBRERIA'), of('startsWith', 'libr'), of('is', 'librería cervantes'), of('contains', 'x')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    const day = (op: 'before' | 'after', value: string) => holds({ field: 'date', op, value }, 'date', '2026-12-01');
    expect([day('before', '2026-12-02'), day('after', '2026-11-30'), day('after', '2026-12-01')]).toEqual([true, true, false]);
  });

  it('are data: names of what every object has are no fields', () => {
    const item = (field: string) => ({ match: 'all' as const, items: [{ field, op: 'is' as const, value: 'x' }] });
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      expect(thrownBy(() => requireConditions(item(name), { fields, name: 'order.placed' }))[0]).toBe('rule.field');
      expect(meets(item(name), { fields }, {})).toBe(false);
    }
  });
});

describe('texts of effects', () => {
  it('name fields, and nothing else', () => {
    const values = { amount: 123_450, customer: 'Peña, S.L.' };
    expect(filled('{{ customer }}: {{amount}} {{nothing}} {{constructor}}', fields, values)).toBe('Peña, S.L.: 1234.50 EUR – –');
    expect(thrownBy(() => requireTexts([{ do: 'note', text: '{{iban}}' }], fields, 'order.placed'))[0]).toBe('rule.field');
  });
});

describe('limits', () => {
  const rule = { limits: { perDay: 3, amountPerRun: 50_000, amountPerDay: 80_000 } };
  it('hold the first run that would pass them', () => {
    expect(limitOf(rule, NO_DAY, 50_000)).toBeUndefined();
    expect(limitOf(rule, NO_DAY, 50_001)).toBe('amountPerRun');
    expect(limitOf(rule, { runs: 1, amount: 50_000, held: 0 }, 30_000)).toBeUndefined();
    expect(limitOf(rule, { runs: 1, amount: 50_000, held: 0 }, 30_001)).toBe('amountPerDay');
    expect(limitOf(rule, { runs: 3, amount: 0, held: 9 }, 0)).toBe('perDay');
  });

  it('no rule follows itself, and none follows three others', () => {
    expect(mayFollow('a', [])).toBe(true);
    expect(mayFollow('a', ['b', 'a'])).toBe(false);
    expect([mayFollow('d', ['a', 'b']), mayFollow('d', ['a', 'b', 'c'])]).toEqual([true, false]);
  });
});

describe('the clock', () => {
  it('rings on days of the week and the month, the last of a shorter one', () => {
    expect(['2026-11-30', '2026-12-01'].map((day) => ringsOn({ every: 'week', on: 1, hour: 8 }, day))).toEqual([true, false]);
    expect(
      ['2026-02-28', '2026-02-27', '2028-02-28', '2028-02-29'].map((day) => ringsOn({ every: 'month', on: 31, hour: 8 }, day)),
    ).toEqual([true, false, false, true]);
  });

  it('rings once its hour has come, by the time of the company, and not for what was before', () => {
    // 23:30 of 30 November in UTC is 00:30 of the next day in Madrid.
    expect(hourIn('Europe/Madrid', new Date('2026-11-30T23:30:00Z'))).toBe('2026-12-01T00');
    const daily = { every: 'day', hour: 8 } as const;
    expect(ringing(daily, '2026-12-01T07', '2026-11-01T00')).toBeUndefined();
    expect(ringing(daily, '2026-12-01T11', '2026-11-01T00')).toBe('2026-12-01T08');
    expect(ringing(daily, '2026-12-01T11', '2026-12-01T09')).toBeUndefined();
  });

  it('takes a day of the week or the month where one is needed', () => {
    expect(thrownBy(() => requireSchedule({ every: 'week', on: 8, hour: 8 }))[0]).toBe('rule.schedule');
    expect(thrownBy(() => requireSchedule({ every: 'day', on: 1, hour: 8 }))[0]).toBe('rule.schedule');
    expect(requireSchedule({ every: 'month', on: 31, hour: 8 })).toEqual({ every: 'month', on: 31, hour: 8 });
  });
});

describe('what rules may do at all', () => {
  it('is what their actions need, and neither moves money nor decides who may do what', () => {
    const needs = Object.values(DOORS).map(({ spec }) => spec.permission);
    expect(needs.filter((need) => need !== 'member' && !FOR_RULES.has(need as never))).toEqual([]);
    const never =
      /^(members|credentials|company|automation|payments|payables\.(write|approve|pay)|expenses\.approve|books\.(close|adjust))/;
    expect([...FOR_RULES].filter((name) => never.test(name) && !name.endsWith('.read'))).toEqual([]);
  });

  it('has a door for every effect but a mail, and for each report, and tells each field of a trigger', () => {
    expect(EFFECT_NAMES.filter((name) => !EFFECTS[name].door)).toEqual(['mail', 'report']);
    expect(new Set(TRIGGERS.map(({ name }) => name)).size).toBe(TRIGGERS.length);
    for (const trigger of TRIGGERS.filter(isOfRecords)) expect(Object.keys(trigger.fields).length).toBeGreaterThan(3);
  });
});
