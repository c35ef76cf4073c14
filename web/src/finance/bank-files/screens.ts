import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileUpload } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [{ id: 'bankFiles', to: '/banking/files', icon: IconFileUpload, needs: 'listBankFiles', at: 11 }],
  routes: {
    '/banking/files': () => import('./bank-file-list.tsx'),
    '/banking/files/$fileId': () => import('./bank-file-record.tsx'),
  },
} satisfies ModuleScreens;
