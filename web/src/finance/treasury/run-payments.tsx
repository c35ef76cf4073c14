import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DocumentLink } from '../receivables/documents.tsx';
import { SupplierLink } from '../suppliers/supplier-link.tsx';
import styles from './run-payments.module.css';

type Payment = Schemas['PaymentRun']['payments'][number];

interface Props {
  readonly run: Pick<Schemas['PaymentRun'], 'kind' | 'payments'>;
  /** Takes a payment out; absent where that cannot be done. */
  readonly onReject?: ((payment: Payment) => void) | undefined;
  /** Records that the bank gave the money of a debit back. */
  readonly onReturn?: ((payment: Payment) => void) | undefined;
}

/** What each supplier gets, its bills less its credit notes; or what is taken of each customer. */
export function RunPayments({ run: { kind, payments }, onReject, onReturn }: Props) {
  const t = useT();
  const { money } = useFormats();
  return (
    <LinesTable
      heads={[
        t(kind === 'debit' ? 'billing.customer' : 'payables.supplier'),
        'IBAN',
        t(kind === 'debit' ? 'treasury.debits.documents' : 'treasury.documents'),
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
              <Account payment={payment} />
            </td>
            <td>
              <Documents payment={payment} />
            </td>
            <td className="amount">{money(payment.amount)}</td>
            <td>
              <PaymentState kind={kind} payment={payment} />
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

/** Where the money goes; of a debit, where it is taken from, and by what mandate. */
function Account({ payment: { iban, mandate } }: { readonly payment: Payment }) {
  return (
    <div>
      <span className={styles.iban}>{iban.replace(/(.{4})/g, '$1 ').trim()}</span>
      {mandate && (
        <div>
          <Link to={`/treasury/mandates/${mandate.id}` as never}>{mandate.reference}</Link> · {mandate.scheme} {mandate.sequence}
        </div>
      )}
    </div>
  );
}

/** The bills that a payment pays, and the credit notes that are taken off. */
function Documents({ payment: { charges, credits } }: { readonly payment: Payment }) {
  const { money } = useFormats();
  const negative = ({ amount, currency }: Schemas['Money']) => money({ amount: `-${amount}`, currency });
  return (
    <div>
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
    </div>
  );
}

interface StateProps {
  readonly kind: Props['run']['kind'];
  readonly payment: Payment;
}

function PaymentState({ kind, payment: { state, rejection, paymentId, returned } }: StateProps) {
  const t = useT();
  const { date } = useFormats();
  if (paymentId)
    return (
      <div>
        <DocumentLink id={paymentId} />
        {returned && <div>{t('treasury.debits.returned', { date: date(returned.on), code: returned.code })}</div>}
      </div>
    );
  const told =
    kind === 'debit' && (state === 'open' || state === 'paid')
      ? (`treasury.debits.states.${state}` as const)
      : (`treasury.paymentStates.${state}` as const);
  return <>{rejection ? `${t(told)}: ${rejection.reason}` : t(told)}</>;
}

/** What was due and is not in the run, with the reason. */
export function LeftOutList({ leftOut }: { readonly leftOut: Schemas['PaymentRun']['leftOut'] }) {
  const t = useT();
  const { money } = useFormats();
  if (leftOut.length === 0) return null;
  return (
    <section className={styles.leftOut} aria-labelledby="left-out-title">
      <h4 id="left-out-title">{t('treasury.leftOut.title')}</h4>
      <ul>
        {leftOut.map(({ partyId, partyName, why, amount }) => (
          <li key={partyId}>
            {partyName} ({money(amount)}): {t(`treasury.leftOut.${why}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export const RunBadge = ({ state }: { readonly state: Schemas['PaymentRunRow']['state'] }) => (
  <StateBadge kind="payment-run" state={state} />
);
