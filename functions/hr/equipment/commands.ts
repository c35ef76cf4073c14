import { equipment } from '#api/hr/equipment.ts';
import { serveModule } from '../../platform/service.ts';
import { createEquipment, handOverEquipment, patchEquipment, retireEquipment, takeBackEquipment } from './equipment.ts';

export const handler = serveModule(equipment, {
  createEquipment,
  patchEquipment,
  handOverEquipment,
  takeBackEquipment,
  retireEquipment,
});
