import { EquipmentItems } from '#domain/hr/equipment/equipment.ts';
import type { Onboarding } from '#domain/hr/onboarding/onboarding.ts';
import { isOfEquipment, type StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { Employees, employeeActions } from '#domain/hr/people/employee.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { handOverChanges, holdingsOf, takeBackChanges } from '../equipment/holding-store.ts';

interface Told {
  readonly equipmentIds?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly today: IsoDate;
  readonly newId: (prefix: string, part: string) => string;
}
const FIELD = 'body.equipmentIds';
const wrong = (message: string) => invalid('onboarding_task.equipment', message, FIELD);

/**
 * What a task that is told as done does with equipment, today: hands it to whoever comes, takes it back of whoever leaves.
 * @throws DomainError `onboarding_task.equipment` (400) where what is named is nothing of this task, `onboarding_task.equipment_out` (422)
 * where whoever leaves would keep some, and those of the equipment itself.
 */
export async function equipmentChanges(records: Records, task: StoredTask, { flow }: Onboarding, told: Told): Promise<Change[]> {
  const ids = [...new Set(told.equipmentIds ?? [])];
  if (!isOfEquipment(task)) {
    if (ids.length > 0) throw wrong('This task is about no equipment: leave it out.');
    return [];
  }
  return flow === 'leaving' ? takenBack(records, task, ids, told) : handedOver(records, task, ids, told);
}

const thingsOf = (records: Records, ids: readonly string[]) => Promise.all(ids.map((id) => records.getOrThrow(EquipmentItems, id, FIELD)));

async function handedOver(records: Records, { employeeId }: StoredTask, ids: readonly string[], { today, text, newId }: Told) {
  if (ids.length === 0) throw wrong('Name what is handed over: it must be available.');
  const [employee, things] = await Promise.all([records.getOrThrow(Employees, employeeId), thingsOf(records, ids)]);
  throwIf(employeeActions.patchEmployee(employee));
  const step = { on: today, today, condition: text?.slice(0, 200), field: FIELD };
  return things.flatMap((thing) => handOverChanges(thing, employee, newId('eqh', thing.id), step));
}

async function takenBack(records: Records, { employeeId }: StoredTask, ids: readonly string[], { today, text }: Told) {
  const [things, holdings] = await Promise.all([thingsOf(records, ids), holdingsOf(records, employeeId)]);
  const foreign = things.find((thing) => thing.employeeId !== employeeId);
  if (foreign) throw wrong(`${foreign.name} is not with this person: leave it out.`);
  const out = holdings.filter(({ until, equipmentId }) => until === undefined && !ids.includes(equipmentId));
  if (out.length > 0) {
    const named = out.map(({ name, number }) => `${name} (${number})`).join(', ');
    throw refused('onboarding_task.equipment_out', `They still have ${named}: take it back, or waive the task and say why.`, FIELD, {
      things: named,
    });
  }
  const step = { on: today, today, condition: text?.slice(0, 200), field: FIELD };
  return (await Promise.all(things.map((thing) => takeBackChanges(records, thing, step)))).flat();
}
