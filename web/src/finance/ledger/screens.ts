import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBook2, IconCalendarCheck, IconListNumbers, IconScale } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [
    { id: 'trialBalance', to: '/trial-balance', icon: IconScale, needs: 'getTrialBalance', keys: 'b', at: 1 },
    { id: 'journal', to: '/journal', icon: IconBook2, needs: 'listEntries', keys: 'j', at: 2 },
    { id: 'accounts', to: '/accounts', icon: IconListNumbers, needs: 'listAccounts', keys: 'p', at: 3 },
    { id: 'periods', to: '/periods', icon: IconCalendarCheck, needs: 'listPeriods', keys: 't', at: 4 },
  ],
  commands: [{ id: 'postEntry', icon: IconBook2, needs: 'postEntry', of: '/journal' }],
  routes: {
    '/trial-balance': () => import('./trial-balance.tsx'),
    '/accounts': () => import('./account-list.tsx'),
    '/accounts/$code': () => import('./account-ledger.tsx'),
    '/journal': () => import('./journal.tsx'),
    '/journal/new': () => import('./new-entry.tsx'),
    '/journal/$entryId': () => import('./entry-record.tsx'),
    '/periods': () => import('./periods.tsx'),
  },
} satisfies ModuleScreens;
