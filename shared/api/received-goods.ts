import { UnbilledView } from '#domain/finance/received-goods/wire.ts';
import type { ActionSpec } from '#kernel/action.ts';

/** Goods beside the bills that are to come for them. */
export const receivedGoods = {
  getUnbilledReceipts: {
    route: 'GET /payables/unbilled',
    summary: 'List goods that came in and were not billed yet, with their sum beside account 4009',
    description:
      'The 500 oldest lines. `balance` is what 4009 holds: what other documents have put there is told by document, and `difference` is what nothing explains. The figures follow each change within a moment.',
    permission: 'payables.read',
    output: UnbilledView,
  },
} as const satisfies Record<string, ActionSpec>;
