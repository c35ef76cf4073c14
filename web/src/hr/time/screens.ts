import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconAdjustments, IconBell, IconCalendar, IconCalendarCheck, IconClock, IconListNumbers, IconNote } from '../../ui/icons.ts';

export default {
  area: 'time',
  menu: [
    { id: 'clock', to: '/time/clock', icon: IconClock, needs: 'getClock', at: 4 },
    { id: 'register', to: '/time/register', icon: IconListNumbers, needs: 'getRegister', at: 20 },
    { id: 'leave', to: '/time/leave', icon: IconNote, needs: 'listLeaves', at: 5 },
    { id: 'teamCalendar', to: '/time/calendar', icon: IconCalendar, needs: 'getTeamCalendar', at: 22 },
    { id: 'deadlines', to: '/time/deadlines', icon: IconBell, needs: 'listStaffDeadlines', at: 23 },
    { id: 'timeApprovals', to: '/time/approvals', icon: IconCalendarCheck, needs: 'listClockCorrections', at: 21 },
    { id: 'workPlan', to: '/time/plan', icon: IconCalendar, needs: 'getWorkPlan', at: 24 },
    { id: 'timeSetup', to: '/time/setup', icon: IconAdjustments, needs: 'putWorkCalendar', at: 25 },
  ],
  commands: [{ id: 'newLeave', icon: IconNote, needs: 'requestLeave', of: '/time/leave' }],
  routes: {
    '/time/clock': () => import('./clock-screen.tsx'),
    '/time/register': () => import('./register-screen.tsx'),
    '/time/leave': () => import('./leave-list.tsx'),
    '/time/leave/new': () => import('./new-leave.tsx'),
    '/time/leave/$leaveId': () => import('./leave-record.tsx'),
    '/time/calendar': () => import('./team-calendar.tsx'),
    '/time/deadlines': () => import('./deadlines-screen.tsx'),
    '/time/plan': () => import('./work-plan-screen.tsx'),
    '/time/setup': () => import('./setup-screen.tsx'),
    '/time/approvals': () => import('./approvals-screen.tsx'),
  },
} satisfies ModuleScreens;
