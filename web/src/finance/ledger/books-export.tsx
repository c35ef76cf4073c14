import { Button, Loader, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ExportKind } from '#domain/finance/ledger/export.ts';
import type { ModelName } from '#domain/finance/statements/models.ts';
import { SHEET_FORMATS, type SheetFormat, type SheetName } from '#domain/finance/statements/sheet.ts';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import type { ColumnOf } from '../../list/columns.tsx';
import { useCan } from '../../session/session.ts';
import { IconDownload } from '../../ui/icons.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Range } from './ranges.ts';

const ASK_AGAIN_MS = 3000;

interface Props<Row> {
  /** Names the file of what is shown. */
  readonly id: string;
  readonly columns: readonly ColumnOf<Row>[];
  /** What is shown, read to its end. */
  readonly rows: () => Promise<readonly Row[]>;
  /** The files that the API makes of these days. */
  readonly files: readonly ExportKind[];
  readonly range: Range;
  /** The statement that the API makes files of, as it is asked for here. */
  readonly sheet?: { readonly name: SheetName; readonly query?: SheetQuery };
}

/** How the files of a sheet are called. */
const CALLED: Readonly<Partial<Record<SheetName, 'ledger' | 'ageing'>>> = {
  'account-ledger': 'ledger',
  'receivables-ageing': 'ageing',
  'payables-ageing': 'ageing',
};

interface SheetQuery {
  readonly account?: string;
  readonly model?: ModelName;
  readonly comparedFrom?: string;
  readonly comparedDate?: string;
  readonly dimension?: string;
  readonly value?: string;
  readonly accounts?: boolean;
  readonly whole?: boolean;
}

/** What is shown as a table, and the books themselves as files for an adviser or another program. */
export function BooksExport<Row>({ id, columns, rows, files, range, sheet }: Props<Row>) {
  const t = useT();
  const can = useCan();
  const language = useLanguage();
  const formats = useFormats();
  const problem = useProblemText();
  const [busy, setBusy] = useState(false);
  const busyWhile = async (work: () => Promise<unknown>) => {
    setBusy(true);
    await work().catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy(false);
  };
  const save = async (format: 'csv' | 'xlsx') => {
    const { saveTable } = await import('../../list/export-file.ts');
    await saveTable(format, { id, columns: columns.map((column) => column({ t, formats })) }, await rows(), language);
  };
  /** A long file is made while somebody waits. */
  const ready = async (asked: Schemas['Export']) => {
    let file = asked;
    if (file.state === 'preparing') notifications.show({ message: t('books.export.preparing') });
    while (file.state === 'preparing') {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      file = dataOf(await api.GET('/exports/{exportId}', { params: { path: { exportId: file.id } } }));
    }
    return file;
  };
  const fetchFile = async (kind: ExportKind) => {
    const how = sending({ dryRun: false, key: crypto.randomUUID() });
    const file = await ready(dataOf(await api.POST('/exports', { params: { header: how.header }, body: { kind, ...range } })));
    const link = document.createElement('a');
    link.href = file.url ?? '';
    link.click();
    notifications.show({ message: t('books.export.done', { count: file.entries ?? 0 }), color: 'teal' });
  };
  const saveSheet = async (format: SheetFormat) => {
    if (!sheet) return;
    const query = { from: range.from, date: range.to, ...sheet.query, format, language };
    const { data } = await api.GET('/statements/{statement}/file', { params: { path: { statement: sheet.name }, query } });
    const bytes = Uint8Array.from(atob(data.content), (character) => character.charCodeAt(0));
    saveFile(new Blob([bytes], { type: data.contentType }), data.fileName);
  };
  const called = (sheet && CALLED[sheet.name]) ?? 'statement';
  return (
    <Menu position="bottom-end" disabled={busy}>
      <Menu.Target>
        <Button variant="default" leftSection={busy ? <Loader size={16} /> : <IconDownload size={16} />} aria-busy={busy}>
          {t('books.export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('books.export.seen')}</Menu.Label>
        <Menu.Item onClick={() => void busyWhile(() => save('xlsx'))}>Excel (.xlsx)</Menu.Item>
        <Menu.Item onClick={() => void busyWhile(() => save('csv'))}>CSV (.csv)</Menu.Item>
        {sheet && can('getStatementFile') && (
          <>
            <Menu.Label>{t(`books.export.sheets.${called}.title`)}</Menu.Label>
            {SHEET_FORMATS.map((format) => (
              <Menu.Item key={format} onClick={() => void busyWhile(() => saveSheet(format))}>
                {t(`books.export.sheets.${called}.${format}`)}
              </Menu.Item>
            ))}
          </>
        )}
        {files.length > 0 && can('createExport') && (
          <>
            <Menu.Label>{t('books.export.files')}</Menu.Label>
            {files.map((kind) => (
              <Menu.Item key={kind} onClick={() => void busyWhile(() => fetchFile(kind))}>
                {t(`books.export.${kind}`)}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
