import { Button, Loader, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { IconDownload } from '../ui/icons.ts';
import { useProblemText } from '../ui/problem-note.tsx';
import type { Sorting } from './address.ts';
import type { ListSpec } from './spec.ts';
import { inOrder } from './table.ts';
import type { Rows } from './use-rows.ts';

interface Props<Row> {
  readonly spec: ListSpec<Row>;
  readonly rows: Rows<Row>;
  readonly sorting: Sorting | undefined;
  readonly selected: readonly Row[];
  readonly disabled: boolean;
}

/** What is seen as a file: the chosen rows, or else all that the filter finds, read to the end. */
export function ExportMenu<Row>({ spec, rows, sorting, selected, disabled }: Props<Row>) {
  const t = useT();
  const language = useLanguage();
  const problem = useProblemText();
  const [count, setCount] = useState<number>();
  const save = async (format: 'csv' | 'xlsx') => {
    setCount(0);
    try {
      const { saveTable } = await import('./export-file.ts');
      const wanted = selected.length > 0 ? selected : await rows.readAll(setCount);
      await saveTable(format, spec, inOrder(spec, wanted, sorting), language);
    } catch (error) {
      notifications.show({ color: 'red', message: problem(error) });
    } finally {
      setCount(undefined);
    }
  };
  const busy = count !== undefined;
  return (
    <Menu position="bottom-end" disabled={busy}>
      <Menu.Target>
        {/* Not disabled while it reads: it keeps the focus. */}
        <Button
          variant="default"
          leftSection={busy ? <Loader size={16} /> : <IconDownload size={16} />}
          disabled={disabled}
          aria-busy={busy}
        >
          {count ? t('lists.reading', { count }) : t('lists.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t(selected.length > 0 ? 'lists.exportSelected' : 'lists.exportAll', { count: selected.length })}</Menu.Label>
        <Menu.Item onClick={() => void save('xlsx')}>Excel (.xlsx)</Menu.Item>
        <Menu.Item onClick={() => void save('csv')}>CSV (.csv)</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
