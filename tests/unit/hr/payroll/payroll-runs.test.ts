import { describe, expect, it, vi } from 'vitest';
import { readForm } from '../../../../functions/finance/tax/form-reader.ts';
import { WithheldReader } from '../../../../functions/finance/tax/withheld-reader.ts';
import { handler as documents } from '../../../../functions/hr/payroll/documents.ts';
import { handler as print } from '../../../../functions/hr/payroll/print.ts';
import { WithheldSums, withheldShelf } from '../../../../shared/domain/finance/tax/withheld-sums.ts';
import { PayrollPortions } from '../../../../shared/domain/hr/payroll/payroll-portion.ts';
import { everyRecord } from '../../../../shared/runtime/lists.ts';
import { call } from '../../../support/call.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';
import { readPdf } from '../../../support/pdf.ts';

const company = usePayroll('2026-02-20T10:00:00Z');
const IBAN = 'ES7921000813610123456789';
const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** Status and code. */
const refusalOf = async (...request: Parameters<typeof company.pay.refused>) => (await company.pay.refused(...request)).slice(0, 2);
const clara = (more: object = {}) => company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', iban: IBAN, ...more });
const oscar = (more: object = {}) => company.pay.employ({ givenName: 'Óscar', taxId: '87654321X', ...more });

/** Two children, so that nothing is withheld of 18,000.00 but the least. */
const PARENT = {
  family: [
    {
      ...{ from: '2025-01-01', situation: '3', ascendants: [] },
      descendants: [
        { birthYear: 2019, whole: true },
        { birthYear: 2024, whole: true },
      ],
    },
  ],
};

describe('a pay run', () => {
  it('pays 24,000 in 14 pays as worked out by hand: 1,714.29, 231.60, 130.00, 643.00, 1,352.69; posted and told to the bank', async () => {
    const id = await clara();
    const run = await company.pay.pay('2026-01');
    expect([run.state, run.people, run.refused]).toEqual(['posted', 1, 0]);
    expect(run.totals).toMatchObject({
      gross: eur('1714.29'),
      withheld: eur('231.60'),
      worker: eur('130.00'),
      company: eur('643.00'),
      net: eur('1352.69'),
      cost: eur('2357.29'),
    });
    const lines = run.entries[0].lines.map((line: { account: string; debit: { amount: string }; credit: { amount: string } }) => [
      ...[line.account, line.debit.amount, line.credit.amount],
    ]);
    expect(lines).toEqual([
      ['640', '1714.29', '0.00'],
      ['642', '643.00', '0.00'],
      ['476', '0.00', '773.00'],
      ['4751', '0.00', '231.60'],
      ['465', '0.00', '1352.69'],
    ]);
    const file = company.bucket.objects.get(`reports/${company.tenant}/payroll-runs/${run.id}.xml`)?.toString() ?? '';
    expect(file).toMatch(/<CtgyPurp>\s*<Cd>SALA</);
    expect([file.includes('<CtrlSum>1352.69</CtrlSum>'), file.includes(IBAN), run.transfers]).toEqual([true, true, 1]);
    const slip = await company.pay.slip('pia', id, '2026-01');
    expect(slip.contributions[0]).toMatchObject({ kind: 'common', base: eur('2000.00'), norm: 'Orden PJC/297/2026' });
    expect(slip.rate.percent).toBe('13.51');
  });

  it('withholds 15 % of a special relationship, and 40 % of the rate of who lives in Ceuta, from the day on which they told so', async () => {
    const special = await clara({ terms: { special: true, accident: { percent: '1.50', source: 'TGSS', activity: '4719' } } });
    const FAMILY = { situation: '3', descendants: [], ascendants: [] };
    const ceuta = await oscar({ personal: { family: [{ from: '2026-02-01', ...FAMILY, reducedTerritory: true }] } });
    const run = await company.pay.pay('2026-01');
    expect(run.refused).toBe(0);
    expect([
      (await company.pay.slip('pia', special, '2026-01')).rate.percent,
      (await company.pay.slip('pia', ceuta, '2026-01')).rate.percent,
    ]).toEqual(['15.00', '13.51']);
    expect((await company.pay.slip('pia', special, '2026-01')).withheld).toEqual(eur('257.14'));
    await company.pay.pay('2026-02');
    const later = await company.pay.slip('pia', ceuta, '2026-02');
    // Of the year's 3,243.00, 40 % are due: 1,297.20 less 231.60 of January, of the 22,285.71 that are still to come.
    expect(later.rate.percent).toBe('4.78');
  });

  it.each([
    ['less than a year', '2026-12-30', '2.00'],
    ['exactly a year', '2026-12-31', '0.00'],
  ])('withholds at least 2 %% of a contract of less than a year alone: of %s', async (_, to, percent) => {
    const id = await clara({ startDate: '2026-01-01', annual: '18000.00', personal: PARENT, terms: { contract: 'temporary', to } });
    await company.pay.pay('2026-01');
    expect((await company.pay.slip('pia', id, '2026-01')).rate.percent).toBe(percent);
  });

  it('does not take a rise within a contract of eighteen months for a short contract', async () => {
    const contract = { contract: 'temporary', to: '2026-12-31' };
    const id = await clara({ startDate: '2025-07-01', annual: '18000.00', personal: PARENT, terms: contract });
    await company.pay.setTerms(id, { ...contract, from: '2026-02-01', annual: eur('18100.00') });
    await company.pay.pay('2026-01');
    await company.pay.pay('2026-02');
    expect((await company.pay.slip('pia', id, '2026-02')).rate.percent).toBe('0.00');
  });

  it('tells those who approve it whose pay goes to another account than the last', async () => {
    const [moved, stayed] = [await clara(), await oscar({ iban: 'ES9121000418450200051332' })];
    await company.pay.pay('2026-01');
    await company.pay.putPersonal(moved, { taxId: '12345678Z', birthDate: '1990-05-04', family: [], iban: 'ES8023100001180000012345' });
    const run = await company.pay.propose('2026-02');
    const causes = new Map(
      (await company.pay.peopleIn(run.id)).map(({ employeeId: of, causes: why }: Record<'employeeId' | 'causes', unknown>) => [of, why]),
    );
    expect([causes.get(moved), causes.get(stayed)]).toEqual([['account'], []]);
  });

  it('names the contributions of the month as the TGSS is paid: common 472.00 + 94.00, once for two people of one rate', async () => {
    await clara();
    await oscar();
    const run = await company.pay.propose('2026-01');
    const common = run.contributions.find(({ kind }: { kind: string }) => kind === 'common');
    expect(common).toEqual({
      ...{ month: '2026-01', kind: 'common', workerPercent: '4.70', companyPercent: '23.60' },
      ...{ base: eur('4000.00'), worker: eur('188.00'), company: eur('944.00') },
    });
  });

  it('is approved by two others than whoever made it; the same person does not approve twice', async () => {
    await clara();
    const { id } = await company.pay.propose('2026-01');
    const approval = `POST /payroll/runs/${id}/approval`;
    expect(await refusalOf('pia', approval)).toEqual([403, 'payroll_run.own']);
    expect((await company.pay.approve('ana', id)).state).toBe('proposed');
    expect(await refusalOf('ana', approval)).toEqual([422, 'payroll_run.same_person']);
    expect((await company.pay.approve('bea', id)).state).toBe('approved');
    expect(await refusalOf('pia', `POST /payroll/runs/${id}/cancellation`, { reason: 'x' })).toEqual([422, 'payroll_run.state']);
  });

  it('is not approved by somebody whom it pays, unless they may pay alone', async () => {
    await company.pay.ask('pol', 'GET /payroll/runs', undefined, { roles: ['payroll'] });
    await clara({ email: `pol@${company.tenant}.example` });
    await oscar({ email: `ana@${company.tenant}.example` });
    const { id } = await company.pay.propose('2026-01');
    expect(await refusalOf('pol', `POST /payroll/runs/${id}/approval`)).toEqual([403, 'payroll_run.own_pay']);
    expect((await company.pay.approve('ana', id)).approvals).toHaveLength(1);
  });

  it('pays nobody twice for a month; who is named twice is refused, and a cancelled run frees its people', async () => {
    const id = await clara();
    const { id: runId } = await company.pay.propose('2026-01');
    const again = { month: '2026-01', employeeIds: [id], iban: IBAN };
    expect(await refusalOf('pia', 'POST /payroll/runs', again)).toEqual([422, 'payroll_run.already_paid']);
    expect(await refusalOf('pia', 'POST /payroll/runs', { month: '2026-01', iban: IBAN })).toEqual([422, 'payroll_run.nothing']);
    expect(await refusalOf('pia', 'POST /payroll/runs', { month: '2026-02', iban: IBAN })).toEqual([422, 'payroll_run.open']);
    expect((await company.pay.done('pia', `POST /payroll/runs/${runId}/cancellation`, { reason: 'Falta algo' })).state).toBe('cancelled');
    expect((await company.pay.propose('2026-01')).people).toBe(1);
  });

  it('is refused for a month without rows, and where the period of its entries is not open', async () => {
    await clara({ startDate: '2023-01-01' });
    expect(await refusalOf('pia', 'POST /payroll/runs', { month: '2024-05', iban: IBAN })).toEqual([422, 'payroll.no_row']);
    expect(await refusalOf('pia', 'POST /payroll/runs', { month: '2025-12', iban: IBAN })).toEqual([422, 'payroll_run.period']);
    expect(await refusalOf('pia', 'POST /payroll/runs', { month: '2026-01', iban: IBAN, date: '2025-12-31' })).toEqual([
      400,
      'payroll_run.dates',
    ]);
  });

  it('goes on where a person cannot be worked out, says why, and waits until that is settled', async () => {
    await clara();
    const poor = await oscar({ annual: '15000.00' });
    const run = await company.pay.propose('2026-01');
    expect([run.people, run.refused]).toEqual([1, 1]);
    const row = (await company.pay.peopleIn(run.id)).find(({ state }: { state: string }) => state === 'refused');
    expect(row).toMatchObject({ employeeId: poor, refusal: { code: 'payroll.minimum_wage', params: { least: '17094.00' } } });
    expect(await refusalOf('ana', `POST /payroll/runs/${run.id}/approval`)).toEqual([422, 'payroll_run.refused']);
    const again = `POST /payroll/runs/${run.id}/people/${poor}/calculation`;
    expect(await refusalOf('pia', again)).toEqual([422, 'payroll.minimum_wage']);
    await company.pay.setTerms(poor, { from: '2026-01-01', annual: eur('18000.00') });
    expect(await company.pay.done('pia', again)).toMatchObject({ people: 2, refused: 0 });
    expect((await company.pay.done('pia', `POST /payroll/runs/${run.id}/people/${poor}/exclusion`)).people).toBe(1);
  });

  it('refuses those who live under another income tax, and a garnishment of the minimum wage', async () => {
    const address = { street: 'Gran Vía 1', postalCode: '48001', city: 'Bilbao', country: 'ES' };
    await clara({ personal: { address } });
    const low = await oscar({ annual: '17094.00' });
    await company.pay.put(low, '2026-01', { garnishment: { owed: eur('500.00') } });
    const { id } = await company.pay.propose('2026-01');
    const codes = (await company.pay.peopleIn(id)).map(({ refusal }: { refusal?: { code: string } }) => refusal?.code);
    expect(codes).toEqual(['payroll.foral', 'payroll.garnishment']);
  });

  it('drops approvals when somebody is worked out again: what is approved is what is paid', async () => {
    const id = await clara();
    const run = await company.pay.propose('2026-01');
    await company.pay.approve('ana', run.id);
    await company.pay.put(id, '2026-01', { variable: [{ kind: 'bonus', text: 'Objetivos', amount: eur('500.00') }] });
    const again = await company.pay.done('pia', `POST /payroll/runs/${run.id}/people/${id}/calculation`);
    expect([again.approvals, again.totals.gross]).toEqual([[], eur('2214.29')]);
    expect((await company.pay.done('pia', `GET /payroll/employees/${id}/inputs/2026-01`)).variable).toHaveLength(1);
  });

  it('takes an absence in the month in which it begins', async () => {
    const id = await clara();
    const late = { sick: [{ kind: 'common', from: '2026-02-03' }] };
    expect(await refusalOf('pia', `PUT /payroll/employees/${id}/inputs/2026-01`, late)).toEqual([400, 'pay_input.dates']);
    const backwards = { unpaid: [{ kind: 'strike', from: '2026-01-09', to: '2026-01-08' }] };
    expect(await refusalOf('pia', `PUT /payroll/employees/${id}/inputs/2026-01`, backwards)).toEqual([400, 'pay_input.dates']);
  });

  it('says line by line why a slip is not what it was: a bonus, and the rate that follows it', async () => {
    const id = await clara();
    await company.pay.pay('2026-01');
    await company.pay.put(id, '2026-02', { variable: [{ kind: 'bonus', text: 'Objetivos', amount: eur('500.00') }] });
    await company.pay.propose('2026-02');
    const { variance } = await company.pay.slip('pia', id, '2026-02');
    expect(variance.map(({ line, cause }: { line: string; cause: string }) => [line, cause])).toEqual([
      ['bonus', 'variable'],
      ['worker', 'pay'],
      ['company', 'pay'],
      ['withheld', 'rate'],
    ]);
    expect(variance[0]).toMatchObject({ before: eur('0.00'), now: eur('500.00') });
  });
});

describe('what changes of months that are paid', () => {
  it('is paid by the next run, line by line, with its month of contribution; slips that were paid stay', async () => {
    const id = await clara({ terms: { extraMonths: [] } });
    await company.pay.pay('2026-01');
    const before = await company.pay.slip('pia', id, '2026-01');
    // A rise of 100.00 a month agreed in February, from January on.
    await company.pay.setTerms(id, { from: '2026-01-01', annual: eur('25200.00'), extraMonths: [] });
    const run = await company.pay.propose('2026-02');
    const slip = await company.pay.slip('pia', id, '2026-02');
    expect(slip.arrears).toMatchObject([{ month: '2026-01', earnings: [{ kind: 'salary', amount: eur('100.00') }] }]);
    // 4.70 % and 23.60 % of 100.00.
    expect(slip.arrears[0].contributions[0]).toMatchObject({
      ...{ kind: 'common', base: eur('100.00'), worker: eur('4.70'), company: eur('23.60') },
    });
    expect(slip.gross).toEqual(eur('2200.00'));
    expect(run.contributions.some(({ month, kind }: { month: string; kind: string }) => month === '2026-01' && kind === 'common')).toBe(
      true,
    );
    expect(await company.pay.slip('pia', id, '2026-01')).toEqual(before);
  });

  it('is paid by a correction run, once: a second one finds nothing, and a month without change has none', async () => {
    const id = await clara({ terms: { extraMonths: [] } });
    await oscar();
    await company.pay.pay('2026-01');
    await company.pay.setTerms(id, { from: '2026-01-01', annual: eur('25200.00'), extraMonths: [] });
    const run = await company.pay.pay('2026-01', { kind: 'correction' });
    expect([run.people, run.totals.gross]).toEqual([1, eur('100.00')]);
    expect((await company.pay.peopleIn(run.id)).map(({ state }: { state: string }) => state)).toEqual(['calculated', 'unchanged']);
    expect((await company.pay.slip('pia', id, '2026-01.2')).arrears).toHaveLength(1);
    expect((await company.pay.propose('2026-01', { kind: 'correction' })).people).toBe(0);
  });

  it('takes a sick note that comes late back: three days of January unpaid, and the next slip lowers by them', async () => {
    const id = await clara({ annual: '27000.00', terms: { extraMonths: [] } });
    await company.pay.pay('2026-01');
    await company.pay.put(id, '2026-01', { sick: [{ kind: 'common', from: '2026-01-12', to: '2026-01-14' }] });
    await company.pay.propose('2026-02');
    const { arrears, gross } = await company.pay.slip('pia', id, '2026-02');
    // Three days of 2,250.00/30, which nobody pays; the base of those days is that of a day of January: no contribution moves.
    expect(arrears[0].earnings).toMatchObject([{ kind: 'salary', amount: eur('-225.00') }]);
    expect([arrears[0].contributions, gross]).toEqual([[], eur('2025.00')]);
  });
});

describe('what was withheld', () => {
  it('of twelve slips is the line of form 190 and the sum of the four forms 111', async () => {
    const id = await clara();
    await oscar({ annual: '31000.00' });
    for (let month = 1; month <= 12; month += 1) {
      vi.setSystemTime(new Date(`2026-${String(month).padStart(2, '0')}-20T10:00:00Z`));
      await company.pay.pay(`2026-${String(month).padStart(2, '0')}`);
    }
    const read = (period: string) => new WithheldReader(recordsOf(company.tenant)).read(period);
    const year = (await read('2026-0A')).facts.find(({ party }) => party.name === id);
    // Thirteen pays at 13.51 % of 1,714.29, one of 1,714.23: 24,000.00, 231.60 a month, 463.20 in June, 463.19 in December.
    expect([year?.code, year?.base, year?.tax]).toEqual(['NOM', 24_000_00, 10 * 231_60 + 463_20 + 463_19]);
    const quarters = await Promise.all([1, 2, 3, 4].map((no) => read(`2026-${no}T`)));
    const sum = (facts: readonly { tax: number }[]) => facts.reduce((all, { tax }) => all + tax, 0);
    expect(quarters.reduce((all, { facts }) => all + sum(facts), 0)).toBe(sum((await read('2026-0A')).facts));
    const linesOf = async (seesWages: boolean) =>
      (
        await readForm({
          ...{ records: recordsOf(company.tenant), fiscalYears: ['2026'], form: '190' },
          period: '2026-0A',
          consistent: false,
          seesWages,
        })
      ).lines;
    expect((await linesOf(true)).map(({ key, taxId }) => [key, taxId])).toEqual([
      ['A', '12345678Z'],
      ['A', '87654321X'],
    ]);
    // No portion and no sum bears a tax id: those are sealed with their people, and go with them.
    const records = recordsOf(company.tenant);
    const portions = await Array.fromAsync(everyRecord(records, PayrollPortions));
    expect(JSON.stringify([portions, await records.standing(WithheldSums, withheldShelf('2026'))])).not.toMatch(/12345678Z|87654321X/);
    // Whoever keeps the books sees what wages come to, and nobody's.
    expect(await linesOf(false)).toEqual([{ party: 'Nóminas', key: 'A', base: 55_000_00, amount: sum((await read('2026-0A')).facts) }]);
    // What 4751 holds is what is declared.
    expect(quarters.map(({ documents: differing, undeclared }) => [differing, undeclared])).toEqual(Array(4).fill([[], 0n]));
  }, 240_000);
});

describe('a payslip on paper', () => {
  it('is the receipt of wages, of who it is of and once it is final: company with its account, lines, norms, sums', async () => {
    await company.pay.done('pia', 'PUT /payroll/settings', {
      contributionAccounts: [{ number: '0111 28 1234567 42' }, { number: '28123456843', workplaces: ['Getafe'] }],
    });
    expect(
      (await company.pay.done('pia', 'GET /payroll/settings')).contributionAccounts.map(({ number }: { number: string }) => number),
    ).toEqual([...['011128123456742', '28123456843']]);
    await company.pay.ask('clara', 'GET /payroll/slips', undefined, { roles: ['employee'] });
    const id = await clara({
      email: `clara@${company.tenant}.example`,
      department: 'Ventas',
      personal: { socialSecurityNumber: '281234567840' },
    });
    const { id: runId } = await company.pay.propose('2026-01');
    const route = `GET /payroll/employees/${id}/slips/2026-01/file`;
    const file = (by: string) =>
      call(print, route, 'GET /payroll/employees/{employeeId}/slips/{place}/file', {
        tenant: company.tenant,
        email: `${by}@${company.tenant}.example`,
      });
    expect((await file('pia')).body.code).toBe('payslip.not_final');
    for (const by of ['ana', 'bea']) await company.pay.approve(by, runId);
    await company.pay.finish(runId);
    await company.pay.ask('otro', 'GET /payroll/slips', undefined, { roles: ['employee'] });
    expect((await file('otro')).body.code).toBe('payslip.not_found');
    const { body } = await file('clara');
    const pdf = Buffer.from(body.content, 'base64');
    expect([body.fileName, pdf.subarray(0, 5).toString()]).toEqual(['nomina-2026-01-12345678Z.pdf', '%PDF-']);
    if (process.env.KEEP_PDF) (await import('node:fs')).writeFileSync(process.env.KEEP_PDF, pdf);
    const text = (await readPdf(pdf)).text.replaceAll(/\s+/g, ' ');
    for (const part of [
      '011128123456742',
      '281234567840',
      'A. TOTAL DEVENGADO',
      '1.714,29',
      '285,71',
      '13,51',
      '231,60',
      '1.352,69',
      '643,00',
      'Orden PJC/297/2026',
    ])
      expect(text).toContain(part);
  });
});

describe('who sees a payslip', () => {
  const place = (id: string) => `GET /payroll/employees/${id}/slips/2026-01`;

  it('whose it is once it is final, and signs for it; nobody signs for another', async () => {
    await company.pay.ask('clara', 'GET /payroll/slips', undefined, { roles: ['employee'] });
    const id = await clara({ email: `clara@${company.tenant}.example` });
    const { id: runId } = await company.pay.propose('2026-01');
    expect(await refusalOf('clara', place(id))).toEqual([404, 'payslip.not_found']);
    expect((await company.pay.done('clara', 'GET /payroll/slips')).items).toEqual([]);
    for (const by of ['ana', 'bea']) await company.pay.approve(by, runId);
    await company.pay.finish(runId);
    expect((await company.pay.done('clara', 'GET /payroll/slips')).items).toMatchObject([{ place: '2026-01', net: eur('1352.69') }]);
    expect((await company.pay.done('clara', `GET /payroll/employees/${id}/slips`)).items).toHaveLength(1);
    const receipt = `POST /payroll/employees/${id}/slips/2026-01/receipt`;
    expect(await refusalOf('pia', receipt)).toEqual([403, 'payslip.not_own']);
    expect((await company.pay.done('clara', receipt)).received.by).toBe(`clara@${company.tenant}.example`);
    expect((await company.pay.slip('pia', id, '2026-01')).received.by).toBe(`clara@${company.tenant}.example`);
  });

  it('no manager, no HR, nobody else: neither the slip nor the run, whose totals of one person would tell it', async () => {
    const id = await clara();
    const run = await company.pay.pay('2026-01');
    for (const [by, role] of [
      ['jefa', 'manager'],
      ['rita', 'hr'],
      ['otro', 'employee'],
      ['lola', 'accountant'],
    ] as const) {
      expect(await refusalOf(by, place(id), undefined, { roles: [role] }), role).toEqual([404, 'payslip.not_found']);
      for (const route of ['GET /payroll/runs', `GET /payroll/runs/${run.id}`, `GET /payroll/runs/${run.id}/people`])
        expect(await refusalOf(by, route), role).toEqual([403, 'role.not_allowed']);
      expect(await refusalOf(by, `GET /payroll/employees/${id}/inputs/2026-01`), role).toEqual([404, 'employee.not_found']);
    }
  });

  it('the file for the bank is there once the run is posted', async () => {
    await clara();
    const { id } = await company.pay.propose('2026-01');
    const route = `GET /payroll/runs/${id}/file`;
    const answer = await call(documents, route, 'GET /payroll/runs/{runId}/file', {
      tenant: company.tenant,
      email: `ana@${company.tenant}.example`,
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'payroll_run.state']);
  });
});
