import { describe, expect, it } from 'vitest';
import { access } from '../../../functions/platform/access.ts';
import { filledLine } from '../../../shared/domain/automation/rules/effect.ts';
import { ringing } from '../../../shared/domain/automation/rules/schedule.ts';
import { triggerNamed } from '../../../shared/domain/triggers.ts';
import { isOfRecords } from '../../../shared/kernel/trigger.ts';
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
