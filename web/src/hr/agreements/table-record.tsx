import { useParams } from '@tanstack/react-router';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { ShortfallsSection } from './shortfalls.tsx';
import { PublishedFields, publishedOf, useTableForm } from './table-form.tsx';

type SalaryTable = Schemas['SalaryTable'];

/** One agreement: what each group is paid at least, from which day, and where that was published. */
export function Screen() {
  const t = useT();
  const { date, decimal, money } = useFormats();
  const { tableId } = useParams({ strict: false }) as { tableId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payroll/salary-tables/{tableId}', { params: { path: { tableId } } })}
      parent={{ to: '/payroll/salary-tables', label: t('menu.salaryTables') }}
      title={({ name }) => name}
      subtitle={({ code }) => code}
      actions={() => [
        {
          ...{ id: 'rows', label: t('agreements.add'), needs: 'addSalaryRows', primary: true },
          dialog: (table, onClose) => <RowsDialog table={table} onClose={onClose} />,
        },
      ]}
    >
      {(table) => (
        <>
          <Section title={t('agreements.rows')}>
            <RowsTable
              rows={table.rows}
              columns={[
                [t('agreements.group'), ({ group }) => group],
                [t('employees.from'), ({ from }) => date(from), 'nowrap'],
                [t('payroll.annual'), ({ annual }) => money(annual), 'amount'],
                [t('agreements.weeklyHours'), ({ weeklyHours }) => decimal(weeklyHours), 'amount'],
                [t('agreements.source'), ({ source }) => source],
              ]}
            />
          </Section>
          <ShortfallsSection table={table} />
        </>
      )}
    </DocumentPage>
  );
}

function RowsDialog({ table, onClose }: { readonly table: SalaryTable; readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const form = useTableForm();
  return (
    <FormDialog
      title={t('agreements.add')}
      form={form}
      send={(values, key) =>
        api
          .POST('/payroll/salary-tables/{tableId}/rows', {
            params: { path: { tableId: table.id }, header: { 'Idempotency-Key': key } },
            body: publishedOf(values, language),
          })
          .then(dataOf)
      }
      done={({ name }) => t('agreements.saved', { name })}
      onClose={onClose}
    >
      <PublishedFields form={form} />
    </FormDialog>
  );
}
