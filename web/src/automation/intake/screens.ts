import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileUpload } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [{ id: 'documents', to: '/documents', icon: IconFileUpload, needs: 'listDocuments', at: 0 }],
  routes: {
    '/documents': () => import('./document-list.tsx'),
    '/documents/$documentId': () => import('./document-record.tsx'),
  },
} satisfies ModuleScreens;
