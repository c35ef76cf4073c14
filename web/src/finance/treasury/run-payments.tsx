import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { SupplierLink } from '../payables/purchase-parts.tsx';
import { DocumentLink } from '../receivables/documents.tsx';

type Payment = Schemas['PaymentRun']['payments'][number];

interface Props {
  readonly run: Pick<Schemas['PaymentRun'], 'kind' | 'payments'>;
  /** Takes a payment out; absent where that cannot be done. */
  readonly onReject?: ((payment: Payment) => void) | undefined;
  /** Records that the bank gave the money of a debit back. */
  readonly onReturn?: ((payment: Payment) => void) | undefined;
}

/** What each supplier gets: its bills, less its credit notes. */
export function RunPayments({ run: { kind, payments }, onReject, onReturn }: Props) {
  const t = useT();
  const { money } = useFormats();
  return (
    <LinesTable
      heads={[
        t(kind === 'debit' ? 'billing.customer' : 'payables.supplier'),
        'IBAN',
        t('treasury.documents'),
        ...amounts(t('billing.amount')),
        t('treasury.state'),
        (onReject ?? onReturn) !== undefined && [t('treasury.reject.action'), 'unseen'],
      ]}
    >
      <tbody>
        {payments.map((payment) => (
          <tr key={payment.no}>
            <td>
              {kind === 'debit' ? (
                <Link to={`/customers/${payment.partyId}` as never}>{payment.partyName}</Link>
              ) : (
                <SupplierLink id={payment.partyId} name={payment.partyName} />
              )}
            </td>
            <td>
              {payment.iban.replace(/(.{4})/g, '$1 ').trim()}
              {payment.mandate && (
                <div>
                  <Link to={`/treasury/mandates/${payment.mandate.id}` as never}>{payment.mandate.reference}</Link> ·{' '}
                  {payment.mandate.scheme} {payment.mandate.sequence}
                </div>
              )}
            </td>
            <td>
              <Documents payment={payment} />
            </td>
            <td className="amount">{money(payment.amount)}</td>
            <td>
              <PaymentState payment={payment} />
            </td>
            {(onReject ?? onReturn) !== undefined && (
              <td>
                {onReturn !== undefined && payment.state === 'paid' && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('treasury.debits.return.of', { customer: payment.partyName })}
                    onClick={() => onReturn(payment)}
                  >
                    {t('treasury.debits.return.action')}
                  </Button>
                )}
                {onReject !== undefined && payment.state === 'open' && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('treasury.reject.of', { supplier: payment.partyName })}
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
function Documents({ payment: { charges, credits } }: { readonly payment: Payment }) {
  const { money } = useFormats();
  const negative = ({ amount, currency }: Schemas['Money']) => money({ amount: `-${amount}`, currency });
  return (
    <>
      {charges.map(({ id, reference, amount }) => (
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

function PaymentState({ payment: { state, rejection, paymentId, returned } }: { readonly payment: Payment }) {
  const t = useT();
  const { date } = useFormats();
  if (paymentId)
    return (
      <>
        <DocumentLink id={paymentId} />
        {returned && <div>{t('treasury.debits.returned', { date: date(returned.on), code: returned.code })}</div>}
      </>
    );
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
        {leftOut.map(({ partyId, partyName, why, amount }) => (
          <li key={partyId}>
            {partyName} ({money(amount)}): {t(`treasury.leftOut.${why}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

export const RunBadge = ({ state }: { readonly state: Schemas['PaymentRunRow']['state'] }) => (
  <StateBadge kind="payment-run" state={state} />
);
