import { beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../../shared/kernel/date.ts';
import { type HiringCompany, hiringCompany, today } from '../../../support/hiring.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let company: HiringCompany;
beforeAll(async () => {
  company = await hiringCompany();
});
const eur = (amount: string) => ({ amount, currency: 'EUR' });

it('an offer that names a group keeps to its row of the first day: 20,000.00, of 20 hours 10,000.00', async () => {
  const startDate = addDays(today, 20);
  const { id: tableId } = await company.done('owner', 'POST /payroll/salary-tables', {
    ...{ name: 'Comercio', code: '36', source: 'BOP 1', from: startDate },
    rows: [{ group: 'Grupo III', annual: eur('20000.00') }],
  });
  const vacancy = await company.done('hr', 'POST /recruiting/vacancies', { title: 'Tienda', budget: eur('24000.00') });
  await company.done('hr2', `POST /recruiting/vacancies/${vacancy.id}/approval`);
  const person = { givenName: 'Iria', familyName: 'Luna', email: 'iria@example.com' };
  const { id } = await company.done('hr', 'POST /recruiting/applications', { vacancyId: vacancy.id, ...person });
  const route = `POST /recruiting/applications/${id}/offer`;
  const body = (amount: string, more: object = {}) => ({ startDate, annual: eur(amount), table: { tableId, group: 'Grupo III' }, ...more });
  const problem = async (of: object) => {
    const { status, body: told } = await company.ask('hr', route, of);
    return [status, told.code, told.field];
  };
  expect(await problem(body('19999.99'))).toEqual([422, 'payroll.below_table', 'body.annual']);
  expect(await problem(body('9999.99', { weeklyHours: '20' }))).toEqual([422, 'payroll.below_table', 'body.annual']);
  const before = body('20000.00', { startDate: addDays(startDate, -1) });
  expect(await problem(before)).toEqual([422, 'salary_table.no_row', 'body.table.group']);
  const { offer } = await company.done('hr', route, body('20000.00'));
  expect(offer).toMatchObject({ agreement: 'Comercio', table: { tableId, group: 'Grupo III' } });
});
