import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconReportAnalytics, IconTags } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [
    { id: 'dimensions', to: '/dimensions', icon: IconTags, needs: 'listDimensions', at: 12 },
    { id: 'budgets', to: '/budgets', icon: IconReportAnalytics, needs: 'getBudget', at: 13 },
  ],
  routes: { '/dimensions': () => import('./dimensions.tsx'), '/budgets': () => import('./budgets.tsx') },
} satisfies ModuleScreens;
