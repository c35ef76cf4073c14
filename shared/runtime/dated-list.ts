import type { RecordType } from '#kernel/record.ts';
import { datedBuckets } from './dated.ts';
import { type ListRequest, listRecords, type Page } from './lists.ts';
import type { Records } from './records.ts';

export interface DatedQuery {
  readonly limit: number;
  readonly order: 'asc' | 'desc';
  readonly cursor?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly q?: string | undefined;
}

/** One page of documents by date, over the company's fiscal years. */
export const listDated = <T>(
  records: Records,
  type: RecordType<T>,
  fiscalYears: readonly string[],
  query: DatedQuery,
  more: Pick<ListRequest<T>, 'party' | 'where'> = {},
): Promise<Page<T>> =>
  listRecords(records, type, {
    limit: query.limit,
    order: query.order,
    cursor: query.cursor,
    words: query.q,
    ...datedBuckets(fiscalYears, query),
    ...more,
  });
