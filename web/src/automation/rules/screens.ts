import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBolt } from '../../ui/icons.ts';

export default {
  area: 'company',
  menu: [{ id: 'automation', to: '/automation/rules', icon: IconBolt, needs: 'listRules', at: 8 }],
  commands: [{ id: 'newRule', icon: IconBolt, needs: 'createRule', of: '/automation/rules' }],
  routes: {
    '/automation/rules': () => import('./rule-list.tsx'),
    '/automation/rules/new': () => import('./rule-editor.tsx'),
    '/automation/rules/$ruleId': () => import('./rule-record.tsx'),
    '/automation/rules/$ruleId/edit': () => import('./rule-editor.tsx'),
    '/automation/mails': () => import('./mail-stops.tsx'),
    '/automation/runs': () => import('./run-list.tsx'),
    '/automation/runs/$runId': () => import('./run-record.tsx'),
  },
} satisfies ModuleScreens;
