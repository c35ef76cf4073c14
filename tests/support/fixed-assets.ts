import { beforeEach, expect } from 'vitest';
import { handler as commands } from '../../functions/finance/assets/commands.ts';
import { handler as queries } from '../../functions/finance/assets/queries.ts';
import { assets } from '../../shared/api/finance/assets.ts';
import { PeriodSequences, sequencesOfYear } from '../../shared/domain/finance/ledger/period-sequence.ts';
import { create } from '../../shared/kernel/record.ts';
import { call, newTenant } from './call.ts';
import { newCompany } from './company.ts';
import { type MemoryTable, useMemoryTable } from './memory-table.ts';
import { eur } from './receivables.ts';

type Action = keyof typeof assets.actions;

/** A company with the year 2025 open for each test, on the table in memory, and its fixed assets through their Lambda handlers. */
export function useAssets() {
  const table: MemoryTable = useMemoryTable({ openWork: true, lists: true });
  let tenant = '';
  beforeEach(async () => {
    table.clear();
    tenant = newTenant();
    const { records } = await newCompany(tenant);
    await records.commit(sequencesOfYear('2025').map(({ id, data }) => create(PeriodSequences, id, data)));
  });
  /** Asks for an action, with path parameters in the order of its route. */
  const ask = (action: Action, body?: object, path: readonly string[] = []) => {
    const { route, profile } = assets.actions[action];
    const left = [...path];
    const asked = route.replace(/\{\w+\}/g, () => left.shift() ?? '');
    return call(profile === 'queries' ? queries : commands, asked, route, { tenant, ...(body ? { body } : {}) });
  };
  const done = async (action: Action, body?: object, path: readonly string[] = []) => {
    const answer = await ask(action, body, path);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const register = (more: object = {}) => done('registerAsset', { ...SERVER, ...more });
  const read = (id: string) => done('getFixedAsset', undefined, [id]);
  const depreciate = (until: string) => done('depreciateAssets', { until });
  return { tenantNow: () => tenant, ask, done, register, read, depreciate };
}

const SERVER = {
  ...{ name: 'Servidor', account: '217', assetClass: 'equipos-para-procesos-de-informacion', cost: eur('12000.00') },
  ...{ inUseOn: '2025-09-01', method: 'straight-line', percent: '25' },
};
