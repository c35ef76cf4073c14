import { describe, expect, it } from 'vitest';
import { Employees } from '#domain/hr/people/employee.ts';
import { update } from '#kernel/record.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const company = usePayroll('2026-03-20T10:00:00Z');
const clara = (more: object = {}) => company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', startDate: '2026-01-01', ...more });

describe('the digits that check', () => {
  const PERSON = { taxId: 'X1234567L', birthDate: '1990-05-04', family: [] };
  const told = async (id: string, more: object) => {
    const { status, body } = await company.pay.putPersonal(id, { ...PERSON, ...more });
    return [status, ...(body.faults ?? []).map(({ field }: { field: string }) => field)];
  };

  it('of NIF and NIE, Social Security number and IBAN stand at their field where they are wrong', async () => {
    const id = await clara();
    for (const taxId of ['12345678A', 'X1234567A', 'B58378431', '1234567']) expect(await told(id, { taxId })).toEqual([400, 'body.taxId']);
    // 2810234567 by 97 leaves 37; of a number below ten million, 281234567 leaves 42.
    for (const socialSecurityNumber of ['28/10234567/37', '280123456742']) expect((await told(id, { socialSecurityNumber }))[0]).toBe(200);
    for (const socialSecurityNumber of ['281023456738', '280123456743', '28102345673'])
      expect(await told(id, { socialSecurityNumber })).toEqual([400, 'body.socialSecurityNumber']);
    expect(await told(id, { iban: 'ES9121000418450200051333' })).toEqual([400, 'body.iban']);
    const spouse = [{ from: '2026-01-01', situation: '2', spouseTaxId: '12345678A', descendants: [], ascendants: [] }];
    expect(await told(id, { family: spouse })).toEqual([400, 'body.family.0.spouseTaxId']);
  });
});

describe('overlapping contracts', () => {
  const set = async (id: string, from: string, to: string | undefined, annual = '24000.00', contract = 'temporary') => {
    const body = {
      ...{ from, ...(to ? { to } : {}), contract, group: '7', annual: { amount: annual, currency: 'EUR' }, extraMonths: [] },
      ...{ accrual: 'half-year', accident: { percent: '1.50', source: 'TGSS' } },
    };
    const { status, body: said } = await company.pay.ask('pia', `POST /payroll/employees/${id}/terms`, body);
    return status === 200 ? said.terms.map((each: { from: string; to?: string }) => [each.from, each.to]) : [status, said.code, said.field];
  };

  it('begin no earlier than the employment', async () => {
    expect(await set(await clara(), '2025-12-31', undefined)).toEqual([400, 'pay_terms.before_start', 'body.from']);
  });

  it('are refused by the days of each; a rise within one, and one after it, are none', async () => {
    const id = await clara({ terms: { to: '2026-06-30', contract: 'temporary' } });
    const first = ['2026-01-01', '2026-06-30'];
    const [before, inside] = [
      [422, 'pay_terms.overlap', 'body.from'],
      ['2026-04-01', '2026-06-30'],
    ];
    expect(await set(id, '2026-06-30', '2026-12-31')).toEqual(before);
    expect(await set(id, '2026-06-30', undefined, '24000.00', 'indefinite')).toEqual(before);
    expect(await set(id, '2026-04-01', '2026-06-30', '25000.00')).toEqual([first, inside]);
    expect(await set(id, '2026-07-01', undefined, '25000.00', 'indefinite')).toEqual([first, inside, ['2026-07-01', undefined]]);
    // The first anew, up to a day on which others hold already.
    expect(await set(id, '2026-01-01', '2026-07-31')).toEqual([422, 'pay_terms.overlap', 'body.to']);
    // As the refusal says: the one before ends earlier, and the next begins after.
    expect(await set(id, '2026-01-01', '2026-03-31')).toEqual([['2026-01-01', '2026-03-31'], inside, ['2026-07-01', undefined]]);
  });

  it('of somebody who comes again begin the day after the last', async () => {
    const id = await clara();
    const records = recordsOf(company.tenant);
    const employee = await records.getOrThrow(Employees, id);
    await records.commit([update(Employees, employee, { ...employee, state: 'left', endDate: '2026-04-30' })]);
    const again = async (startDate: string, taxId: string) => {
      const next = await company.pay.employ({ givenName: 'Clara', taxId, startDate });
      const { status, body } = await company.pay.putPersonal(next, { taxId: '12345678Z', birthDate: '1990-05-04', family: [] });
      return [status, body.code, body.field, body.params];
    };
    const params = { end: '2026-04-30', start: '2026-04-30' };
    expect(await again('2026-04-30', '87654321X')).toEqual([422, 'employee.overlap', 'body.taxId', params]);
    expect((await again('2026-05-01', '00000014Z'))[0]).toBe(200);
  });
});
