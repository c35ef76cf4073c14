import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBuildingBank, IconFileUpload, IconScale } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [
    { id: 'bankMatching', to: '/banking/matching', icon: IconScale, needs: 'listBankLines', at: 8 },
    { id: 'bankAccounts', to: '/banking/accounts', icon: IconBuildingBank, needs: 'listBankAccounts', at: 9 },
    { id: 'bankStatements', to: '/banking/statements', icon: IconFileUpload, needs: 'listBankStatements', at: 10 },
  ],
  commands: [
    { id: 'newBankAccount', icon: IconBuildingBank, needs: 'createBankAccount', of: '/banking/accounts' },
    { id: 'newBankStatement', icon: IconFileUpload, needs: 'createBankFile', of: '/banking/statements' },
  ],
  routes: {
    '/banking/matching': () => import('./matching.tsx'),
    '/banking/accounts': () => import('./bank-account-list.tsx'),
    '/banking/accounts/new': () => import('./bank-account-dialog.tsx'),
    '/banking/accounts/$bankAccountId': () => import('./bank-account-record.tsx'),
    '/banking/statements': () => import('./bank-statement-list.tsx'),
    '/banking/statements/new': () => import('./bank-statement-upload.tsx'),
    '/banking/statements/$statementId': () => import('./bank-statement-record.tsx'),
    '/banking/statements/$statementId/lines': () => import('./bank-line-list.tsx'),
  },
} satisfies ModuleScreens;
