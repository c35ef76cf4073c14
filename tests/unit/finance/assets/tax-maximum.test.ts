import { describe, expect, it } from 'vitest';
import { handler as yearEnds } from '../../../../functions/finance/year-end/queries.ts';
import { call } from '../../../support/call.ts';
import { useAssets } from '../../../support/fixed-assets.ts';
import { eur } from '../../../support/receivables.ts';

const { tenantNow, done, register, read, depreciate } = useAssets();

describe('the maximum of LIS art. 12', () => {
  const constant = { method: 'constant-percentage', account: '213', assetClass: 'maquinaria' };
  const digits = { method: 'digits', account: '216', assetClass: 'mobiliario', percent: undefined };
  it.each([
    // 12 % is 8⅓ years: at most 30 %, by 2.5.
    [{ ...constant, percent: '80', years: 8 }, ['maximum']],
    [{ ...constant, percent: '30', years: 9 }, []],
    [{ ...constant, percent: '30.01', years: 9 }, ['maximum']],
    [{ ...constant, percent: '25', years: 10 }, []],
    [{ ...constant, percent: '14', years: 19 }, ['maximum', 'period']],
    // 25 % is 4 years: 37.5 % by 1.5; over 5 years 20 % by 2.
    [{ ...constant, account: '217', assetClass: 'equipos-para-procesos-de-informacion', percent: '37.5', years: 4 }, []],
    [{ ...constant, account: '217', assetClass: 'equipos-para-procesos-de-informacion', percent: '40', years: 4 }, ['maximum']],
    [{ ...constant, account: '217', assetClass: 'equipos-para-procesos-de-informacion', percent: '40', years: 5 }, []],
    [{ ...digits, years: 2 }, ['maximum', 'method']],
    [{ ...digits, years: 10 }, ['method']],
    [{ ...digits, account: '213', assetClass: 'maquinaria', years: 9 }, []],
    [{ ...digits, account: '213', assetClass: 'maquinaria', years: 8 }, ['maximum']],
    [{ account: '211', assetClass: 'edificios-industriales', percent: '3' }, []],
    [{ account: '211', assetClass: 'edificios-industriales', percent: '1.4' }, ['period']],
  ])('of %j: %j', async (more, warnings) => {
    const asset = await register(more);
    expect([asset.taxWarnings, asset.overMaximum]).toEqual([warnings, warnings.includes('maximum')]);
  });

  const adjustments = async (more: object) => {
    const { id } = await register({ inUseOn: '2025-01-01', ...more });
    return (await read(id)).schedule.map((row: { year: string; taxAdjustment: { amount: string } }) => [
      row.year,
      row.taxAdjustment.amount,
    ]);
  };

  it('adds what the books take beyond it to each year, and takes it off when they take less', async () => {
    // Furniture, 10,000.00 at 40 % where the table has 10: 3,000.00 above in two years, 1,000.00 in the third; 1,000.00 less in each year after.
    const furniture = { account: '216', assetClass: 'mobiliario', cost: eur('10000.00'), percent: '40' };
    expect(await adjustments(furniture)).toEqual([
      ...[
        ['2025', '3000.00'],
        ['2026', '3000.00'],
        ['2027', '1000.00'],
      ],
      ...['2028', '2029', '2030', '2031', '2032', '2033', '2034'].map((year) => [year, '-1000.00']),
    ]);
    expect(new Set((await adjustments({ ...furniture, percent: '10' })).map(([, amount]: string[]) => amount))).toEqual(new Set(['0.00']));
  });

  it('goes by digits where they are allowed, and by the straight line where they are not', async () => {
    const nine = { ...digits, account: '213', assetClass: 'maquinaria', cost: eur('4500.00'), years: 9 };
    expect(new Set((await adjustments(nine)).map(([, amount]: string[]) => amount))).toEqual(new Set(['0.00']));
    // 6,666.67 and 3,333.33 of furniture, of which 1,000.00 a year are deducted.
    const two = await adjustments({ ...digits, cost: eur('10000.00'), years: 2 });
    expect(two.slice(0, 3)).toEqual([
      ['2025', '5666.67'],
      ['2026', '2333.33'],
      ['2027', '-1000.00'],
    ]);
  });

  it('is told beside corporate tax, with the assets that it is of', async () => {
    const { id } = await register({
      name: 'Mesas',
      account: '216',
      assetClass: 'mobiliario',
      cost: eur('10000.00'),
      percent: '40',
      inUseOn: '2026-01-01',
    });
    await register({ inUseOn: '2026-01-01' });
    const route = 'GET /year-ends/{year}';
    const guide = await call(yearEnds, 'GET /year-ends/2026', route, { tenant: tenantNow() });
    expect(guide.body.depreciationAdjustment, JSON.stringify(guide.body)).toEqual({
      ...{ added: eur('3000.00'), deducted: eur('0.00') },
      assets: [{ assetId: id, name: 'Mesas', amount: eur('3000.00') }],
    });
  });

  it('is for what is posted late, and ends with the asset', async () => {
    const { id } = await register({ inUseOn: '2025-01-01', percent: '25' });
    await depreciate('2026-11-30');
    const rows = (await read(id)).schedule.map((row: { taxAdjustment: { amount: string } }) => row.taxAdjustment.amount);
    expect(new Set(rows)).toEqual(new Set(['0.00']));
    const fast = await register({ name: 'Otro', inUseOn: '2025-01-01', percent: '50' });
    await depreciate('2025-12-31');
    await done('disposeAsset', { date: '2026-11-30', reason: 'Roto' }, [fast.id]);
    const sums = (await read(fast.id)).schedule.map((row: { taxAdjustment: { amount: string } }) => Number(row.taxAdjustment.amount));
    expect(sums.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(0);
  });
});
