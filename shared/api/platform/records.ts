import { defineModule, type WorkerSpec } from '#kernel/action.ts';

const workers = {
  publishChanges: {
    file: 'publish-changes.event',
    summary: 'Publishes changes of records to the workers that follow them',
    on: { stream: 'changes', batch: 100 },
    grants: ['changes:publish'],
    timeoutSeconds: 60,
  },
} as const satisfies Record<string, WorkerSpec>;

export const recordChanges = defineModule('platform/records', { title: 'Changes of records', workers }, {});
