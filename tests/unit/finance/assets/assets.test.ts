import { describe, expect, it } from 'vitest';
import { refusalOfStandingSale } from '../../../../shared/domain/finance/assets/asset-undo.ts';
import type { StoredInvoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { useAssets } from '../../../support/fixed-assets.ts';
import { eur, postings } from '../../../support/receivables.ts';

const { ask, done, register, read, depreciate } = useAssets();

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
