import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { VerifactuFacts } from './verifactu-facts.tsx';

type FollowUp = NonNullable<Schemas['EInvoice']['followUp']>;
type Step = FollowUp['steps'][number];

/** What became of a document as an electronic invoice, by when its issuer is to be told, and its record of Verifactu. */
export function EInvoiceStatus({ id }: { readonly id: string }) {
  const can = useCan();
  return can('getEInvoice') ? <Loaded documentId={id} /> : null;
}

function Loaded({ documentId }: { readonly documentId: string }) {
  const t = useT();
  const can = useCan();
  const { data, error } = $api.useQuery('get', '/e-invoicing/documents/{documentId}', { params: { path: { documentId } } });
  const [opened, setOpened] = useState<'record' | 'report'>();
  const followUp = data?.followUp;
  const mayRecord = followUp?.direction === 'issued' && can('recordEInvoiceStatus');
  const mayReport = followUp?.reportBy !== undefined && can('reportEInvoiceStatus');
  const close = () => setOpened(undefined);
  return (
    <>
      <Section
        title={t('einvoice.fate.title')}
        actions={
          <>
            {mayRecord && (
              <Button variant="default" size="sm" onClick={() => setOpened('record')}>
                {t('einvoice.record.action')}
              </Button>
            )}
            {mayReport && (
              <Button size="sm" onClick={() => setOpened('report')}>
                {t('einvoice.report.action')}
              </Button>
            )}
          </>
        }
      >
        <ProblemNote error={error} />
        {data && !followUp && <p className="dimmed">{t('einvoice.fate.none')}</p>}
        {followUp && <Fate followUp={followUp} />}
      </Section>
      {data?.verifactu && <VerifactuFacts record={data.verifactu} />}
      {followUp && opened === 'record' && <RecordDialog followUp={followUp} onClose={close} />}
      {followUp && opened === 'report' && <ReportDialog followUp={followUp} onClose={close} />}
    </>
  );
}

function Fate({ followUp: { state, warning, reportBy, calendarMissing: year, compulsory, steps } }: { readonly followUp: FollowUp }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <>
      <p>
        <StateBadge kind="e-invoice" state={state} />{' '}
        {reportBy && (
          <strong>{t(warning === 'overdue' ? 'einvoice.fate.late' : 'einvoice.fate.reportBy', { date: date(reportBy) })}</strong>
        )}
      </p>
      {year && <p className="dimmed">{t('einvoice.fate.calendarMissing', { year })}</p>}
      <p className="dimmed">{t(compulsory ? 'einvoice.fate.compulsory' : 'einvoice.fate.information')}</p>
      {steps.length === 0 ? <p className="dimmed">{t('einvoice.fate.nothing')}</p> : <Steps steps={steps} />}
    </>
  );
}

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const t = useT();
  const { date } = useFormats();
  const told = ({ reported }: Step) =>
    reported && t(`einvoice.fate.reported.${reported.how}`, { date: date(reported.on), note: reported.note ?? '' });
  return (
    <LinesTable heads={[t('einvoice.fate.on'), t('einvoice.fate.status'), t('einvoice.fate.detail')]}>
      <tbody>
        {steps.map((step) => (
          <tr key={`${step.status} ${step.on} ${steps.indexOf(step)}`}>
            <td className="nowrap">{date(step.on)}</td>
            <th scope="row">{t(`einvoice.fate.statuses.${step.status}`)}</th>
            <td>{[step.reason, t(`einvoice.fate.from.${step.from as 'books'}`), told(step)].filter(Boolean).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}

interface DialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

const STATUSES = ['sent', 'accepted', 'rejected', 'paid'] as const;

function RecordDialog({ followUp: { documentId, number, state, date: issuedOn }, onClose }: DialogProps) {
  const t = useT();
  const [status, setStatus] = useState<(typeof STATUSES)[number]>(state === 'unsent' ? 'sent' : 'accepted');
  const [on, setOn] = useState(today());
  const [reason, setReason] = useState('');
  const rejects = status === 'rejected';
  const body = { status, on, ...(rejects && reason.trim() ? { reason } : {}) };
  return (
    <ActionDialog
      title={t('einvoice.record.title', { number })}
      confirm={t('einvoice.record.action')}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={rejects && !reason.trim() ? t('einvoice.record.lacking') : undefined}
      run={(how) =>
        api.POST('/e-invoicing/documents/{documentId}/statuses', { params: { path: { documentId }, ...sending(how) }, body }).then(dataOf)
      }
      done={() => t('einvoice.record.done', { number })}
    >
      <p>{t('einvoice.record.text')}</p>
      <Select
        label={t('einvoice.record.status')}
        data={STATUSES.map((value) => ({ value, label: t(`einvoice.record.statuses.${value}`) }))}
        value={status}
        allowDeselect={false}
        onChange={(value) => value && setStatus(value as typeof status)}
        data-autofocus
      />
      <DateField label={t('einvoice.record.on')} value={on} onChange={setOn} min={issuedOn} max={today()} />
      {rejects && (
        <TextInput
          label={t('einvoice.record.reason')}
          value={reason}
          maxLength={200}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </ActionDialog>
  );
}

const WAYS = ['by-hand', 'platform', 'not-needed'] as const;

function ReportDialog({ followUp: { documentId, number, steps }, onClose }: DialogProps) {
  const t = useT();
  const [how, setHow] = useState<(typeof WAYS)[number]>('by-hand');
  const [on, setOn] = useState(today());
  const [note, setNote] = useState('');
  const body = { how, on, ...(note.trim() ? { note } : {}) };
  return (
    <ActionDialog
      title={t('einvoice.report.title', { number })}
      confirm={t('einvoice.report.action')}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={how === 'not-needed' && !note.trim() ? t('einvoice.report.lacking') : undefined}
      run={(send) =>
        api.POST('/e-invoicing/documents/{documentId}/reports', { params: { path: { documentId }, ...sending(send) }, body }).then(dataOf)
      }
      done={() => t('einvoice.report.done', { number })}
    >
      <p>{t('einvoice.report.text')}</p>
      <Select
        label={t('einvoice.report.how')}
        data={WAYS.map((value) => ({ value, label: t(`einvoice.report.ways.${value}`) }))}
        value={how}
        allowDeselect={false}
        onChange={(value) => value && setHow(value as typeof how)}
        data-autofocus
      />
      <DateField label={t('einvoice.record.on')} value={on} onChange={setOn} min={steps.at(-1)?.on} max={today()} />
      <TextInput
        label={t('einvoice.report.note')}
        value={note}
        maxLength={200}
        required={how === 'not-needed'}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
