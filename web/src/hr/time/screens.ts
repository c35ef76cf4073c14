import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCalendarCheck, IconClock, IconListNumbers } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [
    { id: 'clock', to: '/time/clock', icon: IconClock, needs: 'getClock', at: 2 },
    { id: 'register', to: '/time/register', icon: IconListNumbers, needs: 'getRegister', at: 3 },
    { id: 'timeApprovals', to: '/time/approvals', icon: IconCalendarCheck, needs: 'approveClockCorrection', at: 4 },
  ],
  routes: {
    '/time/clock': () => import('./clock-screen.tsx'),
    '/time/register': () => import('./register-screen.tsx'),
    '/time/approvals': () => import('./approvals-screen.tsx'),
  },
} satisfies ModuleScreens;
