import type { BatchGetItemCommandInput, PutItemCommandInput, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, it, vi } from 'vitest';
import { calculatePortion, freezePeople, proposePayRun } from '../../../../functions/hr/payroll/run-calculation.ts';
import { exponent } from '../../../../infra/tools/bench/stats.ts';
import { type Item, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { EmploymentTermsOf, employmentTermsId } from '../../../../shared/domain/hr/payroll/employment-terms.ts';
import type { PayTerms } from '../../../../shared/domain/hr/payroll/pay-terms.ts';
import { PayrollRuns } from '../../../../shared/domain/hr/payroll/payroll-run.ts';
import { Employees } from '../../../../shared/domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '../../../../shared/domain/hr/people/personal-file.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { COMPANY_IBAN, payrollOf } from '../../../support/payroll.ts';

useMemoryTable({ openWork: true, lists: true });
vi.useFakeTimers({ toFake: ['Date'] });
vi.setSystemTime(new Date('2026-12-20T10:00:00Z'));
afterAll(() => void vi.useRealTimers());
type Input = Partial<TransactWriteItemsCommandInput & PutItemCommandInput & Pick<BatchGetItemCommandInput, 'RequestItems'>>;
let inputs: Input[] = [];
dynamo.middlewareStack.add(
  (next) => (args) => {
    inputs.push(args.input as Input);
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'lookAtPayRuns' },
);
/** Requests of the table, items that they read one by one, and write units, of the work. Indexes come on top. */
async function costOf(work: () => Promise<unknown>) {
  inputs = [];
  await work();
  const size = (item: unknown) => itemSize(item as Item);
  const writes = inputs.reduce((sum, { TransactItems = [], Item: alone }) => {
    const together = TransactItems.reduce((all, { Put }) => all + writeUnits(0, Put ? size(Put.Item) : 1, true), 0);
    return sum + together + (alone ? writeUnits(0, size(alone), false) : 0);
  }, 0);
  const keys = ({ RequestItems = {} }: Input) => Object.values(RequestItems).reduce((sum, { Keys = [] }) => sum + Keys.length, 0);
  return { calls: inputs.length, items: inputs.reduce((sum, input) => sum + Math.max(1, keys(input)), 0), writes };
}

const TERMS: PayTerms = {
  ...{ from: '2026-01-01', group: '7', contract: 'indefinite', annual: 2_400_000, extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
};

/** A company in which so many people work from a day on. */
async function companyOf(count: number, startDate: string) {
  useMemoryBucket();
  const tenant = newTenant();
  await newCompany(tenant);
  const pay = payrollOf(tenant);
  await pay.letIn();
  const records = recordsOf(tenant);
  const ids = Array.from({ length: count }, (_, i) => idFrom('emp', tenant, String(i)));
  for (let at = 0; at < count; at += 20)
    await records.commit(
      ids.slice(at, at + 20).flatMap((id, k) => [
        create(Employees, id, {
          ...{ givenName: 'Clara', familyName: `Vega Ramos ${at + k}`, startDate, state: 'active' as const },
          assignments: [{ from: startDate, position: 'Comercial', department: `Ventas ${k % 7}` }],
        }),
        create(EmploymentTermsOf, employmentTermsId(id), { employeeId: id, terms: [TERMS] }),
        create(PersonalFiles, personalFileId(id), {
          ...{
            employeeId: id,
            taxId: '12345678Z',
            socialSecurityNumber: '281234567840',
            birthDate: '1990-05-04',
            iban: COMPANY_IBAN,
            family: [],
          },
        }),
      ]),
    );
  return { pay, records, ids };
}

const COUNTS = (process.env.PAY_PEOPLE ?? '10,400').split(',').map(Number);

it('a run costs as much for each of many people as for each of few, and less than ten write units a slip', async () => {
  const figures = [];
  for (const count of COUNTS) {
    const { pay, records } = await companyOf(count, '2026-10-01');
    const { id } = await pay.done('pia', 'POST /payroll/runs', { month: '2026-10', iban: COMPANY_IBAN });
    const read = () => records.getOrThrow(PayrollRuns, id);
    const run = { portions: 0 };
    const frozen = await costOf(async () => Object.assign(run, await freezePeople(records, await read())));
    const workedOut = await costOf(async () => {
      for (let no = 1; no <= run.portions; no += 1) await calculatePortion(records, await read(), no);
    });
    const proposed = await costOf(async () => proposePayRun(records, await read()));
    for (const by of ['ana', 'bea']) await pay.approve(by, id);
    const posted = await costOf(() => pay.finish(id));
    const all = [frozen, workedOut, proposed, posted];
    const sum = (of: 'calls' | 'items' | 'writes') => all.reduce((total, each) => total + each[of], 0);
    figures.push({ count, calls: sum('calls'), items: sum('items'), writes: sum('writes'), slip: workedOut.writes / count });
  }
  for (const of of ['calls', 'items', 'writes'] as const)
    expect(exponent(figures.map((each) => [each.count, each[of]])), `${of} ${JSON.stringify(figures)}`).toBeLessThanOrEqual(1.02);
  for (const { slip } of figures) expect(slip).toBeLessThanOrEqual(10);
  if (process.env.PAY_PEOPLE) console.log(JSON.stringify(figures));
}, 3_600_000);

it('a rise that is agreed in December from January on replays eleven months of each with the reads of a month without one', async () => {
  const { pay, records, ids } = await companyOf(10, '2026-01-01');
  for (let month = 1; month <= 11; month += 1) await pay.pay(`2026-${String(month).padStart(2, '0')}`);
  const worked = async () => {
    const { id } = await pay.done('pia', 'POST /payroll/runs', { month: '2026-12', iban: COMPANY_IBAN });
    const run = await freezePeople(records, await records.getOrThrow(PayrollRuns, id));
    const cost = await costOf(() => calculatePortion(records, run, 1));
    await proposePayRun(records, await records.getOrThrow(PayrollRuns, id));
    const { arrears = [] } = await pay.slip('pia', ids[0] ?? '', '2026-12');
    await pay.done('pia', `POST /payroll/runs/${id}/cancellation`, { reason: 'Otra vez' });
    return { ...cost, arrears: arrears.length };
  };
  const plain = await worked();
  for (const id of ids) {
    const before = await records.getOrThrow(EmploymentTermsOf, employmentTermsId(id));
    await records.commit([update(EmploymentTermsOf, before, { ...before, terms: [{ ...TERMS, annual: 2_520_000 }] })]);
  }
  const late = await worked();
  expect([plain.arrears, late.arrears, late.calls, late.items]).toEqual([0, 11, plain.calls, plain.items]);
  // The differences of eleven months repeat themselves: packed, they add little.
  expect(late.writes / ids.length).toBeLessThanOrEqual(10);
  if (process.env.PAY_PEOPLE) console.log(JSON.stringify({ plain, late }));
});
