import { beforeEach, expect, it } from 'vitest';
import { refusalOfVies } from '../../../../shared/domain/finance/tax/vies.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, payablesOf } from '../../../support/payables.ts';
import { eur } from '../../../support/receivables.ts';

const table = useMemoryTable();
let tenant = '';
let api: ReturnType<typeof payablesOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant);
  api = payablesOf(tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
});

it('a bill from within the Union is entered once VIES has said within the year that this VAT id of the supplier is valid', async () => {
  const { id } = await api.supplier({ name: 'Torino SpA', taxId: 'IT12345670017', country: 'IT' });
  const bill = { ...billBody(id, '1', '100.00'), lines: [{ net: eur('100.00'), taxCode: 'UEB-G' }] };
  const refused = async () => {
    const { status, body } = await api.ask('ana', 'POST /payables/bills', bill);
    return [status, body.code, body.field, body.params?.why];
  };
  const check = (vies: object | null, more: object = {}) => api.done('ana', `PATCH /payables/suppliers/${id}`, { vies, ...more });
  const at = [422, 'tax.vies', 'body.lines.0.taxCode'];
  expect(await refused()).toEqual([...at, 'none']);
  expect((await check({ valid: false, on: '2026-02-20' })).vies).toEqual({
    ...{ valid: false, on: '2026-02-20', vatId: 'IT12345670017', by: `ana@${tenant}.example` },
  });
  expect(await refused()).toEqual([...at, 'not_valid']);
  // The bill is of 1 March 2026: a year before is the same day of 2025.
  await check({ valid: true, on: '2025-02-28' });
  expect(await refused()).toEqual([...at, 'old']);
  // Another VAT id was never asked about.
  await check({ valid: true, on: '2025-03-01' });
  await api.done('ana', `PATCH /payables/suppliers/${id}`, { taxId: 'IT00743110157' });
  expect(await refused()).toEqual([...at, 'none']);
  await check({ valid: true, on: '2025-03-01' });
  expect((await refused())[0]).toBe(201);
});

it('is asked of a VAT id, on a day that has been', async () => {
  const create = (more: object) => api.refused('ana', 'POST /payables/suppliers', { name: 'X', country: 'IT', ...more });
  expect(await create({ vies: { valid: true, on: '2026-02-01' } })).toEqual([400, 'vies.check', 'body.vies']);
  expect(await create({ taxId: 'IT12345670017', vies: { valid: true, on: '2027-01-01' } })).toEqual([400, 'vies.check', 'body.vies']);
});

it('is wanted of supplies within the Union, and of nothing else', () => {
  const party = { name: 'Lyon SA', taxId: 'FR12345678901' };
  const vies = { valid: true, on: '2026-02-01', vatId: 'FR12345678901', by: 'ana' };
  const why = (code: string, of: object = party) => refusalOfVies(code, of as typeof party, '2026-03-01', 'body.lines.0')?.code;
  expect(['INTRA', 'INTRA-SERV', 'UES-G', 'EXPORT', 'IVA-G', 'IMP-G', 'EXENTO'].map((code) => why(code))).toEqual([
    ...['tax.vies', 'tax.vies', 'tax.vies', undefined, undefined, undefined, undefined],
  ]);
  expect(why('INTRA', { ...party, vies })).toBeUndefined();
});
