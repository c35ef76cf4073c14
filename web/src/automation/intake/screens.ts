import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileUpload, IconTags } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [
    { id: 'documents', to: '/documents', icon: IconFileUpload, needs: 'listDocuments', at: 0 },
    { id: 'learned', to: '/documents/learned', icon: IconTags, needs: 'listLearnedRules', at: 9 },
  ],
  routes: {
    '/documents': () => import('./document-list.tsx'),
    '/documents/learned': () => import('./learned-list.tsx'),
    '/documents/$documentId': () => import('./document-record.tsx'),
  },
} satisfies ModuleScreens;
