import { Onboardings, type StoredOnboarding } from '#domain/hr/onboarding/onboarding.ts';
import { exemptionEnds, Severances } from '#domain/hr/onboarding/settlement-record.ts';
import { onboardingRow, taskView } from '#domain/hr/onboarding/wire.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { severanceIdOf, tasksOf } from './onboarding-store.ts';

interface World {
  readonly records: Records;
  readonly caller: Caller;
  readonly today: IsoDate;
}

/** Whoever comes was paid a severance less than three years before. */
async function earlierSeverance(records: Records, { flow, employeeId, date }: StoredOnboarding) {
  const file = flow === 'joining' ? await records.get(PersonalFiles, personalFileId(employeeId)) : undefined;
  const last = file && (await records.get(Severances, severanceIdOf(records.tenant, file.taxId)));
  if (!last || last.employeeId === employeeId) return undefined;
  const until = exemptionEnds(last.date);
  return date <= until ? { date: last.date, until } : undefined;
}

/** An onboarding with its tasks; what was paid to them before, for whom may see it. */
export async function onboardingView(onboarding: StoredOnboarding, { records, caller, today }: World) {
  const [tasks, severance] = await Promise.all([
    tasksOf(records, onboarding),
    mayFor(caller, 'people.personal', onboarding, Onboardings) ? earlierSeverance(records, onboarding) : undefined,
  ]);
  return {
    ...onboardingRow(onboarding, today),
    tasks: tasks.map((task) => taskView(task, today)),
    ...(severance ? { severance } : {}),
  };
}
