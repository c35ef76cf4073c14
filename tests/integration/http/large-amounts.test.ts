import { beforeAll, describe, expect, test } from 'vitest';
import { refusal, send } from '../../support/http.ts';
import { done, type TradingCompany, tradingCompany } from '../../support/trading-company.ts';

describe('amounts beyond all reason', () => {
  let company: TradingCompany;
  beforeAll(async () => {
    company = await tradingCompany();
  });
  const receive = (...lines: readonly (readonly [quantity: string, unitCost: string])[]) =>
    send('POST /goods-receipts', {
      token: company.tokens.owner,
      body: { lines: lines.map(([quantity, unitCost]) => ({ itemId: company.ids.itm, quantity, unitCost })) },
    });
  const get = (path: string) => done(send(`GET ${path}`, { token: company.tokens.owner }));

  test('a line of more than 9,999,999,999.99 is refused', async () => {
    expect(refusal(await receive(['999999', '9999999']))).toEqual({ status: 400, code: 'amount.too_large', field: 'body' });
  });

  test('sums of what is allowed can be read back, however large', async () => {
    // 3 × 9,999,999,990.00 beside the 10 that cost 4.00 each: 30,000,000,010.00.
    const line = ['1000', '9999999.99'] as const;
    const { status, body: receipt } = await receive(line, line, line);
    expect(status).toBe(201);
    const value = { amount: '30000000010.00', currency: 'EUR' };
    expect((await get(`/stock/${company.ids.itm}`)).value).toEqual(value);
    expect((await get('/stock-valuation')).value).toEqual(value);
    expect((await get('/stock')).items[0].value).toEqual(value);
    expect((await get(`/goods-receipts/${receipt.id}`)).total).toEqual({ amount: '29999999970.00', currency: 'EUR' });
    const trial = await get('/trial-balance?consistent=true');
    expect(trial.rows.find(({ account }: { account: string }) => account === '300').closing).toEqual(value);
  });
});
