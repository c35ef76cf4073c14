import { describe, expect, it } from 'vitest';
import { crashAfter, crashBefore, withFault } from '../../support/faults.ts';
import { newSeller, type Seller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

const draftOf = async (s: Seller, date: string): Promise<string> =>
  (await s.done('createDraft', { body: { customerId: s.customerId, date, lines: [{ name: 'Asesoría', quantity: '1', price: '10' }] } })).id;
const drafts = (s: Seller, count: number, date = '2026-03-10') => Promise.all(Array.from({ length: count }, () => draftOf(s, date)));
const numbersOf = async (s: Seller, list = 'listInvoices') => (await s.listed(list, { order: 'asc' })).map((x) => x.number).sort();
const upTo = (series: string, count: number) => Array.from({ length: count }, (_, i) => `${series}-${String(i + 1).padStart(6, '0')}`);

describe('invoice numbers', () => {
  it('of fifty invoices issued at once are 1 to 50, each once', async () => {
    const s = await newSeller([]);
    const ids = await drafts(s, 50);
    const answers = await Promise.all(ids.map((id) => s.ask('issueDraft', { path: [id], body: {}, key: `issue-${id}` })));
    expect(answers.map((a) => a.status).filter((status) => status !== 201)).toEqual([]);
    expect(await numbersOf(s)).toEqual(upTo('F2026', 50));
    const again = await Promise.all(ids.map((id) => s.ask('issueDraft', { path: [id], body: {}, key: `issue-${id}` })));
    expect(again.map((a) => a.body.number)).toEqual(answers.map((a) => a.body.number));
    expect(await s.faults()).toEqual([]);
  });

  it('have no gap and no twin where requests died on the way, and were sent again or never', async () => {
    const s = await newSeller([]);
    const ids = await drafts(s, 12);
    for (const [i, id] of ids.entries()) {
      const issue = () => s.ask('issueDraft', { path: [id], body: {}, key: `issue-${i}` });
      await withFault(i % 2 ? crashAfter : crashBefore, (call) => call === (i % 7) + 2, issue);
      if (i % 3 !== 0) expect((await issue()).status).toBe(201);
    }
    const numbers = await numbersOf(s);
    expect(numbers).toEqual(upTo('F2026', numbers.length));
    expect(numbers.length).toBeGreaterThanOrEqual(8);
    expect(await s.faults()).toEqual([]);
  });

  it('are not taken by what was refused or only looked at', async () => {
    const s = await newSeller([]);
    const [a = '', b = ''] = await drafts(s, 2);
    expect(await s.refused('issueDraft', { path: [a], body: { date: '2031-01-01' } })).toMatchObject({ code: 'period.not_open' });
    await s.done('issueDraft', { path: [b], body: {} });
    await s.done('issueDraft', { path: [a], body: {} });
    expect(await numbersOf(s)).toEqual(upTo('F2026', 2));
  });

  it('start anew with the year, and credit notes have a series of their own', async () => {
    const s = await newSeller([]);
    await s.done('openFiscalYear', { body: { year: '2025' } });
    for (const date of ['2025-12-31', '2026-01-01', '2025-12-30', '2026-01-02'])
      await s.done('issueDraft', { path: [await draftOf(s, date)], body: {} });
    expect(await numbersOf(s)).toEqual([...upTo('F2025', 2), ...upTo('F2026', 2)]);
    // 30 December has the number after 31 December; 1 and 2 January are of a series of their own.
    const said = (await s.listed('listInvoices')).flatMap(({ number, outOfOrder }) => (outOfOrder ? [[number, outOfOrder]] : []));
    expect(said).toEqual([['F2025-000002', { number: 'F2025-000001', date: '2025-12-31' }]]);
    const credit = (id: string, date: string) => s.done('creditInvoice', { path: [id], body: { date, reason: 'Error' } });
    await credit('inv_F2025-000001', '2026-01-05');
    await credit('inv_F2025-000002', '2025-12-31');
    await credit('inv_F2026-000001', '2026-01-05');
    expect(await numbersOf(s, 'listCreditNotes')).toEqual([...upTo('R2025', 1), ...upTo('R2026', 2)]);
    expect(await s.faults()).toEqual([]);
  });

  it('of orders, shipments and drafts are one series', async () => {
    const s = await newSeller([['A', 40, 400]]);
    const ids = await drafts(s, 5);
    const orders = await Promise.all(Array.from({ length: 5 }, () => s.place([{ itemId: s.items[0], quantity: '2' }])));
    await Promise.all([...ids.map((id) => s.done('issueDraft', { path: [id], body: {} })), ...orders.map(({ id }) => s.ship(id))]);
    expect(await numbersOf(s)).toEqual(upTo('F2026', 10));
    expect((await s.stock())[0]).toEqual(['30', '0', 300]);
    expect((await s.listed('listInvoices')).filter((i) => i.totals.net.amount === eur('20.00').amount)).toHaveLength(5);
    expect(await s.faults()).toEqual([]);
  });
});
