import { time } from '#api/hr/time.ts';
import { nameOf } from '#domain/hr/people/employee.ts';
import { shiftsIn } from '#domain/hr/time/register.ts';
import { requireWorkable, WorkPlans, withPattern, workPlanId, workPlanView } from '#domain/hr/time/work-plan.ts';
import { yearHours, yearHoursView } from '#domain/hr/time/year-hours.ts';
import { earliest, latest } from '#kernel/date.ts';
import { create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { command, query } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';
import { registerOfYear } from './register-store.ts';

const { actions } = time;

export const putWorkPlan = command(
  actions.putWorkPlan,
  upserts(WorkPlans, ({ path }) => workPlanId(path.employeeId)),
  async ({ body, path: { employeeId }, records, caller }, before) => {
    await reachedEmployee(records, caller, 'time.read', employeeId, 'path.employeeId');
    requireWorkable(body);
    const after = withPattern(before, employeeId, { ...body, by: caller.email });
    return before ? [update(WorkPlans, before, after as typeof before)] : [create(WorkPlans, workPlanId(employeeId), after)];
  },
  async (plan, { records, caller, company, path }) => {
    const employee = await reachedEmployee(records, caller, 'time.read', path.employeeId, 'path.employeeId');
    return workPlanView(plan, nameOf(employee), company.timeZone);
  },
);

export const getWorkPlan = query(actions.getWorkPlan, async ({ path: { employeeId }, records, caller, company }) => {
  const employee = await reachedEmployee(records, caller, 'time.read', employeeId, 'path.employeeId');
  const plan = await records.get(WorkPlans, workPlanId(employeeId));
  return workPlanView(plan ?? { employeeId, patterns: [] }, nameOf(employee), company.timeZone);
});

export const getYearHours = query(actions.getYearHours, async ({ path, query: input, records, caller, company, now, today }) => {
  const employee = await reachedEmployee(records, caller, 'time.read', path.employeeId, 'path.employeeId');
  const year = input.year ?? today.slice(0, 4);
  const [facts, plan] = await Promise.all([registerOfYear(records, employee.id, year), records.get(WorkPlans, workPlanId(employee.id))]);
  const from = latest(`${year}-01-01`, employee.startDate);
  const to = earliest(`${year}-12-31`, today, employee.endDate ?? today);
  return yearHoursView(year, yearHours(shiftsIn(facts, company.timeZone, now), plan, from, to), to);
});
