import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { ROLES } from '#kernel/permission.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { DueRule } from './due-date.ts';
import { ONBOARDING_FLOWS, type OnboardingFlow } from './statutory-es.ts';

/** What a task does by itself or by a step of its own, beside being told as done. */
export const TASK_ACTS = [
  'invite',
  'welcome',
  'course',
  'bank-account',
  'close-access',
  'end-employment',
  'settlement',
  'equipment',
] as const;
export type TaskAct = (typeof TASK_ACTS)[number];
/** What stands as often as there are any. */
const MANY: readonly TaskAct[] = ['course', 'equipment'];
/** What nobody need do: the machine does it on its day. */
export const MACHINE_ACTS: readonly TaskAct[] = ['invite', 'welcome', 'course', 'close-access', 'end-employment'];

export const EVIDENCE = ['none', 'text', 'document'] as const;
/** Whose a task is: who comes or leaves, whoever leads them, everybody of a role, one person, or the machine. */
export const TaskOwner = z.union([
  z.enum(['self', 'manager', 'machine']),
  z
    .string()
    .check(
      z.regex(
        new RegExp(`^(role:(${ROLES.join('|')})|emp_[0-9A-HJKMNP-TV-Z]{26})$`),
        'must be self, manager, machine, role:hr (or another role) or the id of an employee',
      ),
    ),
]);
/** As members have them: a built-in one by name, or one of the company's own by id. */
const RoleName = z.union([z.enum(ROLES), idWith('rol')]);
const Key = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens, such as laptop'));

export const TemplateTask = z.strictObject({
  /** Names it inside its template: what others wait for it by. */
  key: Key,
  title: text(160),
  owner: TaskOwner,
  due: DueRule,
  evidence: z._default(z.enum(EVIDENCE), 'none'),
  /** Keys of tasks that come before it. */
  after: z._default(z.array(Key).check(z.maxLength(10)), []),
  act: z.optional(z.enum(TASK_ACTS)),
  /** What is ordered, of the act `course`. */
  courseIds: z.optional(z.array(idWith('crs')).check(z.minLength(1), z.maxLength(10))),
  /** What has to be done where it was done and somebody does not come after all. */
  undo: z.optional(text(160)),
});
export type TemplateTask = z.output<typeof TemplateTask>;

export const TemplateInput = z.strictObject({
  name: text(80),
  flow: z.enum(ONBOARDING_FLOWS),
  /** Whom it is for: absent, for everybody. */
  position: z.optional(text(80)),
  contract: z.optional(z.enum(['indefinite', 'temporary'])),
  workplace: z.optional(text(80)),
  /** Holidays of the place of work beside the national ones. */
  holidays: z._default(z.array(BusinessDate).check(z.maxLength(40)), []),
  /** What whoever comes may do in the console. */
  roles: z._default(z.array(RoleName).check(z.maxLength(10)), ['employee']),
  tasks: z.array(TemplateTask).check(z.maxLength(25)),
});
export type TemplateInput = z.output<typeof TemplateInput>;
export const OnboardingTemplate = z.extend(storedOf(TemplateInput), { tasks: list(storedOf(TemplateTask)) });
export type OnboardingTemplate = Readonly<z.output<typeof OnboardingTemplate>>;
export type StoredTemplate = Stored<OnboardingTemplate>;

export const OnboardingTemplates = recordType<OnboardingTemplate>({
  kind: 'onboarding-template',
  prefix: 'otp',
  data: OnboardingTemplate,
  history: 'all',
  list: named({ by: (t) => t.name, words: (t) => [t.name, t.position, t.workplace] }),
  summary: (t) => ({ title: t.name, subtitle: [t.position, t.workplace] }),
  screen: '/people/onboarding/templates',
  icon: 'note',
  read: 'people.read',
});

/** Acts by flow: nobody is invited on leaving. */
const ACTS: Readonly<Record<OnboardingFlow, readonly TaskAct[]>> = {
  joining: ['invite', 'welcome', 'course', 'bank-account', 'equipment'],
  leaving: ['close-access', 'end-employment', 'settlement', 'equipment'],
};

/**
 * Whether a template can be carried out. @throws DomainError `onboarding_template.key` where two tasks have one, `.after` where one waits
 * for what does not stand before it, `.act` where an act is of the other flow or twice, or the machine is given what it cannot do (400).
 */
export function requireSoundTemplate({ flow, tasks }: Pick<TemplateInput, 'flow' | 'tasks'>): void {
  const seen = new Set<string>();
  const acts = new Set<TaskAct>();
  for (const [at, { key, after, act, owner, courseIds }] of tasks.entries()) {
    const field = `body.tasks.${at}`;
    if (seen.has(key)) throw invalid('onboarding_template.key', `Two tasks are called ${key}: give each a key.`, `${field}.key`, { key });
    const unknown = after.find((one) => !seen.has(one));
    if (unknown !== undefined)
      throw invalid('onboarding_template.after', `${key} waits for ${unknown}, which does not stand before it.`, `${field}.after`, {
        key,
        after: unknown,
      });
    const machine = act !== undefined && MACHINE_ACTS.includes(act);
    const fits = act === undefined || (ACTS[flow].includes(act) && (MANY.includes(act) || !acts.has(act)));
    if (!fits || (act === 'course') !== (courseIds !== undefined) || (owner === 'machine') !== machine)
      throw invalid(
        'onboarding_template.act',
        `${key}: each act stands once, in the flow that it is of (courses and equipment as often as there are any, courses with what is ordered), and the machine does ${MACHINE_ACTS.join(', ')} and nothing else.`,
        `${field}.act`,
        { key },
      );
    seen.add(key);
    if (act) acts.add(act);
  }
}

const task = (key: string, owner: TemplateTask['owner'], days: number, more: Partial<TemplateTask> = {}): TemplateTask => ({
  ...{ key, title: key, owner, due: { days, unit: 'workdays' as const }, evidence: 'none' as const, after: [] },
  ...more,
});

/** What is done where a company has no template of its own; the console has words for each key. */
export const STANDARD: Readonly<Record<OnboardingFlow, readonly TemplateTask[]>> = {
  joining: [
    task('bank-account', 'self', 5, { act: 'bank-account' }),
    task('sign-contract', 'role:hr', -1, { evidence: 'document' }),
    task('invite', 'machine', -1, { act: 'invite' }),
    task('welcome', 'machine', -1, { act: 'welcome', after: ['invite'] }),
    task('workplace', 'manager', -2, { undo: 'workplace-back' }),
    task('first-day', 'manager', 0, { due: { days: 0, unit: 'days' } }),
    task('policies', 'self', 5, { evidence: 'text' }),
  ],
  leaving: [
    task('handover', 'manager', 0, { due: { days: 0, unit: 'days' }, evidence: 'text' }),
    task('things-back', 'manager', 0, { due: { days: 0, unit: 'days' }, evidence: 'text', act: 'equipment' }),
    task('close-access', 'machine', 0, { due: { days: 0, unit: 'days' }, act: 'close-access' }),
    task('settlement', 'role:payroll', 0, { due: { days: 0, unit: 'days' }, act: 'settlement' }),
    task('end-employment', 'machine', 1, { due: { days: 1, unit: 'days' }, act: 'end-employment' }),
  ],
};

interface Whom {
  readonly flow: OnboardingFlow;
  readonly position: string;
  readonly contract?: string | undefined;
  readonly workplace?: string | undefined;
}
const CRITERIA = ['position', 'contract', 'workplace'] as const;
const same = (a: string | undefined, b: string | undefined): boolean => a?.toLowerCase() === b?.toLowerCase();

/** The template for somebody: of those that fit, that which says most of whom it is for; of several, the first by name. */
export function templateFor<T extends OnboardingTemplate>(templates: readonly T[], whom: Whom): T | undefined {
  const said = (template: T) => CRITERIA.filter((name) => template[name] !== undefined);
  const fitting = templates.filter((one) => one.flow === whom.flow && said(one).every((name) => same(one[name], whom[name])));
  return fitting.toSorted((a, b) => said(b).length - said(a).length || (a.name < b.name ? -1 : 1))[0];
}

export const TemplateView = z.object({ ...TemplateInput.shape, id: z.string(), ...stampFields });
