import { isRecentIban } from '#domain/finance/supplier-payments/payer-rules.ts';
import { api, dataOf, sending } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { moneyBody } from '../open-items/money-fields.tsx';
import { Settlement } from '../open-items/settlement.tsx';
import { SupplierPicker, useSupplier } from '../suppliers/supplier-picker.tsx';

/** Money that went to a supplier: to whom, how much, and what it pays. What no bill takes is an advance. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  return (
    <Settlement
      plan={{
        title: t('payables.payments.new'),
        list: { to: '/payables/payments', label: t('menu.supplierPayments') },
        kind: 'supplier-payment',
        partyLabel: t('payables.supplier'),
        Picker: SupplierPicker,
        useParty: useSupplier,
        chargesTitle: t('payables.payments.bills'),
        exchanged: 'paid',
        faults: {
          party: t('payables.payments.supplierNeeded'),
          amount: t('payables.payments.amountNeeded'),
          tooMuch: t('payables.payments.tooMuch'),
        },
        review: t('payables.payments.review'),
        reviewTitle: ({ name }, amount) => t('payables.payments.reviewTitle', { supplier: name, amount }),
        confirm: t('payables.payments.new'),
        pays: (count) => t('payables.payments.pays', { count }),
        leaves: (amount) => t('payables.payments.leaves', { amount }),
        done: (number) => t('payables.payments.done', { number }),
        send: ({ id }, typed, taken, confirmed, how) => {
          const body = { supplierId: id, ...moneyBody(typed, 'paid'), auto: false, ...taken, confirmed };
          return api.POST('/payables/payments', { params: sending(how), body }).then(dataOf);
        },
        warns: ({ marks, overrides }) => [
          ...(marks.length > 0 ? [t('payables.payments.marked')] : []),
          ...(overrides.length > 0 ? [t('payables.payments.alone')] : []),
        ],
        asks: ({ name, iban = '', ibanChangedOn = '', ...supplier }, { method }) =>
          method === 'bank' && isRecentIban({ ...supplier, ibanChangedOn }, today())
            ? t('payables.payments.confirm', { supplier: name, iban, date: date(ibanChangedOn) })
            : undefined,
      }}
    />
  );
}
