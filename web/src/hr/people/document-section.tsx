import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { OneStep, post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DocumentDialog } from './document-dialog.tsx';

type Row = Schemas['EmployeeDocumentRow'];

/** Documents of an employee by the day on which they end; each is opened by itself, which is written down. */
export function DocumentSection({ employee }: { readonly employee: Pick<Schemas['Employee'], 'id' | 'name' | 'erasedOn'> }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const [opened, open] = useState<Row>();
  const [adding, add] = useState<{ readonly renews?: Row }>();
  const { data, error } = $api.useQuery('get', '/people/employees/{employeeId}/documents', {
    params: { path: { employeeId: employee.id }, query: { limit: '100' } },
  });
  const items = data?.items ?? [];
  const writes = can('createEmployeeDocument') && employee.erasedOn === undefined;
  if (!writes && items.length === 0) return null;
  return (
    <Section title={t('employees.documents.section')}>
      <ProblemNote error={error} />
      {items.length > 0 && (
        <RowsTable
          rows={items}
          columns={[
            [t('employees.documents.type'), ({ type }) => t(`employees.documents.types.${type}`)],
            [t('employees.documents.expiresOn'), ({ expiresOn }) => expiresOn && date(expiresOn), 'nowrap'],
            [t('lists.columns.state'), ({ state }) => <StateBadge kind="employee-document" state={state} />],
            ['', (row) => <Opener row={row} open={open} />],
          ]}
        />
      )}
      {writes && (
        <Button variant="default" mt="xs" onClick={() => add({})}>
          {t('employees.documents.new')}
        </Button>
      )}
      {adding && <DocumentDialog employee={employee} renews={adding.renews} onClose={() => add(undefined)} />}
      {opened && <OpenedDocument id={opened.id} onClose={() => open(undefined)} renew={(renews) => add({ renews })} />}
    </Section>
  );
}

function Opener({ row, open }: { readonly row: Row; readonly open: (row: Row) => void }) {
  const t = useT();
  const name = t(`employees.documents.types.${row.type}`);
  return (
    <Button size="compact-sm" variant="default" onClick={() => open(row)} aria-label={`${t('employees.documents.open')}: ${name}`}>
      {t('employees.documents.open')}
    </Button>
  );
}

interface Opened {
  readonly id: string;
  readonly onClose: () => void;
  readonly renew: (document: Row) => void;
}
/** What a document says, and its file. */
function OpenedDocument({ id, onClose, renew }: Opened) {
  const t = useT();
  const { date } = useFormats();
  const [taken, take] = useState<Step>();
  const { data, error } = $api.useQuery('get', '/people/documents/{documentId}', { params: { path: { documentId: id } } });
  const name = data ? t(`employees.documents.types.${data.type}`) : t('employees.documents.section');
  return (
    <Dialog onClose={onClose} title={name} size="lg">
      <ProblemNote error={error} />
      {data && (
        <>
          <Facts
            facts={[
              [t('employees.documents.title'), data.title],
              [t('employees.documents.number'), data.number],
              [t('employees.documents.issuer'), data.issuer],
              [t('employees.documents.issuedOn'), data.issuedOn && date(data.issuedOn)],
              [t('employees.documents.expiresOn'), data.expiresOn && date(data.expiresOn)],
              [t('employees.documents.file'), data.file && <DocumentFile id={id} file={data.file} />],
            ]}
          />
          <DocumentSteps document={data} take={take} renew={renew} onClose={onClose} />
        </>
      )}
      <OneStep step={taken} onClose={() => take(undefined)} />
    </Dialog>
  );
}

interface Steps {
  readonly document: Schemas['EmployeeDocument'];
  readonly take: (step: Step) => void;
  readonly renew: (document: Row) => void;
  readonly onClose: () => void;
}
function DocumentSteps({ document, take, renew, onClose }: Steps) {
  const t = useT();
  const can = useCan();
  const { id, actions, state } = document;
  if (!can('createEmployeeDocument')) return null;
  const replaced = state === 'renewed';
  return (
    <Group justify="flex-end" mt="md">
      {actions.deleteEmployeeDocument === null && (
        <Button variant="subtle" color="red" onClick={() => take(deletion(id, t, onClose))}>
          {t('employees.documents.delete')}
        </Button>
      )}
      {actions.closeEmployeeDocument === null && (
        <Button variant="default" onClick={() => take(closing(id, t, onClose))}>
          {t('employees.documents.close')}
        </Button>
      )}
      {!replaced && (
        <Button
          onClick={() => {
            onClose();
            renew(document);
          }}
        >
          {t('employees.documents.renew')}
        </Button>
      )}
    </Group>
  );
}

type Words = ReturnType<typeof useT>;
const closing = (documentId: string, t: Words, onDone: () => void): Step =>
  step(post('/people/documents/{documentId}/closing', { documentId }), {
    ...{ title: t('employees.documents.close'), confirm: t('employees.documents.close'), says: t('employees.documents.closeText') },
    ...{ done: () => t('employees.documents.closed'), onDone },
  });
const deletion = (documentId: string, t: Words, onDone: () => void): Step =>
  step(() => api.DELETE('/people/documents/{documentId}', { params: { path: { documentId } } }).then(dataOf), {
    ...{ title: t('employees.documents.delete'), confirm: t('employees.documents.delete'), danger: true },
    ...{ says: t('employees.documents.deleteText'), done: () => t('employees.documents.deleted'), onDone },
  });

type File = NonNullable<Schemas['EmployeeDocument']['file']>;
/** The file's name; of one that was found clean, what saves it. */
function DocumentFile({ id, file: { fileName, state } }: { readonly id: string; readonly file: File }) {
  const [fault, setFault] = useState<unknown>();
  if (state !== 'clean')
    return (
      <>
        {fileName} <StateBadge kind="attachment" state={state} />
      </>
    );
  const save = () => {
    setFault(undefined);
    api
      .GET('/people/documents/{documentId}/file', { params: { path: { documentId: id } } })
      .then((answer) => window.location.assign(dataOf(answer).url))
      .catch(setFault);
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={save}>
        {fileName}
      </Button>
      <ProblemNote error={fault} />
    </>
  );
}
