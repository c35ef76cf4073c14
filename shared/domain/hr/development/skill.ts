import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { cut, normalise, sortText } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** 1 learns, 2 works by themselves, 3 is proficient, 4 teaches others. */
export const SkillLevel = z.int().check(z.minimum(1), z.maximum(4));
export const SKILL_LEVELS = [1, 2, 3, 4] as const;

export const SkillInput = z.strictObject({ name: text(80), group: z.optional(text(60)), description: z.optional(text(300)) });
export const SKILL_STATES = ['used', 'unused'] as const;
export const Skill = z.object({
  name: z.string(),
  group: z.optional(z.string()),
  description: z.optional(z.string()),
  state: z.enum(SKILL_STATES),
});
export type Skill = Readonly<z.output<typeof Skill>>;
export const Skills = recordType<Skill, Skill['state']>({
  kind: 'skill',
  prefix: 'skl',
  data: Skill,
  history: 'all',
  list: {
    buckets: 'own',
    key: ({ name, group = '' }, id) => ({
      bucket: 'all',
      sort: `${cut(sortText(`${group} ${name}`), 90)}  ${id}`,
      label: `${name} ${group}`,
    }),
  },
  state: ({ state }) => state,
  tones: { used: 'good', unused: 'plain' },
  screen: { none: 'It is a column of the skills matrix.' },
  read: 'member',
});
export const PatchSkill = z.strictObject({
  name: z.optional(text(80)),
  group: z.optional(z.nullable(text(60))),
  description: z.optional(z.nullable(text(300))),
  state: z.optional(z.enum(SKILL_STATES)),
});
export const SkillView = z.object({ id: z.string(), ...Skill.shape, ...stampFields });

const Required = z.strictObject({ skillId: idWith('skl'), level: SkillLevel });
/** What a position asks for, from a day on. */
export const PositionSkillsInput = z.strictObject({
  /** As employees' assignments call it. */
  position: text(80),
  from: BusinessDate,
  skills: z.array(Required).check(z.maxLength(40)),
});
export type PositionSkillsInput = z.output<typeof PositionSkillsInput>;
const StoredLevel = z.object({ skillId: z.string(), level: z.int() });
export const PositionSkills = z.object({
  position: z.string(),
  /** In order of their days. */
  requirements: z.array(z.object({ from: z.string(), skills: z.array(StoredLevel) })),
});
export type PositionSkills = Readonly<z.output<typeof PositionSkills>>;
export const PositionSkillsOf = recordType<PositionSkills>({
  kind: 'position-skills',
  prefix: 'psk',
  data: PositionSkills,
  history: 'all',
  list: {
    buckets: 'own',
    key: ({ position }, id) => ({ bucket: 'all', sort: `${cut(sortText(position), 60)}  ${id}`, label: position }),
  },
  screen: { none: 'It is shown with the skills matrix.' },
  read: 'member',
});
/** Whatever case, accents and signs a position is written with. */
export const positionSkillsId = (position: string): string =>
  `psk_${
    normalise(position)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 70) || 'position'
  }`;

/** What a position asks for with other skills from a day on: what began on the same day is replaced, the past stays. @throws DomainError `skill.twice` (400). */
export function withRequirement(before: PositionSkills | undefined, { position, from, skills }: PositionSkillsInput): PositionSkills {
  const twice = skills.findIndex(({ skillId }, i) => skills.findIndex((other) => other.skillId === skillId) !== i);
  if (twice >= 0) throw invalid('skill.twice', 'A skill is named twice: name it once.', `body.skills.${twice}.skillId`);
  const others = (before?.requirements ?? []).filter((each) => each.from !== from);
  return { position, requirements: [...others, { from, skills }].toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** Levels that a position asks for on a day, by skill. */
export const requiredOn = (of: PositionSkills | undefined, day: IsoDate): ReadonlyMap<string, number> =>
  new Map(of?.requirements.findLast(({ from }) => from <= day)?.skills.map(({ skillId, level }) => [skillId, level] as const));

export const PositionSkillsView = z.object({ id: z.string(), ...PositionSkills.shape, ...stampFields });
