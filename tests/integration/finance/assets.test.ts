import { describe, expect, it } from 'vitest';
import { handler as assetCommands } from '../../../functions/finance/assets/commands.ts';
import { handler as assetQueries } from '../../../functions/finance/assets/queries.ts';
import { handler as recurrenceCommands } from '../../../functions/finance/recurrence/commands.ts';
import { handler as recurrenceQueries } from '../../../functions/finance/recurrence/queries.ts';
import { call, newTenant } from '../../support/call.ts';
import { eventually } from '../../support/cloud.ts';
import { newCompany } from '../../support/company.ts';
import { eur, postLines } from '../../support/ledger.ts';

type Handler = Parameters<typeof call>[0];
const done = async (handler: Handler, tenant: string, route: string, body?: object, query: Record<string, string> = {}) => {
  const answer = await call(handler, route, route, { tenant, query, ...(body ? { body } : {}) });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};

describe('lists of the books', () => {
  it('hold fixed assets by name, found by words, and what was posted of them latest first', async () => {
    const { tenant } = await newCompany(newTenant());
    const register = (name: string) =>
      done(assetCommands, tenant, 'POST /assets', {
        ...{ name, account: '217', cost: eur('1200.00'), inUseOn: '2026-01-01', method: 'straight-line', percent: '25' },
      });
    for (const name of ['Servidor', 'Árbol de levas']) await register(name);
    const names = async (query = {}) =>
      (await done(assetQueries, tenant, 'GET /assets', undefined, { order: 'asc', ...query })).items.map(
        ({ name }: { name: string }) => name,
      );
    await eventually('both are listed', async () => (await names()).length === 2);
    expect([await names(), await names({ q: 'arbol' })]).toEqual([['Árbol de levas', 'Servidor'], ['Árbol de levas']]);
    for (const until of ['2026-01-31', '2026-02-28']) await done(assetCommands, tenant, 'POST /assets/depreciation', { until });
    const entries = async () => (await done(assetQueries, tenant, 'GET /assets/entries', undefined, { order: 'desc' })).items;
    await eventually('both are listed', async () => (await entries()).length === 2);
    const shown = (await entries()).map((entry: { date: string; assets: number; actions: object }) => [
      entry.date,
      entry.assets,
      entry.actions,
    ]);
    const FINAL = expect.objectContaining({ code: 'asset_entry.final' });
    expect(shown).toEqual([
      ['2026-02-28', 2, { reverseDepreciation: null, undoAssetEntry: FINAL }],
      ['2026-01-31', 2, { reverseDepreciation: null, undoAssetEntry: FINAL }],
    ]);
    const other = (await newCompany(newTenant())).tenant;
    expect((await done(assetQueries, other, 'GET /assets')).items).toEqual([]);
  });

  it('hold recurring entries by their text', async () => {
    const { tenant } = await newCompany(newTenant());
    for (const text of ['Seguro', 'Alquiler']) {
      const { id: entryId } = (await postLines(tenant, '2026-03-01', text, ['621', '850'], ['572', '-850'])).body;
      await done(recurrenceCommands, tenant, 'POST /recurring-entries', { entryId, every: 'quarter', next: '2199-01-31' });
    }
    const items = async () => (await done(recurrenceQueries, tenant, 'GET /recurring-entries', undefined, { order: 'asc' })).items;
    await eventually('both are listed', async () => (await items()).length === 2);
    expect((await items()).map((each: { text: string; amount: object; state: string }) => [each.text, each.amount, each.state])).toEqual([
      ['Alquiler', eur('850.00'), 'active'],
      ['Seguro', eur('850.00'), 'active'],
    ]);
  });
});
