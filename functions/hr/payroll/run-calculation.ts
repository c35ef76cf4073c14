import { PayInputs, payInputId } from '#domain/hr/payroll/pay-input.ts';
import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import {
  type ContributionSum,
  contributionSums,
  NO_PAY,
  PayrollPortions,
  paidPeople,
  payAmountsOf,
  portionId,
  portionsOf,
  type RunPerson,
  type StoredPortion,
  sumOfPay,
} from '#domain/hr/payroll/payroll-portion.ts';
import { type PayrollRun, PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { contributionAccountAt, type PayrollSettings, policiesOf } from '#domain/hr/payroll/payroll-settings.ts';
import { type Payslip, untaxedInKind } from '#domain/hr/payroll/payslip.ts';
import { nextPlace, Payslips, payslipId, type StoredPayslip, type StoredSlip } from '#domain/hr/payroll/payslip-record.ts';
import { calculatedSlip } from '#domain/hr/payroll/slip-calculation.ts';
import { varianceOf } from '#domain/hr/payroll/variance.ts';
import { assignmentOn, nameOf } from '#domain/hr/people/employee.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addMonths } from '#kernel/date.ts';
import { DomainError, refusal } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, createNext, update } from '#kernel/record.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { type ReadPerson, readPerson } from './paid-person.ts';
import { readPayrollSettings } from './payroll-settings.ts';
import { peopleOf } from './run-people.ts';

/** People who are worked out at once. */
const AT_ONCE = 8;

/** Writes down whom a run pays, portion by portion, and says of how many portions it is: done before, nothing is done. */
export async function freezePeople(records: Records, run: StoredPayRun): Promise<StoredPayRun> {
  if (run.portions !== undefined || run.state !== 'calculating') return run;
  const portions = portionsOf(await peopleOf(records, run));
  const there = await records.getMany(
    PayrollPortions,
    portions.map((_, i) => portionId(run.id, i + 1)),
  );
  for (const [i, people] of portions.entries()) {
    const data = { runId: run.id, no: i + 1, date: run.date, people, contributions: [] };
    const before = there[i];
    await records.commit([before ? update(PayrollPortions, before, data) : createNext(PayrollPortions, portionId(run.id, i + 1), data)]);
  }
  return records.save([update<PayrollRun>(PayrollRuns, run, { ...run, portions: portions.length })]);
}

/** Somebody worked out: the row of the run, and the slip to write, where there is one. */
export interface WorkedOut {
  readonly person: RunPerson;
  readonly slip?: StoredSlip;
  readonly change?: Change<StoredSlip>;
}

/** The slip as it is kept. */
function recordOf(
  run: StoredPayRun,
  { employee, file, terms, settings }: ReadPerson & { readonly settings: PayrollSettings },
  slip: Payslip,
  before: StoredPayslip | undefined,
): StoredSlip {
  const day = monthDays(run.month).to;
  const { position, department, workplace } = assignmentOn(employee, day);
  const { taxId = '', socialSecurityNumber, iban } = file ?? {};
  const group = terms.findLast(({ from }) => from <= day)?.group ?? '';
  return {
    ...{ employeeId: employee.id, runId: run.id, name: nameOf(employee), taxId, position, group, startDate: employee.startDate },
    ...defined({ socialSecurityNumber, iban, department, contributionAccount: contributionAccountAt(settings, workplace) }),
    ...slip,
    variance: run.kind === 'correction' ? [] : varianceOf(before, slip),
  } as StoredSlip;
}

/** Why the slip moved, and whether it goes to another account than the last that was paid: who asks for pay in another's name changes that first. */
function causesOf({ variance, iban }: StoredSlip, others: readonly StoredPayslip[]): RunPerson['causes'] {
  const last = others.at(-1)?.iban;
  const causes = new Set(variance.map(({ cause }) => cause));
  if (last !== undefined && iban !== last) causes.add('account');
  return causes.size > 0 ? [...causes] : undefined;
}

/** The row of somebody before they are worked out. */
function waiting({ employeeId, name, department }: RunPerson): RunPerson {
  return { employeeId, name, state: 'waiting', ...defined({ department }) };
}

/** Works somebody out. @param row as the run has it. @throws DomainError what the rules refuse, as {@link calculatedSlip}. */
export async function workOut(records: Records, run: StoredPayRun, row: RunPerson, settings: PayrollSettings): Promise<WorkedOut> {
  const read = await readPerson(records, row.employeeId);
  const others = read.slips.filter(({ runId }) => runId !== run.id);
  const own = read.slips.find(({ runId }) => runId === run.id);
  const plain = waiting(row);
  const slip = calculatedSlip({ ...read, slips: others, policies: policiesOf(settings) }, run.month, run.kind);
  if (!slip) return { person: { ...plain, state: 'unchanged' } };
  const last = others.findLast(({ month }) => month === addMonths(run.month, -1));
  const data = recordOf(run, { ...read, settings }, slip, last);
  const place = nextPlace(others, run.month, run.kind);
  const person: RunPerson = {
    ...plain,
    ...{ state: 'calculated', place, amounts: payAmountsOf(slip) },
    ...defined({ department: data.department, contributionAccount: data.contributionAccount }),
    ...defined({ untaxedInKind: untaxedInKind(slip) || undefined }),
    ...(data.iban ? { hasIban: true } : {}),
    ...defined({ inputRev: read.inputs.find(({ month }) => month === run.month)?.rev }),
    ...(last && run.kind === 'regular' ? { before: { gross: last.gross, net: last.net, cost: last.cost } } : {}),
    ...defined({ causes: causesOf(data, others) }),
  };
  const change = own ? update(Payslips, own, data) : create(Payslips, payslipId(row.employeeId, place), data);
  return { person, slip: data, change: change as Change<StoredSlip> };
}

const refusedRow = (row: RunPerson, why: RunPerson['refusal'] & object): RunPerson => ({ ...waiting(row), state: 'refused', refusal: why });

/**
 * Works out and writes the slip of somebody: one by one, since each stands for itself until the run is approved. What the rules refuse
 * stands on the row of the run, with its way out.
 */
async function calculateAndWrite(records: Records, run: StoredPayRun, row: RunPerson, settings: PayrollSettings): Promise<WorkedOut> {
  try {
    const outcome = await workOut(records, run, row, settings);
    if (outcome.change) await records.commit([outcome.change]);
    return outcome;
  } catch (error) {
    if (error instanceof AlreadyThere) {
      const message = `Another pay run of ${run.month} has them by now: leave them out of this one.`;
      return { person: refusedRow(row, { code: 'payroll_run.already_paid', message }) };
    }
    if (!(error instanceof DomainError) || error.kind === 'unreadable') throw error;
    const { code, message, params } = error;
    return { person: refusedRow(row, { code, message, ...(params ? { params: { ...params } } : {}) }) };
  }
}

/** Works out all people of a portion who wait; a portion without any is left as it is. */
export async function calculatePortion(records: Records, run: StoredPayRun, no: number): Promise<StoredPortion> {
  const portion = await records.getOrThrow(PayrollPortions, portionId(run.id, no));
  if (run.state !== 'calculating' || portion.people.every(({ state }) => state !== 'waiting')) return portion;
  const settings = await readPayrollSettings(records);
  const outcomes: WorkedOut[] = [];
  for (let at = 0; at < portion.people.length; at += AT_ONCE)
    outcomes.push(
      ...(await Promise.all(portion.people.slice(at, at + AT_ONCE).map((row) => calculateAndWrite(records, run, row, settings)))),
    );
  const contributions = contributionSums(outcomes.flatMap(({ slip }) => slip ?? []));
  const people = outcomes.map(({ person }) => person);
  return records.save([update(PayrollPortions, portion, { ...portion, people, contributions })]);
}

/** The portions of a run, in order. */
export async function readPortions(records: Records, run: StoredPayRun, from = 1, upTo = run.portions ?? 0): Promise<StoredPortion[]> {
  const numbers = Array.from({ length: Math.max(0, Math.min(upTo, run.portions ?? 0) - from + 1) }, (_, i) => from + i);
  const ids = numbers.map((no) => portionId(run.id, no));
  const found = await records.getMany(PayrollPortions, ids);
  return found.map((portion, i) => assertDefined(portion, ids[i] ?? ''));
}

const keyOf = ({ account, month, kind, workerPercent, companyPercent }: ContributionSum): string =>
  [account, month, kind, workerPercent, companyPercent].join('|');

/** Contributions with more, and less; those that come to nothing are left out. */
export function contributionsWith(
  all: readonly ContributionSum[],
  less: readonly ContributionSum[],
  more: readonly ContributionSum[],
): ContributionSum[] {
  const sums = new Map<string, ContributionSum>();
  const add = (each: ContributionSum, sign: 1 | -1) => {
    const { base = 0, worker = 0, company = 0 } = sums.get(keyOf(each)) ?? {};
    const sum = { base: base + sign * each.base, worker: worker + sign * each.worker, company: company + sign * each.company };
    sums.set(keyOf(each), { ...each, ...sum });
  };
  for (const each of [...all, ...more]) add(each, 1);
  for (const each of less) add(each, -1);
  return [...sums.values()].filter(({ base, worker, company }) => base !== 0 || worker !== 0 || company !== 0);
}

/** What each contribution account owes of people, and what was paid for the TGSS by it. */
function accountsOf(people: readonly ReturnType<typeof paidPeople>[number][]): NonNullable<PayrollRun['accounts']> {
  const byAccount = Map.groupBy(people, ({ contributionAccount }) => contributionAccount);
  return [...byAccount].map(([account, of]) => {
    const { worker, company, delegated } = sumOfPay(of.map(({ amounts }) => amounts));
    return { ...(account ? { account } : {}), worker, company, delegated };
  });
}

/** What a run comes to. */
export function payTotalsOf(portions: readonly Pick<StoredPortion, 'people' | 'contributions'>[]) {
  const people = portions.flatMap(paidPeople);
  const of = (name: 'gross' | 'net' | 'cost') => people.reduce((sum, { before }) => sum + (before?.[name] ?? 0), 0);
  return {
    people: people.length,
    refused: portions.flatMap((portion) => portion.people).filter(({ state }) => state === 'refused' || state === 'waiting').length,
    totals: people.length === 0 ? NO_PAY : sumOfPay(people.map(({ amounts }) => amounts)),
    before: { gross: of('gross'), net: of('net'), cost: of('cost') },
    accounts: accountsOf(people),
    contributions: contributionsWith(
      portions.flatMap(({ contributions }) => contributions),
      [],
      [],
    ),
  };
}

/** Somebody whose month was changed after they were worked out: nothing is approved that is not worked out by what is known. */
export function outdated(row: RunPerson, { by, at }: { readonly by: string; readonly at: string }): RunPerson {
  const { code, message } = refusal(
    'payroll_run.input_changed',
    `${by} has changed the inputs of the month at ${at}, after they were worked out: calculate them again.`,
    'path.employeeId',
    { by, at },
  );
  return { ...refusedRow(row, { code, message, params: { by, at } }), ...defined({ place: row.place }) };
}

/** A portion in which those wait whose inputs somebody has put while the run was worked out. */
async function upToDate(records: Records, run: StoredPayRun, portion: StoredPortion): Promise<StoredPortion> {
  const inputs = await records.getMany(
    PayInputs,
    portion.people.map(({ employeeId }) => payInputId(employeeId, run.month)),
  );
  const people = portion.people.map((row, i) => {
    const last = inputs[i]?.history.at(-1);
    return row.state === 'calculated' && last && inputs[i]?.rev !== row.inputRev ? outdated(row, last) : row;
  });
  if (people.every((row, i) => row === portion.people[i])) return portion;
  return records.save([update(PayrollPortions, portion, { ...portion, people })]);
}

/** The run with what its people come to: it waits for its approvals. */
export async function proposePayRun(records: Records, run: StoredPayRun): Promise<StoredPayRun> {
  if (run.state !== 'calculating') return run;
  const read = await readPortions(records, run);
  const portions: StoredPortion[] = [];
  for (const portion of read) portions.push(run.kind === 'regular' ? await upToDate(records, run, portion) : portion);
  const totals = payTotalsOf(portions);
  return records.save([update<PayrollRun>(PayrollRuns, run, { ...run, ...totals, state: 'proposed' })]);
}
