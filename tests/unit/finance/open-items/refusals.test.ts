import { describe, expect, it } from 'vitest';
import { notBefore, refusalOfNothingOpen, settle } from '../../../../shared/domain/finance/open-items/open-item.ts';
import { RECEIVABLES } from '../../../../shared/domain/finance/receivables/subledger.ts';
import { allocate, lineNet } from '../../../../shared/kernel/money.ts';
import { thrownBy } from '../../../support/thrown.ts';

const item = (id: string | undefined, open: number) => ({ ...(id ? { id } : {}), open, allocations: [] }) as never;

describe('what is open', () => {
  it.each([
    ['inv_F2026-000001', 'invoice'],
    ['crn_R2026-000001', 'credit_note'],
    ['rcp_1', 'receipt'],
    ['rfd_1', 'other'],
  ])('of %s, an %s, is never more than was open', (id, why) => {
    expect(refusalOfNothingOpen(item(id, 1), 'f')).toBeUndefined();
    expect(refusalOfNothingOpen(item(id, 0), 'f')?.params).toEqual({ why, document: id });
    expect(thrownBy(() => settle(item(id, 500), 'x', '2026-03-01', 501, 'f'))).toEqual([
      'allocation.too_much',
      { why, document: id, open: '5.00', requested: '5.01' },
    ]);
    expect(settle(item(id, 500), 'x', '2026-03-01', 500, 'f')).toMatchObject({ open: 0, allocations: [{ with: 'x', amount: 500 }] });
  });

  it('of a document that has no id yet is refused by what it is', () => {
    expect(thrownBy(() => settle(item(undefined, 500), 'x', '2026-03-01', 501, 'f'))).toEqual([
      'allocation.too_much',
      { why: 'other', document: '', open: '5.00', requested: '5.01' },
    ]);
  });

  it('is not dated before what it follows', () => {
    expect(thrownBy(() => notBefore('2026-03-01', '2026-03-02', 'receipt'))).toEqual([
      'receipt.too_early',
      { date: '2026-03-01', earliest: '2026-03-02' },
    ]);
    expect(thrownBy(() => notBefore('2026-03-02', '2026-03-02', 'receipt'))).toEqual(['passes']);
  });

  it('of a receipt is undone where it has paid an invoice, and not where it was only paid back', () => {
    const receipt = (...others: string[]) =>
      ({ id: 'rcp_1', open: 0, allocations: others.map((other) => ({ with: other, date: '2026-03-01', amount: 5 })) }) as never;
    expect(RECEIVABLES.refusalOfUnused(receipt('rfd_1', 'inv_F2026-000001'))).toBeUndefined();
    expect(RECEIVABLES.refusalOfUnused(receipt('rfd_1'))?.params).toEqual({ source: 'rcp_1', why: 'unused' });
    expect(RECEIVABLES.refusalOfPaidBack(receipt('inv_F2026-000001'), 'receipt')).toBeUndefined();
    expect(RECEIVABLES.refusalOfPaidBack(receipt('inv_F2026-000001', 'rfd_1'), 'receipt')).toMatchObject({
      code: 'receipt.refunded',
      params: { refund: 'rfd_1', amount: '0.05' },
    });
  });
});

describe('money that is split', () => {
  it('goes by the largest remainder, ties to the first, and mirrors its sign', () => {
    expect([allocate(10, [1, 1, 1]), allocate(-10, [1, 1, 1]), allocate(0, [1, 2]), allocate(5, [0, 0])]).toEqual([
      [4, 3, 3],
      [-4, -3, -3],
      [0, 0],
      [3, 2],
    ]);
    // Remainders of 100 by 3, 3 and 1 are 6/7, 6/7 and 2/7: the two cents go to the first two.
    expect(allocate(100, [3, 3, 1])).toEqual([43, 43, 14]);
    expect(allocate(100, [1, 3, 3])).toEqual([14, 43, 43]);
  });

  it.each([[[]], [[-1, 2]], [[0.5]], [[1, Number.NaN]], [[1, 2 ** 53]]])('by %j is a fault of ours', (weights) => {
    expect(thrownBy(() => allocate(1, weights))[0]).toContain('weights are whole');
  });

  it('of a line has a limit, both ways', () => {
    expect(thrownBy(() => lineNet('1000000', '99999999'))).toEqual([
      'amount.too_large',
      { quantity: '1000000', price: '99999999', limit: expect.stringMatching(/^\d+\.\d\d$/) },
    ]);
    const [, params] = thrownBy(() => lineNet('1000000', '99999999'));
    const most = String(params?.limit);
    expect([lineNet('1', most), lineNet('1', `-${most}`)].map(Math.abs)).toEqual([
      Math.round(Number(most) * 100),
      Math.round(Number(most) * 100),
    ]);
    expect(thrownBy(() => lineNet('1', `-${Number(most) + 0.01}`))[0]).toBe('amount.too_large');
  });
});
