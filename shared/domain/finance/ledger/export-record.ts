import { type IsoDate } from '#kernel/date.ts';
import { recordType } from '#kernel/record.ts';
import type { ExportKind } from './export.ts';

/** A file that was made from the books. */
export interface BookExport {
  readonly kind: ExportKind;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly on: IsoDate;
  readonly key: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly entries: number;
}

export const BookExports = recordType<BookExport>({
  kind: 'export', prefix: 'exp', history: 'all',
  list: (e, id) => ({ bucket: 'all', sort: `${e.on}#${id}`, label: `${e.kind} ${e.fileName}` }),
});
