import { STATUTORY } from '#domain/hr/onboarding/statutory-es.ts';
import { STANDARD } from '#domain/hr/onboarding/template.ts';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { useEmployee } from '../people/employee-picker.tsx';

export type Task = Schemas['Onboarding']['tasks'][number];

/** What the product calls by a key of its own; companies write titles. */
const KNOWN: ReadonlySet<string> = new Set([
  ...STATUTORY,
  ...[...STANDARD.joining, ...STANDARD.leaving].flatMap(({ key, undo }) => [key, ...(undo ? [undo] : [])]),
  ...['undo-affiliation', 'undo-contract', 'undo-deregistration', 'undo-access'],
]);

/** What a task is called. */
export function useTaskTitle(): (task: Pick<Task, 'title'>) => string {
  const t = useT();
  return ({ title }) => (KNOWN.has(title) ? t(`onboarding.tasks.${title}` as 'onboarding.tasks.welcome') : title);
}

/** Whose a task is: a person, everybody of a role, or nobody's, since it is done by itself. */
export function Owner({ owner }: { readonly owner: string }): string {
  const t = useT();
  const { data } = useEmployee(owner.startsWith('emp_') ? owner : undefined);
  if (owner === 'machine') return t('onboarding.machine');
  if (owner.startsWith('role:')) return String(t(`shell.roles.${owner.slice(5)}` as 'shell.roles.hr'));
  return String(data?.name ?? t('onboarding.somebody'));
}
