import { describe, expect, it } from 'vitest';
import { ruledPay } from '#domain/hr/payroll/concept-rule.ts';
import { DEFAULT_POLICIES, policiesIn, severancePoliciesOf } from '#domain/hr/payroll/pay-policies.ts';
import { PayrollPortions, portionId } from '#domain/hr/payroll/payroll-portion.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const company = usePayroll('2026-02-20T10:00:00Z');
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const settle = (policies: object) => company.pay.done('pia', 'PUT /payroll/settings', { contributionAccounts: [], policies });
const clara = (more: object = {}) => company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', ...more });
const slipOf = async (id: string) => {
  const { id: runId } = await company.pay.propose('2026-01');
  const slip = await company.pay.slip('pia', id, '2026-01');
  await company.pay.done('pia', `POST /payroll/runs/${runId}/cancellation`, { reason: 'Otra vez' });
  return slip;
};

describe('how a company counts', () => {
  it('is as the pack has it where nobody says, and what was not published is in no month', () => {
    expect(policiesIn(DEFAULT_POLICIES, '2026-01')).toEqual({ rateRounding: 'truncate', holidayRounding: 'exact' });
    expect(severancePoliciesOf(DEFAULT_POLICIES)).toEqual({ dailyDivisor: 365, months: 'started' });
    const minimumHours = [{ year: 2026, amount: 858, source: 'Orden PJC/297/2026' }];
    const hourOf = (month: string) => policiesIn({ ...DEFAULT_POLICIES, minimumHours }, month).minimumHour;
    expect([hourOf('2025-12'), hourOf('2026-01'), hourOf('2026-12'), hourOf('2027-01')]).toEqual([undefined, 858, 858, undefined]);
  });

  it('rounds the type of withholding or drops what is beyond two decimals: slips and previews alike', async () => {
    // A year's tax of 3,383.24 on 24,500.00 is 13.809… %.
    const id = await clara({ annual: '24500.00' });
    const rates = async () => {
      const preview = await company.pay.done('pia', `GET /payroll/employees/${id}/preview`, undefined, {
        query: { month: '2026-01' },
      });
      return [(await slipOf(id)).rate.percent, preview.rate.percent];
    };
    const truncated = await rates();
    await settle({ rateRounding: 'half-up' });
    const rounded = await rates();
    expect([truncated, rounded]).toEqual([
      ['13.80', '13.80'],
      ['13.81', '13.81'],
    ]);
  });

  it('part time below the minimum of full time waits for the minimum base of the hour, which a person sets with its source', async () => {
    const id = await clara({ annual: '8400.00', terms: { partTimeHours: '80', extraMonths: [] } });
    const run = await company.pay.propose('2026-01');
    expect((await company.pay.peopleIn(run.id))[0].refusal.code).toBe('payroll.part_time_minimum');
    await settle({ minimumHours: [{ year: 2026, amount: eur('8.58'), source: 'Orden PJC/297/2026' }] });
    await company.pay.done('pia', `POST /payroll/runs/${run.id}/people/${id}/calculation`);
    // 700.00 are above 80 hours of 8.58, 686.40.
    const { contributions } = await company.pay.slip('pia', id, '2026-01');
    expect(contributions.find(({ kind }: { kind: string }) => kind === 'common').base).toEqual(eur('700.00'));
  });

  it('divides a year by 365 or 360 days, and counts holiday by parts or whole days, in a settlement', async () => {
    const id = await clara();
    const estimate = () =>
      company.pay.done('pia', `GET /payroll/employees/${id}/settlement`, undefined, {
        query: { date: '2026-02-10', cause: 'objective', taken: '0' },
      });
    // 24,000 / 365 is 65.753…; 41 of 365 days of 30 are 3.37 days of holiday, 221.59.
    expect(await estimate()).toMatchObject({ daily: eur('65.75'), holidayDays: '3.37', holiday: eur('221.59') });
    await settle({ dailyDivisor: '360', holidayRounding: 'whole-day' });
    expect(await estimate()).toMatchObject({ daily: eur('66.67'), holidayDays: '3.00', holiday: eur('197.26') });
  });

  it('is kept by whoever else puts settings with it, and tells one year once', async () => {
    const year = { year: 2026, amount: eur('8.58'), source: 'Orden' };
    expect(
      await company.pay.refused('pia', 'PUT /payroll/settings', { contributionAccounts: [], policies: { minimumHours: [year, year] } }),
    ).toEqual([400, 'payroll_settings.twice', 'body.policies.minimumHours.1.year']);
    await settle({ minimumHours: [year] });
    expect((await company.pay.done('pia', 'GET /payroll/settings')).policies).toEqual({
      ...{ rateRounding: 'truncate', holidayRounding: 'exact', dailyDivisor: '365', severanceMonths: 'started' },
      minimumHours: [year],
    });
  });
});

it('withholds the least 2 % of a short contract until the month in which it ends', async () => {
  const children = [2019, 2024].map((birthYear) => ({ birthYear, whole: true }));
  const family = [{ from: '2025-01-01', situation: '3', ascendants: [], descendants: children }];
  const ending = { contract: 'temporary', to: '2026-02-15' };
  const id = await clara({ startDate: '2026-01-01', annual: '18000.00', personal: { family }, terms: ending });
  for (const month of ['2026-01', '2026-02']) await company.pay.pay(month);
  const rateOf = async (month: string) => (await company.pay.slip('pia', id, month)).rate.percent;
  expect([await rateOf('2026-01'), await rateOf('2026-02')]).toEqual(['2.00', '2.00']);
});

describe('a pay concept of the company', () => {
  const rule = (more: object = {}) => ({
    ...{ name: 'Plus transporte', from: '2026-01', contributes: false, taxed: true, source: 'LGSS art. 147.2' },
    ...more,
  });
  const paid = async (concepts: object[], line: object = {}) => {
    const id = await clara();
    await settle({ concepts });
    await company.pay.put(id, '2026-01', { variable: [{ kind: 'bonus', text: 'Plus transporte', amount: eur('120.00'), ...line }] });
    return { id, slip: await slipOf(id) };
  };
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API.
  const figures = ({ gross, taxed, worker, withheld, net, contributions, rate }: any) => ({
    ...{ gross, taxed, worker, withheld, net, rate: rate.percent, base: contributions[0].base },
  });

  it('bears what its kind does where nobody says: a bonus of 120.00 contributes and is taxed', async () => {
    const { slip } = await paid([]);
    // 4.70, 0.15, 1.55 and 0.10 % of 2,120.00: 99.64 + 3.18 + 32.86 + 2.12. 1,834.29 at 13.59 %: 3,279.00 of 24,120.00.
    expect(figures(slip)).toMatchObject({ base: eur('2120.00'), worker: eur('137.80'), taxed: eur('1834.29'), withheld: eur('249.28') });
  });

  it('that does not contribute is taxed all the same: the base stays 2,000.00', async () => {
    const { slip } = await paid([rule()]);
    expect(figures(slip)).toEqual({
      ...{ gross: eur('1834.29'), base: eur('2000.00'), worker: eur('130.00'), taxed: eur('1834.29'), rate: '13.59' },
      ...{ withheld: eur('249.28'), net: eur('1455.01') },
    });
    expect(slip.earnings[1]).toEqual({
      ...{ kind: 'bonus', text: 'Plus transporte', amount: eur('120.00'), contributes: false, taxed: true },
    });
  });

  it('that is exempt of tax up to 100.00 contributes whole, and 20.00 of 120.00 are taxed', async () => {
    // Case and accents of the name do not count.
    const { slip } = await paid([rule({ contributes: true, taxed: false, upTo: eur('100.00') })], {
      kind: 'in-kind',
      text: 'PLÚS  transporte',
    });
    // A year of 24,020.00: 22,460.00 less 2,000.00 are 20,460.00, by the scale 4,303.50, less 1,054.50: 3,249.00, 13.52 %.
    expect(figures(slip)).toEqual({
      ...{ gross: eur('1834.29'), base: eur('2120.00'), worker: eur('137.80'), taxed: eur('1734.29'), rate: '13.52' },
      ...{ withheld: eur('234.48'), net: eur('1462.01') },
    });
    expect(slip.earnings.slice(1).map(({ amount, taxed }: { amount: object; taxed: boolean }) => [amount, taxed])).toEqual([
      [eur('100.00'), false],
      [eur('20.00'), true],
    ]);
    // Forms 111 and 190 have 20.00 in kind, with their part of what is withheld: 234.48 x 20.00 / 1,734.29.
    const { id: runId } = await company.pay.pay('2026-01');
    const portion = await recordsOf(company.tenant).getOrThrow(PayrollPortions, portionId(runId, 1));
    const taxes = PayrollPortions.posts?.taxes?.(portion) ?? [];
    expect(taxes.map(({ base, tax }) => [base, tax])).toEqual([
      [171_429, 23_178],
      [2_000, 270],
    ]);
  });

  it('has one limit a month for all its lines, from its month on; overtime follows no concept', () => {
    const line = (amount: number, kind: 'allowance' | 'overtime' = 'allowance') => ({ kind, text: 'Plus transporte', amount });
    const rules = [rule({ taxed: false, upTo: 5_000 }), rule({ from: '2026-03', contributes: true, taxed: true })] as never;
    expect(ruledPay([line(3_000), line(4_000), line(1_000), line(900, 'overtime')], rules, '2026-02')).toEqual([
      { ...line(3_000), contributes: false, taxed: false },
      { ...line(2_000), contributes: false, taxed: false },
      { ...line(2_000), contributes: true, taxed: true },
      { ...line(1_000), contributes: true, taxed: true },
      line(900, 'overtime'),
    ]);
    expect(ruledPay([line(3_000)], rules, '2025-12')).toEqual([line(3_000)]);
    expect(ruledPay([line(3_000)], rules, '2026-03')).toEqual([{ ...line(3_000), contributes: true, taxed: true }]);
  });

  it('leaves paid months alone where it begins later, and pays the difference where it reaches back', async () => {
    const id = await clara();
    await company.pay.put(id, '2026-01', { variable: [{ kind: 'bonus', text: 'Plus transporte', amount: eur('120.00') }] });
    await company.pay.pay('2026-01');
    await settle({ concepts: [rule({ from: '2026-02' })] });
    const february = async () => {
      const { id: runId } = await company.pay.propose('2026-02');
      const { arrears } = await company.pay.slip('pia', id, '2026-02');
      await company.pay.done('pia', `POST /payroll/runs/${runId}/cancellation`, { reason: 'Otra vez' });
      return arrears;
    };
    expect(await february()).toEqual([]);
    await settle({ concepts: [rule()] });
    const [late] = await february();
    // 120.00 go out of the base of January: 4.70 % of them are 5.64 of the worker, and no cent of pay moves.
    const common = late.contributions.find(({ kind }: { kind: string }) => kind === 'common');
    expect([late.month, common.base, common.worker]).toEqual(['2026-01', eur('-120.00'), eur('-5.64')]);
    expect(late.earnings.map(({ amount, contributes }: { amount: object; contributes?: boolean }) => [amount, contributes])).toEqual([
      [eur('120.00'), false],
      [eur('-120.00'), undefined],
    ]);
  });

  it('is ruled once from one month', async () => {
    const concepts = [rule(), rule({ name: 'plus TRANSPORTE' })];
    expect(await company.pay.refused('pia', 'PUT /payroll/settings', { contributionAccounts: [], policies: { concepts } })).toEqual([
      ...[400, 'payroll_settings.twice', 'body.policies.concepts.1.name'],
    ]);
  });
});
