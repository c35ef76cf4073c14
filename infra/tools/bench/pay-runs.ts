import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import type { PayTerms } from '#domain/hr/payroll/pay-terms.ts';
import { PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipShelf } from '#domain/hr/payroll/payslip-record.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { create, update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { calculatePortion, freezePeople, proposePayRun } from '../../../functions/hr/payroll/run-calculation.ts';
import { postPayRun } from '../../../functions/hr/payroll/run-posting.ts';
import { askAs, type BenchCompany, benchCompany, tenantOf, YEAR } from './company.ts';
import { dollars, readPrices, sumOf, useOf } from './cost.ts';
import type { Step } from './cycle.ts';
import type { Meter } from './meter.ts';
import { type ArrearsFigures, measureArrears } from './pay-arrears.ts';
import { exponent, quantile } from './stats.ts';

const IBAN = 'ES9121000418450200051332';
const MONTH = `${YEAR}-10`;
/** States beside the Map: FreezeInputs, CalculateSlips, ProposeRun, AwaitApproval, PostRun; of each portion one. */
const STATES = 5;
const PREVIEWS = 100;

const terms: PayTerms = {
  ...{ from: `${YEAR}-01-01`, group: '7', contract: 'indefinite', annual: 2_400_000, extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
};
const employee = (i: number, startDate: string) => ({
  ...{ givenName: 'Clara', familyName: `Vega Ramos ${i}`, startDate, state: 'active' as const },
  assignments: [{ from: startDate, position: 'Comercial', department: `Ventas ${i % 7}` }],
});

/** People who begin on a day, each with personal data under a key of their own. */
async function employ({ records, tenant }: BenchCompany, count: number, startDate: string, paid = terms): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => idFrom('emp', tenant, String(i)));
  for (let at = 0; at < count; at += 20)
    await records.commit(
      ids.slice(at, at + 20).flatMap((id, k) => [
        create(Employees, id, employee(at + k, startDate)),
        create(EmploymentTermsOf, employmentTermsId(id), { employeeId: id, terms: [paid] }),
        create(PersonalFiles, personalFileId(id), {
          ...{ employeeId: id, taxId: '12345678Z', socialSecurityNumber: '281234567840', birthDate: '1990-05-04', iban: IBAN, family: [] },
        }),
      ]),
    );
  return ids;
}

/** What a run of so many people costs, step by step. */
export interface PayRunFigures {
  readonly people: number;
  readonly steps: readonly {
    readonly name: string;
    readonly calls: number;
    readonly writes: number;
    readonly reads: number;
    readonly ms: number;
  }[];
  readonly transitions: number;
  readonly usd: number;
  /** Write units of the slips, each. */
  readonly writesOfSlip: number;
}
export interface PayrollFigures {
  readonly runs: readonly PayRunFigures[];
  readonly exponents: Readonly<Record<'writes' | 'reads' | 'calls', number>>;
  /** Months replayed of everybody. */
  readonly arrears: readonly ArrearsFigures[];
  readonly previewP95: number;
}

async function measureRun(
  meter: Meter,
  count: number,
): Promise<PayRunFigures & { readonly company: BenchCompany; readonly ids: readonly string[] }> {
  const { company, ids, run } = await meter.uncounted(async () => {
    const made = await benchCompany(tenantOf(`pay${count}`), 1);
    const people = await employ(made, count, `${YEAR}-10-01`);
    const { id } = await askAs(made.tenant, `owner@${made.tenant}.example`, 'POST /payroll/runs', { month: MONTH, iban: IBAN });
    return { company: made, ids: people, run: id as string };
  });
  const { records } = company;
  const steps: (Step & { readonly ms: number })[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const { value, calls } = await meter.during(work);
    steps.push({ name, by: 'task', calls, ms: performance.now() - began });
    return value;
  };
  const read = () => records.getOrThrow(PayrollRuns, run);
  const frozen = await step('Freeze', async () => freezePeople(records, await read()));
  const portions = frozen.portions ?? 0;
  await step('Work out', async () => {
    for (let no = 1; no <= portions; no += 1) await calculatePortion(records, await read(), no);
  });
  const proposed = await step('Propose', async () => proposePayRun(records, await read()));
  const approvals = ['ana', 'bea'].map((by) => ({ by: `${by}@x.example`, on: `${MONTH}-31`, at: `${MONTH}-31T10:00:00.000Z` }));
  await meter.uncounted(() =>
    records.save<StoredPayRun>([update(PayrollRuns, proposed, { ...proposed, approvals, state: 'approved' }) as never]),
  );
  await step('Post', async () => postPayRun(records, await read(), `${MONTH}-31`));
  meter.takeChanges();
  const transitions = STATES + portions;
  const usd = dollars(await readPrices(), sumOf(steps.map((each) => useOf([each]))), transitions).Total ?? Number.NaN;
  const writesOf = ({ calls }: Step) => calls.reduce((sum, call) => sum + call.writes + call.indexWrites, 0);
  return {
    ...{ company, ids, people: count, transitions, usd: usd / 1000, writesOfSlip: writesOf(steps[1] as Step) / count },
    steps: steps.map((each) => ({
      ...{ name: each.name, calls: each.calls.length, writes: writesOf(each), ms: each.ms },
      reads: each.calls.reduce((sum, call) => sum + call.reads, 0),
    })),
  };
}

async function arrearsOf(meter: Meter, count: number): Promise<ArrearsFigures> {
  const before = { ...terms, from: `${Number(YEAR) - 1}-02-01` };
  const { company, ids } = await meter.uncounted(async () => {
    const made = await benchCompany(tenantOf(`late${count}`), 1);
    return { company: made, ids: await employ(made, count, before.from, before) };
  });
  return measureArrears(meter, company, { ids, terms: { ...before, annual: before.annual + 120_000 }, iban: IBAN });
}

async function previews({ tenant }: BenchCompany, ids: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < PREVIEWS; i += 1) {
    const from = performance.now();
    const route = `GET /payroll/employees/${ids[i % ids.length]}/preview`;
    await askAs(tenant, `owner@${tenant}.example`, route, undefined, { month: `${YEAR}-12`, annual: String(24_000 + i) });
    times.push(performance.now() - from);
  }
  return quantile(times, 0.95);
}

/** Pay runs of 10, 100 and 1,000 people from their freezing to the books; months replayed; previews. */
export async function measurePayroll(meter: Meter): Promise<PayrollFigures> {
  const runs: PayRunFigures[] = [];
  let previewP95 = Number.NaN;
  for (const count of [10, 100, 1000]) {
    const { company, ids, ...figures } = await measureRun(meter, count);
    runs.push(figures);
    if (count === 10) previewP95 = await meter.uncounted(() => previews(company, ids));
    // The slips are there, and opened with their person's key.
    const [first = ''] = ids;
    if ((await meter.uncounted(() => company.records.standing(Payslips, payslipShelf(first)))).length !== 1)
      throw new Error('a slip is missing');
  }
  const of = (name: 'writes' | 'reads' | 'calls') =>
    exponent(runs.map(({ people, steps }) => [people, steps.reduce((sum, step) => sum + step[name], 0)]));
  const arrears = [await arrearsOf(meter, 100), await arrearsOf(meter, 1000)];
  return { runs, exponents: { writes: of('writes'), reads: of('reads'), calls: of('calls') }, arrears, previewP95 };
}

/** Goals: a run of 1,000 within 90 s, 12 transitions a person, 10 write units a slip, an exponent of 1.02, a preview within 300 ms. */
export function payrollText({ runs, exponents, arrears, previewP95 }: PayrollFigures): string {
  const lines = runs.map(({ people, steps, transitions, usd, writesOfSlip }) => {
    const sum = (name: 'writes' | 'reads' | 'calls' | 'ms') => steps.reduce((all, step) => all + step[name], 0);
    const parts = steps.map(({ name, ms }) => `${name} ${(ms / 1000).toFixed(1)} s`).join(', ');
    return `  ${people} people: ${(sum('ms') / 1000).toFixed(1)} s (${parts}), ${sum('calls')} calls, ${sum('writes')} writes, ${sum('reads')} reads, ${transitions} transitions (${(transitions / people).toFixed(3)} a person), ${writesOfSlip.toFixed(2)} writes a slip, US$ ${usd.toFixed(5)}`;
  });
  return [
    ...lines,
    `  Exponents of writes ${exponents.writes.toFixed(3)}, reads ${exponents.reads.toFixed(3)}, calls ${exponents.calls.toFixed(3)}; goal ≤ 1.02.`,
    ...arrears.map(
      ({ people, months, seconds, calls, reads, writesOfSlip }) =>
        `  ${months} months replayed of ${people} people: ${seconds.toFixed(1)} s, ${calls} calls, ${reads} reads, ${writesOfSlip.toFixed(2)} writes a slip.`,
    ),
    `  A preview: ${previewP95.toFixed(0)} ms at the 95th percentile; goal 300. One process works portions out one after the other; the machine has eight at once.`,
  ].join('\n');
}
