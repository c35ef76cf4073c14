import { Button, FileInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { post, type Send, type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { RowActions } from '../../record/record-actions.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { base64Of } from './base64.ts';

type Trust = Schemas['TrustedCertificateRow'];

/** Whose signatures hold no electronic invoice back: who said so and when, and a way to take it back. */
export function TrustSection() {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  const { data, error } = $api.useQuery('get', '/trusted-certificates', { params: { query: { limit: 100, order: 'asc' } } });
  const [adding, setAdding] = useState(false);
  const [active, setActive] = useState<Step>();
  const stepOf = (trust: Trust) => trustStep(trust, t, () => void queries.invalidateQueries());
  const trusts = data?.items ?? [];
  return (
    <Section
      title={t('einvoice.trust.title')}
      actions={
        can('trustIssuer') && (
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {t('einvoice.trust.add')}
          </Button>
        )
      }
    >
      <p className="dimmed">{t('einvoice.trust.text')}</p>
      <ProblemNote error={error} />
      {trusts.length > 0 && (
        <LinesTable
          heads={[
            t('einvoice.trust.holder'),
            t('einvoice.trust.of'),
            t('einvoice.trust.issuer'),
            t('einvoice.trust.until'),
            t('einvoice.trust.by'),
            t('recurring.actions'),
          ]}
        >
          <tbody>
            {trusts.map((trust) => (
              <TrustedRow key={trust.id} trust={trust} onStep={() => setActive(stepOf(trust))} />
            ))}
          </tbody>
        </LinesTable>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {active && <StepDialog {...active} onClose={() => setActive(undefined)} />}
    </Section>
  );
}

function TrustedRow({ trust, onStep }: { readonly trust: Trust; readonly onStep: () => void }) {
  const t = useT();
  const { date, moment } = useFormats();
  const { holder, taxId, issuer, of, state, until, signsFor, fingerprint } = trust;
  const way = state === 'trusted' ? 'withdraw' : 'restore';
  return (
    <tr>
      <th scope="row">
        <span title={t('einvoice.trust.fingerprint', { fingerprint })}>{[holder, taxId].filter(Boolean).join(', ')}</span>{' '}
        {state === 'withdrawn' && <StateBadge kind="trusted-certificate" state={state} />}
        {signsFor.length > 0 && <p className="dimmed">{t('einvoice.trust.signsFor', { taxIds: signsFor.join(', ') })}</p>}
      </th>
      <td>{t(`einvoice.trust.kinds.${of}`)}</td>
      <td>{issuer}</td>
      <td className="nowrap">{date(until.slice(0, 10))}</td>
      <td>{t('einvoice.trust.byWhom', { date: moment(trust.updatedAt), by: trust.updatedBy })}</td>
      <td>
        <RowActions
          answered={trust.actions}
          actions={[
            {
              label: t(`einvoice.trust.${way}.action`),
              name: t(`einvoice.trust.${way}.title`, { holder }),
              needs: way === 'withdraw' ? 'withdrawTrust' : 'restoreTrust',
              start: onStep,
            },
          ]}
        />
      </td>
    </tr>
  );
}

function trustStep({ id, holder, state }: Trust, t: ReturnType<typeof useT>, onDone: () => void): Step {
  const way = state === 'trusted' ? 'withdraw' : 'restore';
  const address = state === 'trusted' ? '/trusted-certificates/{trustId}/withdrawal' : '/trusted-certificates/{trustId}/restoring';
  return step(post(address, { trustId: id }) as Send<never, unknown, false>, {
    title: t(`einvoice.trust.${way}.title`, { holder }),
    confirm: t(`einvoice.trust.${way}.action`),
    says: t(`einvoice.trust.${way}.text`),
    done: () => t(`einvoice.trust.${way}.done`, { holder }),
    onDone,
  });
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [file, setFile] = useState('');
  const take = async (chosen: File | null) => setFile(chosen ? base64Of(new Uint8Array(await chosen.arrayBuffer())) : '');
  return (
    <ActionDialog
      title={t('einvoice.trust.add')}
      confirm={t('einvoice.trust.add')}
      tries={false}
      size="md"
      onClose={onClose}
      input={{ file }}
      incomplete={file === '' ? t('einvoice.trust.lacking') : undefined}
      run={({ key }) => api.POST('/trusted-certificates', { params: { header: { 'Idempotency-Key': key } }, body: { file } }).then(dataOf)}
      done={({ holder }) => t('einvoice.trust.done', { holder })}
    >
      <p>{t('einvoice.trust.addText')}</p>
      <FileInput
        label={t('einvoice.trust.file')}
        accept=".cer,.crt,.pem,application/pkix-cert"
        onChange={(chosen) => void take(chosen)}
        data-autofocus
      />
    </ActionDialog>
  );
}
