import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../../../shared/domain/hr/development/course.ts';
import { type EmployeeSkills, levelsOn, skillCells, withAssessed } from '../../../../shared/domain/hr/development/employee-skills.ts';
import { enrolmentActions, newEnrolment, type StoredEnrolment } from '../../../../shared/domain/hr/development/enrolment.ts';
import { positionSkillsId, requiredOn, withRequirement } from '../../../../shared/domain/hr/development/skill.ts';
import {
  certificateOf,
  newCertificate,
  StaffCertificates,
  staffCertificateState,
} from '../../../../shared/domain/hr/development/staff-certificate.ts';
import { requireSoundTemplate } from '../../../../shared/domain/hr/onboarding/template.ts';
import { thrownBy } from '../../../support/thrown.ts';

const codeOf = (work: () => unknown): string | undefined => thrownBy(work)[0];

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const nobody: EmployeeSkills = { employeeId: EMP, assessed: [] };

describe('skills', () => {
  it('are those of a day: a level has a start, and keeps the past', () => {
    const first = withAssessed(
      nobody,
      {
        on: '2026-01-10',
        skills: [
          { skillId: 'a', level: 1 },
          { skillId: 'b', level: 2 },
        ],
      },
      'boss',
      '2026-12-02',
    );
    const then = withAssessed(first, { on: '2026-06-01', skills: [{ skillId: 'a', level: 3 }] }, 'boss', '2026-12-02');
    expect([...levelsOn(then, '2026-01-09')]).toEqual([]);
    expect([...levelsOn(then, '2026-05-31')]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...levelsOn(then, '2026-06-01')]).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    // What begins on the same day is replaced.
    const again = withAssessed(then, { on: '2026-06-01', skills: [{ skillId: 'a', level: 2 }] }, 'boss', '2026-12-02');
    expect(again.assessed).toHaveLength(3);
    expect(levelsOn(again, '2026-12-02').get('a')).toBe(2);
  });

  it('are assessed in any order of days with the same result', () => {
    const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: 4 }), (order) => {
        const all = order.reduce(
          (had, on) => withAssessed(had, { on, skills: [{ skillId: 'a', level: days.indexOf(on) + 1 }] }, 'x', '2026-12-02'),
          nobody,
        );
        expect(days.map((day) => levelsOn(all, day).get('a'))).toEqual([1, 2, 3, 4]);
      }),
    );
  });

  it('are refused of a day to come, and twice', () => {
    expect(codeOf(() => withAssessed(nobody, { on: '2026-12-03', skills: [{ skillId: 'a', level: 1 }] }, 'x', '2026-12-02'))).toBe(
      'skill.future',
    );
    const twice = [
      { skillId: 'a', level: 1 },
      { skillId: 'a', level: 2 },
    ];
    expect(codeOf(() => withAssessed(nobody, { on: '2026-12-02', skills: twice }, 'x', '2026-12-02'))).toBe('skill.twice');
    expect(codeOf(() => withRequirement(undefined, { position: 'P', from: '2026-01-01', skills: twice }))).toBe('skill.twice');
  });

  it('lack what the position asks for beyond them: no level is none, more is no gap', () => {
    const wanted = withRequirement(undefined, {
      position: 'Dependienta',
      from: '2026-01-01',
      skills: [
        { skillId: 'a', level: 3 },
        { skillId: 'b', level: 2 },
        { skillId: 'c', level: 1 },
      ],
    });
    const levels = new Map([
      ['a', 1],
      ['c', 4],
      ['d', 2],
    ]);
    expect(skillCells(['a', 'b', 'c', 'd', 'e'], levels, requiredOn(wanted, '2026-06-01'))).toEqual([
      { skillId: 'a', level: 1, required: 3, gap: 2 },
      { skillId: 'b', required: 2, gap: 2 },
      { skillId: 'c', level: 4, required: 1, gap: 0 },
      { skillId: 'd', level: 2, gap: 0 },
    ]);
    expect([...requiredOn(wanted, '2025-12-31')]).toEqual([]);
    expect(positionSkillsId('  Jefa de Almacén ')).toBe(positionSkillsId('JEFA DE ALMACEN'));
  });
});

describe('certificates', () => {
  const course = {
    id: 'crs_1',
    rev: 1,
    history: [],
    title: 'Carretillas',
    certifies: true,
    validMonths: 60,
    state: 'offered',
  } satisfies Course & { id: string; rev: number; history: [] };

  it('of a course end with the last day of its months', () => {
    // Five years from 29 February 2024 end on 28 February 2029 (Código Civil art. 5: a month without the day ends with its last).
    expect(certificateOf(course, { employeeId: EMP, name: 'Clara', on: '2024-02-29', number: undefined })).toMatchObject({
      ...{ issuedOn: '2024-02-29', expiresOn: '2029-02-28', tellFrom: '2028-12-30', courseId: 'crs_1' },
    });
    expect(certificateOf(course, { employeeId: EMP, name: 'Clara', on: '2026-01-15', number: 'X' }).expiresOn).toBe('2031-01-14');
    const { validMonths: _, ...forGood } = course;
    expect(certificateOf(forGood, { employeeId: EMP, name: 'Clara', on: '2026-01-15', number: undefined })).not.toHaveProperty('expiresOn');
  });

  it('are told before their end, until they are renewed or closed', () => {
    const own = newCertificate(
      { employeeId: EMP, title: 'Alimentos', issuedOn: '2025-03-03', expiresOn: '2029-03-02', ahead: 30 },
      'Clara',
    );
    expect(own.tellFrom).toBe('2029-01-31');
    expect(StaffCertificates.open?.(own, 'sct_1')).toEqual({ queue: 'deadline', sort: '2029-01-31#sct_1' });
    expect(StaffCertificates.open?.({ ...own, renewedBy: 'sct_2' }, 'sct_1')).toBeUndefined();
    expect(StaffCertificates.open?.({ ...own, closed: { by: 'x', on: '2026-01-01' } }, 'sct_1')).toBeUndefined();
    expect(['2029-03-02', '2029-03-03'].map((day) => staffCertificateState(own, day))).toEqual(['valid', 'expired']);
    expect(codeOf(() => newCertificate({ employeeId: EMP, title: 'X', issuedOn: '2026-02-02', expiresOn: '2026-02-01' }, 'C'))).toBe(
      'certificate.dates',
    );
  });
});

it('a course that is ordered is cancelled by whoever orders courses alone', () => {
  const planned = {
    id: 'enr_1',
    rev: 1,
    history: [],
    ...newEnrolment({ id: 'crs_1', title: 'X', cost: 12000 }, { employeeId: EMP, name: 'C' }, { on: '2027-01-18' }),
  };
  const ordered: StoredEnrolment = { ...planned, state: 'ordered' };
  expect(enrolmentActions.cancelEnrolment(planned)).toBeUndefined();
  expect(enrolmentActions.cancelEnrolment(ordered)?.code).toBe('enrolment.ordered_by_others');
  expect(enrolmentActions.cancelEnrolment({ ...ordered, sets: true })).toBeUndefined();
  expect(enrolmentActions.completeEnrolment({ ...ordered, state: 'done' })?.code).toBe('enrolment.ended');
});

it('a template orders courses by the machine, as often as there are any, and each says what', () => {
  const task = (key: string, more: object) => ({
    key,
    title: key,
    owner: 'machine' as const,
    due: { days: 0, unit: 'days' as const },
    evidence: 'none' as const,
    after: [],
    act: 'course' as const,
    ...more,
  });
  const sound = (...tasks: ReturnType<typeof task>[]) => codeOf(() => requireSoundTemplate({ flow: 'joining', tasks: tasks as never }));
  const courseIds = ['crs_01JDG8ZK5T7QWERTY2MNPQRSTV'];
  expect(sound(task('a', { courseIds }), task('b', { courseIds }))).toBe('passes');
  expect(sound(task('a', {}))).toBe('onboarding_template.act');
  expect(sound(task('a', { courseIds, owner: 'manager' }))).toBe('onboarding_template.act');
  expect(sound(task('a', { courseIds, act: 'welcome' }))).toBe('onboarding_template.act');
});
