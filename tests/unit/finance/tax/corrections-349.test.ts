import { beforeEach, describe, expect, it } from 'vitest';
import { handler } from '../../../../functions/finance/tax/queries.ts';
import { call } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { newSeller } from '../../../support/seller.ts';
import { eur } from '../../../support/shop.ts';

const table = useMemoryTable({ lists: true });
beforeEach(() => table.clear());

/** A company that buys in Italy: bills, and credit notes of them, by day and net. */
async function buyer() {
  const { tenant } = await newSeller([]);
  const api = payablesOf(tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const italy = await api.supplier({
    name: 'Torino SpA',
    taxId: 'IT12345670017',
    vies: { valid: true, on: '2026-01-02' },
    country: 'IT',
    expenseAccount: '600',
    account: '400',
  });
  let count = 0;
  const paper = (date: string, net: string, taxCode = 'UEB-G') => {
    const lines = [{ net: eur(net), taxCode, account: '600' }];
    return { supplierId: italy.id, reference: `I-${++count}`, date, receivedOn: date, lines };
  };
  const bill = async (date: string, net: string): Promise<string> => (await api.done('ana', 'POST /payables/bills', paper(date, net))).id;
  const back = async (date: string, net: string, corrects: string): Promise<string> =>
    (await api.done('ana', 'POST /payables/credit-notes', { ...paper(date, net), corrects })).id;
  /** Base by period that is corrected, with what stood before. */
  const declared = async (period: string) => {
    await projectCompany(tenant);
    const query = { period, consistent: 'true' };
    const { status, body } = await call(handler, 'GET /tax-returns/349', 'GET /tax-returns/{form}', { tenant, query });
    expect(status, JSON.stringify(body)).toBe(200);
    return Object.fromEntries(
      body.lines.map(({ base, corrects }: { base: { amount: string }; corrects?: { period: string; before: { amount: string } } }) => [
        corrects?.period ?? 'own',
        corrects ? [corrects.before.amount, base.amount] : base.amount,
      ]),
    );
  };
  return { tenant, api, italy, paper, bill, back, declared };
}

describe('what form 349 corrects', () => {
  it('is the base of its own period: neither what that one corrected of others, nor the difference', async () => {
    const { bill, back, declared } = await buyer();
    const first = await bill('2026-02-10', '8000.00');
    const second = await bill('2026-05-10', '5000.00');
    await back('2026-06-01', '2000.00', first);
    await back('2026-07-05', '1000.00', second);
    expect(await declared('2026-1T')).toEqual({ own: '8000.00' });
    expect(await declared('2026-2T')).toEqual({ own: '5000.00', '2026-1T': ['8000.00', '6000.00'] });
    expect(await declared('2026-3T')).toEqual({ '2026-2T': ['5000.00', '4000.00'] });
  });

  it('stands on what earlier corrections left of the period, also where one is taken back', async () => {
    const { api, bill, back, declared } = await buyer();
    const first = await bill('2026-02-10', '8000.00');
    const note = await back('2026-05-01', '2000.00', first);
    await back('2026-07-05', '500.00', first);
    await api.done('ana', `POST /payables/credit-notes/${note}/allocations/${first}/removal`, { date: '2026-10-02' });
    await api.done('ana', `POST /payables/credit-notes/${note}/reversal`, { date: '2026-10-02', reason: 'No era nuestro' });
    expect(await declared('2026-2T')).toEqual({ '2026-1T': ['8000.00', '6000.00'] });
    expect(await declared('2026-3T')).toEqual({ '2026-1T': ['6000.00', '5500.00'] });
    expect(await declared('2026-4T')).toEqual({ '2026-1T': ['5500.00', '7500.00'] });
  });

  it('is a month of who declares by month', async () => {
    const { bill, back, declared } = await buyer();
    await bill('2026-01-10', '3000.00');
    const second = await bill('2026-02-10', '1000.00');
    await back('2026-03-05', '400.00', second);
    expect(await declared('2026-03')).toEqual({ '2026-02': ['1000.00', '600.00'] });
    expect(await declared('2026-1T')).toEqual({ own: '3600.00' });
  });
});

describe('a credit note within the Union that names no bill', () => {
  const NOTES = 'POST /payables/credit-notes';

  it('is refused without the period that it corrects, and of before the books without what was declared', async () => {
    const { api, paper, bill } = await buyer();
    const refused = (more: object) => api.refused('ana', NOTES, { ...paper('2026-02-10', '500.00'), ...more });
    const at = (field: string) => [422, 'tax.corrected_period', `body.${field}`];
    expect(await refused({})).toEqual(at('correctedPeriod'));
    expect(await refused({ correctedPeriod: '2025-4T' })).toEqual(at('declaredBase'));
    expect(await refused({ correctedPeriod: '2026-2T' })).toEqual(at('correctedPeriod'));
    const corrects = await bill('2026-01-10', '800.00');
    expect(await refused({ corrects, correctedPeriod: '2026-1T' })).toEqual(at('correctedPeriod'));
  });

  it('gives the new base of that period, as often as there is one more, and back', async () => {
    const { api, paper, declared } = await buyer();
    const told = { correctedPeriod: '2025-4T', declaredBase: eur('9000.00') };
    const { id, corrected } = await api.done('ana', NOTES, { ...paper('2026-02-10', '500.00'), ...told });
    expect(corrected).toEqual({ period: '2025-4T', declared: eur('9000.00') });
    await api.done('ana', NOTES, { ...paper('2026-02-11', '100.00'), ...told });
    await api.done('ana', NOTES, { ...paper('2026-04-10', '400.00'), ...told });
    await api.done('ana', `${NOTES}/${id}/reversal`, { date: '2026-07-02', reason: 'No era nuestro' });
    expect(await declared('2026-1T')).toEqual({ '2025-4T': ['9000.00', '8400.00'] });
    expect(await declared('2026-2T')).toEqual({ '2025-4T': ['8400.00', '8000.00'] });
    expect(await declared('2026-3T')).toEqual({ '2025-4T': ['8000.00', '8500.00'] });
  });

  it('may correct a period of the books whole, or its own', async () => {
    const { api, paper, bill, declared } = await buyer();
    await bill('2026-02-10', '8000.00');
    await bill('2026-05-10', '3000.00');
    await api.done('ana', NOTES, { ...paper('2026-06-10', '800.00'), correctedPeriod: '2026-1T' });
    await api.done('ana', NOTES, { ...paper('2026-06-11', '100.00'), correctedPeriod: '2026-2T' });
    expect(await declared('2026-2T')).toEqual({ own: '2900.00', '2026-1T': ['8000.00', '7200.00'] });
  });
});
