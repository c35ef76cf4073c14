import { beforeEach, describe, expect, it } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { books, line } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable();
let tenant = '';
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant);
});

const accrue = (reverseOn: string, more: object = {}) =>
  books(tenant, 'postEntry', {
    body: { date: '2026-06-30', text: 'Seguro anticipado', lines: [line('480', '595.07'), line('625', '-595.07')], reverseOn, ...more },
    key: 'accrual',
  });
const read = async (id: string) => (await books(tenant, 'getEntry', { path: [id] })).body;

describe('an accrual', () => {
  it('is taken back on its day by an entry that was posted with it, each naming the other', async () => {
    const { status, body } = await accrue('2026-07-01');
    expect(status, JSON.stringify(body)).toBe(201);
    const back = await read(body.reversedBy);
    expect(back).toMatchObject({ date: '2026-07-01', period: '2026-07', reverses: body.id, text: 'Anulación: Seguro anticipado' });
    expect(
      back.lines.map(({ account, debit, credit }: Record<string, { amount: string }>) => [account, debit?.amount, credit?.amount]),
    ).toEqual([
      ['480', '0.00', '595.07'],
      ['625', '595.07', '0.00'],
    ]);
    // Asked twice, posted once; it is reversed already, and its reversal never is.
    expect((await accrue('2026-07-01')).body.id).toBe(body.id);
    const reverse = (id: string) => books(tenant, 'reverseEntry', { path: [id], body: { reason: 'x' } });
    expect([(await reverse(body.id)).body.code, (await reverse(body.reversedBy)).body.code]).toEqual([
      'entry.reversed',
      'entry.is_reversal',
    ]);
  });

  it('is taken back in a later month, which must be open: else nothing is posted', async () => {
    const before = table.writes();
    expect((await accrue('2026-06-30')).body).toMatchObject({
      code: 'accrual.same_month',
      field: 'body.reverseOn',
      params: { date: '2026-06-30', earliest: '2026-07-01' },
    });
    expect((await accrue('2027-01-01')).body).toMatchObject({ code: 'period.not_open', field: 'body.reverseOn' });
    expect((await accrue('2026-07-01', { lines: [line('480', '1.00'), line('625', '-2.00')] })).body.code).toBe('entry.unbalanced');
    expect(table.writes() - before).toBe(0);
  });
});
