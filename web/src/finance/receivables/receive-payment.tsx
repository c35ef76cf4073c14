import { useState } from 'react';
import type { PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { centsOf, inCurrency, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { BankField, bankTyped } from '../currencies/bank-field.tsx';
import { EurosField, eurosTyped, unitOf } from '../currencies/euros-field.tsx';
import { MethodField, ReferenceField } from './receipt-fields.tsx';

/** Records what a customer paid of one invoice; less leaves it open, more stays as the customer's credit. */
export function ReceivePaymentDialog({ invoice, onClose }: { readonly invoice: Schemas['InvoiceRow']; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const owed = invoice.foreign?.open ?? invoice.open;
  const { currency } = owed;
  const open = centsOf(owed);
  const [amount, setAmount] = useState(owed.amount);
  const [received, setReceived] = useState('');
  const [date, setDate] = useState(todayOrAfter(invoice.date));
  const [method, setMethod] = useState<PaymentMethod>('bank');
  const [account, setAccount] = useState('');
  const [reference, setReference] = useState('');
  const cents = typedCents(amount);
  const body = {
    customerId: invoice.customerId,
    date,
    method,
    amount: inCurrency(cents, currency),
    ...bankTyped(method, account),
    ...eurosTyped('received', currency, received),
    ...(reference.trim() ? { reference: reference.trim() } : {}),
    allocations: [{ invoiceId: invoice.id, amount: inCurrency(Math.min(cents, open), currency) }],
    auto: false,
  };
  return (
    <ActionDialog
      title={t('billing.pay.title', { number: invoice.number })}
      confirm={t('billing.pay.action')}
      onClose={onClose}
      input={body}
      incomplete={cents === 0 ? t('billing.pay.amountNeeded') : date ? undefined : t('actions.dateNeeded')}
      run={(how) => api.POST('/receipts', { params: sending(how), body }).then(dataOf)}
      preview={({ entry }) => (
        <>
          <p role="status">{t(outcomeOf(cents, open), { amount: money(inCurrency(Math.abs(cents - open), currency)) })}</p>
          {invoice.foreign && <p>{t('currencies.differencePosted')}</p>}
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={({ number }) => t('billing.pay.done', { number, invoice: invoice.number })}
    >
      <div className={fields.fields}>
        <AmountInput
          label={t('billing.amount')}
          description={t('billing.pay.openIs', { amount: money(owed) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={amount}
          onChange={setAmount}
          unit={unitOf(currency)}
          required
          data-autofocus
        />
        <EurosField name="received" currency={currency} value={received} onChange={setReceived} />
        <BusinessDate value={date} onChange={setDate} min={invoice.date} />
        <MethodField value={method} onChange={setMethod} />
        <BankField method={method} currency={currency} value={account} onChange={setAccount} />
        <ReferenceField value={reference} onChange={setReference} />
      </div>
    </ActionDialog>
  );
}

const outcomeOf = (cents: number, open: number) =>
  cents === open ? ('billing.pay.exact' as const) : cents < open ? ('billing.pay.under' as const) : ('billing.pay.over' as const);
