import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { STATUSES } from '#domain/sales/imports/import.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { documentsMade } from './import-rules.ts';

type Import = Schemas['Import'];
type T = ReturnType<typeof useT>;

const load = ({ query, cursor, limit, signal }: PageRequest) =>
  api.GET('/imports', { params: { query: { ...query, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, { date, money, whole }: Formats): Column<Import>[] => [
  { id: 'fileName', header: t('imports.fileName'), cell: ({ fileName }) => fileName, value: ({ fileName }) => fileName },
  {
    id: 'status',
    header: t('imports.status'),
    cell: ({ status }) => <StateBadge kind="import" state={status} />,
    value: ({ status }) => t(`states.import.${status}`),
  },
  { id: 'date', header: t('imports.date'), cell: (each) => date(each.date), value: (each) => each.date, hide: 'narrow' },
  {
    id: 'rows',
    header: t('imports.rows'),
    cell: ({ rows }) => rows !== undefined && whole(rows),
    value: ({ rows = 0 }) => rows,
    numeric: true,
    hide: 'medium',
  },
  {
    id: 'made',
    header: t('imports.made'),
    cell: (each) => whole(documentsMade(each)),
    value: documentsMade,
    numeric: true,
    hide: 'medium',
  },
  {
    id: 'notTaken',
    header: t('imports.notTaken'),
    cell: ({ rowsByOutcome }) => whole(rowsByOutcome.notTaken),
    value: ({ rowsByOutcome }) => rowsByOutcome.notTaken,
    numeric: true,
  },
  {
    id: 'sales',
    header: t('imports.sales'),
    cell: ({ totals }) => money(totals.sales.gross),
    value: ({ totals }) => totals.sales.gross.amount,
    numeric: true,
    hide: 'narrow',
  },
];

/** All files that came from web shops, newest first. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo((): ListSpec<Import> => {
    const add = can('createImport') && (
      <Button component={Link} to={'/imports/new' as never} leftSection={<IconPlus size={16} />}>
        {t('imports.new.title')}
      </Button>
    );
    return {
      id: 'imports',
      title: t('shell.nav.imports'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/imports/${id}`,
      filters: [
        {
          kind: 'choice',
          id: 'status',
          label: t('imports.status'),
          options: STATUSES.map((value) => ({ value, label: t(`states.import.${value}`) })),
        },
        { kind: 'flag', id: 'problems', label: t('imports.problems') },
        { kind: 'dates', id: 'dates', label: t('lists.dates') },
      ],
      views: [
        { name: t('imports.problems'), search: { problems: 'true' } },
        { name: t('states.import.running'), search: { status: 'running' } },
      ],
      actions: add,
      empty: { title: t('imports.empty.title'), text: t('imports.empty.text'), action: add },
    };
  }, [t, formats, can]);
  return <RecordList spec={spec} />;
}
