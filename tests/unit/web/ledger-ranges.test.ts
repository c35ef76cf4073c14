import { expect, it } from 'vitest';
import { rangeOf } from '../../../web/src/finance/ledger/ranges.ts';

it('names ranges as of a day', () => {
  expect(rangeOf('year', '2026-11-25')).toEqual({ from: '2026-01-01', to: '2026-11-25' });
  expect(rangeOf('month', '2026-11-25')).toEqual({ from: '2026-11-01', to: '2026-11-25' });
  expect(rangeOf('lastMonth', '2026-03-05')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(rangeOf('lastYear', '2026-11-25')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});

it('takes the quarter before the one that runs', () => {
  expect(rangeOf('quarter', '2026-11-25')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect(rangeOf('quarter', '2026-10-01')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  expect(rangeOf('quarter', '2026-02-10')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
});
