import { expect, test } from 'vitest';
import { addWorkdays, monthEndOf, monthsLater } from '#domain/hr/onboarding/due-date.ts';
import { filingsCsv } from '#domain/hr/onboarding/filing.ts';
import { machineTurns, type Onboarding, plannedTasks, withProgress } from '#domain/hr/onboarding/onboarding.ts';
import { isReminded, stepsUp } from '#domain/hr/onboarding/reminder.ts';
import { exemptionEnds } from '#domain/hr/onboarding/settlement-record.ts';
import { DUTIES } from '#domain/hr/onboarding/statutory-es.ts';
import { type OnboardingTemplate, requireSoundTemplate, STANDARD, templateFor } from '#domain/hr/onboarding/template.ts';
import { thrownBy } from '../../../support/thrown.ts';

test.each([
  // 5, 6, 12 and 13 are a weekend, 8 December is a holiday.
  ['2026-12-01', 10, [], '2026-12-16'],
  ['2026-12-01', 10, ['2026-12-07'], '2026-12-17'],
  ['2026-12-09', -1, [], '2026-12-07'],
  ['2026-12-09', -1, ['2026-12-07'], '2026-12-04'],
  ['2026-12-05', 0, [], '2026-12-05'],
] as const)('%s and %i working days, without %j: %s', (from, days, closed, day) => {
  expect(addWorkdays(from, days, closed)).toBe(day);
});

test('months end on the day before the same day, or on the last of a month without it', () => {
  expect(monthsLater('2026-12-15', 2)).toBe('2027-02-14');
  expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28');
  expect(monthsLater('2026-12-01', 6)).toBe('2027-05-31');
  expect([monthEndOf('2026-02-03'), monthEndOf('2026-12-31')]).toEqual(['2026-02-28', '2026-12-31']);
  expect(exemptionEnds('2026-08-31')).toBe('2029-08-31');
});

const facts = { date: '2026-12-01', holidays: [] };
test('the terms of the law, from the first day and from the last', () => {
  const due = (id: keyof typeof DUTIES, more: object = {}) => DUTIES[id].due({ ...facts, ...more });
  expect(due('affiliation')).toBe('2026-11-30');
  expect(due('prevention')).toBe('2026-12-01');
  expect(due('contract')).toBe('2026-12-16');
  expect(due('basic-copy')).toBe('2026-12-11');
  expect(due('form-145')).toBe('2026-12-31');
  expect([due('trial'), due('trial', { trialMonths: 2 })]).toEqual([undefined, '2027-01-31']);
  expect([due('deregistration'), due('company-certificate')]).toEqual(['2026-12-04', '2026-12-11']);
});

test('notice is given of objective dismissals, and of the end of what was temporary and lasted over a year', () => {
  const notice = (more: object) => DUTIES.notice.due({ ...facts, ...more });
  expect(notice({ cause: 'objective' })).toBe('2026-11-16');
  expect(notice({ cause: 'resignation' })).toBeUndefined();
  const ends = { cause: 'end-of-term', contract: 'temporary' };
  expect(notice({ ...ends, since: '2025-11-01' })).toBe('2026-11-16');
  expect(notice({ ...ends, since: '2026-06-01' })).toBeUndefined();
});

const onboarding = {
  ...{
    flow: 'joining',
    employeeId: 'emp_A',
    employeeName: 'Ana Vega',
    position: 'Ventas',
    date: '2026-12-09',
    holidays: [],
    roles: ['employee'],
  },
  ...{ state: 'running', taskIds: [], done: 0, total: 0 },
} satisfies Onboarding;
const planned = () => plannedTasks({ onboarding, onboardingId: 'onb_A', tasks: STANDARD.joining, managerId: undefined });

test('what is to be done has all duties of the law, whatever the template; who has no manager leaves theirs to HR', () => {
  const keys = plannedTasks({ onboarding, onboardingId: 'onb_A', tasks: [], managerId: 'emp_B' }).map(({ key }) => key);
  expect(keys).toEqual(['affiliation', 'prevention', 'basic-copy', 'contract', 'form-145']);
  expect(planned().find(({ key }) => key === 'first-day')?.owner).toBe('role:hr');
  expect(planned().find(({ key }) => key === 'bank-account')?.owner).toBe('emp_A');
});

test('the machine waits for approval, for its day, and for what comes before', () => {
  const turns = (tasks: ReturnType<typeof planned>) => machineTurns(onboarding, tasks).map(({ task, at }) => [task.key, at]);
  expect(turns(planned())).toEqual([]);
  const approved = planned().map((task) => (task.act === 'invite' ? { ...task, approved: { by: 'a', at: 'b' } } : task));
  expect(turns(approved)).toEqual([['invite', '2026-12-07T07:00:00.000Z']]);
  const invited = approved.map((task) => (task.act === 'invite' ? { ...task, state: 'done' as const } : task));
  expect(turns(invited)).toEqual([['welcome', '2026-12-07T07:00:00.000Z']]);
});

test('an onboarding is done with its last task, and tells the first duty that is not', () => {
  const tasks = planned();
  expect(withProgress(onboarding, tasks)).toMatchObject({ state: 'running', done: 0, total: 12, dutyDue: '2026-12-08' });
  const done = tasks.map((task) => ({ ...task, state: 'done' as const }));
  const after = withProgress(onboarding, done);
  expect([after.state, after.done, after.dutyDue]).toEqual(['done', 12, undefined]);
  expect(withProgress({ ...onboarding, state: 'withdrawing' }, done).state).toBe('withdrawing');
  expect(withProgress({ ...onboarding, state: 'withdrawing', compensated: true }, done).state).toBe('withdrawn');
});

test('the template that says most of somebody is theirs', () => {
  const template = (name: string, more: object = {}) =>
    ({ name, flow: 'joining', holidays: [], roles: [], tasks: [], ...more }) as OnboardingTemplate;
  const templates = [
    template('Todos'),
    template('Ventas', { position: 'ventas' }),
    template('Ventas en Vigo', { position: 'Ventas', workplace: 'Vigo' }),
    template('Bajas', { flow: 'leaving', position: 'Ventas', workplace: 'Vigo' }),
  ];
  const of = (more: object) => templateFor(templates, { flow: 'joining', position: 'Ventas', ...more })?.name;
  expect([of({}), of({ workplace: 'Vigo' }), of({ position: 'Caja' })]).toEqual(['Ventas', 'Ventas en Vigo', 'Todos']);
});

test('a template that cannot be carried out is refused', () => {
  const task = { key: 'a', title: 'A', owner: 'manager', due: { days: 0, unit: 'days' }, evidence: 'none', after: [] as string[] } as const;
  const code = (...tasks: object[]) => thrownBy(() => requireSoundTemplate({ flow: 'joining', tasks: tasks as never }))[0];
  expect(code(task, { ...task, key: 'b', after: ['a'] })).toBe('passes');
  expect(code(task, task)).toBe('onboarding_template.key');
  expect(code({ ...task, after: ['a'] })).toBe('onboarding_template.after');
  expect(code({ ...task, act: 'close-access', owner: 'machine' })).toBe('onboarding_template.act');
  expect(code({ ...task, owner: 'machine' })).toBe('onboarding_template.act');
  expect(code({ ...task, act: 'invite' })).toBe('onboarding_template.act');
});

test('who is late is reminded every third working day, and one further up is told every fifth', () => {
  const task = { ...planned()[0], due: '2026-12-01', owner: 'role:hr' } as ReturnType<typeof planned>[number];
  expect([isReminded(task, '2026-12-01', []), isReminded(task, '2026-12-02', [])]).toEqual([false, true]);
  const once = { ...task, reminded: ['2026-12-02'] };
  expect([isReminded(once, '2026-12-04', []), isReminded(once, '2026-12-07', [])]).toEqual([false, true]);
  expect(isReminded({ ...task, owner: 'machine' }, '2026-12-20', [])).toBe(false);
  // Five working days after 1 December: 2, 3, 4, 7, 9.
  expect(['2026-12-07', '2026-12-09', '2026-12-16'].map((day) => stepsUp(task, day, []))).toEqual([0, 1, 2]);
});

test('what a spreadsheet would take for a formula is text, and separators are quoted', () => {
  const csv = filingsCsv([
    {
      office: 'TGSS',
      what: 'affiliation',
      fields: [
        { name: 'A', value: '=1+1' },
        { name: 'B', value: 'x;y' },
      ],
      missing: [],
    },
  ]);
  expect(csv.split('\r\n').slice(1, 3)).toEqual(["TGSS;affiliation;A;'=1+1", 'TGSS;affiliation;B;"x;y"']);
});
