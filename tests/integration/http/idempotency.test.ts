import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusal, send, sendPatiently } from '../../support/http.ts';
import { type TradingCompany, tradingCompany } from '../../support/trading-company.ts';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('the same request, however often it is sent, is carried out once', () => {
  let company: TradingCompany;
  beforeAll(async () => {
    company = await tradingCompany();
  });
  const post = (path: string, body: object, key: string) => send(`POST ${path}`, { token: company.tokens.owner, body, key });
  const list = async (path: string) => (await send(`GET ${path}`, { token: company.tokens.owner })).body.items;

  test.each<[number, string, (c: TradingCompany) => object]>([
    [50, '/receipts', (c) => ({ customerId: c.ids.cus, amount: EUR('3.00') })],
    [10, '/customers', () => ({ name: 'Uno, S.L.' })],
    [10, '/orders', (c) => ({ customerId: c.ids.cus, lines: [{ itemId: c.ids.itm, quantity: '1' }] })],
  ])('%i at once to %s: one record, and equal answers', { timeout: 180_000 }, async (times, path, body) => {
    const before = await list(`${path}?limit=100`);
    const key = randomUUID();
    const request = { token: company.tokens.owner, body: body(company), key };
    const answers = await Promise.all(Array.from({ length: times }, () => sendPatiently(`POST ${path}`, request)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: times }, () => 201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const after = await list(`${path}?limit=100`);
    expect(after.length - before.length).toBe(1);
    expect(after.filter(({ id }: { id: string }) => id === answers[0]?.body.id)).toHaveLength(1);
  });

  test('another body with the same key is a conflict, and nothing is done', async () => {
    const key = randomUUID();
    const first = await post('/receipts', { customerId: company.ids.cus, amount: EUR('4.00') }, key);
    expect(first.status).toBe(201);
    const second = await post('/receipts', { customerId: company.ids.cus, amount: EUR('5.00') }, key);
    expect(refusal(second)).toEqual({ status: 409, code: 'idempotency.key_reused', field: 'header.Idempotency-Key' });
    expect((await post('/receipts', { customerId: company.ids.cus, amount: EUR('4.00') }, key)).text).toBe(first.text);
  });

  test('the order of fields and spaces do not make another body', async () => {
    const key = randomUUID();
    const first = await send('POST /customers', { token: company.tokens.owner, key, body: '{"name":"Dos, S.L.","paymentDays":15}' });
    const second = await send('POST /customers', {
      token: company.tokens.owner,
      key,
      body: '{ "paymentDays": 15,\n "name": "Dos, S.L." }',
    });
    expect([first.status, second.text]).toEqual([201, first.text]);
  });

  test('a key of one company means nothing to another', async () => {
    const other = await tradingCompany();
    const key = randomUUID();
    const ours = await post('/customers', { name: 'Tres, S.L.' }, key);
    const theirs = await send('POST /customers', { token: other.tokens.owner, key, body: { name: 'Cuatro, S.L.' } });
    expect([ours.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(ours.body.id);
  });
});
