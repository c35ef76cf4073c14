import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { OneStep } from '../payables/purchase-parts.tsx';
import { ChangeMandateDialog } from './mandate-dialog.tsx';

type Mandate = Schemas['Mandate'];

const cancelMandate = (mandate: Mandate, { t }: Words) =>
  step(post('/treasury/mandates/{mandateId}/cancellation', { mandateId: mandate.id }), {
    title: t('treasury.mandates.cancel.title', { reference: mandate.reference }),
    confirm: t('treasury.mandates.cancel.action'),
    danger: true,
    fields: { reason: {} },
    says: t('treasury.mandates.cancel.text'),
    done: () => t('treasury.mandates.cancel.done'),
  });

/** One mandate: whose account it lets be debited, since when, and who entered that account. */
export function Screen() {
  const words = { t: useT(), formats: useFormats() };
  const { t } = words;
  const { mandateId } = useParams({ strict: false }) as { mandateId: string };
  const query = $api.useQuery('get', '/treasury/mandates/{mandateId}', { params: { path: { mandateId } } });
  const { data: mandate } = query;
  const [current, setStep] = useState<Step>();
  const [changing, setChanging] = useState(false);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/treasury/mandates', label: t('menu.mandates') }}
      title={mandate ? t('treasury.mandates.one', { reference: mandate.reference }) : ''}
      badges={mandate && <StateBadge kind="mandate" state={mandate.state} />}
      subtitle={mandate?.customerName}
      answered={mandate?.actions}
      actions={[
        { id: 'change', label: t('treasury.mandates.change.action'), needs: 'patchMandate', key: 'e', start: () => setChanging(true) },
        {
          id: 'cancel',
          label: t('treasury.mandates.cancel.action'),
          needs: 'cancelMandate',
          danger: true,
          start: () => mandate && setStep(cancelMandate(mandate, words)),
        },
      ]}
      aside={mandate && <Timeline id={mandate.id} />}
    >
      {mandate && <MandateFacts mandate={mandate} />}
      {mandate && changing && <ChangeMandateDialog mandate={mandate} onClose={() => setChanging(false)} />}
      <OneStep step={current} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

function MandateFacts({ mandate }: { readonly mandate: Mandate }) {
  const t = useT();
  const { date, whole } = useFormats();
  const { cancelled, collectedOn, paymentRunId } = mandate;
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [
            t('billing.customer'),
            <Link key="customer" to={`/customers/${mandate.customerId}` as never}>
              {mandate.customerName}
            </Link>,
          ],
          [t('treasury.mandates.reference'), mandate.reference],
          [t('treasury.mandates.scheme'), t(`treasury.mandates.schemes.${mandate.scheme}`)],
          [t('treasury.mandates.type'), t(`treasury.mandates.types.${mandate.type}`)],
          [t('treasury.mandates.signedOn'), date(mandate.signedOn)],
          ['IBAN', mandate.iban.replace(/(.{4})/g, '$1 ').trim()],
          [t('treasury.mandates.ibanBy'), `${mandate.ibanChangedBy}, ${date(mandate.ibanChangedOn)}`],
          [t('treasury.mandates.sequence'), `${mandate.sequence} · ${t(`treasury.mandates.sequences.${mandate.sequence}`)}`],
          [t('treasury.mandates.collections'), whole(mandate.collections)],
          [t('treasury.mandates.collectedOn'), collectedOn && date(collectedOn)],
          [t('treasury.mandates.expiresOn'), date(mandate.expiresOn)],
          [
            t('treasury.mandates.heldBy'),
            paymentRunId && (
              <Link key="run" to={`/treasury/payment-runs/${paymentRunId}` as never}>
                {t('menu.paymentRuns')}
              </Link>
            ),
          ],
          [t('treasury.cancelled'), cancelled && `${date(cancelled.on)}: ${cancelled.reason}`],
        ]}
      />
    </Section>
  );
}
