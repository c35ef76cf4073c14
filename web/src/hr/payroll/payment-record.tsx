import { Link, useParams } from '@tanstack/react-router';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, Section } from '../../record/record-page.tsx';

type Payment = Schemas['PayrollPayment'];

/** One payment of pay: what it is of, who proposed it, who posted it. */
export function Screen() {
  const t = useT();
  const { money, date } = useFormats();
  const { paymentId } = useParams({ strict: false }) as { paymentId: string };
  const query = $api.useQuery('get', '/payroll/payments/{paymentId}', { params: { path: { paymentId } } });
  return (
    <DocumentPage
      query={query}
      parent={{ to: '/payroll/payments', label: t('menu.payrollPayments') }}
      title={({ number }) => t('payroll.payments.one', { number })}
      subtitle={({ what, month, amount }) => `${t(`payroll.payments.kinds.${what}`)}, ${month}: ${money(amount)}`}
      actions={({ state }) => [
        {
          ...{ id: 'approve', label: t('payroll.payments.approve.action'), needs: 'approvePayrollPayment', primary: state === 'proposed' },
          step: approve,
        },
        { id: 'cancel', label: t('payroll.payments.cancel.action'), needs: 'cancelPayrollPayment', danger: true, step: cancel },
        { id: 'reverse', label: t('payroll.payments.reverse.action'), needs: 'reversePayrollPayment', danger: true, step: reverse },
      ]}
    >
      {(payment) => (
        <>
          <Section title={t('billing.facts')}>
            <Facts
              facts={[
                [t('payroll.payments.date'), date(payment.date)],
                [t('payroll.payments.dueDate'), date(payment.dueDate)],
                [t('payroll.payments.bank'), payment.account],
                [t('payroll.slip.account'), payment.contributionAccount],
                [t('payroll.runs.delegated'), payment.delegated.amount !== '0.00' && money(payment.delegated)],
                [t('payroll.payments.proposedBy'), payment.proposedBy],
                [t('payroll.payments.approvedBy'), payment.approvedBy],
                [t('payroll.runs.cancelled'), payment.cancelled && `${date(payment.cancelled.on)}: ${payment.cancelled.reason}`],
                [t('payroll.payments.reversed'), payment.reversal && `${date(payment.reversal.date)}: ${payment.reversal.reason}`],
                [
                  t('menu.payrollRuns'),
                  payment.runIds.map((id) => (
                    <Link key={id} to={`/payroll/runs/${id}` as never}>
                      {payment.month}{' '}
                    </Link>
                  )),
                ],
              ]}
            />
          </Section>
          <FlowEntries entries={payment.entries} />
        </>
      )}
    </DocumentPage>
  );
}

const approve = ({ id, number, amount }: Payment, { t, formats }: Words): Step =>
  step(post('/payroll/payments/{paymentId}/approval', { paymentId: id }), {
    title: t('payroll.payments.approve.title', { number }),
    confirm: t('payroll.payments.approve.action'),
    says: t('payroll.payments.approve.text', { total: formats.money(amount) }),
    done: () => t('payroll.payments.approve.done', { number }),
  });

const cancel = ({ id, number }: Payment, { t }: Words): Step =>
  step(post('/payroll/payments/{paymentId}/cancellation', { paymentId: id }), {
    title: t('payroll.payments.cancel.title', { number }),
    confirm: t('payroll.payments.cancel.action'),
    danger: true,
    fields: { reason: {} },
    says: t('payroll.payments.cancel.text'),
    done: () => t('payroll.payments.cancel.done', { number }),
  });

const reverse = ({ id, number, amount, date: paidOn }: Payment, { t, formats }: Words): Step =>
  step(post('/payroll/payments/{paymentId}/reversal', { paymentId: id }), {
    title: t('payroll.payments.reverse.title', { number }),
    confirm: t('payroll.payments.reverse.action'),
    danger: true,
    fields: { date: { min: paidOn, proposed: todayOrAfter(paidOn) }, reason: {} },
    says: t('payroll.payments.reverse.text', { total: formats.money(amount) }),
    done: () => t('payroll.payments.reverse.done', { number }),
  });
