import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { RETURN_CODES, type ReturnCode } from '#domain/finance/treasury/mandate.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { euros, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly run: Schemas['PaymentRun'];
  readonly payment: Schemas['PaymentRun']['payments'][number];
  readonly onClose: () => void;
}

/** The bank gave the money of a debit back: why, when, and what it took for it. */
export function ReturnDebitDialog({ run, payment, onClose }: Props) {
  const t = useT();
  const { money } = useFormats();
  const [code, setCode] = useState<ReturnCode>('AM04');
  const [date, setDate] = useState(todayOrAfter(run.executedOn ?? ''));
  const [fee, setFee] = useState('');
  const cents = typedCents(fee);
  const [recharge, setRecharge] = useState(false);
  const body = { code, date, ...(cents > 0 ? { fee: euros(cents), recharge } : {}) };
  return (
    <ActionDialog
      title={t('treasury.debits.return.title', { customer: payment.partyName })}
      confirm={t('treasury.debits.return.action')}
      danger
      onClose={onClose}
      input={body}
      incomplete={date ? undefined : t('actions.dateNeeded')}
      run={(how) =>
        api
          .POST('/treasury/payment-runs/{runId}/payments/{no}/return', {
            params: { path: { runId: run.id, no: String(payment.no) }, ...sending(how) },
            body,
          })
          .then(dataOf)
      }
      preview={() => <p role="status">{t('treasury.debits.return.text', { amount: money(payment.amount) })}</p>}
      done={() => t('treasury.debits.return.done', { customer: payment.partyName })}
    >
      <div className={fields.fields}>
        <Select
          label={t('treasury.debits.return.code')}
          data={RETURN_CODES.map((value) => ({ value, label: `${value} · ${t(`treasury.debits.codes.${value}`)}` }))}
          searchable
          allowDeselect={false}
          value={code}
          onChange={(value) => setCode((value ?? 'AM04') as ReturnCode)}
          data-autofocus
        />
        <BusinessDate value={date} onChange={setDate} min={run.executedOn} />
        <AmountInput
          label={t('treasury.debits.return.fee')}
          description={t('treasury.debits.return.feeHint')}
          value={fee}
          onChange={setFee}
        />
      </div>
      {cents > 0 && (
        <Checkbox
          label={t('treasury.debits.return.recharge')}
          description={t('treasury.debits.return.rechargeHint')}
          checked={recharge}
          onChange={({ currentTarget: { checked } }) => setRecharge(checked)}
        />
      )}
    </ActionDialog>
  );
}
