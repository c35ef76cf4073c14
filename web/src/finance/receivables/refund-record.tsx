import { useParams } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { CustomerLink, DocumentLink } from './documents.tsx';

/** One refund: what was paid back, out of which credit, and its entry. */
export function Screen() {
  const t = useT();
  const { date, money } = useFormats();
  const exchange = useExchangeText();
  const { refundId } = useParams({ strict: false }) as { refundId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/refunds/{refundId}', { params: { path: { refundId } } })}
      parent={{ to: '/refunds', label: t('menu.refunds') }}
      title={({ number }) => t('billing.documents.refund', { number })}
      subtitle={({ customerId, customerName }) => <CustomerLink id={customerId} name={customerName} />}
    >
      {(refund) => (
        <>
          <Section title={t('billing.facts')}>
            <Facts
              facts={[
                [t('billing.amount'), money(refund.amount)],
                [t('currencies.inCurrency'), exchange(refund.foreign, refund.foreign?.amount)],
                [t('billing.date'), date(refund.date)],
                [t('billing.method'), t(`billing.methods.${refund.method}`)],
                [t('billing.refunds.from'), <DocumentLink key="from" id={refund.from} />],
                [t('billing.refunds.overrides'), refund.overrides?.map((rule) => t(`billing.refunds.override.${rule}`)).join('. ')],
              ]}
            />
          </Section>
          <FlowEntries entries={refund.entries} />
        </>
      )}
    </DocumentPage>
  );
}
