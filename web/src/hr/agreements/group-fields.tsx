import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';

interface InTable {
  readonly tableId: string;
  readonly tableGroup: string;
}
/** What a body says of it: nothing where no table was chosen. */
export const tableOf = ({ tableId, tableGroup }: InTable) => (tableId === '' ? {} : { table: { tableId, group: tableGroup } });

/** The agreement whose table holds, and the group in it; nothing where the company has entered none. */
export function GroupFields<V extends InTable>({ form }: { readonly form: UseFormReturnType<V> }) {
  const t = useT();
  const { data } = $api.useQuery('get', '/payroll/salary-tables', { params: { query: { limit: '100' } } } as never);
  const tables = (data as { items: readonly { id: string; name: string; rows: readonly { group: string }[] }[] } | undefined)?.items ?? [];
  if (tables.length === 0) return null;
  const groups = [...new Set(tables.find(({ id }) => id === form.values.tableId)?.rows.map(({ group }) => group))];
  return (
    <>
      <NativeSelect
        label={t('agreements.table')}
        data={[{ value: '', label: t('agreements.noTable') }, ...tables.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('tableId')}
        data-path="table.tableId"
      />
      {groups.length > 0 && (
        <NativeSelect
          label={t('agreements.group')}
          required
          data={[{ value: '', label: '' }, ...groups]}
          {...form.getInputProps('tableGroup')}
          data-path="table.group"
        />
      )}
    </>
  );
}
