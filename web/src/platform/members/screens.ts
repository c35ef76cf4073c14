import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconUserPlus } from '../../ui/icons.ts';

export default {
  area: 'company',
  commands: [{ id: 'inviteMember', icon: IconUserPlus, needs: 'inviteMember', of: '/settings/members' }],
  settings: [
    { id: 'members', to: '/settings/members', needs: 'listMembers', at: 7 },
    { id: 'roles', to: '/settings/roles', needs: 'listRoles', at: 8 },
  ],
  routes: {
    '/settings/members': () => import('./member-list.tsx'),
    '/settings/members/new': () => import('./new-member.tsx'),
    '/settings/members/$memberId': () => import('./member-record.tsx'),
    '/settings/roles': () => import('./roles.tsx'),
  },
} satisfies ModuleScreens;
