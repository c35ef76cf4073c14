import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../../functions/finance/tax/queries.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import type { Policies } from '../../../../shared/domain/platform/company/policies.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { call } from '../../../support/call.ts';
import { books, postLines } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { of, payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { newSeller } from '../../../support/seller.ts';

const table = useMemoryTable({ lists: true });
beforeEach(() => table.clear());

const BY_BILL = { withholdingAt: 'invoice' } as const;

/** A company with a lawyer, from whose bills 15 % are withheld. */
async function client(policies: Partial<Policies> = {}) {
  const { tenant, records } = await newSeller([], { policies });
  const api = payablesOf(tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const lawyer = await api.supplier({ name: 'Ana Ruiz', taxId: '12345678Z', withholding: { code: 'PRO15', from: '2026-01-01' } });
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
  return { tenant, records, api, lawyer, bill, draft, tie };
}

describe('what forms 111 and 115 declare beside account 4751', () => {
  it('agrees when the quarter before was paid, and when that was posted wrong and taken back', async () => {
    const { tenant, bill, tie } = await client(BY_BILL);
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
    const { tenant, bill, tie } = await client(BY_BILL);
    await bill('2026-05-10', 'H-2', '2000.00');
    await postLines(tenant, '2026-05-31', 'Nómina', ['640', '1000.00'], ['4751', '-140.00'], ['572', '-860.00']);
    const twice = await postLines(tenant, '2026-05-31', 'Nómina', ['640', '1000.00'], ['4751', '-140.00'], ['572', '-860.00']);
    await books(tenant, 'reverseEntry', { path: [twice.body.id], body: { date: '2026-06-01', reason: 'Dos veces' } });
    expect(await tie('2026-2T')).toEqual(['300.00', '440.00', false, [['manual-entry', '140.00', '0.00']]]);
  });

  it('agrees although a bill is taken back in a later quarter', async () => {
    const { api, bill, tie } = await client(BY_BILL);
    const { id } = await bill('2026-02-10', 'H-1', '1000.00');
    await api.done('ana', `POST /payables/bills/${id}/reversal`, { date: '2026-04-02', reason: 'No es nuestra' });
    expect(await tie('2026-2T')).toEqual(['-150.00', '-150.00', true, []]);
  });
});

describe('withholding that is declared as bills are paid', () => {
  /** Box 09 and its tie: `[declared, on 4751, unpaid, agrees]`, by quarter. */
  const told = ({ boxes, ties: [tie] }: Awaited<ReturnType<Awaited<ReturnType<typeof client>>['draft']>>, box = '09') => [
    boxes.find((each: { box: string }) => each.box === box).amount.amount,
    tie.posted.amount,
    tie.unpaid.amount,
    tie.agrees,
  ];

  it('stands in the quarter of the payment: a bill of March that is paid in April', async () => {
    const { api, lawyer, bill, draft } = await client();
    // 1,000.00 + 210.00 − 150.00
    const { id } = await bill('2026-03-20', 'H-1', '1000.00');
    expect(told(await draft('111', '2026-1T'))).toEqual(['0.00', '150.00', '150.00', true]);
    await api.pay('bea', lawyer.id, '1060.00', [of(id, '1060.00')], { date: '2026-04-10' });
    expect(told(await draft('111', '2026-1T'))).toEqual(['0.00', '150.00', '150.00', true]);
    const second = await draft('111', '2026-2T');
    expect(told(second)).toEqual(['150.00', '0.00', '-150.00', true]);
    expect(
      second.boxes.slice(6, 8).map(({ count, amount }: { count?: number; amount: { amount: string } }) => count ?? amount.amount),
    ).toEqual([1, '1000.00']);
    const [line] = (await draft('190', '2026-0A')).lines;
    expect([line.party, line.key, line.base.amount, line.amount.amount]).toEqual(['Ana Ruiz', 'G01', '1000.00', '150.00']);
  });

  it('is declared in proportion to parts that come to the whole, and back with what is undone', async () => {
    const { api, lawyer, bill, draft } = await client();
    // 100.00 + 21.00 − 15.00 = 106.00; thirds: 35.33, 35.33, 35.34 of it are 5.00 each, 33.33, 33.33 and 33.34 of the base
    const { id } = await bill('2026-01-20', 'H-1', '100.00');
    const paid = [];
    for (const [date, amount] of [
      ['2026-03-10', '35.33'],
      ['2026-04-10', '35.33'],
      ['2026-07-10', '35.34'],
    ] as const)
      paid.push(await api.pay('bea', lawyer.id, amount, [of(id, amount)], { date }));
    const base = async (period: string) =>
      (await draft('111', period)).taxes.map(({ base, tax }: { base: { amount: string }; tax: { amount: string } }) => [
        base.amount,
        tax.amount,
      ]);
    expect([...(await base('2026-1T')), ...(await base('2026-2T')), ...(await base('2026-3T'))]).toEqual([
      ['33.33', '5.00'],
      ['33.33', '5.00'],
      ['33.34', '5.00'],
    ]);
    await api.done('bea', `POST /payables/payments/${paid[2].id}/allocations/${id}/removal`, { date: '2026-10-02' });
    await api.done('bea', `POST /payables/payments/${paid[2].id}/reversal`, { date: '2026-10-02', reason: 'Devuelto por el banco' });
    expect(await base('2026-3T')).toEqual([['33.34', '5.00']]);
    expect(await base('2026-4T')).toEqual([['-33.34', '-5.00']]);
  });

  it('of what a credit note takes off a bill is declared by nobody', async () => {
    const { api, lawyer, bill, draft } = await client();
    const { id } = await bill('2026-02-20', 'H-1', '1000.00');
    const lines = [{ net: { amount: '400.00', currency: 'EUR' } }];
    await api.done('ana', 'POST /payables/credit-notes', {
      ...{ supplierId: lawyer.id, reference: 'R-1', date: '2026-03-01', receivedOn: '2026-03-01', corrects: id, lines },
    });
    expect(told(await draft('111', '2026-1T'))).toEqual(['0.00', '90.00', '90.00', true]);
    // 1,060.00 − 424.00
    await api.pay('bea', lawyer.id, '636.00', [of(id, '636.00')], { date: '2026-04-10' });
    expect(told(await draft('111', '2026-2T'))).toEqual(['90.00', '0.00', '-90.00', true]);
  });

  it('is declared once, whatever the company changes: each bill keeps the rule that it was entered under', async () => {
    const { records, api, lawyer, bill, draft } = await client(BY_BILL);
    const first = await bill('2026-03-20', 'H-1', '1000.00');
    const company = await records.getOrThrow(Companies, COMPANY_ID);
    await records.commit([update(Companies, company, { ...company, policies: { ...company.policies, withholdingAt: 'payment' } })]);
    const second = await bill('2026-03-21', 'H-2', '2000.00');
    for (const { id } of [first, second]) await api.pay('bea', lawyer.id, '1060.00', [of(id, '1060.00')], { date: '2026-04-10' });
    expect(told(await draft('111', '2026-1T'))).toEqual(['150.00', '450.00', '300.00', true]);
    // Half of 2,120.00
    expect(told(await draft('111', '2026-2T'))).toEqual(['150.00', '0.00', '-150.00', true]);
  });

  it('stands in the boxes of its kind: 1,000.00 at 15 % and 500.00 at 2 % are activities, 400.00 of a course work', async () => {
    const { api, bill, draft } = await client(BY_BILL);
    await bill('2026-02-10', 'H-1', '1000.00');
    const with2 = async (name: string, taxId: string, code: string, net: string) =>
      bill('2026-02-11', 'X-1', net, (await api.supplier({ name, taxId, withholding: { code, from: '2026-01-01' } })).id);
    await with2('Luis Gil', '00000000T', 'AGR2', '500.00');
    await with2('Eva Sanz', '00000001R', 'CUR15', '400.00');
    const boxes: { box: string; amount: { amount: string }; count?: number }[] = (await draft('111', '2026-1T')).boxes;
    // 1,000.00 + 500.00; 150.00 + 10.00; 60.00 + 160.00
    expect(boxes.map(({ box, amount, count }) => [box, count ?? amount.amount].join(' '))).toEqual(
      '01 1,02 400.00,03 60.00,04 0,05 0.00,06 0.00,07 2,08 1500.00,09 160.00,28 220.00,30 220.00'.split(','),
    );
    const lines: { party: string; key: string; amount: { amount: string } }[] = (await draft('190', '2026-0A')).lines;
    expect(lines.map(({ party, key, amount }) => `${party} ${key} ${amount.amount}`).sort()).toEqual([
      'Ana Ruiz G01 150.00',
      'Eva Sanz F 60.00',
      'Luis Gil H01 10.00',
    ]);
  });

  it('of a bill that is taken back, or of rent, is no other', async () => {
    const { api, bill, draft } = await client();
    const { id } = await bill('2026-03-20', 'H-1', '1000.00');
    await api.done('ana', `POST /payables/bills/${id}/reversal`, { date: '2026-04-02', reason: 'No es nuestra' });
    expect(told(await draft('111', '2026-2T'))).toEqual(['0.00', '-150.00', '-150.00', true]);
    const landlord = await api.supplier({ name: 'Locales Sol', taxId: 'A58818501', withholding: { code: 'RENT19', from: '2026-01-01' } });
    const rent = await bill('2026-06-30', 'L-1', '850.00', landlord.id);
    // 850.00 + 178.50 − 161.50
    await api.pay('bea', landlord.id, '867.00', [of(rent.id, '867.00')], { date: '2026-07-01' });
    expect(told(await draft('115', '2026-3T'), '03')).toEqual(['161.50', '0.00', '-161.50', true]);
  });
});
