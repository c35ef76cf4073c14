import { describe, expect, it, test } from 'vitest';
import { handler as onboardingCommands } from '../../../../functions/hr/onboarding/commands.ts';
import { contributedMonths } from '../../../../shared/domain/hr/payroll/contributed-month.ts';
import type { Contribution } from '../../../../shared/domain/hr/payroll/contribution.ts';
import type { Payslip } from '../../../../shared/domain/hr/payroll/payslip.ts';
import { call } from '../../../support/call.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const charged = (kind: Contribution['kind'], base: number): Contribution => ({
  ...{ kind, base, rate: { worker: '0', company: '0' }, worker: 0, company: 0, row: 'r', norm: 'n' },
});
/** What of a month was charged: unemployment and accidents at work on the same base. */
const chargedOn = (common: number, professional = common) => [
  charged('common', common),
  charged('equity', common),
  charged('unemployment', professional),
  charged('accident', professional),
];
type Slip = Pick<Payslip, 'month' | 'contributions' | 'bases' | 'arrears'>;
const slip = (month: string, days: number, contributions: readonly Contribution[], more: Partial<Slip> = {}): Slip => ({
  ...{ month, contributions, bases: [{ group: '7', days, pay: 0, extraPays: 0, absences: 0 }], ...more },
});

test('whole months back to 180 days: the half month of the end, overtime in one base alone, what a later slip paid of a month', () => {
  const slips = [
    slip('2026-01', 30, chargedOn(199_000)),
    slip('2026-02', 30, chargedOn(200_000)),
    slip('2026-03', 30, chargedOn(200_000)),
    slip('2026-05', 30, chargedOn(200_000)),
    // 150.00 of overtime.
    slip('2026-06', 30, chargedOn(200_000, 215_000)),
    slip('2026-07', 30, chargedOn(200_000)),
    // July ought to have been 100.00 more.
    slip('2026-08', 15, chargedOn(100_000), { arrears: [{ month: '2026-07', earnings: [], contributions: chargedOn(10_000) }] }),
  ];
  const paid = (month: string, days: number, common: number, professional = common) => ({ month, paid: { days, common, professional } });
  // 15 + 5 x 30 = 165 by March, 195 by February: January is beyond. Of April no run tells anything.
  expect(contributedMonths(slips, { since: '2025-01-01', until: '2026-08-15' })).toEqual([
    paid('2026-08', 15, 100_000),
    paid('2026-07', 30, 210_000),
    paid('2026-06', 30, 200_000, 215_000),
    paid('2026-05', 30, 200_000),
    { month: '2026-04' },
    paid('2026-03', 30, 200_000),
    paid('2026-02', 30, 200_000),
  ]);
  // A shorter employment is told from its first month on.
  expect(contributedMonths(slips, { since: '2026-07-01', until: '2026-08-15' }).map(({ month }) => month)).toEqual(['2026-08', '2026-07']);
});

describe('the company certificate', () => {
  const company = usePayroll('2026-03-20T10:00:00Z');

  it('has days and bases of posted runs for who sees pay: 24,000 a year is 2,000.00 a month; to HR not a figure is told', async () => {
    const { tenant, pay } = company;
    const clara = await pay.employ({ givenName: 'Clara', taxId: '12345678Z', annual: '24000.00', startDate: '2026-01-01' });
    await pay.done('pia', 'PUT /payroll/settings', { contributionAccounts: [{ number: '28123456742', workplaces: [] }] });
    for (const month of ['2026-01', '2026-02']) await pay.pay(month);
    // Worked out and not approved yet: it is no contribution so far.
    await pay.propose('2026-03');
    const ask = (by: string, role: string, route: string, template: string, body?: object) =>
      call(onboardingCommands, route, template, { tenant, email: `${by}@${tenant}.example`, roles: [role], ...(body ? { body } : {}) });
    const leaving = 'POST /onboarding/offboardings';
    const { body: begun } = await ask('hana', 'hr', leaving, leaving, { employeeId: clara, lastDay: '2026-03-31', cause: 'resignation' });
    const filedBy = async (by: string, role: string) => {
      const route = `GET /onboarding/onboardings/${begun.id}/filings`;
      const { body } = await ask(by, role, route, 'GET /onboarding/onboardings/{onboardingId}/filings');
      return { ...body, certificate: body.items.find(({ what }: { what: string }) => what === 'company-certificate') };
    };
    const { certificate, csv } = await filedBy('pia', 'payroll');
    const values = Object.fromEntries(certificate.fields.map(({ name, value }: { name: string; value?: string }) => [name, value]));
    expect(values).toMatchObject({
      ...{ 'Código de cuenta de cotización': '28123456742', 'Fecha de baja': '2026-03-31', 'Grupo de cotización': '7' },
      ...{ 'Tipo de contrato': 'Indefinido', Jornada: 'Completa' },
      'Cotización de 2026-02: días': '30',
      'Cotización de 2026-02: base de contingencias comunes': '2000.00',
      'Cotización de 2026-02: base de AT/EP y desempleo': '2000.00',
      'Cotización de 2026-01: días': '30',
    });
    expect(certificate.missing).toEqual(expect.arrayContaining(['Cotización de 2026-03', 'Vacaciones no disfrutadas (días)']));
    expect(csv).toContain('SEPE;company-certificate;Cotización de 2026-01: base de contingencias comunes;2000.00');
    const hr = await filedBy('hana', 'hr');
    expect(hr.certificate.missing).toContain('Cotizaciones de los últimos 180 días');
    expect(JSON.stringify(hr)).not.toContain('2000.00');
  });
});
