import * as z from 'zod/mini';
import { recordType, type Stored } from '#kernel/record.ts';
import { TaxPeriod } from './tax-period.ts';

export const TAX_FILE_KINDS = ['vat-issued-csv', 'vat-received-csv', 'vat-books-xlsx', 'adviser-zip'] as const;
export type TaxFileKind = (typeof TAX_FILE_KINDS)[number];
export const TAX_FILE_TYPES: Readonly<Record<TaxFileKind, { readonly extension: string; readonly contentType: string }>> = {
  'vat-issued-csv': { extension: 'csv', contentType: 'text/csv; charset=utf-8' },
  'vat-received-csv': { extension: 'csv', contentType: 'text/csv; charset=utf-8' },
  'vat-books-xlsx': { extension: 'xlsx', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  'adviser-zip': { extension: 'zip', contentType: 'application/zip' },
};

export const TaxFileInput = z.strictObject({ kind: z.enum(TAX_FILE_KINDS), period: TaxPeriod });

/** A file that was made of the registers of VAT. */
export const TaxFile = z.object({
  kind: z.enum(TAX_FILE_KINDS),
  period: z.string(),
  key: z.string(),
  fileName: z.string(),
  /** Absent: it is still being made. */
  bytes: z.exactOptional(z.int()),
  /** Lines of the registers in it. */
  lines: z.exactOptional(z.int()),
});
export type TaxFile = Readonly<z.output<typeof TaxFile>>;
export type StoredTaxFile = Stored<TaxFile>;

/** Entries of a period of which a file is made while its request waits; of more by a worker, after it. */
export const MOST_AT_ONCE = 2000;

export const TaxFiles = recordType<TaxFile>({
  kind: 'tax-file',
  prefix: 'txf',
  letter: 'FI',
  data: TaxFile,
  history: 'all',
  screen: { none: 'It is a file: the answer that made it has the link.' },
  read: 'books.export',
});

export const TaxFileRecordView = z.object({
  id: z.string(),
  kind: z.enum(TAX_FILE_KINDS),
  period: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  /** A long file is `preparing` for some minutes; then it has its length and a link. */
  state: z.enum(['preparing', 'ready']),
  bytes: z.optional(z.int()),
  lines: z.optional(z.int()),
  url: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
});
