import { beforeEach, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/assets/commands.ts';
import { handler as queries } from '../../../../functions/finance/assets/queries.ts';
import { handler as yearEnds } from '../../../../functions/finance/year-end/queries.ts';
import { assets } from '../../../../shared/api/finance/assets.ts';
import { refusalOfStandingSale } from '../../../../shared/domain/finance/assets/asset-undo.ts';
import { PeriodSequences, sequencesOfYear } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import type { StoredInvoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur, postings } from '../../../support/receivables.ts';

type Action = keyof typeof assets.actions;
const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  const { records } = await newCompany(tenant);
  await records.commit(sequencesOfYear('2025').map(({ id, data }) => create(PeriodSequences, id, data)));
});

/** Asks for an action, with path parameters in the order of its route. */
function ask(action: Action, body?: object, path: readonly string[] = []) {
  const { route, profile } = assets.actions[action];
  const left = [...path];
  const asked = route.replace(/\{\w+\}/g, () => left.shift() ?? '');
  return call(profile === 'queries' ? queries : commands, asked, route, { tenant, ...(body ? { body } : {}) });
}
async function done(action: Action, body?: object, path: readonly string[] = []) {
  const answer = await ask(action, body, path);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
const register = (more: object = {}) =>
  done('registerAsset', {
    name: 'Servidor',
    account: '217',
    assetClass: 'equipos-para-procesos-de-informacion',
    cost: eur('12000.00'),
    inUseOn: '2025-09-01',
    method: 'straight-line',
    percent: '25',
    ...more,
  });
const read = (id: string) => done('getFixedAsset', undefined, [id]);
const depreciate = (until: string) => done('depreciateAssets', { until });

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
    const guide = await call(yearEnds, 'GET /year-ends/2026', route, { tenant });
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

describe('a fixed asset', () => {
  it('is depreciated by days, posted once, and its schedule is what was posted and what is to come', async () => {
    const { id, overMaximum } = await register();
    expect(overMaximum).toBe(false);
    const first = await depreciate('2025-12-31');
    // 12,000 at 25 %, 122 of 365 days.
    expect(postings(first.entry)).toEqual([
      ['681', '1002.74', '0.00'],
      ['281', '0.00', '1002.74'],
    ]);
    expect((await ask('depreciateAssets', { until: '2025-12-31' })).body).toMatchObject({
      code: 'depreciation.nothing_due',
      field: 'body.until',
    });
    await depreciate('2026-06-30');
    await depreciate('2026-11-30');
    const { schedule, until, bookValue } = await read(id);
    expect([until, bookValue.amount]).toEqual(['2026-11-30', '8252.05']);
    // What the books hold is what the schedule says of its years.
    const rows = schedule.map((row: Record<string, { amount: string }> & { year: string }) => [
      row.year,
      row.posted?.amount,
      row.planned?.amount,
      row.bookValue?.amount,
    ]);
    expect(rows).toEqual([
      ['2025', '1002.74', '0.00', '10997.26'],
      // 456/365 of 3,000.00 is 3,747.95, less 1,002.74.
      ['2026', '2745.21', '254.79', '7997.26'],
      ['2027', '0.00', '3000.00', '4997.26'],
      ['2028', '0.00', '3000.00', '1997.26'],
      ['2029', '0.00', '1997.26', '0.00'],
    ]);
  });

  it('goes with all others of its accounts in one entry', async () => {
    await register();
    await register({ name: 'Programa', account: '206', cost: eur('3300.00'), inUseOn: '2026-01-01', percent: '33' });
    await register({ name: 'Solar', account: '210', cost: eur('50000.00'), method: 'none', percent: undefined });
    const { entry, assets: count, more } = await depreciate('2026-06-30');
    // 122/365 and 181/365 of 3,000.00: 1,002.74 + 1,487.67; 181/365 of 1,089.00: 540.02.
    expect(postings(entry)).toEqual([
      ['681', '2490.41', '0.00'],
      ['281', '0.00', '2490.41'],
      ['680', '540.02', '0.00'],
      ['280', '0.00', '540.02'],
    ]);
    expect([count, more]).toEqual([2, false]);
  });

  it('is investment property on accounts of its own: 282 against 682, 292 against 692, 672 and 772', async () => {
    const house = {
      name: 'Local alquilado',
      account: '221',
      assetClass: 'edificios-comerciales-administrativos-de',
      cost: eur('100000.00'),
    };
    const { id } = await register({ ...house, inUseOn: '2025-01-01', percent: '2' });
    expect(postings((await depreciate('2025-12-31')).entry)).toEqual([
      ['682', '2000.00', '0.00'],
      ['282', '0.00', '2000.00'],
    ]);
    const impaired = await done('impairAsset', { date: '2025-12-31', amount: eur('8000.00'), reason: 'Tasación' }, [id]);
    expect(postings(impaired.entry)).toEqual([
      ['692', '8000.00', '0.00'],
      ['292', '0.00', '8000.00'],
    ]);
    const back = await done('reverseImpairment', { date: '2025-12-31', amount: eur('3000.00'), reason: 'Tasación' }, [id]);
    expect(postings(back.entry)).toEqual([
      ['292', '3000.00', '0.00'],
      ['792', '0.00', '3000.00'],
    ]);
    // 100,000.00 less 2,000.00 and 5,000.00 are 93,000.00.
    const sold = await done('disposeAsset', { date: '2025-12-31', price: eur('95000.00'), account: '572', reason: 'Venta' }, [id]);
    expect(postings(sold.entry)).toEqual([
      ['282', '2000.00', '0.00'],
      ['221', '0.00', '100000.00'],
      ['292', '5000.00', '0.00'],
      ['572', '95000.00', '0.00'],
      ['772', '0.00', '2000.00'],
    ]);
    const land = await register({ name: 'Solar', account: '220', cost: eur('50000.00'), method: 'none', percent: undefined });
    const lost = await done('disposeAsset', { date: '2025-12-31', price: eur('40000.00'), account: '572', reason: 'Venta' }, [land.id]);
    expect(postings(lost.entry).at(-1)).toEqual(['672', '10000.00', '0.00']);
    expect(
      (await ask('registerAsset', { ...house, account: '220', inUseOn: '2025-01-01', method: 'straight-line', percent: '2' })).body,
    ).toMatchObject({ status: 400, code: 'asset.account' });
  });

  it('is sold at its value of the day: what was not posted yet, then the gain', async () => {
    const { id } = await register({ inUseOn: '2025-01-01' });
    await depreciate('2025-12-31');
    const sold = await done('disposeAsset', { date: '2026-05-31', price: eur('8000.00'), account: '572', reason: 'Venta' }, [id]);
    // 3,000.00 and 151/365 of it, 1,241.10, leave 7,758.90: a gain of 241.10.
    expect(postings(sold.entry)).toEqual([
      ['681', '1241.10', '0.00'],
      ['281', '3000.00', '0.00'],
      ['217', '0.00', '12000.00'],
      ['572', '8000.00', '0.00'],
      ['771', '0.00', '241.10'],
    ]);
    expect(await read(id)).toMatchObject({ state: 'disposed', disposedOn: '2026-05-31', bookValue: eur('0.00') });
    expect((await ask('disposeAsset', { reason: 'Otra vez' }, [id])).body).toMatchObject({
      code: 'asset.disposed',
      params: { date: '2026-05-31' },
    });
  });

  it('is sold in part: a quarter of everything leaves, the rest goes on', async () => {
    const { id } = await register({ inUseOn: '2025-01-01' });
    await depreciate('2025-12-31');
    const sold = await done('disposeAsset', { date: '2025-12-31', price: eur('2000.00'), share: '25', reason: 'Un rack' }, [id]);
    // A quarter: 3,000.00 less 750.00 is 2,250.00; a loss of 250.00.
    expect(postings(sold.entry)).toEqual([
      ['281', '750.00', '0.00'],
      ['217', '0.00', '3000.00'],
      ['543', '2000.00', '0.00'],
      ['671', '250.00', '0.00'],
    ]);
    const rest = await read(id);
    expect(rest).toMatchObject({ cost: eur('9000.00'), depreciated: eur('2250.00'), bookValue: eur('6750.00') });
    // 9,000.00 at 25 %.
    expect(postings((await depreciate('2026-11-30')).entry)[0]).toEqual(['681', '2058.90', '0.00']);
  });

  it('loses value, and is depreciated by another plan from then on: what was posted stays', async () => {
    const { id } = await register({ inUseOn: '2025-01-01' });
    await depreciate('2025-12-31');
    const impaired = await done('impairAsset', { date: '2025-12-31', amount: eur('1000.00'), reason: 'Avería' }, [id]);
    expect(postings(impaired.entry)).toEqual([
      ['691', '1000.00', '0.00'],
      ['291', '0.00', '1000.00'],
    ]);
    const before = await read(id);
    expect(before.bookValue).toEqual(eur('8000.00'));
    await done('reviseAsset', { method: 'straight-line', years: 4, reason: 'Cuatro años más' }, [id]);
    // 8,000.00 in 4 years from 2026-01-01 on: 334/365 of 2,000.00.
    expect(postings((await depreciate('2026-11-30')).entry)[0]).toEqual(['681', '1830.14', '0.00']);
    expect((await read(id)).depreciated).toEqual(eur('4830.14'));
  });

  it('gets back what it had lost, up to its value without the loss, and no further', async () => {
    const { id } = await register({ inUseOn: '2025-01-01' });
    expect((await ask('reverseImpairment', { amount: eur('1.00'), reason: 'Reparada' }, [id])).body.code).toBe('asset.not_impaired');
    await depreciate('2025-12-31');
    await done('impairAsset', { date: '2025-12-31', amount: eur('1000.00'), reason: 'Avería' }, [id]);
    const back = (amount: string) => ({ date: '2026-06-30', amount: eur(amount), reason: 'Reparada' });
    // 181/365 of 3,000.00 on the day; without the impairment it would be 7,512.33.
    expect((await ask('reverseImpairment', back('1000.01'), [id])).body).toMatchObject({
      ...{ code: 'asset.impairment_reversal', field: 'body.amount', params: { most: '1000.00', amount: '1000.01' } },
    });
    const reversal = await done('reverseImpairment', back('400.00'), [id]);
    expect(postings(reversal.entry)).toEqual([
      ['681', '1487.67', '0.00'],
      ['281', '0.00', '1487.67'],
      ['291', '400.00', '0.00'],
      ['791', '0.00', '400.00'],
    ]);
    expect(await read(id)).toMatchObject({ bookValue: eur('6912.33'), impaired: eur('600.00') });
    await done('undoAssetEntry', { reason: 'No está reparada' }, [reversal.id]);
    expect(await read(id)).toMatchObject({ bookValue: eur('8000.00'), impaired: eur('1000.00'), until: '2025-12-31' });
  });

  it('gets back less where its plan was changed since, and spreads it over the time that is left', async () => {
    const { id } = await register({ inUseOn: '2025-01-01' });
    await depreciate('2025-12-31');
    await done('impairAsset', { date: '2025-12-31', amount: eur('1000.00'), reason: 'Avería' }, [id]);
    await done('reviseAsset', { method: 'straight-line', years: 4, reason: 'Cuatro años más' }, [id]);
    const back = (amount: string) => ({ date: '2026-06-30', amount: eur(amount), reason: 'Reparada' });
    // 12,000.00 − 3,000.00 − 991.78 − 1,000.00 = 7,008.22, and 7,512.33 without the impairment: 504.11.
    expect((await ask('reverseImpairment', back('504.12'), [id])).body.params).toMatchObject({ most: '504.11' });
    await done('reverseImpairment', back('504.11'), [id]);
    // 7,512.33 in 1,279 days: 153 of them.
    expect(postings((await depreciate('2026-11-30')).entry)[0]).toEqual(['681', '898.66', '0.00']);
    const { schedule } = await read(id);
    expect(schedule.at(-1)).toMatchObject({ year: '2029', bookValue: eur('0.00') });
  });

  it('lives again where it was disposed of by mistake, unless it has changed since', async () => {
    const { id } = await register({ inUseOn: '2025-01-01' });
    await depreciate('2025-12-31');
    const sold = await done('disposeAsset', { date: '2026-05-31', price: eur('8000.00'), account: '572', reason: 'Venta' }, [id]);
    expect((await ask('reverseDepreciation', { reason: 'x' }, [sold.id])).body).toMatchObject({
      code: 'asset_entry.final',
      params: { why: 'undo' },
    });
    const back = await done('undoAssetEntry', { reason: 'Era el otro servidor', date: '2026-06-30' }, [sold.id]);
    expect(postings(back.entry)).toEqual([
      ['681', '0.00', '1241.10'],
      ['281', '0.00', '3000.00'],
      ['217', '12000.00', '0.00'],
      ['572', '0.00', '8000.00'],
      ['771', '241.10', '0.00'],
    ]);
    expect(await read(id)).toMatchObject({ state: 'in-use', until: '2025-12-31', bookValue: eur('9000.00') });
    // 333/365 of 3,000.00 less nothing: the schedule works forward from the end of 2025.
    expect(postings((await depreciate('2026-11-29')).entry)[0]).toEqual(['681', '2736.99', '0.00']);
    for (const [of, code] of [
      [sold.id, 'asset_entry.reversed'],
      [back.id, 'asset_entry.reversal'],
    ])
      expect((await ask('undoAssetEntry', { reason: 'x' }, [of])).body.code).toBe(code);
    const part = await done('disposeAsset', { date: '2026-11-29', share: '25', reason: 'Chatarra' }, [id]);
    expect((await ask('undoAssetEntry', { reason: 'x', date: '2026-11-28' }, [part.id])).body).toMatchObject({ code: 'asset.too_early' });
    await depreciate('2026-11-30');
    expect((await ask('undoAssetEntry', { reason: 'x' }, [part.id])).body).toMatchObject({
      code: 'asset.later',
      params: { asset: 'Servidor' },
    });
  });

  it('stays sold while the invoice of the sale stands', () => {
    const line = { net: 8_000_00 } as StoredInvoice['lines'][number];
    const invoice = { id: 'inv_F2026-000001', number: 'F2026-000001', lines: [line] };
    expect(refusalOfStandingSale(invoice, undefined)).toMatchObject({ code: 'asset_entry.invoiced', params: { why: 'open' } });
    expect(refusalOfStandingSale({ ...invoice, credited: [100_00] }, 'txr_303.2026-2T.0')).toMatchObject({ params: { why: 'filed' } });
    expect(refusalOfStandingSale({ ...invoice, credited: [8_000_00] }, 'txr_303.2026-2T.0')).toBeUndefined();
    expect(refusalOfStandingSale(undefined, undefined)).toBeUndefined();
  });

  it('takes a depreciation back, the last one first', async () => {
    const { id } = await register();
    const first = await depreciate('2025-12-31');
    const second = await depreciate('2026-11-30');
    expect((await ask('reverseDepreciation', { reason: 'Fecha' }, [first.id])).body).toMatchObject({ code: 'asset.later' });
    const back = await done('reverseDepreciation', { reason: 'Fecha' }, [second.id]);
    expect(postings(back.entry)).toEqual([
      ['681', '0.00', '2745.21'],
      ['281', '2745.21', '0.00'],
    ]);
    expect(await read(id)).toMatchObject({ until: '2025-12-31', depreciated: eur('1002.74') });
    expect((await ask('reverseDepreciation', { reason: 'Fecha' }, [second.id])).body).toMatchObject({ code: 'asset_entry.reversed' });
    expect((await ask('reverseDepreciation', { reason: 'Fecha' }, [back.id])).body).toMatchObject({ code: 'asset_entry.reversal' });
  });

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
    const api = payablesOf(tenant);
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
    const api = payablesOf(tenant);
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
    const api = payablesOf(tenant);
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const lines = [{ net: eur('10000.00'), account: '218', taxCode: 'MED-G' }];
    const bill = await api.bill((await api.supplier()).id, 'S-1', '10000.00', { lines });
    const car = { account: '218', inUseOn: '2026-03-03', percent: '16', assetClass: 'elementos-de-transporte-externo' };
    // Half of 2,100.00 is a cost.
    const cost = eur('11050.00');
    expect((await register({ ...car, cost, bill: { billId: bill.id, line: 1 } })).cost).toEqual(cost);
  });

  it('refuses what no asset can be, and tells what the law does not deduct', async () => {
    const refusals = [
      [{ account: '600' }, 'asset.account'],
      [{ account: '210' }, 'asset.account'],
      [{ percent: undefined }, 'asset.plan'],
      [{ years: 4 }, 'asset.plan'],
      [{ method: 'constant-percentage', years: undefined }, 'asset.plan'],
      [{ residual: eur('12000.00') }, 'asset.residual'],
      [{ depreciated: { amount: eur('12000.01'), until: '2025-12-31' } }, 'asset.depreciated'],
    ] as const;
    for (const [more, code] of refusals) {
      const body = {
        name: 'X',
        account: '217',
        cost: eur('12000.00'),
        inUseOn: '2025-09-01',
        method: 'straight-line',
        percent: '25',
        ...more,
      };
      expect((await ask('registerAsset', body)).body, code).toMatchObject({ status: 400, code });
    }
    // The table allows 25 % a year, which is four years.
    expect((await register({ percent: '30' })).overMaximum).toBe(true);
    expect((await register({ percent: undefined, years: 3 })).overMaximum).toBe(true);
    expect((await register({ percent: undefined, years: 4 })).overMaximum).toBe(false);
    const { id } = await register({ inUseOn: '2026-01-01' });
    expect((await ask('impairAsset', { date: '2025-12-31', amount: eur('1.00'), reason: 'x' }, [id])).body).toMatchObject({
      code: 'asset.too_early',
    });
    expect((await ask('impairAsset', { date: '2026-01-01', amount: eur('12000.00'), reason: 'x' }, [id])).body).toMatchObject({
      code: 'asset.impairment',
    });
    expect((await ask('depreciateAssets', { until: '2030-12-31' })).body).toMatchObject({ code: 'period.not_open', field: 'body.until' });
  });
});

describe('the books beside the assets', () => {
  const tie = () => done('getAssetTie');
  const rowsOf = ({ rows }: { rows: { account: string; books: { amount: string }; assets: { amount: string } }[] }) =>
    rows.map(({ account, books, assets: theirs }) => [account, books.amount, theirs.amount]);

  it('agree where each asset came by a bill, through depreciation, impairment, a sale in part and what is taken back', async () => {
    const api = payablesOf(tenant);
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
    await projectCompany(tenant);
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
    const api = payablesOf(tenant);
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const bill = await api.bill((await api.supplier()).id, 'S-1', '4000.00', { lines: [{ net: eur('4000.00'), account: '213' }] });
    const own = await register({
      cost: eur('1500.00'),
      depreciated: { amount: eur('500.00'), until: '2025-12-31' },
      inUseOn: '2025-01-01',
    });
    await projectCompany(tenant);
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
