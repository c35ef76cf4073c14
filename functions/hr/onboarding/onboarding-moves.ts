import { onboarding as table } from '#api/hr/onboarding.ts';
import {
  movedDue,
  type Onboarding,
  Onboardings,
  onboardingActions,
  type StoredOnboarding,
  taskChanges,
} from '#domain/hr/onboarding/onboarding.ts';
import { isTaskSettled, type StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { daysBetween, type IsoDate } from '#kernel/date.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Change, type Changes, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { tasksOf } from './onboarding-store.ts';
import { onboardingView } from './onboarding-view.ts';

const { actions } = table;
const MS_PER_DAY = 86_400_000;

/** @throws DomainError `onboarding.begun` (422): who works here does not begin later, and leaves by a leaving. */
function requireAhead({ flow, date }: Onboarding, today: IsoDate): void {
  if (flow === 'joining' && date < today)
    throw refused('onboarding.begun', `Work began on ${date}: somebody who works here leaves, with a cause.`, 'path.onboardingId', {
      date,
    });
}

/** The employment itself moves with the day, and so does what is earned from the first day on. */
async function employmentMoved(records: Records, { flow, employeeId, date: old }: Onboarding, date: IsoDate): Promise<Change[]> {
  const employee = await records.getOrThrow(Employees, employeeId);
  if (flow === 'leaving') {
    if (date < employee.startDate)
      throw invalid(
        'onboarding.before_start',
        `The employment begins on ${employee.startDate}: choose that day or a later one.`,
        'body.date',
        {
          start: employee.startDate,
        },
      );
    return [update(Employees, employee, { ...employee, endDate: date }, { endDate: employee.endDate ?? null })];
  }
  const from = <T extends { readonly from: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => (row.from === old ? { ...row, from: date } : row));
  const moved: StoredEmployee = { ...employee, startDate: date, assignments: from(employee.assignments) };
  const pay = await records.get(EmploymentTermsOf, employmentTermsId(employeeId));
  return [
    update(Employees, employee, moved, { startDate: old }),
    ...(pay ? [update(EmploymentTermsOf, pay, { ...pay, terms: from(pay.terms) }, { terms: pay.terms })] : []),
  ];
}

/** The onboarding first, as its command's subject. */
export const subjectFirst = (changes: readonly Change[]): Changes<Onboarding> =>
  changes.toSorted(
    (a, b) => Number(b.type.kind === Onboardings.kind) - Number(a.type.kind === Onboardings.kind),
  ) as unknown as Changes<Onboarding>;

export const moveOnboarding = command(
  actions.moveOnboarding,
  on(Onboardings, (path) => path.onboardingId),
  async ({ body: { date }, records, today }, before) => {
    throwIf(onboardingActions.moveOnboarding(before));
    requireAhead(before, today);
    if (date === before.date) return before;
    const { accessEndsAt: ends } = before;
    const shift = daysBetween(before.date, date) * MS_PER_DAY;
    const more = { date, ...(ends ? { accessEndsAt: new Date(Date.parse(ends) + shift).toISOString() } : {}) };
    const after: Onboarding = { ...before, ...more };
    const tasks = await tasksOf(records, before);
    const moved = tasks.flatMap((task): StoredTask[] => {
      const due = isTaskSettled(task) ? task.due : movedDue(task, after);
      return due === task.due ? [] : [{ ...task, due }];
    });
    return subjectFirst([...taskChanges(before, tasks, moved, more), ...(await employmentMoved(records, before, date))]);
  },
  onboardingView,
);

export const withdrawOnboarding = command(
  actions.withdrawOnboarding,
  on(Onboardings, (path) => path.onboardingId),
  async ({ body: { reason }, records, caller, today }, before) => {
    throwIf(onboardingActions.withdrawOnboarding(before));
    requireAhead(before, today);
    await requireEmployed(records, before);
    const tasks = await tasksOf(records, before);
    const cancelled = tasks
      .filter((task) => !isTaskSettled(task) && task.state !== 'ordered')
      .map((task) => ({ ...task, state: 'cancelled' as const }));
    const more = { state: 'withdrawing' as const, withdrawn: { by: caller.email, on: today, reason } };
    return subjectFirst(taskChanges(before, tasks, cancelled, more));
  },
  onboardingView,
);

/** @throws DomainError `onboarding.begun` (422) where the employment has ended by now. */
async function requireEmployed(records: Records, { flow, employeeId, date }: StoredOnboarding): Promise<void> {
  const employee = await records.getOrThrow(Employees, employeeId);
  if (flow === 'leaving' && employee.state === 'left')
    throw refused('onboarding.begun', `The employment ended on ${date}: a return is a new one.`, 'path.onboardingId', { date });
}
