import { useState } from 'react';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { centsOf, inCurrency, typedCents } from '../../api/money.ts';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { MoneyFields, moneyBody, typedMoney } from '../open-items/money-fields.tsx';

/** Records what a customer paid of one invoice; less leaves it open, more stays as the customer's credit. */
export function ReceivePaymentDialog({ invoice, onClose }: { readonly invoice: Schemas['InvoiceRow']; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const owed = invoice.foreign?.open ?? invoice.open;
  const { currency } = owed;
  const open = centsOf(owed);
  const [typed, setTyped] = useState(() => typedMoney({ ...owed, date: todayOrAfter(invoice.date) }));
  const cents = typedCents(typed.amount);
  const body = {
    customerId: invoice.customerId,
    ...moneyBody(typed, 'received'),
    allocations: [{ invoiceId: invoice.id, amount: inCurrency(Math.min(cents, open), currency) }],
    auto: false,
  };
  return (
    <ActionDialog
      title={t('billing.pay.title', { number: invoice.number })}
      confirm={t('billing.pay.action')}
      onClose={onClose}
      input={body}
      incomplete={cents === 0 ? t('billing.pay.amountNeeded') : undefined}
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
        <MoneyFields
          typed={typed}
          onType={setTyped}
          exchanged="received"
          min={invoice.date}
          amount={{ description: t('billing.pay.openIs', { amount: money(owed) }), 'data-autofocus': true }}
        />
      </div>
    </ActionDialog>
  );
}

const outcomeOf = (cents: number, open: number) =>
  cents === open ? ('billing.pay.exact' as const) : cents < open ? ('billing.pay.under' as const) : ('billing.pay.over' as const);
