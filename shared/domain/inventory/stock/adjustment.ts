import { type IsoDate, monthOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';
import type { Entry } from '../../finance/events.ts';

export const ADJUSTMENT_REASONS = ['count', 'damage', 'theft', 'sample', 'other'] as const;

/** A correction of what the count found, with its entry where it changed the value. */
export interface StockAdjustment {
  readonly date: IsoDate;
  readonly itemId: string;
  readonly code: string;
  readonly warehouse: string;
  readonly quantity: Quantity;
  readonly reason: (typeof ADJUSTMENT_REASONS)[number];
  readonly note?: string | undefined;
  /** Change of the stock's value, minor units, signed. */
  readonly value: Minor;
  readonly entry?: Entry;
}

export const StockAdjustments = recordType<StockAdjustment>({
  kind: 'stock-adjustment',
  prefix: 'adj',
  history: 'all',
  list: (a, id) => ({
    bucket: monthOf(a.date),
    sort: `${a.date}#${id}`,
    label: `${a.code} ${a.reason} ${a.note ?? ''}`,
    party: a.itemId,
  }),
});
