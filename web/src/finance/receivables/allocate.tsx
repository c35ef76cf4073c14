import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { kindOf } from '../../record/kinds.ts';
import { AllocationDialog } from '../open-items/allocation-dialog.tsx';
import { allocationsOf, inTheirCurrency, useOpenCharges } from '../open-items/open-charges.ts';

/** A receipt or credit note with credit left. */
export type CreditSource = Pick<Schemas['Receipt'], 'id' | 'customerId' | 'date' | 'open'> & {
  readonly foreign?: Pick<NonNullable<Schemas['Receipt']['foreign']>, 'open'>;
};

/** Open invoices of a customer. */
export const useOpenInvoices = (customerId: string | undefined) =>
  useOpenCharges('open-invoices', customerId, (party, paging, signal) =>
    api
      .GET('/invoices', { params: { query: { customerId: party, state: 'open', ...paging } }, signal })
      .then(dataOf)
      .then(inTheirCurrency),
  );

/** Uses what is left of a receipt or credit note on open invoices of its customer. */
export function AllocateDialog({ source, onClose }: { readonly source: CreditSource; readonly onClose: () => void }) {
  const t = useT();
  const { id } = source;
  return (
    <AllocationDialog
      source={source}
      query={useOpenInvoices(source.customerId)}
      send={(shares, date, currency, how) => {
        const body = { date, allocations: allocationsOf('invoiceId', shares, currency) };
        return kindOf(id) === 'credit-note'
          ? api
              .POST('/credit-notes/{creditNoteId}/allocations', { params: { path: { creditNoteId: id }, ...sending(how) }, body })
              .then(dataOf)
          : api.POST('/receipts/{receiptId}/allocations', { params: { path: { receiptId: id }, ...sending(how) }, body }).then(dataOf);
      }}
      after={(left) => t('billing.allocations.after', { left })}
      onClose={onClose}
    />
  );
}
