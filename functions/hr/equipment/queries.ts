import { equipment as table } from '#api/hr/equipment.ts';
import {
  EquipmentHoldings,
  EquipmentItems,
  equipmentActions,
  equipmentView,
  type StoredEquipment,
  type StoredHolding,
} from '#domain/hr/equipment/equipment.ts';
import { Employees, nameOf } from '#domain/hr/people/employee.ts';
import { stamped } from '#kernel/stamps.ts';
import { type Caller, mayFor, reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';
import { holdingsOf } from './holding-store.ts';

const { actions } = table;

/** What nobody has is seen by whoever leads people: they choose among it. */
const sees = (caller: Caller, one: StoredEquipment): boolean =>
  mayFor(caller, 'people.read', one, EquipmentItems) || (one.state === 'available' && caller.grants.get('people.read') === 'team');

/** The names of those who have or had things, by id. */
async function namesIn(
  records: Records,
  of: readonly { readonly employeeId?: string | undefined }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(of.flatMap(({ employeeId }) => employeeId ?? []))];
  const found = await records.getMany(Employees, ids);
  return new Map(found.flatMap((one) => (one ? [[one.id, nameOf(one)] as const] : [])));
}

const holdingViews = async (records: Records, holdings: readonly StoredHolding[]) => {
  const names = await namesIn(records, holdings);
  return holdings.map((one) => ({ ...stamped(one), holder: names.get(one.employeeId) ?? '' }));
};

export const getEquipment = query(
  actions.getEquipment,
  ({ path }) => ({ equipment: required(EquipmentItems, path.equipmentId, 'path.equipmentId') }),
  async ({ equipment, records, caller }) => {
    if (!sees(caller, equipment)) throw notFound(EquipmentItems.kind, equipment.id, 'path.equipmentId');
    const names = await namesIn(records, [equipment]);
    return {
      ...equipmentView(equipment, names.get(equipment.employeeId ?? '')),
      actions: actionsOf(caller, actions, equipmentActions, equipment),
    };
  },
);

export const listEquipmentItems = query(
  actions.listEquipmentItems,
  async ({ query: { employeeId, state, q, ...page }, records, caller }) => {
    const where = (one: StoredEquipment) =>
      sees(caller, one) &&
      (state === undefined || state.includes(one.state)) &&
      (employeeId === undefined || one.employeeId === employeeId);
    const found = await listRecords(records, EquipmentItems, { ...page, buckets: ['all'], words: q, where });
    const names = await namesIn(records, found.items);
    return { ...found, items: found.items.map((one) => equipmentView(one, names.get(one.employeeId ?? ''))) };
  },
);

export const listEquipmentHoldings = query(
  actions.listEquipmentHoldings,
  ({ path }) => ({ equipment: required(EquipmentItems, path.equipmentId, 'path.equipmentId') }),
  async ({ equipment, query: page, records, caller }) => {
    if (!sees(caller, equipment)) throw notFound(EquipmentItems.kind, equipment.id, 'path.equipmentId');
    const where = reachOf(caller, 'people.read', EquipmentHoldings);
    const found = await listRecords(records, EquipmentHoldings, { ...page, buckets: [equipment.id], where });
    return { ...found, items: await holdingViews(records, found.items) };
  },
);

export const listEmployeeEquipment = query(actions.listEmployeeEquipment, async ({ path: { employeeId }, records, caller }) => {
  await reachedEmployee(records, caller, 'people.read', employeeId, 'path.employeeId');
  const found = await holdingsOf(records, employeeId);
  return { items: await holdingViews(records, found.toReversed()) };
});

export const handler = serveModule(table, { getEquipment, listEquipmentItems, listEquipmentHoldings, listEmployeeEquipment });
