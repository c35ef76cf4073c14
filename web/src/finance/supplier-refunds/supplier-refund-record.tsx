import { Alert } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { numberOf } from '../../record/kinds.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { DocumentLink } from '../receivables/documents.tsx';
import { SupplierLink } from '../suppliers/supplier-link.tsx';

/** Money that a supplier has paid back: which credit notes it used up, and the line of the bank that brought it. */
export function Screen() {
  const t = useT();
  const { date, money } = useFormats();
  const exchange = useExchangeText();
  const { refundId } = useParams({ strict: false }) as { refundId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payables/refunds/{refundId}', { params: { path: { refundId } } })}
      parent={{ to: '/payables/refunds', label: t('menu.supplierRefunds') }}
      title={({ number }) => t('billing.documents.supplier-refund' as 'billing.documents.refund', { number })}
      subtitle={({ supplierId, supplierName }) => <SupplierLink id={supplierId} name={supplierName} />}
    >
      {({ amount, foreign, from, bankLineId, reversal, entries, ...refund }) => (
        <>
          {reversal && <Alert color="gray">{t('supplierRefunds.reversed', { date: date(reversal.date), reason: reversal.reason })}</Alert>}
          <Section title={t('billing.facts')}>
            <Facts
              facts={[
                [t('billing.amount'), money(amount)],
                [t('currencies.inCurrency'), exchange(foreign, foreign?.amount)],
                [t('billing.date'), date(refund.date)],
                [
                  t('supplierRefunds.from'),
                  from.map((id) => (
                    <div key={id}>
                      <DocumentLink id={id} />
                    </div>
                  )),
                ],
                [
                  t('supplierRefunds.line'),
                  bankLineId && (
                    <Link key="line" to={`/banking/lines/${bankLineId}` as never}>
                      {numberOf(bankLineId)}
                    </Link>
                  ),
                ],
              ]}
            />
          </Section>
          <FlowEntries entries={entries} />
        </>
      )}
    </DocumentPage>
  );
}
