import { payroll } from '#api/hr/payroll.ts';
import { bankDayFrom } from '#domain/finance/treasury/bank-days.ts';
import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import {
  contributionSums,
  NO_PAY,
  PayrollPortions,
  portionId,
  type RunPerson,
  type StoredPortion,
} from '#domain/hr/payroll/payroll-portion.ts';
import { type PayrollRun, PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId, payslipShelf } from '#domain/hr/payroll/payslip-record.ts';
import { PAY_APPROVALS, payRunActions, requireUnchanged } from '#domain/hr/payroll/run-actions.ts';
import { payRunView } from '#domain/hr/payroll/run-view.ts';
import { socialSecurityIn } from '#domain/hr/payroll/social-security-es.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { earliest, type IsoDate, latest, monthOf } from '#kernel/date.ts';
import { DomainError, invalid, refused, throwIf } from '#kernel/errors.ts';
import { isIban } from '#kernel/iban.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, remove, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { firstOpenDay, openPosting } from '../../finance/service.ts';
import { command, memberIdOf } from '../../platform/service.ts';
import { readPayrollSettings } from './payroll-settings.ts';
import { contributionsWith, outdated, payTotalsOf, readPortions, type WorkedOut, workOut } from './run-calculation.ts';
import { peopleOf, requireNoOther } from './run-people.ts';
import { releasePayRun } from './run-posting.ts';

const { actions } = payroll;
const inPath = ({ runId }: { readonly runId: string }) => runId;

/** The account that pays. @throws DomainError `payroll_run.no_iban` (422). */
function ibanOf(given: string | undefined, company: StoredCompany): string {
  const iban = given ?? company.iban;
  if (iban !== undefined && isIban(iban)) return iban;
  throw refused(
    'payroll_run.no_iban',
    'The company has no valid IBAN to pay from: enter it in the settings, or give one here.',
    'body.iban',
  );
}

/** The days of a run: that of its entries, in its month or later and not to come, and that on which the bank pays. @throws DomainError `payroll_run.dates` (400). */
function daysOf({ month, date, payDate }: { month: string; date?: IsoDate | undefined; payDate?: IsoDate | undefined }, today: IsoDate) {
  const { from, to } = monthDays(month);
  const day = date ?? earliest(to, today);
  if (from > today)
    throw invalid('payroll_run.dates', `${month} has not begun: nothing is owed for it yet. Work it out from ${from} on.`, 'body.month', {
      month,
      from,
      why: 'early',
    });
  if (day > today)
    throw invalid('payroll_run.dates', `The books take no entry of ${day}, which is to come: choose ${today} or before.`, 'body.date', {
      today,
      why: 'future',
    });
  if (day < from) throw invalid('payroll_run.dates', `The entries of ${month} are of that month or later.`, 'body.date', { month, from });
  if (payDate !== undefined && payDate < today)
    throw invalid('payroll_run.dates', `The bank cannot pay on ${payDate}, which is past.`, 'body.payDate', { month, from: today });
  return { date: day, payDate: bankDayFrom(payDate ?? latest(to, today)) };
}

interface EntryDay {
  readonly id: string;
  readonly date: IsoDate;
  readonly caller: Caller;
  readonly field: string;
}
/** What is to be done where a day takes no entries, by why it does not. */
const WAYS_OUT: Readonly<Record<string, (period: string) => string>> = {
  locked: (period) => `${period} is locked for good`,
  closed: (period) => `${period} is closed: an accountant opens it again`,
  month_closed: (period) => `the month ${period} is closed: who closes the books reopens it`,
  year_closed: (period) => `the fiscal year of ${period} is closed: an accountant reopens it`,
  not_open: (period) => `no fiscal year is open for ${period}: an accountant opens it first`,
};

/** The entries of a run have a day that takes them. @throws DomainError `payroll_run.period` (422): which period, who opens it, which day is open. */
async function requireOpenDay(records: Records, { id, date, caller, field }: EntryDay): Promise<void> {
  const posting = { date, document: portionId(id, 1), caller };
  const session = await openPosting(records, posting);
  try {
    session.requireOpen();
  } catch (error) {
    const shut = error instanceof DomainError && error.code.startsWith('period.') ? error.code.slice('period.'.length) : '';
    const said = WAYS_OUT[shut];
    if (!said) throw error;
    const [period, open] = [monthOf(date), await firstOpenDay(records, posting)];
    const byDay =
      open === date ? '' : ` Or work the pay out with entries of ${open} or later; a run that waits already is cancelled first.`;
    throw refused('payroll_run.period', `Nothing can be posted on ${date}: ${said(period)}.${byDay}`, field, {
      why: shut,
      period,
      date,
      open,
    });
  }
}

export const proposePayrollRun = command(
  actions.proposePayrollRun,
  creates(PayrollRuns, 'pyn'),
  async ({ body, records, caller, company, today, newId }) => {
    const { month, kind, employeeIds, account, version } = body;
    const id = newId('pyn');
    socialSecurityIn(month);
    const { date, payDate } = daysOf(body, today);
    const { name, taxId, address } = company;
    const place = [address.street, `${address.postalCode} ${address.city}`].join(', ');
    const iban = ibanOf(body.iban, company);
    await Promise.all([
      requireOpenDay(records, { date, id, caller, field: 'body.date' }),
      requireNoOther(records, month, kind),
      peopleOf(records, { month, kind, ...(employeeIds ? { employeeIds } : {}) }),
    ]);
    const run: PayrollRun = {
      ...{ kind, state: 'calculating', month, date, payDate, account, iban, version, people: 0, refused: 0, totals: NO_PAY },
      ...(employeeIds ? { employeeIds: [...new Set(employeeIds)] } : {}),
      ...{
        employer: { name, taxId, address: place },
        before: { gross: 0, net: 0, cost: 0 },
        contributions: [],
        makers: [caller.email],
        approvals: [],
      },
    };
    return [create(PayrollRuns, id, run)];
  },
  payRunView,
);

/** Whoever asks, as the rules of a run see them: two reads. */
export async function askerOf(records: Records, caller: Caller, run: StoredPayRun) {
  const link = await records.get(EmployeeLinks, employeeLinkId(memberIdOf(records.tenant, caller.email)));
  const slips = link ? await records.standing(Payslips, payslipShelf(link.employeeId)) : [];
  return { email: caller.email, mayAlone: may(caller, 'payments.alone'), isPaid: slips.some(({ runId }) => runId === run.id) };
}

export const approvePayrollRun = command(
  actions.approvePayrollRun,
  on(PayrollRuns, inPath),
  async ({ body, records, caller, today, now }, run) => {
    if (!mayFor(caller, 'payroll.read', run)) throw notFound(PayrollRuns.kind, run.id, 'path.runId');
    throwIf(payRunActions.approvePayrollRun({ ...run, asker: await askerOf(records, caller, run) }));
    requireUnchanged(run, body.rev);
    await requireOpenDay(records, { date: run.date, id: run.id, caller, field: 'path.runId' });
    const approvals = [...run.approvals, { by: caller.email, on: today, at: now.toISOString() }];
    const state = approvals.length === PAY_APPROVALS ? ('approved' as const) : run.state;
    return [update(PayrollRuns, run, { ...run, approvals, state })];
  },
  payRunView,
);

/** The portion of a run that somebody is in, and their slip by it. @throws DomainError `employee.not_found` (404). */
async function placeIn(records: Records, run: StoredPayRun, employeeId: string) {
  const portions = await readPortions(records, run);
  const portion = portions.find(({ people }) => people.some((person) => person.employeeId === employeeId));
  const row = portion?.people.find((person) => person.employeeId === employeeId);
  if (!portion || !row) throw notFound('employee', employeeId, 'path.employeeId');
  const slip = row.place ? await records.get(Payslips, payslipId(employeeId, row.place)) : undefined;
  return { portions, portion, row, slip: slip?.runId === run.id ? slip : undefined };
}
type Place = Awaited<ReturnType<typeof placeIn>>;

/** The changes of a run in which one person is another: who had approved it approves what is now, or does not. */
function withPerson(
  run: StoredPayRun,
  { portions, portion, slip: was }: Place,
  { person, slip }: Pick<WorkedOut, 'person' | 'slip'>,
  by: string,
) {
  const people = portion.people.map((each) => (each.employeeId === person.employeeId ? person : each));
  const contributions = contributionsWith(portion.contributions, contributionSums(was ? [was] : []), contributionSums(slip ? [slip] : []));
  const changed: StoredPortion = { ...portion, people, contributions };
  const totals = payTotalsOf(portions.map((each) => (each.id === portion.id ? changed : each)));
  const makers = [...new Set([...run.makers, by])];
  return [
    update<PayrollRun>(PayrollRuns, run, { ...run, ...totals, approvals: [], makers }),
    update(PayrollPortions, portion, changed),
  ] as const;
}

/** What of a run changes where somebody's month is told otherwise before it is approved: its approvals go, and they wait. Their slip stays, with what it contributes, until they are worked out again or left out. */
export async function outdatedIn(
  records: Records,
  run: StoredPayRun,
  employeeId: string,
  told: { by: string; at: string },
): Promise<Change[]> {
  const place = await placeIn(records, run, employeeId);
  return [...withPerson(run, place, { person: outdated(place.row, told), ...defined({ slip: place.slip }) }, told.by)];
}

export const recalculatePayslip = command(
  actions.recalculatePayslip,
  on(PayrollRuns, inPath),
  async ({ path: { employeeId }, records, caller }, run) => {
    throwIf(payRunActions.recalculatePayslip(run));
    const place = await placeIn(records, run, employeeId);
    const outcome = await workOut(records, run, place.row, await readPayrollSettings(records));
    const dropped = !outcome.change && place.slip ? [remove(Payslips, place.slip)] : [];
    return [...withPerson(run, place, outcome, caller.email), ...(outcome.change ? [outcome.change] : []), ...dropped];
  },
  payRunView,
);

export const excludeFromPayrollRun = command(
  actions.excludeFromPayrollRun,
  on(PayrollRuns, inPath),
  async ({ path: { employeeId }, records, caller }, run) => {
    throwIf(payRunActions.excludeFromPayrollRun(run));
    const place = await placeIn(records, run, employeeId);
    const { name, department } = place.row;
    const person: RunPerson = { employeeId, name, state: 'excluded', ...(department ? { department } : {}) };
    return [...withPerson(run, place, { person }, caller.email), ...(place.slip ? [remove(Payslips, place.slip)] : [])];
  },
  payRunView,
);

export const cancelPayrollRun = command(
  actions.cancelPayrollRun,
  on(PayrollRuns, inPath),
  async ({ body: { reason }, records, caller, today }, run) => {
    if (run.state === 'cancelling') return releasePayRun(records, run);
    throwIf(payRunActions.cancelPayrollRun(run));
    const cancelled = { by: caller.email, on: today, reason };
    return releasePayRun(records, await records.save([update<PayrollRun>(PayrollRuns, run, { ...run, state: 'cancelling', cancelled })]));
  },
  payRunView,
  ({ state }) => state === 'cancelling',
);
