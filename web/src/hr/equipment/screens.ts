import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconDeviceLaptop } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [{ id: 'equipment', to: '/people/equipment', icon: IconDeviceLaptop, needs: 'listEquipmentItems', at: 43 }],
  commands: [{ id: 'newEquipment', icon: IconDeviceLaptop, needs: 'createEquipment', of: '/people/equipment' }],
  routes: {
    '/people/equipment': () => import('./equipment-list.tsx'),
    '/people/equipment/new': () => import('./new-equipment.tsx'),
    '/people/equipment/$equipmentId': () => import('./equipment-record.tsx'),
  },
} satisfies ModuleScreens;
