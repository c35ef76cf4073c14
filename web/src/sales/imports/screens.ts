import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileUpload } from '../../ui/icons.ts';

export default {
  area: 'sales',
  menu: [{ id: 'imports', to: '/imports', icon: IconFileUpload, needs: 'listImports', keys: 'm', at: 5 }],
  commands: [{ id: 'newImport', icon: IconFileUpload, needs: 'createImport', of: '/imports', quick: 4 }],
  routes: {
    '/imports': () => import('./import-list.tsx'),
    '/imports/new': () => import('./new-import.tsx'),
    '/imports/$importId': () => import('./import-record.tsx'),
    '/imports/$importId/rows': () => import('./import-rows.tsx'),
  },
} satisfies ModuleScreens;
