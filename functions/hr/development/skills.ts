import { development } from '#api/hr/development.ts';
import {
  type EmployeeSkills,
  EmployeeSkillsOf,
  employeeSkillsId,
  levelsOn,
  skillCells,
  withAssessed,
} from '#domain/hr/development/employee-skills.ts';
import {
  type PositionSkills,
  PositionSkillsOf,
  positionSkillsId,
  requiredOn,
  type Skill,
  Skills,
  withRequirement,
} from '#domain/hr/development/skill.ts';
import { assignmentOn, Employees, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import type { IsoDate } from '#kernel/date.ts';
import { forbidden } from '#kernel/errors.ts';
import { create, type Stored, update } from '#kernel/record.ts';
import { edit, stamped } from '#kernel/stamps.ts';
import { normalise } from '#kernel/text.ts';
import { creates, on, upserts } from '#runtime/action.ts';
import { reachOf } from '#runtime/caller.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { reachedEmployee, requireReach, selfOf } from '../people/reach.ts';

const { actions } = development;

export const createSkill = command(actions.createSkill, creates(Skills, 'skl'), ({ body, newId }) => [
  create<Skill>(Skills, newId('skl'), { ...body, state: 'used' }),
]);

export const patchSkill = command(
  actions.patchSkill,
  on(Skills, (path) => path.skillId),
  ({ body }, before) => edit(Skills, before, body),
);

export const listSkills = query(actions.listSkills, async ({ query: { q, state, ...page }, records }) => {
  const where = (skill: Skill) => skill.state === state;
  const found = await listRecords(records, Skills, { ...page, buckets: ['all'], words: q, ...(state ? { where } : {}) });
  return { ...found, items: found.items.map(stamped) };
});

/** @throws DomainError `skill.not_found` (404) of one that is not there. */
async function requireSkills(records: Records, skills: readonly { readonly skillId: string }[]): Promise<void> {
  const ids = skills.map(({ skillId }) => skillId);
  const found = await records.getMany(Skills, ids);
  const missing = found.indexOf(undefined);
  if (missing >= 0) throw notFound(Skills.kind, ids[missing] ?? '', `body.skills.${missing}.skillId`);
}

export const putPositionSkills = command(
  actions.putPositionSkills,
  upserts(PositionSkillsOf, ({ body }) => positionSkillsId(body.position)),
  async ({ body, records }, before) => {
    const after = withRequirement(before, body);
    await requireSkills(records, body.skills);
    return before
      ? [update(PositionSkillsOf, before, { ...before, ...after })]
      : [create<PositionSkills>(PositionSkillsOf, positionSkillsId(body.position), after)];
  },
);

export const listPositionSkills = query(actions.listPositionSkills, async ({ query: { q, ...page }, records }) => {
  const found = await listRecords(records, PositionSkillsOf, { ...page, buckets: ['all'], words: q });
  return { ...found, items: found.items.map(stamped) };
});

export const assessSkills = command(
  actions.assessSkills,
  upserts(EmployeeSkillsOf, ({ path }) => employeeSkillsId(path.employeeId)),
  async ({ body, path: { employeeId }, records, caller, today }, before) => {
    await reachedEmployee(records, caller, 'development.write', employeeId, 'path.employeeId');
    if ((await selfOf(records, caller)) === employeeId)
      throw forbidden('skill.own', 'Nobody assesses themselves: tell whoever leads you, or write it in your review.', 'path.employeeId');
    const after = withAssessed(before ?? { employeeId, assessed: [] }, body, caller.email, today);
    await requireSkills(records, body.skills);
    return before
      ? [update(EmployeeSkillsOf, before, after as typeof before)]
      : [create<EmployeeSkills>(EmployeeSkillsOf, employeeSkillsId(employeeId), after)];
  },
  async ({ employeeId }, { records, today }) => {
    const employee = await records.getOrThrow(Employees, employeeId);
    const [row] = await rowsOf(records, [employee], await skillIdsOf(records), today);
    return { employeeId, skills: row?.skills ?? [] };
  },
);

/** Every skill that is used, in order. A company has some hundred at the most. */
async function skillIdsOf(records: Records): Promise<string[]> {
  const all = await Array.fromAsync(everyRecord(records, Skills, { where: ({ state }) => state === 'used' }));
  return all.map(({ id }) => id);
}

/** What people can do beside what their positions ask for, on a day. Two batch reads for all of them. */
async function rowsOf(records: Records, people: readonly StoredEmployee[], skillIds: readonly string[], day: IsoDate) {
  const positions = people.map((employee) => assignmentOn(employee, day).position);
  const ids = [...new Set(positions.map(positionSkillsId))];
  const [had, wanted] = await Promise.all([
    records.getMany(
      EmployeeSkillsOf,
      people.map(({ id }) => employeeSkillsId(id)),
    ),
    records.getMany(PositionSkillsOf, ids),
  ]);
  const byPosition = new Map(wanted.map((found, i) => [ids[i], found] as const));
  return people.map((employee, i) => {
    const position = positions[i] ?? '';
    const levels = levelsOn(had[i] ?? { assessed: [] }, day);
    const skills = [...skillCells(skillIds, levels, requiredOn(byPosition.get(positionSkillsId(position)), day))];
    const gap = skills.reduce((sum, cell) => sum + cell.gap, 0);
    return { employeeId: employee.id, name: nameOf(employee), position, skills, gap };
  });
}

export const getSkillsMatrix = query(actions.getSkillsMatrix, async ({ query: input, records, caller, today }) => {
  const { limit, cursor, on: day = today, position, employeeId, gaps } = input;
  const skillIds = await skillIdsOf(records);
  const isShown = ({ gap }: { readonly gap: number }) => gaps === undefined || gap > 0;
  if (employeeId !== undefined) {
    const employee = requireReach(caller, 'development.read', await records.get(Employees, employeeId), employeeId, 'query.employeeId');
    return { items: (await rowsOf(records, [employee], skillIds, day)).filter(isShown) };
  }
  const within = reachOf(caller, 'development.read', Employees);
  const where = (employee: Stored<StoredEmployee>) =>
    employee.startDate <= day &&
    (employee.endDate ?? '9999') >= day &&
    (position === undefined || normalise(assignmentOn(employee, day).position) === normalise(position)) &&
    (within?.(employee) ?? true);
  const page = await listRecords(records, Employees, { buckets: ['all'], order: 'asc', limit, cursor, where });
  const rows = await rowsOf(records, page.items, skillIds, day);
  return { items: rows.filter(isShown), ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}) };
});
