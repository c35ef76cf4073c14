import type { IsoDate } from '#kernel/date.ts';
import { addWorkdays } from './due-date.ts';
import { isTaskLate, type OnboardingTask } from './onboarding-task.ts';

/** Somebody is reminded on the first working day after a task was due, and every third after that. */
const REMIND_EVERY = 3;
/** Every fifth working day it is told one further up the line. */
const ESCALATE_EVERY = 5;
const MOST_STEPS = 12;

/** Whether whoever has a task is reminded of it today: the machine is not. */
export function isReminded(task: OnboardingTask, today: IsoDate, closed: readonly IsoDate[]): boolean {
  if (!isTaskLate(task, today) || task.owner === 'machine') return false;
  const last = task.reminded?.at(-1);
  return today >= (last === undefined ? addWorkdays(task.due, 1, closed) : addWorkdays(last, REMIND_EVERY, closed));
}

/** How many up the line a late task is told to by today. */
export function stepsUp(task: Pick<OnboardingTask, 'due'>, today: IsoDate, closed: readonly IsoDate[]): number {
  let steps = 0;
  while (steps < MOST_STEPS && addWorkdays(task.due, ESCALATE_EVERY * (steps + 1), closed) <= today) steps += 1;
  return steps;
}

/** What is written to whoever has tasks that are late. In Spanish, as all mails of the company. */
export const taskReminderText = (company: string, employee: string, tasks: readonly Pick<OnboardingTask, 'title' | 'key' | 'due'>[]) => ({
  subject: `Tareas pendientes de ${employee}`,
  text: [
    `Estas tareas de ${employee} han vencido:`,
    '',
    ...tasks.map(({ title, due }) => `- ${title} (${due.split('-').toReversed().join('/')})`),
    '',
    'Las encontrará en la aplicación, en «Mis tareas».',
    '',
    company,
  ].join('\n'),
});
