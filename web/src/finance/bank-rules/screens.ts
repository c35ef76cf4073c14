import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconHistory, IconListNumbers } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [
    { id: 'bankRules', to: '/banking/rules', icon: IconListNumbers, needs: 'listBankRules', at: 12 },
    { id: 'bankHabits', to: '/banking/habits', icon: IconHistory, needs: 'listBankHabits', at: 13 },
  ],
  commands: [
    { id: 'bankRuleOffers', icon: IconListNumbers, needs: 'listRuleOffers', to: '/banking/rules/offers', of: '/banking/rules' },
    { id: 'newBankRule', icon: IconListNumbers, needs: 'createBankRule', of: '/banking/rules' },
  ],
  routes: {
    '/banking/habits': () => import('./bank-habit-list.tsx'),
    '/banking/rules': () => import('./bank-rule-list.tsx'),
    '/banking/rules/offers': () => import('./rule-offers.tsx'),
    '/banking/rules/new': () => import('./bank-rule-dialog.tsx'),
    '/banking/rules/$ruleId': () => import('./bank-rule-record.tsx'),
  },
} satisfies ModuleScreens;
