import { describe, expect, it } from 'vitest';
import { access } from '../../../functions/platform/access.ts';
import { meets, requireConditions } from '../../../shared/domain/automation/rules/condition.ts';
import { ringingDays } from '../../../shared/domain/automation/rules/dry-run.ts';
import { filledLine } from '../../../shared/domain/automation/rules/effect.ts';
import { hourIn, ringing } from '../../../shared/domain/automation/rules/schedule.ts';
import { triggerNamed } from '../../../shared/domain/triggers.ts';
import { isOfRecords, type RecordTrigger, valuesOf } from '../../../shared/kernel/trigger.ts';
import { innerIdentity } from '../../../shared/runtime/caller.ts';
import { thrownBy } from '../../support/thrown.ts';

/** What counts to limits by amount, of a record as far as that is looked at. */
function amountOf(name: string, record: object): number | undefined {
  const known = triggerNamed(name);
  return known && isOfRecords(known) ? known.amount?.(record as never) : undefined;
}

it('rings in the first hours of a day what nobody looked at in the last hour of the day before', () => {
  const late = { every: 'day', hour: 23 } as const;
  expect(ringing(late, '2026-12-02T00', '2026-11-01T00')).toBe('2026-12-01T23');
  expect(ringing(late, '2026-12-02T05', '2026-11-01T00')).toBe('2026-12-01T23');
  expect(ringing(late, '2026-12-02T06', '2026-11-01T00')).toBeUndefined();
  expect(ringing(late, '2026-12-02T00', '2026-12-01T23')).toBeUndefined();
  // 30 November 2026 is a Monday.
  expect(ringing({ every: 'week', on: 1, hour: 23 }, '2026-12-01T01', '2026-11-01T00')).toBe('2026-11-30T23');
  expect(ringing({ every: 'week', on: 1, hour: 23 }, '2026-11-30T01', '2026-11-01T00')).toBeUndefined();
});

describe('limits by amount', () => {
  it('count a credit as much as a bill, and no other currency as euros', () => {
    expect(amountOf('bill.entered', { totals: { gross: -12_100 } })).toBe(12_100);
    expect(amountOf('bank.line', { amount: -5000, currency: 'EUR' })).toBe(5000);
    expect(amountOf('bank.line', { amount: -5000, currency: 'USD' })).toBe(0);
  });
});

it('keeps a subject on one line, whatever a value holds', () => {
  expect(filledLine('De {{customer}}', { customer: { type: 'text' } }, { customer: 'Ana\r\nBcc:  x' })).toBe('De Ana Bcc: x');
});

it('lets the product ask on behalf of rules alone', () => {
  const as = (email: string) => innerIdentity({ tenant: 'demo', email });
  expect(thrownBy(() => access.refs(as('ana@demo.example')))[0]).toBe('member.no_access');
  expect(access.refs(as('01ABC@rules.trastienda.invalid'))).toHaveLength(1);
});

describe('an invoice is paid', () => {
  const step = (action: string, day: number) => ({ action, at: `2026-12-0${day}T10:00:00Z` });
  const paidAt = (withs: readonly string[], actions: readonly string[], open = 0) => {
    const known = triggerNamed('invoice.paid');
    const allocations = withs.map((other) => ({ with: other, date: '2026-12-02', amount: 100 }));
    const history = actions.map((action, at) => step(action, at + 1));
    return known && isOfRecords(known) ? known.at({ open, allocations, history } as never, '2026-12-09') : undefined;
  };

  it('when its last money comes, whatever is said of it later', () => {
    expect(paidAt(['rcp_1'], ['issueInvoice', 'recordReceipt'])).toBe('2026-12-02T10:00:00Z');
    expect(paidAt(['rcp_1'], ['issueInvoice', 'recordReceipt', 'disputeInvoice', 'remindCustomers'])).toBe('2026-12-02T10:00:00Z');
    expect(paidAt(['rcp_1'], ['issueInvoice', 'recordReceipt', 'creditInvoice'])).toBe('2026-12-02T10:00:00Z');
    expect(paidAt(['rcp_1', 'crn_1'], ['issueInvoice', 'recordReceipt', 'creditInvoice'])).toBe('2026-12-03T10:00:00Z');
  });

  it('never by credit notes alone, nor while something is open', () => {
    expect(paidAt(['crn_1'], ['issueInvoice', 'creditInvoice'])).toBeUndefined();
    expect(paidAt(['rcp_1'], ['issueInvoice', 'recordReceipt'], 50)).toBeUndefined();
  });
});

describe('a schedule by working days', () => {
  const rings = (every: 'workday' | 'firstWorkday' | 'lastWorkday', from: string, to: string) => ringingDays({ every, hour: 8 }, from, to);

  it('leaves out weekends and national holidays', () => {
    // Of the week before Easter 2026 (5 April), Thursday is no national holiday and Friday is; 1 and 6 January, 1 May 2026.
    expect(rings('workday', '2026-03-30', '2026-04-07')).toEqual([
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-06',
      '2026-04-07',
    ]);
    expect(rings('firstWorkday', '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-02',
      '2026-02-02',
      '2026-03-02',
      '2026-04-01',
      '2026-05-04',
      '2026-06-01',
    ]);
    expect(rings('lastWorkday', '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-31',
      '2026-04-30',
      '2026-05-29',
      '2026-06-30',
    ]);
  });

  it('rings once where clocks go on or back, also at an hour that a day does not have', () => {
    // Madrid, 29 March 2026: 02:00 does not come; 25 October: it comes twice.
    const hours = (day: string) =>
      Array.from({ length: 30 }, (_, i) => new Date(Date.parse(`${day}T20:02:00Z`) - 86_400_000 + i * 3_600_000));
    for (const day of ['2026-03-29', '2026-10-25']) {
      const seen = hours(day).map((at) => ringing({ every: 'day', hour: 2 }, hourIn('Europe/Madrid', at), '2026-01-01T00'));
      expect(seen.filter((one) => one?.startsWith(day)).length).toBeGreaterThan(0);
      expect(new Set(seen.filter((one) => one?.startsWith(day)))).toEqual(new Set([`${day}T02`]));
    }
  });
});

describe('what is about to fall due', () => {
  const known = (name: string) => triggerNamed(name) as RecordTrigger;
  it('tells how many days are left, or have passed, and nothing of what is paid', () => {
    const invoice = { open: 100, dueDate: '2026-12-08', totals: { gross: 100, net: 83 }, customer: { name: 'Ana' }, customerId: 'cus_1' };
    const values = (name: string, today: string) => valuesOf(known(name), { ...invoice, number: 'F1', date: '2026-11-08' } as never, today);
    expect(values('invoice.due', '2026-12-01').daysLeft).toBe(7);
    expect(values('invoice.overdue', '2026-12-18').daysLate).toBe(10);
    expect(known('invoice.due').at(invoice as never, '2026-12-08')).toBe('2026-12-08T23:59:59.999Z');
    expect(known('invoice.due').at(invoice as never, '2026-12-09')).toBeUndefined();
    expect(known('invoice.due').at({ ...invoice, open: 0 } as never, '2026-12-01')).toBeUndefined();
  });
});

describe('conditions in groups', () => {
  const trigger = { fields: { amount: { type: 'money' }, customer: { type: 'text' } } } as const;
  const over = (value: string) => ({ field: 'amount', op: 'over', value }) as const;
  const of = (value: string) => ({ field: 'customer', op: 'contains', value }) as const;
  type Groups = Parameters<typeof meets>[0];
  const met = (conditions: Groups, amount: number, customer: string) => meets(conditions, trigger, { amount, customer });

  it('say and, or, and not', () => {
    const rule: Groups = {
      match: 'all',
      items: [over('100.00'), { match: 'any', items: [of('ana'), of('luis')] }, { match: 'none', items: [of('s.l.')] }],
    };
    expect(met(rule, 10_001, 'Ana Ruiz')).toBe(true);
    expect(met(rule, 10_000, 'Ana Ruiz')).toBe(false);
    expect(met(rule, 10_001, 'Luis')).toBe(true);
    expect(met(rule, 10_001, 'Eva')).toBe(false);
    expect(met(rule, 10_001, 'Ana, S.L.')).toBe(false);
    expect(met({ match: 'none', items: [of('eva'), over('1.00')] }, 50, 'Ana')).toBe(true);
  });

  it('are met by nothing where they ask for what is not known any more, also by what they deny', () => {
    const gone = { field: 'gone', op: 'is', value: 'x' } as const;
    expect(met({ match: 'all', items: [{ match: 'none', items: [gone] }] }, 1, 'Ana')).toBe(false);
    expect(met({ match: 'none', items: [gone] }, 1, 'Ana')).toBe(false);
    expect(met({ match: 'any', items: [gone, of('ana')] }, 1, 'Ana')).toBe(true);
  });

  it('name the one that cannot be answered', () => {
    const items = [{ match: 'any', items: [over('1.00'), { field: 'iban', op: 'is', value: 'x' }] }] as const;
    const ask = () => requireConditions({ items } as never, { ...trigger, name: 'order.placed' });
    expect(ask).toThrow(expect.objectContaining({ code: 'rule.field', field: 'body.conditions.items.0.items.1.field' }));
  });
});
