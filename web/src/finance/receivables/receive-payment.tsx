import { useState } from 'react';
import type { PaymentMethod } from '#domain/finance/receivables/receipt.ts';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { centsOf, euros, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { MethodField, ReferenceField } from './receipt-fields.tsx';

/** Records what a customer paid of one invoice; less leaves it open, more stays as the customer's credit. */
export function ReceivePaymentDialog({ invoice, onClose }: { readonly invoice: Schemas['InvoiceRow']; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const open = centsOf(invoice.open);
  const [amount, setAmount] = useState(invoice.open.amount);
  const [date, setDate] = useState(todayOrAfter(invoice.date));
  const [method, setMethod] = useState<PaymentMethod>('bank');
  const [reference, setReference] = useState('');
  const cents = typedCents(amount);
  const body = {
    customerId: invoice.customerId,
    date,
    method,
    amount: euros(cents),
    ...(reference.trim() ? { reference: reference.trim() } : {}),
    allocations: [{ invoiceId: invoice.id, amount: euros(Math.min(cents, open)) }],
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
          <p role="status">{t(outcomeOf(cents, open), { amount: money(euros(Math.abs(cents - open))) })}</p>
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={({ number }) => t('billing.pay.done', { number, invoice: invoice.number })}
    >
      <div className={fields.fields}>
        <AmountInput
          label={t('billing.amount')}
          description={t('billing.pay.openIs', { amount: money(invoice.open) })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={amount}
          onChange={setAmount}
          required
          data-autofocus
        />
        <BusinessDate value={date} onChange={setDate} min={invoice.date} />
        <MethodField value={method} onChange={setMethod} />
        <ReferenceField value={reference} onChange={setReference} />
      </div>
    </ActionDialog>
  );
}

const outcomeOf = (cents: number, open: number) =>
  cents === open ? ('billing.pay.exact' as const) : cents < open ? ('billing.pay.under' as const) : ('billing.pay.over' as const);
