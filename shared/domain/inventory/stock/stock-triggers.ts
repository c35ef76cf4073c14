import type { RecordType } from '#kernel/record.ts';
import { trigger } from '#kernel/trigger.ts';
import { available, Stocks } from './stock.ts';
import { type Warehouse, Warehouses } from './warehouse.ts';

/** What stock comes to. */
export const stockTriggers = [
  trigger({
    name: 'stock.level',
    type: Stocks,
    at: ({ history }) => history.at(-1)?.at,
    fields: {
      available: { type: 'number', of: (stock) => available(stock) },
      onHand: { type: 'number', of: ({ onHand }) => onHand },
      code: { type: 'text', of: ({ code }) => code },
      item: { type: 'text', of: ({ name }) => name },
      warehouse: { type: 'text', of: ({ warehouse }) => warehouse },
      value: { type: 'money', of: ({ value }) => value },
    },
    edge: true,
    daily: { buckets: Warehouses as RecordType<never>, bucketOf: (warehouse: Warehouse) => warehouse.code },
  }),
];
