import type { OnboardingFlow } from '#domain/hr/onboarding/statutory-es.ts';
import { MACHINE_ACTS, STANDARD, TASK_ACTS, type TemplateInput, type TemplateTask } from '#domain/hr/onboarding/template.ts';
import { normalise } from '#kernel/text.ts';
import type { Schemas } from '../../api/client.ts';

/** A task as its row holds it: `place` keeps it apart from others while it has no title. */
export interface DraftTask extends TemplateTask {
  readonly place: string;
}
export interface TemplateDraft extends Omit<TemplateInput, 'tasks'> {
  readonly tasks: readonly DraftTask[];
}

const placed = (task: TemplateTask): DraftTask => ({ ...task, place: crypto.randomUUID() });

/** A new one begins as what is done where a company has none. */
export const standardDraft = (flow: OnboardingFlow): TemplateDraft => ({
  ...{ name: '', flow, holidays: [], roles: ['employee'] },
  tasks: STANDARD[flow].map(placed),
});

export function draftOfTemplate({
  name,
  flow,
  position,
  contract,
  workplace,
  holidays,
  roles,
  tasks,
}: Schemas['OnboardingTemplate']): TemplateDraft {
  return {
    ...{
      name,
      flow,
      holidays: [...(holidays ?? [])],
      roles: [...(roles ?? [])] as TemplateInput['roles'],
      tasks: (tasks as TemplateTask[]).map(placed),
    },
    ...(position ? { position } : {}),
    ...(contract ? { contract } : {}),
    ...(workplace ? { workplace } : {}),
  };
}

export const emptyTask = (): DraftTask =>
  placed({ key: '', title: '', owner: 'role:hr', due: { days: 0, unit: 'workdays' }, evidence: 'none', after: [] });

/** What a title is called by its template: `Entregar botas` → `entregar-botas`. */
const keyOf = (title: string): string =>
  normalise(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'tarea';

/** The keys of the tasks: a task keeps the one it has, and a new one is called by its title; none twice. */
function keysOf(tasks: readonly DraftTask[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const taken = new Set(tasks.map(({ key }) => key).filter((key) => key !== ''));
  for (const { place, key, title } of tasks) {
    let free = key || keyOf(title);
    for (let no = 2; key === '' && taken.has(free); no += 1) free = `${keyOf(title).slice(0, 37)}-${no}`;
    taken.add(free);
    keys.set(place, free);
  }
  return keys;
}

/** The body of a request. What a task waits for, it names by key: tasks that stand after it are left out. */
export function templateBody({ tasks, ...draft }: TemplateDraft): TemplateInput {
  const keys = keysOf(tasks);
  const before = new Set<string>();
  const told = tasks.map(({ place, after, ...task }) => {
    const key = keys.get(place) ?? '';
    const body = { ...task, key, after: after.filter((one) => before.has(one)) };
    before.add(key);
    return body;
  });
  return { ...draft, tasks: told };
}

/** Acts of a flow that no other task of the draft has; equipment, as often as there is any. */
export function actsFor({ flow, tasks }: TemplateDraft, place: string): readonly (typeof TASK_ACTS)[number][] {
  const of = new Set(STANDARD[flow].flatMap(({ act }) => (act ? [act] : [])));
  const others = new Set(tasks.flatMap((task) => (task.place !== place && task.act ? [task.act] : [])));
  const own = tasks.find((task) => task.place === place)?.act;
  return TASK_ACTS.filter((act) => act === own || act === 'equipment' || (of.has(act) && !others.has(act)));
}

/** A task with another act: what the machine does is nobody's, and what it does not is somebody's. */
export function withAct({ act: _, ...task }: DraftTask, act: DraftTask['act']): DraftTask {
  const owner = act && MACHINE_ACTS.includes(act) ? ('machine' as const) : task.owner === 'machine' ? ('role:hr' as const) : task.owner;
  return { ...task, owner, ...(act ? { act } : {}) };
}
