import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { AllocationDialog } from '../open-items/allocation-dialog.tsx';
import { allocationsOf, inTheirCurrency, useOpenCharges } from '../open-items/open-charges.ts';

/** Bills of a supplier that may be paid. @param state of those that wait for a second person, too. */
export const useOpenBills = (supplierId: string | undefined, state = 'open') =>
  useOpenCharges(`open-bills ${state}`, supplierId, (party, paging, signal) =>
    api
      .GET('/payables/bills', { params: { query: { supplierId: party, state, ...paging } }, signal })
      .then(dataOf)
      .then(inTheirCurrency),
  );

/** A payment or credit note with something left. */
type Source = Pick<Schemas['SupplierPayment'], 'id' | 'supplierId' | 'date' | 'open'> & {
  readonly foreign?: Pick<NonNullable<Schemas['SupplierPayment']['foreign']>, 'open'>;
};

/** Uses what is left of a payment or credit note on open bills of its supplier. */
export function AllocateBillsDialog({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const t = useT();
  const { id } = source;
  const credit = id.startsWith('scn_');
  return (
    <AllocationDialog
      source={source}
      query={useOpenBills(source.supplierId, credit ? 'open,waiting' : 'open')}
      send={(shares, date, currency, how) => {
        const body = { date, allocations: allocationsOf('billId', shares, currency) };
        const note = { supplierCreditNoteId: id };
        return credit
          ? api
              .POST('/payables/credit-notes/{supplierCreditNoteId}/allocations', { params: { path: note, ...sending(how) }, body })
              .then(dataOf)
          : api
              .POST('/payables/payments/{paymentId}/allocations', { params: { path: { paymentId: id }, ...sending(how) }, body })
              .then(dataOf);
      }}
      after={(left) => t('payables.allocated', { left })}
      onClose={onClose}
    />
  );
}
