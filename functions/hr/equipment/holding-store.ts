import {
  type Equipment,
  EquipmentHoldings,
  EquipmentItems,
  equipmentActions,
  requireDayOf,
  type StoredEquipment,
  type StoredHolding,
} from '#domain/hr/equipment/equipment.ts';
import type { StoredEmployee } from '#domain/hr/people/employee.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Changes, create, update } from '#kernel/record.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** All that an employee has and had, the first first. */
export const holdingsOf = (records: Records, employeeId: string): Promise<StoredHolding[]> =>
  Array.fromAsync(openRecords(records, EquipmentHoldings, employeeId));

interface Step {
  readonly on: IsoDate;
  readonly today: IsoDate;
  readonly condition?: string | undefined;
  /** The field of the request that tells the day. */
  readonly field?: string;
}

/** @throws DomainError `equipment.retired`, `equipment.held` (422), `equipment.future`, `equipment.dates` (400). */
export function handOverChanges(
  before: StoredEquipment,
  employee: StoredEmployee,
  holdingId: string,
  { on, today, condition, field }: Step,
): Changes<Equipment> {
  throwIf(equipmentActions.handOverEquipment(before));
  requireDayOf(before, on, today, field);
  const { condition: _, ...rest } = before;
  const said = condition === undefined ? {} : { condition };
  return [
    update<Equipment>(EquipmentItems, before, {
      ...{ ...rest, ...said },
      ...{ state: 'handed-over', employeeId: employee.id, since: on, holdingId },
    }),
    create(EquipmentHoldings, holdingId, {
      ...{ equipmentId: before.id, name: before.name, number: before.number, employeeId: employee.id, from: on },
      ...said,
    }),
  ];
}

/** @throws DomainError `equipment.retired`, `equipment.not_held` (422), `equipment.future`, `equipment.dates` (400). */
export async function takeBackChanges(
  records: Records,
  before: StoredEquipment,
  { on, today, condition, field }: Step,
): Promise<Changes<Equipment>> {
  throwIf(equipmentActions.takeBackEquipment(before));
  requireDayOf(before, on, today, field);
  const holding = await records.getOrThrow(EquipmentHoldings, before.holdingId ?? '');
  const { condition: _, employeeId: __, since: ___, holdingId: ____, ...rest } = before;
  return [
    update<Equipment>(EquipmentItems, before, {
      ...{ ...rest, state: 'available', backOn: on },
      ...(condition === undefined ? {} : { condition }),
    }),
    update(EquipmentHoldings, holding, { ...holding, until: on, ...(condition === undefined ? {} : { conditionBack: condition }) }),
  ];
}
