import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconListNumbers } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [{ id: 'bankRules', to: '/banking/rules', icon: IconListNumbers, needs: 'listBankRules', at: 11 }],
  commands: [{ id: 'newBankRule', icon: IconListNumbers, needs: 'createBankRule', to: '/banking/rules/new', of: '/banking/rules' }],
  routes: {
    '/banking/rules': () => import('./bank-rule-list.tsx'),
    '/banking/rules/new': () => import('./bank-rule-dialog.tsx'),
    '/banking/rules/$ruleId': () => import('./bank-rule-record.tsx'),
  },
} satisfies ModuleScreens;
