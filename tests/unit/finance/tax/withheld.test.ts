import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../../functions/finance/tax/queries.ts';
import { call } from '../../../support/call.ts';
import { books, postLines } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { newSeller } from '../../../support/seller.ts';

const table = useMemoryTable({ lists: true });
beforeEach(() => table.clear());

/** A company with a lawyer, from whose bills 15 % are withheld. */
async function client() {
  const { tenant } = await newSeller([]);
  const api = payablesOf(tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const lawyer = await api.supplier({ name: 'Ana Ruiz', taxId: 'B58378431', withholding: { code: 'PRO15', from: '2026-01-01' } });
  const bill = (day: string, reference: string, net: string, of = lawyer.id) =>
    api.bill(of, reference, net, { date: day, receivedOn: day });
  const draft = async (form: string, period: string) => {
    await projectCompany(tenant);
    const query = { period, consistent: 'true' };
    const { status, body } = await call(handler, `GET /tax-returns/${form}`, 'GET /tax-returns/{form}', { tenant, query });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  /** Declared, withheld on 4751, and `[kind, posted, declared]` of what differs. */
  const tie = async (period: string) => {
    const [{ amount, posted, agrees, documents }] = (await draft('111', period)).ties;
    const told = documents.map(
      ({ kind, posted: on, declared }: { kind: string; posted: { amount: string }; declared: { amount: string } }) =>
        [kind, on.amount, declared.amount] as const,
    );
    return [amount.amount, posted.amount, agrees, told];
  };
  return { tenant, api, lawyer, bill, draft, tie };
}

describe('what forms 111 and 115 declare beside account 4751', () => {
  it('agrees when the quarter before was paid, and when that was posted wrong and taken back', async () => {
    const { tenant, bill, tie } = await client();
    await bill('2026-02-10', 'H-1', '1000.00');
    await bill('2026-05-10', 'H-2', '2000.00');
    const wrong = await postLines(tenant, '2026-04-19', 'Modelo 111', ['4751', '15.00'], ['572', '-15.00']);
    const taken = await books(tenant, 'reverseEntry', { path: [wrong.body.id], body: { date: '2026-04-20', reason: 'Importe' } });
    expect(taken.status, JSON.stringify(taken.body)).toBe(201);
    await postLines(tenant, '2026-04-20', 'Modelo 111 1T', ['4751', '150.00'], ['572', '-150.00']);
    expect(await tie('2026-1T')).toEqual(['150.00', '150.00', true, []]);
    expect(await tie('2026-2T')).toEqual(['300.00', '300.00', true, []]);
  });

  it('names pay, which no register holds; what was taken back in the quarter was never there', async () => {
    const { tenant, bill, tie } = await client();
    await bill('2026-05-10', 'H-2', '2000.00');
    await postLines(tenant, '2026-05-31', 'Nómina', ['640', '1000.00'], ['4751', '-140.00'], ['572', '-860.00']);
    const twice = await postLines(tenant, '2026-05-31', 'Nómina', ['640', '1000.00'], ['4751', '-140.00'], ['572', '-860.00']);
    await books(tenant, 'reverseEntry', { path: [twice.body.id], body: { date: '2026-06-01', reason: 'Dos veces' } });
    expect(await tie('2026-2T')).toEqual(['300.00', '440.00', false, [['manual-entry', '140.00', '0.00']]]);
  });

  it('agrees although a bill is taken back in a later quarter', async () => {
    const { api, bill, tie } = await client();
    const { id } = await bill('2026-02-10', 'H-1', '1000.00');
    await api.done('ana', `POST /payables/bills/${id}/reversal`, { date: '2026-04-02', reason: 'No es nuestra' });
    expect(await tie('2026-2T')).toEqual(['-150.00', '-150.00', true, []]);
  });
});
