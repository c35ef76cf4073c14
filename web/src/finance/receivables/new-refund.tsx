import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import actions from '../../actions/action.module.css';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CustomerPicker } from '../../ui/record-picker.tsx';
import { documentName } from './documents.tsx';
import own from './receivables.module.css';
import { type CreditSource, RecordRefundDialog } from './record-refund.tsx';

/** A refund pays out the credit of one document: first whose, then of which. */
export function NewRefundDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [customer, setCustomer] = useState<Schemas['CustomerRow']>();
  const [source, setSource] = useState<CreditSource>();
  if (source) return <RecordRefundDialog source={source} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} title={t('billing.refunds.new')} size="lg">
      <div className={actions.form}>
        <CustomerPicker label={t('billing.customer')} value={customer} onChange={setCustomer} required autoFocus />
        {customer && <Credits customerId={customer.id} onChoose={setSource} />}
      </div>
    </Dialog>
  );
}

async function creditsOf(customerId: string, signal: AbortSignal): Promise<readonly CreditSource[]> {
  const params = { query: { customerId, open: true, limit: 100 } };
  const [receipts, notes] = await Promise.all([
    api.GET('/receipts', { params, signal }).then(dataOf),
    api.GET('/credit-notes', { params, signal }).then(dataOf),
  ]);
  return [...receipts.items, ...notes.items];
}

function Credits({ customerId, onChoose }: { readonly customerId: string; readonly onChoose: (source: CreditSource) => void }) {
  const t = useT();
  const { date, money } = useFormats();
  const found = useQuery({ queryKey: ['open-credits', customerId], queryFn: ({ signal }) => creditsOf(customerId, signal) });
  if (found.isPending) return <Loader size={18} aria-label={t('shell.loading')} />;
  if (found.error) return <ProblemNote error={found.error} />;
  if (found.data.length === 0) return <p className="dimmed">{t('billing.refunds.noCredit')}</p>;
  return (
    <section aria-label={t('billing.refunds.choose')}>
      <h3>{t('billing.refunds.choose')}</h3>
      <ul className={own.choices}>
        {found.data.map((source) => (
          <li key={source.id}>
            <button type="button" onClick={() => onChoose(source)}>
              <b>{documentName(source.id, t)}</b>
              <span className="dimmed">{date(source.date)}</span>
              <span className="amount">{money(source.foreign?.open ?? source.open)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
