import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, type Sending, sending } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { AllocationTable } from '../receivables/allocation-table.tsx';
import { documentName } from '../receivables/documents.tsx';
import { allocationsOf, inTheirCurrency, openCharges, type Shares, sharedCents } from '../receivables/open-invoices.ts';

/** Bills of a supplier that may be paid, first due first. @param waiting those too that wait for a second person. */
export const useOpenBills = (supplierId: string | undefined, waiting = false) =>
  useQuery({
    queryKey: ['open-bills', supplierId, waiting],
    queryFn: ({ signal }) =>
      openCharges((paging) => {
        const query = { supplierId: supplierId ?? '', state: waiting ? 'open,waiting' : 'open', ...paging };
        return api.GET('/payables/bills', { params: { query }, signal }).then(dataOf).then(inTheirCurrency);
      }),
    enabled: supplierId !== undefined,
  });

/** As the API takes them. */
export const billsOf = (shares: Shares, currency: string = BASE_CURRENCY) =>
  allocationsOf(shares, currency).map(({ invoiceId: billId, amount }) => ({ billId, amount }));

/** A payment or credit note with something left. */
type Source = Pick<Schemas['SupplierPayment'], 'id' | 'supplierId' | 'date' | 'open'> & {
  readonly foreign?: Pick<NonNullable<Schemas['SupplierPayment']['foreign']>, 'open'>;
};

const allocate = (id: string, body: Schemas['AllocateSupplierPayment'], how: Sending): Promise<Pick<Source, 'open' | 'foreign'>> =>
  id.startsWith('scn_')
    ? api
        .POST('/payables/credit-notes/{supplierCreditNoteId}/allocations', {
          params: { path: { supplierCreditNoteId: id }, ...sending(how) },
          body,
        })
        .then(dataOf)
    : api.POST('/payables/payments/{paymentId}/allocations', { params: { path: { paymentId: id }, ...sending(how) }, body }).then(dataOf);

/** Uses what is left of a payment or credit note on open bills of its supplier. */
export function AllocateBillsDialog({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const query = useOpenBills(source.supplierId, source.id.startsWith('scn_'));
  const [shares, setShares] = useState<Shares>({});
  const [date, setDate] = useState(todayOrAfter(source.date));
  const left = source.foreign?.open ?? source.open;
  const body = { date, allocations: billsOf(shares, left.currency) };
  const name = documentName(source.id, t);
  const over = sharedCents(shares) > centsOf(left);
  return (
    <ActionDialog
      title={t('billing.allocations.title', { document: name })}
      confirm={t('billing.allocations.action')}
      onClose={onClose}
      input={body}
      incomplete={body.allocations.length === 0 || over ? t('billing.allocations.nothing') : undefined}
      run={(how) => allocate(source.id, body, how)}
      preview={({ open, foreign }) => (
        <p>{foreign ? t('currencies.allocated', { left: money(foreign.open) }) : t('payables.allocated', { left: money(open) })}</p>
      )}
      done={() => t('billing.allocations.done', { document: name })}
    >
      <div>
        <BusinessDate value={date} onChange={setDate} min={source.date} />
      </div>
      <AllocationTable query={query} available={centsOf(left)} currency={left.currency} shares={shares} onChange={setShares} />
    </ActionDialog>
  );
}
