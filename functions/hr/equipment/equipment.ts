import { equipment as table } from '#api/hr/equipment.ts';
import { FixedAssets } from '#domain/finance/assets/fixed-asset.ts';
import {
  type Equipment,
  EquipmentItems,
  EquipmentNumbers,
  equipmentActions,
  equipmentNumberId,
  equipmentView,
  type StoredEquipment,
} from '#domain/hr/equipment/equipment.ts';
import { Employees, employeeActions, nameOf } from '#domain/hr/people/employee.ts';
import { conflict, throwIf } from '#kernel/errors.ts';
import { type Change, create, createNext, remove, update } from '#kernel/record.ts';
import { edit } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { handOverChanges, takeBackChanges } from './holding-store.ts';

const { actions } = table;
const inPath = ({ equipmentId }: { readonly equipmentId: string }) => equipmentId;

/** The number becomes this thing's, and what it had before is free. @throws DomainError `equipment.number_taken` (409). */
async function numberChanges(records: Records, equipmentId: string, has: string, had?: string): Promise<Change[]> {
  const [id, old] = [equipmentNumberId(has), had && equipmentNumberId(had)];
  if (id === old) return [];
  const [taken, before] = await Promise.all([records.get(EquipmentNumbers, id), old ? records.get(EquipmentNumbers, old) : undefined]);
  if (taken)
    throw conflict('equipment.number_taken', 'Another thing has this number: look whether it was entered already.', 'body.number', {
      id: taken.equipmentId,
    });
  return [createNext(EquipmentNumbers, id, { equipmentId }), ...(before ? [remove(EquipmentNumbers, before)] : [])];
}

const requireAsset = async (records: Records, assetId: string | null | undefined): Promise<void> => {
  if (assetId) await records.getOrThrow(FixedAssets, assetId, 'body.assetId');
};

/** With the name of who has it. */
const shown = async (equipment: StoredEquipment, { records }: { readonly records: Records }) => {
  const holder = equipment.employeeId ? await records.get(Employees, equipment.employeeId) : undefined;
  return equipmentView(equipment, holder && nameOf(holder));
};

export const createEquipment = command(
  actions.createEquipment,
  creates(EquipmentItems, 'eqp'),
  async ({ body, records, newId }) => {
    await requireAsset(records, body.assetId);
    const id = newId('eqp');
    return [create<Equipment>(EquipmentItems, id, { ...body, state: 'available' }), ...(await numberChanges(records, id, body.number))];
  },
  shown,
);

export const patchEquipment = command(
  actions.patchEquipment,
  on(EquipmentItems, inPath),
  async ({ body, records }, before) => {
    throwIf(equipmentActions.patchEquipment(before));
    await requireAsset(records, body.assetId);
    const numbers = body.number === undefined ? [] : await numberChanges(records, before.id, body.number, before.number);
    const edited = edit(EquipmentItems, before, body);
    return 'rev' in edited ? edited : [...edited, ...numbers];
  },
  shown,
);

export const handOverEquipment = command(
  actions.handOverEquipment,
  on(EquipmentItems, inPath),
  async ({ body, records, newId, today }, before) => {
    const employee = await records.getOrThrow(Employees, body.employeeId, 'body.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    return handOverChanges(before, employee, newId('eqh'), { ...body, today });
  },
  shown,
);

export const takeBackEquipment = command(
  actions.takeBackEquipment,
  on(EquipmentItems, inPath),
  ({ body, records, today }, before) => takeBackChanges(records, before, { ...body, today }),
  shown,
);

export const retireEquipment = command(
  actions.retireEquipment,
  on(EquipmentItems, inPath),
  ({ body: { reason }, caller, today }, before) => {
    throwIf(equipmentActions.retireEquipment(before));
    const retired = { by: caller.email, on: today, reason };
    return [update<Equipment>(EquipmentItems, before, { ...before, state: 'retired', retired })];
  },
  shown,
);
