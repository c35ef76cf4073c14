import { Alert, Button, FileButton, Group, Progress, Table } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { fileText } from '../../ui/file-text.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import { EMPLOYEE_COLUMNS, type EmployeeFileFault, MOST_EMPLOYEES, readEmployees } from './employee-file.ts';
import { Screen as EmployeeList } from './employee-list.tsx';
import { askedFields, useEmployeeFields } from './field-inputs.tsx';
import { isFaulty, type SentRow, useEmployeeImport } from './use-employee-import.ts';

/** People from a CSV of another program, before the list: shown as they were read, and entered one by one. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  return (
    <>
      <EmployeeList />
      <Dialog size="xl" title={t('employees.import.title')} onClose={() => void navigate({ to: '/people/employees' } as never)}>
        <Import />
      </Dialog>
    </>
  );
}

function Import() {
  const t = useT();
  const language = useLanguage();
  const [fault, setFault] = useState<EmployeeFileFault>();
  const fields = askedFields(useEmployeeFields());
  const { rows, sending, choose, send } = useEmployeeImport();
  const read = async (file: File) => {
    const found = readEmployees(await fileText(file), today(), language, fields);
    setFault('reason' in found ? found : undefined);
    choose('reason' in found ? [] : found);
  };
  const done = rows.filter(({ state }) => state === 'done').length;
  const sendable = rows.filter(({ state, row }) => state !== 'done' && !isFaulty(row)).length;
  return (
    <>
      <p>{t('employees.import.text')}</p>
      <p className="dimmed">
        {t('employees.import.columns', {
          columns: [...EMPLOYEE_COLUMNS.map((column) => t(`employees.import.heads.${column}`)), ...fields.map(({ name }) => name)].join(
            '; ',
          ),
        })}
      </p>
      <Group>
        <FileButton
          accept=".csv,.txt,text/csv,text/plain"
          inputProps={{ 'aria-label': t('employees.import.choose') }}
          onChange={(file) => file && void read(file)}
        >
          {(props) => (
            <Button variant="default" data-autofocus disabled={sending} {...props}>
              {t('employees.import.choose')}
            </Button>
          )}
        </FileButton>
        <Button disabled={sendable === 0} loading={sending} onClick={() => void send()}>
          {t('employees.import.send', { count: sendable })}
        </Button>
      </Group>
      {fault && <Alert color="red" role="alert" title={faultText(t, fault)} mt="sm" />}
      {sending && <Progress value={(100 * done) / rows.length} aria-label={t('employees.import.title')} mt="sm" />}
      <p role="status">{rows.length > 0 && t('employees.import.done', { done, all: rows.length })}</p>
      {rows.length > 0 && <Rows rows={rows} />}
    </>
  );
}

function faultText(t: ReturnType<typeof useT>, fault: EmployeeFileFault): string {
  if (fault.reason === 'columns')
    return t('employees.import.faults.columns', {
      columns: fault.missing.map((column) => t(`employees.import.heads.${column}`)).join(', '),
    });
  return fault.reason === 'long'
    ? t('employees.import.faults.long', { rows: fault.rows, most: MOST_EMPLOYEES })
    : t(`employees.import.faults.${fault.reason}`);
}

function Rows({ rows }: { readonly rows: readonly SentRow[] }) {
  const t = useT();
  const heads = ['line', 'name', 'position', 'state'] as const;
  return (
    <Table.ScrollContainer minWidth={480} mah="50vh">
      <Table aria-label={t('employees.import.title')}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{t(`employees.import.table.${head}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((sent) => (
            <Table.Tr key={sent.row.line}>
              <Table.Td>{sent.row.line}</Table.Td>
              <Table.Td>{sent.row.name}</Table.Td>
              <Table.Td>{sent.row.input.position}</Table.Td>
              <Table.Td>
                <RowState sent={sent} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RowState({ sent: { row, state, fault, unknownManager } }: { readonly sent: SentRow }) {
  const t = useT();
  const problem = useProblemText();
  if (isFaulty(row)) {
    const columns = [...row.faults.map((column) => t(`employees.import.heads.${column}`)), ...row.wrongFields];
    return t('employees.import.wrong', { columns: columns.join(', ') });
  }
  if (unknownManager) return t('employees.import.noManager', { email: row.manager ?? '' });
  return state === 'failed' ? problem(fault) : t(`employees.import.states.${state}`);
}
