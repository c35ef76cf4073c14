import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType } from '#kernel/record.ts';
import { SkillLevel } from './skill.ts';

export const AssessSkills = z.strictObject({
  /** The day from which the levels hold; not in the future. */
  on: BusinessDate,
  skills: z.array(z.strictObject({ skillId: idWith('skl'), level: SkillLevel })).check(z.minLength(1), z.maxLength(40)),
});
export type AssessSkills = z.output<typeof AssessSkills>;

const Assessed = z.object({ skillId: z.string(), level: z.int(), on: z.string(), by: z.string() });
/** What somebody can do, with every level that they had since somebody assessed it. In order of days. */
export const EmployeeSkills = z.object({ employeeId: z.string(), assessed: z.array(Assessed) });
export type EmployeeSkills = Readonly<z.output<typeof EmployeeSkills>>;

export const EmployeeSkillsOf = recordType<EmployeeSkills>({
  kind: 'employee-skills',
  prefix: 'esk',
  data: EmployeeSkills,
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  screen: { none: 'They are a row of the skills matrix.' },
  read: 'development.read',
});
export const employeeSkillsId = (employeeId: string): string => `esk_${employeeId.slice(4)}`;

/** Of one person, over all the years: a record has room for more. */
export const MOST_ASSESSED = 800;
/**
 * The skills with other levels from a day on. @throws DomainError `skill.future` (400) of a day to come, `skill.twice` (400),
 * `skill.too_many` (422) beyond what a record holds.
 */
export function withAssessed(before: EmployeeSkills, { on, skills }: AssessSkills, by: string, today: IsoDate): EmployeeSkills {
  if (on > today) throw invalid('skill.future', 'The day has not come yet: assess what somebody can do by now.', 'body.on', { on });
  const ids = skills.map(({ skillId }) => skillId);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0) throw invalid('skill.twice', 'A skill is named twice: name it once.', `body.skills.${twice}.skillId`);
  const others = before.assessed.filter((each) => each.on !== on || !ids.includes(each.skillId));
  const assessed = [...others, ...skills.map((each) => ({ ...each, on, by }))].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (assessed.length > MOST_ASSESSED)
    throw refused('skill.too_many', `No more than ${MOST_ASSESSED} levels are kept of one person.`, 'body.skills', { most: MOST_ASSESSED });
  return { ...before, assessed };
}

/** Levels that somebody has on a day, by skill. */
export const levelsOn = ({ assessed }: Pick<EmployeeSkills, 'assessed'>, day: IsoDate): ReadonlyMap<string, number> =>
  new Map(assessed.filter(({ on }) => on <= day).map(({ skillId, level }) => [skillId, level] as const));

export const SkillCell = z.object({
  skillId: z.string(),
  /** Absent: nobody has assessed it. */
  level: z.optional(z.int()),
  /** What the position asks for; absent: nothing. */
  required: z.optional(z.int()),
  /** Levels that are missing. */
  gap: z.int(),
});
export type SkillCell = z.output<typeof SkillCell>;

/** What somebody has beside what their position asks for: every skill of either, the order being that of the skills. */
export function skillCells(
  skillIds: readonly string[],
  levels: ReadonlyMap<string, number>,
  required: ReadonlyMap<string, number>,
): readonly SkillCell[] {
  return skillIds.flatMap((skillId) => {
    const [level, wanted] = [levels.get(skillId), required.get(skillId)];
    if (level === undefined && wanted === undefined) return [];
    const cell = { skillId, gap: Math.max(0, (wanted ?? 0) - (level ?? 0)) };
    return [{ ...cell, ...(level === undefined ? {} : { level }), ...(wanted === undefined ? {} : { required: wanted }) }];
  });
}
