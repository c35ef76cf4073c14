import { beforeEach, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/tax/commands.ts';
import { handler as queries } from '../../../../functions/finance/tax/queries.ts';
import { call } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { projectCompany } from '../../../support/projection.ts';
import { exampleQuarter } from '../../../support/quarter.ts';
import { postings } from '../../../support/receivables.ts';

const table = useMemoryTable({ lists: true });
beforeEach(() => table.clear());

it('boxes 43 and 44 are set with a reason, settle on 634 and 639, and follow a rectification', async () => {
  const { tenant } = await exampleQuarter();
  await projectCompany(tenant);
  /** Asks for setTaxReturnBox. */
  const set = (box: string, period: string, amount: string) =>
    call(commands, `PUT /tax-returns/303/boxes/${box}`, 'PUT /tax-returns/{form}/boxes/{box}', {
      ...{ tenant, body: { period, amount, reason: 'Ventas de la máquina' }, email: 'ana@casa.example', roles: ['accountant'] },
    });
  const draft = async () =>
    (await call(queries, 'GET /tax-returns/303', 'GET /tax-returns/{form}', { tenant, query: { period: '2026-2T', consistent: 'true' } }))
      .body;
  const file = (more: object = {}) =>
    call(commands, 'POST /tax-returns/303/filings', 'POST /tax-returns/{form}/filings', {
      ...{ tenant, body: { period: '2026-2T', justificante: '3032026000017', filedOn: '2026-07-20', ...more } },
    });
  expect((await set('43', '2026-2T', '-120.00')).body).toMatchObject({ amount: { amount: '-120.00' }, by: 'ana@casa.example' });
  expect((await set('44', '2026-2T', '10')).body).toMatchObject({ code: 'tax_return.box_period', field: 'body.period' });
  expect((await set('43', '2025-2T', '10')).body.code).toBe('tax_return.no_form');
  expect((await set('43', '2036-2T', '10')).body.code).toBe('period.not_open');
  const before = await draft();
  expect(before.settings).toMatchObject([{ box: '43', reason: 'Ventas de la máquina' }]);
  // 3,220.50 − 120.00
  expect(before.ties[1]).toMatchObject({ box: '45', amount: { amount: '3100.50' }, posted: { amount: '3220.50' }, agrees: true });
  const filed = await file();
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  expect(postings(filed.body.entry)).toEqual([
    ['472', '0.00', '120.00'],
    ['6342', '120.00', '0.00'],
    ['477', '5181.00', '0.00'],
    ['472', '0.00', '3100.50'],
    ['4750', '0.00', '2080.50'],
  ]);
  expect((await set('43', '2026-2T', '0')).body.code).toBe('tax_return.filed');
  const opened = await call(
    commands,
    `POST /tax-returns/filings/${filed.body.id}/correction`,
    'POST /tax-returns/filings/{taxReturnId}/correction',
    {
      ...{ tenant, body: { reason: 'La venta fue exenta' } },
    },
  );
  expect(opened.body.state).toBe('correcting');
  await projectCompany(tenant);
  expect((await set('43', '2026-2T', '0')).status).toBe(200);
  expect((await draft()).settings).toEqual([]);
  const second = await file({ follows: filed.body.id });
  expect(postings(second.body.entry)).toEqual([
    ['472', '120.00', '0.00'],
    ['6342', '0.00', '120.00'],
    ['472', '0.00', '120.00'],
    ['4709', '120.00', '0.00'],
  ]);
});
