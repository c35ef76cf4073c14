import * as z from 'zod/mini';
import { recordType } from '#kernel/record.ts';

/** Pages of scans and photos that were read in a month: what may be spent on them is counted before it is spent. */
export const ScanMonth = z.object({ pages: z.int() });

export const ScanMonths = recordType<z.output<typeof ScanMonth>>({
  kind: 'scan-month',
  prefix: 'scm',
  data: ScanMonth,
  history: 'ends',
  screen: { none: 'It only counts: the settings of documents show it.' },
  read: 'documents.read',
});

/** @param month `2026-12`. */
export const scanMonthId = (month: string): string => `scm_${month}`;

/** Of one document: a longer one is a folder of many, which a person has to part. */
export const MAX_SCAN_PAGES = 12;
