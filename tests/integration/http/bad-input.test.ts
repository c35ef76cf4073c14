import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Request, refusal, send } from '../../support/http.ts';
import { itemsOf } from '../../support/items.ts';
import { type TradingCompany, tradingCompany } from '../../support/trading-company.ts';

const EUR = { amount: '10.00', currency: 'EUR' };
const NAME = 'Cliente que no debe existir';

describe('bad input is refused by field and cause, and leaves no trace', () => {
  let company: TradingCompany;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    company = await tradingCompany();
    before = await itemsOf(company.name);
  });
  const post = (path: string, body: unknown, more: Partial<Request> = {}) =>
    send(`POST ${path}`, { token: company.tokens.owner, body, ...more });
  const get = (path: string) => send(`GET ${path}`, { token: company.tokens.owner });
  const invalidAt = (field: string) => ({ status: 400, code: 'input.invalid', field });

  test.each([1_000_001, 10_000_000])('a body of %i bytes is too large, and is told so in words', async (bytes) => {
    const frame = JSON.stringify({ name: NAME, notes: '' }).length;
    const answer = await post('/customers', { name: NAME, notes: 'x'.repeat(bytes - frame) });
    expect(refusal(answer)).toEqual({ status: 413, code: 'body.too_large', field: 'body' });
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body.detail).toBe(`The body has ${bytes} bytes; the most is 1000000.`);
    expect(answer.body.params).toEqual({ bytes, limit: 1_000_000 });
  });

  test('a body of exactly 1,000,000 bytes is read', async () => {
    const frame = JSON.stringify({ name: NAME, notes: '' }).length;
    expect(refusal(await post('/customers', { name: NAME, notes: 'x'.repeat(1_000_000 - frame) }))).toEqual(invalidAt('body.notes'));
  });

  test.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'content type %s',
    async (type) => {
      const answer = await post('/customers', JSON.stringify({ name: NAME }), { headers: { 'content-type': type } });
      expect(refusal(answer)).toEqual({ status: 400, code: 'body.content_type', field: 'body' });
      expect(answer.body.detail).toContain(type.split(';')[0]);
    },
  );

  test.each([
    ['unfinished', '{"name":"x"', 'body.malformed', 'body'],
    ['a trailing comma', '{"name":"x",}', 'body.malformed', 'body'],
    ['not a number', '{"paymentDays":NaN}', 'body.malformed', 'body'],
    ['two values', '{} {}', 'body.malformed', 'body'],
    ['a key twice', `{"name":"${NAME}","address":{"city":"a","city":"b"}}`, 'body.duplicate_key', 'body.address.city'],
    ['nested deeply', `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'body.too_deep', 'body'],
    ['a list', '[]', 'input.invalid', 'body'],
    ['null', 'null', 'input.invalid', 'body'],
    ['a text', '"x"', 'input.invalid', 'body'],
  ])('%s', async (_, body, code, field) => {
    expect(refusal(await post('/customers', body))).toEqual({ status: 400, code, field });
  });

  test.each<[string, object, string]>([
    ['an unknown field', { admin: true }, 'body.admin'],
    ['another company in the body', { tenant: 'lumbre' }, 'body.tenant'],
    ['a prototype', JSON.parse('{"__proto__":{"x":1}}'), 'body.__proto__'],
    ['a number for a text', { name: 7 }, 'body.name'],
    ['an empty name', { name: '   ' }, 'body.name'],
    ['a name of 10,000 letters', { name: 'x'.repeat(10_000) }, 'body.name'],
    ['a control character', { name: 'a\u0000b' }, 'body.name'],
    ['half a character', { name: 'a\ud83d' }, 'body.name'],
    ['an absurd number', { paymentDays: 1e300 }, 'body.paymentDays'],
    ['a number beyond the integers', { paymentDays: 2 ** 53 }, 'body.paymentDays'],
    ['a fraction of a day', { paymentDays: 30.5 }, 'body.paymentDays'],
    ['less than no day', { paymentDays: -1 }, 'body.paymentDays'],
    ['a number that is text', { paymentDays: '30' }, 'body.paymentDays'],
    ['an unknown currency', { creditLimit: { amount: '10.00', currency: 'ZZZ' } }, 'body.creditLimit.currency'],
    ['too many decimals', { creditLimit: { amount: '10.001', currency: 'EUR' } }, 'body.creditLimit.amount'],
    ['an exponent', { creditLimit: { amount: '1e3', currency: 'EUR' } }, 'body.creditLimit.amount'],
    ['money as a number', { creditLimit: 10 }, 'body.creditLimit'],
    ['more money than there is', { creditLimit: { amount: '99999999999.00', currency: 'EUR' } }, 'body.creditLimit.amount'],
    ['not an e-mail address', { email: 'nobody' }, 'body.email'],
    ['not a country', { address: { street: 'a', postalCode: '1', city: 'b', country: 'Spain' } }, 'body.address.country'],
  ])('%s in a customer', async (_, more, field) => {
    expect(refusal(await post('/customers', { name: NAME, ...more }))).toEqual(invalidAt(field));
  });

  test('every field at fault is named', async () => {
    const { body } = await post('/customers', { paymentDays: -1, email: 'x', nothing: 1 });
    expect(body.faults.map(({ field }: { field: string }) => field).sort()).toEqual([
      'body.email',
      'body.name',
      'body.nothing',
      'body.paymentDays',
    ]);
  });

  test.each<[string, string, string]>([
    ['nothing', '0', 'body.lines.0.quantity'],
    ['less than nothing', '-1', 'body.lines.0.quantity'],
    ['four decimals', '1.0001', 'body.lines.0.quantity'],
    ['a million', '1000000', 'body.lines.0.quantity'],
    ['a number in another script', '١', 'body.lines.0.quantity'],
    ['infinity', 'Infinity', 'body.lines.0.quantity'],
  ])('an order for %s', async (_, quantity, field) => {
    const lines = [{ itemId: company.ids.itm, quantity }];
    expect(refusal(await post('/orders', { customerId: company.ids.cus, lines }))).toEqual(invalidAt(field));
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '01/02/2026', '9999-01-01'])('the date %s', async (date) => {
    const lines = [{ itemId: company.ids.itm, quantity: '1' }];
    expect(refusal(await post('/orders', { customerId: company.ids.cus, date, lines }))).toEqual(invalidAt('body.date'));
  });

  test('a date outside the open periods', async () => {
    const lines = [
      { account: '621', debit: EUR },
      { account: '572', credit: EUR },
    ];
    expect(refusal(await post('/journal-entries', { date: '2019-05-05', text: 'Tarde', lines }))).toEqual({
      status: 422,
      code: 'period.not_open',
      field: 'body.date',
    });
  });

  test('no money at all, and less', async () => {
    for (const amount of ['0.00', '-5.00'])
      expect(refusal(await post('/receipts', { customerId: company.ids.cus, amount: { amount, currency: 'EUR' } }))).toEqual(
        invalidAt('body.amount'),
      );
  });

  test.each([
    ['/orders?cursor=abc', 'cursor.invalid', 'query.cursor'],
    [`/orders?cursor=${Buffer.from('["other","x"]').toString('base64url')}`, 'cursor.invalid', 'query.cursor'],
    ['/orders?cursor=***', 'input.invalid', 'query.cursor'],
    [`/orders?cursor=${'a'.repeat(2001)}`, 'input.invalid', 'query.cursor'],
    ['/orders?limit=0', 'input.invalid', 'query.limit'],
    ['/orders?limit=101', 'input.invalid', 'query.limit'],
    ['/orders?limit=ten', 'input.invalid', 'query.limit'],
    ['/orders?order=up', 'input.invalid', 'query.order'],
    ['/orders?colour=red', 'input.invalid', 'query.colour'],
    ['/orders?status=lost', 'input.invalid', 'query.status'],
    ['/orders?from=2026-02-30', 'input.invalid', 'query.from'],
    ['/warehouses?limit=5', 'input.invalid', 'query.limit'],
    ['/orders?dryRun=true', 'input.invalid', 'query.dryRun'],
    ['/items?q=%00', 'input.invalid', 'query.q'],
    ['/audit', 'input.invalid', 'query.record'],
    ['/orders/nonsense', 'input.invalid', 'path.orderId'],
    ['/orders/inv_F2026-000001', 'input.invalid', 'path.orderId'],
  ])('GET %s', async (path, code, field) => {
    expect(refusal(await get(path))).toEqual({ status: 400, code, field });
  });

  test('a dry run that is neither true nor false', async () => {
    const body = { customerId: company.ids.cus, amount: EUR };
    expect(refusal(await post('/receipts?dryRun=maybe', body))).toEqual(invalidAt('query.dryRun'));
  });

  test.each<[string, string | null, string]>([
    ['no', null, 'idempotency.key_missing'],
    ['too long an', 'k'.repeat(256), 'idempotency.key_invalid'],
    ['a spaced', 'a b', 'idempotency.key_invalid'],
  ])('%s Idempotency-Key', async (_, key, code) => {
    const answer = await post('/customers', { name: NAME }, { key });
    expect(refusal(answer)).toEqual({ status: 400, code, field: 'header.Idempotency-Key' });
  });

  test('a route that is not there, and a method that is not', async () => {
    for (const route of ['GET /nothing', 'DELETE /orders', 'PUT /company'])
      expect((await send(route, { token: company.tokens.owner })).status).toBe(404);
  });

  test('each refusal is a problem with a request id of its own', async () => {
    const answers = await Promise.all([post('/customers', {}), post('/customers', {}, { key: randomUUID() })]);
    expect(new Set(answers.map(({ body }) => body.requestId)).size).toBe(2);
    expect(answers[0]?.body).toMatchObject({
      type: 'urn:trastienda:problem:input.invalid',
      title: 'The request is not valid',
      status: 400,
    });
  });

  test('after all of it, the company holds exactly what it held before', async () => {
    expect(await itemsOf(company.name)).toEqual(before);
  });
});
