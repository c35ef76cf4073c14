import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, sending } from '../../api/client.ts';
import { centsOf, inCurrency, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { BankField, bankTyped } from '../currencies/bank-field.tsx';
import { EurosField, eurosTyped, unitOf } from '../currencies/euros-field.tsx';
import type { CreditSource } from './allocate.tsx';
import { documentName } from './documents.tsx';
import { MethodField } from './receipt-fields.tsx';

/** Pays back to the customer what no invoice has taken of a receipt or credit note. */
export function RecordRefundDialog({ source, onClose }: { readonly source: CreditSource; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const navigate = useNavigate();
  const left = source.foreign?.open ?? source.open;
  const { currency } = left;
  const [amount, setAmount] = useState(left.amount);
  const [paid, setPaid] = useState('');
  const [date, setDate] = useState(todayOrAfter(source.date));
  const [method, setMethod] = useState<PaymentMethod>('bank');
  const [account, setAccount] = useState('');
  const cents = typedCents(amount);
  const over = cents > centsOf(left);
  const body = {
    from: source.id,
    amount: inCurrency(cents, currency),
    ...bankTyped(method, account),
    ...eurosTyped('paid', currency, paid),
    method,
    date,
  };
  return (
    <ActionDialog
      title={t('billing.refunds.title', { document: documentName(source.id, t) })}
      confirm={t('billing.refunds.action')}
      onClose={onClose}
      input={body}
      incomplete={cents === 0 || over ? t('billing.refunds.amountNeeded') : date ? undefined : t('actions.dateNeeded')}
      run={(how) => api.POST('/refunds', { params: sending(how), body }).then(dataOf)}
      preview={({ entry }) => <EntriesPreview entries={[entry]} />}
      done={({ number }) => t('billing.refunds.done', { number })}
      onDone={({ id }) => void navigate({ to: `/refunds/${id}` as never })}
    >
      <div className={fields.fields}>
        <AmountInput
          label={t('billing.amount')}
          description={t('billing.refunds.openIs', { amount: money(left) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={over ? t('billing.refunds.over') : undefined}
          value={amount}
          onChange={setAmount}
          unit={unitOf(currency)}
          required
          data-autofocus
        />
        <EurosField name="paid" currency={currency} value={paid} onChange={setPaid} />
        <BusinessDate value={date} onChange={setDate} min={source.date} />
        <MethodField value={method} onChange={setMethod} />
        <BankField method={method} currency={currency} value={account} onChange={setAccount} />
      </div>
    </ActionDialog>
  );
}
