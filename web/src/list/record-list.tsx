import { Alert, Button } from '@mantine/core';
import { useMemo } from 'react';
import { useT } from '../i18n/i18n.ts';
import { IconFilterOff } from '../ui/icons.ts';
import { Notice } from '../ui/notice.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useTitle } from '../ui/title.ts';
import { queryOf, sortingOf, useAddress } from './address.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import styles from './list.module.css';
import { NewRecord } from './new-record.tsx';
import { RowTable } from './row-table.tsx';
import type { ListSpec } from './spec.ts';
import { useListTable } from './table.ts';
import { useRows } from './use-rows.ts';
import { Views } from './views.tsx';

/**
 * A list of records: searched while typing, filtered and sorted by its address, endless, with views of one's own,
 * actions on many rows, and CSV or Excel of what is seen.
 */
export function RecordList<Row extends object>({ spec }: { readonly spec: ListSpec<Row> }) {
  const t = useT();
  const { search, change, set } = useAddress();
  useTitle(spec.title);
  const rows = useRows(spec, search);
  const sortText = search.sort;
  const sorting = useMemo(() => sortingOf(sortText), [sortText]);
  const { table, toggleSort, clearSelection } = useListTable(spec, rows.rows, sorting, (sort) => change({ sort }, true));
  const filtered = Object.keys(queryOf(search)).length > 0;
  const none = rows.rows.length === 0 && !rows.loading && !rows.error;
  const create = spec.create && (
    <NewRecord needs={spec.create.needs} to={spec.create.to}>
      {spec.create.label}
    </NewRecord>
  );
  const selected = table.getSelectedRowModel().rows.map(({ original }) => original);
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <h1 id="list-title">{spec.title}</h1>
        <Count rows={rows.rows.length} complete={rows.complete} loading={rows.loading} />
        <div className={styles.actions}>
          <ExportMenu spec={spec} rows={rows} sorting={sorting} selected={selected} disabled={none} />
          {spec.actions}
          {create}
        </div>
      </div>
      {spec.summary}
      <Views spec={spec} search={search} onChoose={set} />
      <Filters spec={spec} search={search} onChange={change} />
      {rows.error ? <ProblemNote error={rows.error} /> : null}
      {rows.unreadable.length > 0 ? (
        <Alert color="yellow" role="status" title={t('lists.unreadable', { count: rows.unreadable.length })}>
          {rows.unreadable.join(', ')}
        </Alert>
      ) : null}
      {none ? (
        filtered ? (
          <Notice title={t('lists.nothingFound')} text={t('lists.nothingFoundText')}>
            <Button variant="default" leftSection={<IconFilterOff size={16} />} onClick={() => set({})}>
              {t('lists.clearFilters')}
            </Button>
          </Notice>
        ) : (
          <Notice {...spec.empty}>{spec.create?.whenEmpty && create}</Notice>
        )
      ) : (
        <RowTable spec={spec} table={table} rows={rows} sorting={sorting} onSort={toggleSort} selectable={(spec.bulk?.length ?? 0) > 0} />
      )}
      <BulkBar spec={spec} selected={selected} onDone={clearSelection} />
    </div>
  );
}

function Count({ rows, complete, loading }: { readonly rows: number; readonly complete: boolean; readonly loading: boolean }) {
  const t = useT();
  return (
    <span className="dimmed" role="status">
      {loading ? t('shell.loading') : t(complete ? 'lists.count' : 'lists.countSoFar', { count: rows })}
    </span>
  );
}
