import { describe, expect, it } from 'vitest';
import { matcher } from '../../../shared/runtime/own-route.ts';

const find = matcher([
  'GET /payables/bills',
  'GET /payables/bills/{billId}',
  'GET /payables/bills/ageing',
  'POST /payables/bills/{billId}/payments/{paymentId}/removal',
  'PATCH /payables/bills/{billId}',
]);

describe('the route of a request', () => {
  it('is found by method and segments, with the values of its parameters', () => {
    expect(find('GET', '/payables/bills')).toEqual({ route: 'GET /payables/bills', path: {} });
    expect(find('PATCH', '/payables/bills/bil_1')).toEqual({ route: 'PATCH /payables/bills/{billId}', path: { billId: 'bil_1' } });
    expect(find('POST', '/payables/bills/bil_1/payments/pay_2/removal')).toEqual({
      route: 'POST /payables/bills/{billId}/payments/{paymentId}/removal',
      path: { billId: 'bil_1', paymentId: 'pay_2' },
    });
  });

  it('is the one with the literal segment where a parameter would fit too', () => {
    expect(find('GET', '/payables/bills/ageing')?.route).toBe('GET /payables/bills/ageing');
    expect(find('GET', '/payables/bills/bil_1')?.route).toBe('GET /payables/bills/{billId}');
  });

  it('is none for another method, another depth, or a parameter without a value', () => {
    expect(find('DELETE', '/payables/bills/bil_1')).toBeUndefined();
    expect(find('GET', '/payables')).toBeUndefined();
    expect(find('GET', '/payables/bills/bil_1/lines')).toBeUndefined();
    expect(find('GET', '/payables/bills/')).toBeUndefined();
  });
});
