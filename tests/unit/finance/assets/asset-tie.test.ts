import { describe, expect, it } from 'vitest';
import { useAssets } from '../../../support/fixed-assets.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur } from '../../../support/receivables.ts';

const { tenantNow, done, register, depreciate } = useAssets();

describe('the books beside the assets', () => {
  const tie = () => done('getAssetTie');
  const rowsOf = ({ rows }: { rows: { account: string; books: { amount: string }; assets: { amount: string } }[] }) =>
    rows.map(({ account, books, assets: theirs }) => [account, books.amount, theirs.amount]);

  it('agree where each asset came by a bill, through depreciation, impairment, a sale in part and what is taken back', async () => {
    const api = payablesOf(tenantNow());
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const lines = [
      { net: eur('12000.00'), account: '217' },
      { net: eur('4000.00'), account: '213' },
    ];
    const bill = await api.bill((await api.supplier()).id, 'S-1', '16000.00', { lines });
    const server = await register({ inUseOn: '2026-03-03', bill: { billId: bill.id, line: 1 } });
    await register({ account: '213', cost: eur('4000.00'), inUseOn: '2026-03-03', bill: { billId: bill.id, line: 2 } });
    const first = await depreciate('2026-06-30');
    await done('reverseDepreciation', { reason: 'Fecha' }, [first.id]);
    await depreciate('2026-09-30');
    await done('impairAsset', { date: '2026-09-30', amount: eur('1000.00'), reason: 'Avería' }, [server.id]);
    await done('disposeAsset', { date: '2026-09-30', price: eur('2000.00'), share: '25', reason: 'Un rack' }, [server.id]);
    await projectCompany(tenantNow());
    const found = await tie();
    // 212/365 of 3,000.00 and of 1,000.00: 1,742.47 less a quarter, and 580.82.
    expect([found.agrees, rowsOf(found)]).toEqual([
      true,
      [
        ...[
          ['213', '4000.00', '4000.00'],
          ['217', '9000.00', '9000.00'],
        ],
        ...[
          ['281', '-1887.67', '-1887.67'],
          ['291', '-750.00', '-750.00'],
        ],
      ],
    ]);
  });

  it('differ by a bill that became no asset, and by an asset that no entry bought', async () => {
    const api = payablesOf(tenantNow());
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const bill = await api.bill((await api.supplier()).id, 'S-1', '4000.00', { lines: [{ net: eur('4000.00'), account: '213' }] });
    const own = await register({
      cost: eur('1500.00'),
      depreciated: { amount: eur('500.00'), until: '2025-12-31' },
      inUseOn: '2025-01-01',
    });
    await projectCompany(tenantNow());
    const found = await tie();
    expect([found.agrees, found.complete, rowsOf(found)]).toEqual([
      ...[false, true],
      [
        ['213', '4000.00', '0.00'],
        ['217', '0.00', '1500.00'],
        ['281', '0.00', '-500.00'],
      ],
    ]);
    expect(found.documents).toEqual([{ id: bill.id, date: '2026-03-03', account: '213', amount: eur('4000.00') }]);
    expect(found.assets).toEqual([
      { id: own.id, name: 'Servidor', account: '217', amount: eur('1500.00') },
      { id: own.id, name: 'Servidor', account: '281', amount: eur('-500.00') },
    ]);
  });
});
