import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import type { PayTerms } from '#domain/hr/payroll/pay-terms.ts';
import { PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId, type StoredSlip } from '#domain/hr/payroll/payslip-record.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addMonths, monthOf, monthsBetween } from '#kernel/date.ts';
import { create, plain, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { readPayrollSettings } from '../../../functions/hr/payroll/payroll-settings.ts';
import { calculatePortion, freezePeople, proposePayRun, workOut } from '../../../functions/hr/payroll/run-calculation.ts';
import { askAs, type BenchCompany } from './company.ts';
import type { Meter } from './meter.ts';

/** People whose slips or terms are written in one transaction. */
const TOGETHER = 8;

/** What a run costs that replays months of everybody in it. */
export interface ArrearsFigures {
  readonly people: number;
  readonly months: number;
  readonly seconds: number;
  readonly calls: number;
  readonly reads: number;
  readonly writesOfSlip: number;
}

/** Months in which everybody was paid alike: those of the first are worked out, and the others have the same. */
async function payMonths(records: Records, ids: readonly string[], months: readonly string[]): Promise<void> {
  const settings = await readPayrollSettings(records);
  const [first = '', ...others] = ids;
  for (const month of months) {
    const run = { id: `pyn_${month}`, month, kind: 'regular' } as StoredPayRun;
    const { change } = await workOut(records, run, { employeeId: first, name: 'Clara', state: 'waiting' }, settings);
    await records.commit([assertDefined(change, 'a slip')]);
  }
  const made = await records.getMany(
    Payslips,
    months.map((month) => payslipId(first, month)),
  );
  const slips = made.map((slip, i) => plain<StoredSlip>(assertDefined(slip, months[i] ?? '')));
  for (let at = 0; at < others.length; at += TOGETHER)
    await records.commit(
      others
        .slice(at, at + TOGETHER)
        .flatMap((employeeId) => slips.map((slip) => create(Payslips, payslipId(employeeId, slip.month), { ...slip, employeeId }))),
    );
}

async function raise(records: Records, ids: readonly string[], terms: PayTerms): Promise<void> {
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const before = await records.getMany(EmploymentTermsOf, ids.slice(at, at + TOGETHER).map(employmentTermsId));
    await records.commit(before.flatMap((each) => (each ? [update(EmploymentTermsOf, each, { ...each, terms: [terms] })] : [])));
  }
}

const MONTHS = 12;

/**
 * A rise that is agreed a year late, of people who were paid since: the run of the month replays their twelve months.
 * @param terms what they are paid from then on: from February on the months lie in two years.
 */
export async function measureArrears(
  meter: Meter,
  { tenant, records }: BenchCompany,
  { ids, terms, iban }: { readonly ids: readonly string[]; readonly terms: PayTerms; readonly iban: string },
): Promise<ArrearsFigures> {
  const first = monthOf(terms.from);
  const months = monthsBetween(first, addMonths(first, MONTHS - 1));
  const month = addMonths(first, MONTHS);
  const run = await meter.uncounted(async () => {
    await payMonths(records, ids, months);
    await raise(records, ids, terms);
    return (await askAs(tenant, `owner@${tenant}.example`, 'POST /payroll/runs', { month, iban })).id as string;
  });
  const read = () => records.getOrThrow(PayrollRuns, run);
  const { portions = 0 } = await meter.uncounted(async () => freezePeople(records, await read()));
  const began = performance.now();
  const { calls } = await meter.during(async () => {
    for (let no = 1; no <= portions; no += 1) await calculatePortion(records, await read(), no);
  });
  const seconds = (performance.now() - began) / 1000;
  const { people = 0, refused } = await meter.uncounted(async () => proposePayRun(records, await read()));
  const last = await meter.uncounted(() => records.getOrThrow(Payslips, payslipId(ids.at(-1) ?? '', month)));
  if (people !== ids.length || refused !== 0 || last.arrears?.length !== months.length) throw new Error('months were not replayed');
  meter.takeChanges();
  const sum = (of: 'reads' | 'writes' | 'indexWrites') => calls.reduce((all, call) => all + call[of], 0);
  return {
    ...{ people, months: months.length, seconds, calls: calls.length, reads: sum('reads') },
    writesOfSlip: (sum('writes') + sum('indexWrites')) / people,
  };
}
