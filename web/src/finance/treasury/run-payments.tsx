import { Button } from '@mantine/core';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { SupplierLink } from '../payables/purchase-parts.tsx';
import { DocumentLink } from '../receivables/documents.tsx';

type Payment = Schemas['PaymentRun']['payments'][number];

interface Props {
  readonly payments: readonly Payment[];
  /** Takes a payment out; absent where that cannot be done. */
  readonly onReject?: ((payment: Payment) => void) | undefined;
}

/** What each supplier gets: its bills, less its credit notes. */
export function RunPayments({ payments, onReject }: Props) {
  const t = useT();
  const { money } = useFormats();
  return (
    <LinesTable
      heads={[
        t('payables.supplier'),
        'IBAN',
        t('treasury.documents'),
        ...amounts(t('billing.amount')),
        t('treasury.state'),
        onReject !== undefined && [t('treasury.reject.action'), 'unseen'],
      ]}
    >
      <tbody>
        {payments.map((payment) => (
          <tr key={payment.no}>
            <td>
              <SupplierLink id={payment.supplierId} name={payment.supplierName} />
            </td>
            <td>{payment.iban.replace(/(.{4})/g, '$1 ').trim()}</td>
            <td>
              <Documents payment={payment} />
            </td>
            <td className="amount">{money(payment.amount)}</td>
            <td>
              <PaymentState payment={payment} />
            </td>
            {onReject !== undefined && (
              <td>
                {payment.state === 'open' && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('treasury.reject.of', { supplier: payment.supplierName })}
                    onClick={() => onReject(payment)}
                  >
                    {t('treasury.reject.action')}
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}

/** The bills that a payment pays, and the credit notes that are taken off. */
function Documents({ payment: { bills, credits } }: { readonly payment: Payment }) {
  const { money } = useFormats();
  const negative = ({ amount, currency }: Schemas['Money']) => money({ amount: `-${amount}`, currency });
  return (
    <>
      {bills.map(({ id, reference, amount }) => (
        <div key={id}>
          {reference}: {money(amount)}
        </div>
      ))}
      {credits.map(({ id, reference, amount }) => (
        <div key={id}>
          {reference}: {negative(amount)}
        </div>
      ))}
    </>
  );
}

function PaymentState({ payment: { state, rejection, paymentId } }: { readonly payment: Payment }) {
  const t = useT();
  if (paymentId) return <DocumentLink id={paymentId} />;
  return (
    <>
      {t(`treasury.paymentStates.${state}`)}
      {rejection && `: ${rejection.reason}`}
    </>
  );
}

/** What was due and is not in the run, with the reason. */
export function LeftOutList({ leftOut }: { readonly leftOut: Schemas['PaymentRun']['leftOut'] }) {
  const t = useT();
  const { money } = useFormats();
  if (leftOut.length === 0) return null;
  return (
    <>
      <h4>{t('treasury.leftOut.title')}</h4>
      <ul>
        {leftOut.map(({ supplierId, supplierName, why, amount }) => (
          <li key={supplierId}>
            {supplierName} ({money(amount)}): {t(`treasury.leftOut.${why}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

export const RunBadge = ({ state }: { readonly state: Schemas['PaymentRunRow']['state'] }) => (
  <StateBadge kind="payment-run" state={state} />
);
