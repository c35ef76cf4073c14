import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { numberOf } from '../../record/kinds.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ReceiveReturnDialog } from './receive-return.tsx';
import { RefundReturnDialog } from './refund-return.tsx';
import { ReturnAside } from './return-aside.tsx';
import { ReturnLines } from './return-lines.tsx';
import { ReturnReceipts } from './return-receipts.tsx';
import { cancelReturn } from './return-steps.ts';

type Return = Schemas['Return'];
type DialogName = 'receive' | 'refund' | 'cancel';

/** One return: what was authorised, what came, what was credited and paid back. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  const { returnId } = useParams({ strict: false }) as { returnId: string };
  const query = $api.useQuery('get', '/returns/{returnId}', { params: { path: { returnId } } });
  const { data: ret } = query;
  const order = $api.useQuery(
    'get',
    '/orders/{orderId}',
    { params: { path: { orderId: ret?.orderId ?? '' } } },
    { enabled: ret !== undefined },
  );
  const [activeDialog, setActiveDialog] = useState<DialogName>();
  const stop = () => setActiveDialog(undefined);
  const actions = useReturnActions(ret, setActiveDialog);
  const lines = order.data?.lines ?? [];
  return (
    <RecordPage
      query={query}
      parent={{ to: '/returns', label: t('menu.returns') }}
      title={ret ? t('returns.one', { number: ret.number }) : ''}
      badges={ret && <StateBadge kind="return" state={ret.state} />}
      subtitle={ret && [ret.customerName, date(ret.date)].join(' · ')}
      answered={ret?.actions}
      actions={actions}
      aside={ret && <ReturnAside ret={ret} />}
    >
      {ret && (
        <>
          <ReturnFacts ret={ret} />
          <Section title={t('records.lines')}>
            <ReturnLines ret={ret} lines={lines} />
          </Section>
          <ReturnReceipts ret={ret} lines={lines} />
          {activeDialog === 'receive' && <ReceiveReturnDialog ret={ret} lines={lines} onClose={stop} />}
          {activeDialog === 'refund' && <RefundReturnDialog ret={ret} onClose={stop} />}
          {activeDialog === 'cancel' && <StepDialog {...cancelReturn(ret, t)} onClose={stop} />}
        </>
      )}
    </RecordPage>
  );
}

function useReturnActions(ret: Return | undefined, start: (dialog: DialogName) => void): RecordAction[] {
  const t = useT();
  const navigate = useNavigate();
  if (!ret) return [];
  const some = ret.receipts.length > 0;
  return [
    {
      id: 'receive',
      label: t('returns.receive.action'),
      needs: 'receiveReturn',
      primary: true,
      key: 'r',
      start: () => start('receive'),
    },
    {
      id: 'refund',
      label: t('returns.refund.action'),
      needs: 'refundReturn',
      primary: ret.state === 'received',
      key: 'p',
      start: () => start('refund'),
    },
    { id: 'order', label: t('returns.toOrder'), needs: 'getOrder', start: () => void navigate({ to: `/orders/${ret.orderId}` as never }) },
    {
      id: 'cancel',
      label: t(some ? 'returns.cancel.rest' : 'returns.cancel.action'),
      needs: 'cancelReturn',
      danger: true,
      start: () => start('cancel'),
    },
  ];
}

function ReturnFacts({ ret }: { readonly ret: Return }) {
  const t = useT();
  const { date } = useFormats();
  const { data } = $api.useQuery('get', '/warehouses', {}, { staleTime: 300_000 });
  const said = (what: Return['cancelled']) => what && `${date(what.date)}: ${what.reason}`;
  return (
    <Section title={t('orders.facts')}>
      <Facts
        facts={[
          [
            t('orders.customer'),
            <Link key="customer" to={`/customers/${ret.customerId}` as never}>
              {ret.customerName}
            </Link>,
          ],
          [
            t('returns.order'),
            <Link key="order" to={`/orders/${ret.orderId}` as never}>
              {numberOf(ret.orderId)}
            </Link>,
          ],
          [t('returns.authorised'), date(ret.date)],
          [t('actions.reason'), ret.reason],
          [t('orders.warehouse'), data?.items.find(({ code }) => code === ret.warehouse)?.name ?? ret.warehouse],
          [t('returns.cancelled'), said(ret.cancelled)],
          [t('returns.short'), said(ret.short)],
        ]}
      />
    </Section>
  );
}
