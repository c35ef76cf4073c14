import { Link, useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
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
  const t = useT();
  const { mandateId } = useParams({ strict: false }) as { mandateId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/treasury/mandates/{mandateId}', { params: { path: { mandateId } } })}
      parent={{ to: '/treasury/mandates', label: t('menu.mandates') }}
      title={({ reference }) => t('treasury.mandates.one', { reference })}
      subtitle={({ customerName }) => customerName}
      actions={() => [
        {
          id: 'change',
          label: t('treasury.mandates.change.action'),
          needs: 'patchMandate',
          key: 'e',
          dialog: (mandate, onClose) => <ChangeMandateDialog mandate={mandate} onClose={onClose} />,
        },
        { id: 'cancel', label: t('treasury.mandates.cancel.action'), needs: 'cancelMandate', danger: true, step: cancelMandate },
      ]}
    >
      {(mandate) => <MandateFacts mandate={mandate} />}
    </DocumentPage>
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
