import { describe, expect, it } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useAssets } from '../../../support/fixed-assets.ts';
import { payablesOf } from '../../../support/payables.ts';
import { eur } from '../../../support/receivables.ts';

const { tenantNow, ask, done, register, read, depreciate } = useAssets();

describe('a fixed asset', () => {
  it('is offered of lines on accounts of assets, from the limit of the company on', async () => {
    const other = newTenant();
    await newCompany(other, { assetLimit: 300_00 });
    const api = payablesOf(other);
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const lines = [
      { net: eur('299.99'), account: '217' },
      { net: eur('300.00'), account: '217' },
      { net: eur('900.00'), account: '622' },
      { net: eur('450.00'), account: '206' },
    ];
    const bill = await api.bill((await api.supplier()).id, 'S-2', '1949.99', { lines });
    const offered = async () => (await api.done('ana', `GET /payables/bills/${bill.id}`)).assets;
    expect(await offered()).toEqual([{ line: 2 }, { line: 4 }]);
    await api.done('ana', `POST /payables/bills/${bill.id}/reversal`, { reason: 'Repetida', date: '2026-03-31' });
    expect(await offered()).toEqual([]);
  });

  it('comes of a line of a bill once, and from other books with what they have depreciated', async () => {
    const api = payablesOf(tenantNow());
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const bill = await api.bill((await api.supplier()).id, 'S-1', '4000.00', { lines: [{ net: eur('4000.00'), account: '217' }] });
    const offered = async () => (await api.done('ana', `GET /payables/bills/${bill.id}`)).assets;
    expect(await offered()).toEqual([{ line: 1 }]);
    const { id: assetId } = await register({ cost: eur('4000.00'), inUseOn: '2026-03-03', bill: { billId: bill.id, line: 1 } });
    expect(await offered()).toEqual([{ line: 1, assetId }]);
    const body = {
      name: 'Otro',
      account: '217',
      cost: eur('4000.00'),
      inUseOn: '2026-03-03',
      method: 'digits',
      years: 4,
      bill: { billId: bill.id, line: 1 },
    };
    expect((await ask('registerAsset', body)).body).toMatchObject({ status: 409, code: 'asset.twice' });
    expect((await ask('registerAsset', { ...body, bill: { billId: bill.id, line: 2 } })).body).toMatchObject({ code: 'asset.bill' });
    const old = await register({ inUseOn: '2023-01-01', depreciated: { amount: eur('9000.00'), until: '2025-12-31' } });
    await depreciate('2026-11-30');
    // 1,096 days of 2023 to 2025 are three years; 334/365 of the last 3,000.00.
    expect((await read(old.id)).depreciated).toEqual(eur('11745.21'));
  });

  it('has the account of its line, costs no more than that, and keeps its bill from being taken back until it is taken back itself', async () => {
    const api = payablesOf(tenantNow());
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const lines = [{ net: eur('4000.00'), account: '213' }];
    const bill = await api.bill((await api.supplier()).id, 'S-1', '4000.00', { lines });
    const machine = { name: 'Torno', account: '213', cost: eur('4000.00'), inUseOn: '2026-03-03', bill: { billId: bill.id, line: 1 } };
    const asked = async (more: object) =>
      (await ask('registerAsset', { ...machine, method: 'straight-line', percent: '12', ...more })).body;
    expect(await asked({ account: '206', cost: eur('9000.00') })).toMatchObject({
      status: 400,
      code: 'asset.bill_account',
      field: 'body.account',
    });
    expect(await asked({ cost: eur('4000.01') })).toMatchObject({ status: 400, code: 'asset.bill_cost', params: { most: '4000.00' } });
    const { id } = await asked({ assetClass: 'maquinaria' });
    const reversal = () => api.ask('ana', `POST /payables/bills/${bill.id}/reversal`, { reason: 'Repetida', date: '2026-11-30' });
    expect((await reversal()).body).toMatchObject({ status: 422, code: 'bill.asset', params: { asset: id } });
    const posted = await depreciate('2026-10-31');
    expect((await ask('withdrawAsset', { reason: 'Error' }, [id])).body).toMatchObject({ status: 422, code: 'asset.posted' });
    await done('reverseDepreciation', { reason: 'Error' }, [posted.id]);
    expect(await done('withdrawAsset', { reason: 'Error' }, [id])).toMatchObject({ state: 'withdrawn', bookValue: eur('0.00') });
    expect((await ask('withdrawAsset', { reason: 'Error' }, [id])).body).toMatchObject({ code: 'asset.withdrawn' });
    expect((await ask('depreciateAssets', { until: '2026-10-31' })).body).toMatchObject({ code: 'depreciation.nothing_due' });
    // The line is free for another, and with none the bill is.
    const again = await asked({});
    expect((await reversal()).body.code).toBe('bill.asset');
    await done('withdrawAsset', { reason: 'Error' }, [again.id]);
    expect((await reversal()).body.state).toBe('reversed');
    expect(await asked({})).toMatchObject({ status: 422, code: 'document.reversed' });
  });

  it('costs what tax that is not deducted adds to its line', async () => {
    const api = payablesOf(tenantNow());
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const lines = [{ net: eur('10000.00'), account: '218', taxCode: 'MED-G' }];
    const bill = await api.bill((await api.supplier()).id, 'S-1', '10000.00', { lines });
    const car = { account: '218', inUseOn: '2026-03-03', percent: '16', assetClass: 'elementos-de-transporte-externo' };
    // Half of 2,100.00 is a cost.
    const cost = eur('11050.00');
    expect((await register({ ...car, cost, bill: { billId: bill.id, line: 1 } })).cost).toEqual(cost);
  });
});
