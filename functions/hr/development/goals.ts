import { development } from '#api/hr/development.ts';
import { Courses } from '#domain/hr/development/course.ts';
import { closedGoal, type Goal, Goals, goalActions, goalView, type StoredGoal } from '#domain/hr/development/goal.ts';
import { Skills } from '#domain/hr/development/skill.ts';
import { employeeActions, nameOf } from '#domain/hr/people/employee.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { edit } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, command, query } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';

const { actions } = development;

export const createGoal = command(
  actions.createGoal,
  creates(Goals, 'gol'),
  async ({ body, records, caller, newId }) => {
    const employee = await reachedEmployee(records, caller, 'development.write', body.employeeId, 'body.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    if (body.skillId) await records.getOrThrow(Skills, body.skillId, 'body.skillId');
    if (body.courseId) await records.getOrThrow(Courses, body.courseId, 'body.courseId');
    return [create<Goal>(Goals, newId('gol'), { ...body, name: nameOf(employee), progress: 0, state: 'open' })];
  },
  goalView,
);

const inPath = ({ goalId }: { readonly goalId: string }) => goalId;
/** @throws DomainError `goal.not_found` (404) out of reach. */
function requireOwn(caller: Caller, goal: StoredGoal): void {
  if (!mayFor(caller, 'development.write', goal, Goals)) throw notFound(Goals.kind, goal.id, 'path.goalId');
}

export const patchGoal = command(
  actions.patchGoal,
  on(Goals, inPath),
  ({ body, caller }, before) => {
    requireOwn(caller, before);
    throwIf(goalActions.patchGoal(before));
    return edit(Goals, before, body);
  },
  goalView,
);

export const closeGoal = command(
  actions.closeGoal,
  on(Goals, inPath),
  ({ body, caller, today }, before) => {
    requireOwn(caller, before);
    throwIf(goalActions.closeGoal(before));
    return [update(Goals, before, closedGoal(before, body, caller.email, today))];
  },
  goalView,
);

export const listGoals = query(actions.listGoals, async ({ path: { employeeId }, query: { state, ...page }, records, caller }) => {
  await reachedEmployee(records, caller, 'development.read', employeeId, 'path.employeeId');
  const where = (goal: Goal) => goal.state === state;
  const found = await listRecords(records, Goals, { ...page, buckets: [employeeId], ...(state ? { where } : {}) });
  const writes = (goal: StoredGoal) => (mayFor(caller, 'development.write', goal, Goals) ? caller : { ...caller, grants: new Map() });
  return {
    ...found,
    items: found.items.map((goal) => ({ ...goalView(goal), actions: actionsOf(writes(goal), actions, goalActions, goal) })),
  };
});
