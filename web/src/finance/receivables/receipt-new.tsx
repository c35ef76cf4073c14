import { $api, api, dataOf, sending } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { CustomerPicker } from '../../ui/record-picker.tsx';
import { moneyBody } from '../open-items/money-fields.tsx';
import { Settlement } from '../open-items/settlement.tsx';

const useCustomer = (customerId: string | undefined) =>
  $api.useQuery(
    'get',
    '/customers/{customerId}',
    { params: { path: { customerId: customerId ?? '' } } },
    { enabled: customerId !== undefined },
  );

/** Money that came in: from whom, how much, and what it pays. What no invoice takes stays as the customer's credit. */
export function Screen() {
  const t = useT();
  return (
    <Settlement
      plan={{
        title: t('billing.receipts.new'),
        list: { to: '/receipts', label: t('menu.receipts') },
        kind: 'receipt',
        partyLabel: t('billing.customer'),
        Picker: CustomerPicker,
        useParty: useCustomer,
        chargesTitle: t('billing.allocations.invoices'),
        exchanged: 'received',
        faults: { party: t('billing.customerNeeded'), amount: t('billing.pay.amountNeeded'), tooMuch: t('billing.receipts.tooMuch') },
        review: t('billing.receipts.review'),
        reviewTitle: ({ name }, amount) => t('billing.receipts.reviewTitle', { customer: name, amount }),
        confirm: t('billing.receipts.record'),
        pays: (count) => t('billing.receipts.pays', { count }),
        leaves: (amount) => t('billing.credit.leaves', { amount }),
        done: (number) => t('billing.receipts.done', { number }),
        send: ({ id }, typed, taken, _, how) => {
          const body = { customerId: id, ...moneyBody(typed, 'received'), auto: false, ...taken };
          return api.POST('/receipts', { params: sending(how), body }).then(dataOf);
        },
      }}
    />
  );
}
