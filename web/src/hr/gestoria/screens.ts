import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileCode } from '../../ui/icons.ts';

export default {
  area: 'pay',
  menu: [{ id: 'gestoria', to: '/payroll/gestoria', icon: IconFileCode, needs: 'getPayrollSettings', at: 33 }],
  routes: { '/payroll/gestoria': () => import('./gestoria-screen.tsx') },
} satisfies ModuleScreens;
