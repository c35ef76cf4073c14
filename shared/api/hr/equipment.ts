import * as z from 'zod/mini';
import {
  EQUIPMENT_STATES,
  EquipmentHoldingView,
  EquipmentInput,
  EquipmentView,
  equipmentActions,
  HandOver,
  PatchEquipment,
  TakeBack,
} from '#domain/hr/equipment/equipment.ts';
import { defineModule } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { writtenText } from '#kernel/written-text.ts';
import { withActions } from '../flow.ts';

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const EquipmentPath = z.strictObject({ equipmentId: idWith('eqp') });
const NONE = 'equipment.not_found';
const DAYS = ['equipment.future', 'equipment.dates'] as const;
const step = { permission: 'people.write', path: EquipmentPath, output: EquipmentView, status: 200 } as const;

export const equipment = defineModule(
  'hr/equipment',
  { title: 'Equipment of employees' },
  {
    createEquipment: {
      route: 'POST /equipment',
      summary: 'Enter a thing that is handed to employees',
      permission: 'people.write',
      body: EquipmentInput,
      output: EquipmentView,
      errors: ['equipment.number_taken', 'fixed-asset.not_found'],
      example: { body: { type: 'laptop', name: 'Portátil 14"', number: 'LT-0042' } },
    },
    patchEquipment: {
      route: 'PATCH /equipment/{equipmentId}',
      summary: 'Correct what was entered of a thing',
      description: 'Null clears what may be absent.',
      permission: 'people.write',
      path: EquipmentPath,
      body: PatchEquipment,
      output: EquipmentView,
      errors: [NONE, 'equipment.number_taken', 'equipment.retired', 'fixed-asset.not_found'],
      example: { body: { note: 'Teclado cambiado' } },
    },
    getEquipment: {
      route: 'GET /equipment/{equipmentId}',
      summary: 'Get a thing, with who has it',
      permission: 'people.read',
      path: EquipmentPath,
      output: withActions(EquipmentView, equipmentActions),
      errors: [NONE],
    },
    listEquipmentItems: {
      route: 'GET /equipment',
      summary: 'List things that are handed to employees by name',
      description:
        'Of those whom the caller may see: what all have, what those below have, or one’s own. Whoever leads people sees too what nobody has.',
      permission: 'people.read',
      query: z.strictObject({
        ...{ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc'), q: searchWords },
        state: z.optional(anyOf(EQUIPMENT_STATES)),
        employeeId: z.optional(idWith('emp')),
      }),
      output: pageOf(EquipmentView),
    },
    handOverEquipment: {
      ...step,
      route: 'POST /equipment/{equipmentId}/handover',
      summary: 'Hand a thing over to an employee',
      body: HandOver,
      errors: [NONE, 'equipment.retired', 'equipment.held', ...DAYS, 'employee.not_found', 'employee.left'],
      example: { body: { employeeId: EMP, on: '2026-11-24', condition: 'Nuevo, con cargador' } },
    },
    takeBackEquipment: {
      ...step,
      route: 'POST /equipment/{equipmentId}/return',
      summary: 'Take a thing back from whoever has it',
      body: TakeBack,
      errors: [NONE, 'equipment.retired', 'equipment.not_held', ...DAYS],
      example: { body: { on: '2026-11-30', condition: 'Sin cargador' } },
    },
    retireEquipment: {
      ...step,
      route: 'POST /equipment/{equipmentId}/retirement',
      summary: 'Retire a thing: it is lost, broken or sold',
      description: 'What somebody has is taken back first.',
      body: z.strictObject({ reason: writtenText(200) }),
      dryRun: true,
      errors: [NONE, 'equipment.retired', 'equipment.held'],
      example: { body: { reason: 'Pantalla rota' } },
    },
    listEquipmentHoldings: {
      route: 'GET /equipment/{equipmentId}/holdings',
      summary: 'List who had a thing, and from when to when, the last first',
      permission: 'people.read',
      path: EquipmentPath,
      query: z.strictObject(pageQuery),
      output: pageOf(EquipmentHoldingView),
      errors: [NONE],
    },
    listEmployeeEquipment: {
      route: 'GET /equipment/employees/{employeeId}',
      summary: 'List what an employee has and had, the last first',
      permission: 'people.read',
      path: z.strictObject({ employeeId: idWith('emp') }),
      output: z.object({ items: z.array(EquipmentHoldingView) }),
      errors: ['employee.not_found'],
    },
  },
);
