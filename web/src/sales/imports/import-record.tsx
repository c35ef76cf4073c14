import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import machine from '../../../../statemachines/sales/order-import.asl.json';
import { post, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Execution } from '../../record/execution.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './import.module.css';
import { ImportFault } from './import-fault.tsx';
import { Money, NotTaken, Outcomes, RecipientsMissing } from './import-figures.tsx';
import { ImportProgress } from './import-progress.tsx';
import { isUnderWay, machineState } from './import-stage.ts';
import { ReportLinks } from './report-links.tsx';

type Import = Schemas['Import'];
const EVERY = 1500;

/** One import: how far it is while it runs, then what it made, what it left, and where each row went. */
export function Screen() {
  const t = useT();
  const { importId } = useParams({ strict: false }) as { importId: string };
  const query = $api.useQuery(
    'get',
    '/imports/{importId}',
    { params: { path: { importId } } },
    { refetchInterval: ({ state: { data } }) => (data && isUnderWay(data, Date.now()) ? EVERY : false) },
  );
  const { data: record } = query;
  const [approving, setApproving] = useState(false);
  // Where nothing ever waited there is nothing to say about it.
  const waited = record?.notTaken['needs-approval'] !== undefined;
  const approve = { id: 'approve', label: t('imports.approve.action'), primary: true, start: () => setApproving(true) } as const;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/imports', label: t('menu.imports') }}
      title={record?.fileName ?? ''}
      badges={record && <StateBadge kind="import" state={record.status} />}
      answered={record?.actions}
      actions={waited ? [{ ...approve, needs: 'approveImport' }] : []}
      aside={record && <Aside record={record} />}
    >
      {record && (
        <>
          <ImportProgress record={record} />
          <ImportFault record={record} />
          {record.actions.getImportReport === null && <Report id={record.id} />}
          {record.rows !== undefined && (
            <>
              <Outcomes record={record} />
              <RecipientsMissing record={record} />
              <NotTaken record={record} />
              <Money record={record} />
            </>
          )}
          <About record={record} />
          {approving && <StepDialog {...approveImport(record, t)} onClose={() => setApproving(false)} />}
        </>
      )}
    </RecordPage>
  );
}

/** Somebody else than who imported it agrees to its credits and refunds. */
const approveImport = ({ id, fileName, notTaken }: Import, t: ReturnType<typeof useT>) =>
  step(post('/imports/{importId}/approval', { importId: id }), {
    title: t('imports.approve.title', { file: fileName }),
    confirm: t('imports.approve.action'),
    says: t('imports.approve.text', { count: notTaken['needs-approval'] ?? 0 }),
    done: () => t('imports.approve.done'),
    to: (made) => `/imports/${made.id}`,
  });

/** Ways to what became of every row. */
function Report({ id }: { readonly id: string }) {
  const t = useT();
  return (
    <Section title={t('imports.report')}>
      <p className="dimmed">{t('imports.reportText')}</p>
      <div className={styles.buttons}>
        <Button component={Link} to={`/imports/${id}/rows` as never}>
          {t('imports.openRows')}
        </Button>
        <ReportLinks id={id} />
      </div>
    </Section>
  );
}

function About({ record }: { readonly record: Import }) {
  const t = useT();
  const { date, moment, decimal } = useFormats();
  const { milliseconds } = record;
  return (
    <Section title={t('imports.about')}>
      <Facts
        facts={[
          [t('imports.profile'), t(`imports.profiles.${record.profile}` as 'imports.profile', { defaultValue: record.profile })],
          [t('imports.date'), date(record.date)],
          [t('imports.by'), record.createdBy],
          [t('imports.startedAt'), record.startedAt && moment(record.startedAt)],
          [t('imports.finishedAt'), record.finishedAt && moment(record.finishedAt)],
          [t('imports.took'), milliseconds !== undefined && t('imports.seconds', { seconds: decimal((milliseconds / 1000).toFixed(1)) })],
        ]}
      />
    </Section>
  );
}

function Aside({ record }: { readonly record: Import }) {
  const t = useT();
  const current = machineState(record);
  return (
    <>
      {record.status !== 'waiting' && (
        <Execution
          machine={machine}
          current={current}
          names={t('imports.machine', { returnObjects: true })}
          {...(current ? {} : { note: t('imports.machineOver') })}
        />
      )}
      <Timeline id={record.id} />
    </>
  );
}
