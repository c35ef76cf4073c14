import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post, type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';

type Document = Schemas['DocumentRow'];
type Signature = NonNullable<Document['signature']>;

/** Whether a signed file was changed since, whose certificate it bears, and whether the company trusts that. */
export function SignatureText({ signature }: { readonly signature: Signature }) {
  const t = useT();
  const { date } = useFormats();
  const { state, signer, taxId = '–', issuer, from, to, signedOn, trust } = signature;
  return (
    <>
      {t(`documents.signature.${state}`)}
      {signer && (
        <span className="dimmed">
          {' '}
          {t(trust ? 'documents.signature.trusted' : 'documents.signature.certificate', {
            ...{ signer, taxId, issuer, from: date(from ?? ''), to: date(to ?? '') },
          })}
        </span>
      )}
      {signedOn && <span className="dimmed"> {t('documents.signature.on', { date: date(signedOn) })}</span>}
    </>
  );
}

/** Trusting who signed a document that waits for that, or who issued their certificate where that stands in it. */
export function SignatureTrust({ document }: { readonly document: Document }) {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  const [active, setActive] = useState<Step>();
  const { signature, state } = document;
  if (signature?.state !== 'intact' || signature.trust || state !== 'review' || !can('trustSigner')) return null;
  const { signer = '', issuer = '', hasIssuer } = signature;
  const stepOf = (of: 'certificate' | 'issuer') =>
    step((_: never, how) => post('/documents/{documentId}/trust', { documentId: document.id })({ of }, how), {
      title: t(`documents.trust.${of}`),
      confirm: t(`documents.trust.${of}`),
      says: t(`documents.trust.${of}Text`, { signer, issuer }),
      done: () => t('documents.trust.done'),
      onDone: () => void queries.invalidateQueries(),
    });
  return (
    <>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="sm" onClick={() => setActive(stepOf('certificate'))}>
          {t('documents.trust.certificate')}
        </Button>
        {hasIssuer && (
          <Button variant="default" size="sm" onClick={() => setActive(stepOf('issuer'))}>
            {t('documents.trust.issuer')}
          </Button>
        )}
      </Group>
      {active && <StepDialog {...active} onClose={() => setActive(undefined)} />}
    </>
  );
}
