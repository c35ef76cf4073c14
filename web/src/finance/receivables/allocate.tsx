import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, type Sending, sending } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { kindOf } from '../../record/kinds.ts';
import { AllocationTable } from './allocation-table.tsx';
import { documentName } from './documents.tsx';
import { allocationsOf, type Shares, sharedCents, useOpenInvoices } from './open-invoices.ts';

/** A receipt or credit note with credit left. */
export type CreditSource = Pick<Schemas['Receipt'], 'id' | 'customerId' | 'date' | 'open'> & {
  readonly foreign?: Pick<NonNullable<Schemas['Receipt']['foreign']>, 'open'>;
};

type Body = Schemas['AllocateInput'];

const allocate = (id: string, body: Body, how: Sending): Promise<Pick<CreditSource, 'open' | 'foreign'>> =>
  kindOf(id) === 'credit-note'
    ? api.POST('/credit-notes/{creditNoteId}/allocations', { params: { path: { creditNoteId: id }, ...sending(how) }, body }).then(dataOf)
    : api.POST('/receipts/{receiptId}/allocations', { params: { path: { receiptId: id }, ...sending(how) }, body }).then(dataOf);

/** Uses what is left of a receipt or credit note on open invoices of its customer. */
export function AllocateDialog({ source, onClose }: { readonly source: CreditSource; readonly onClose: () => void }) {
  const t = useT();
  const { money } = useFormats();
  const query = useOpenInvoices(source.customerId);
  const [shares, setShares] = useState<Shares>({});
  const [date, setDate] = useState(todayOrAfter(source.date));
  const left = source.foreign?.open ?? source.open;
  const allocations = allocationsOf(shares, left.currency);
  const body = { date, allocations };
  const name = documentName(source.id, t);
  const over = sharedCents(shares) > centsOf(left);
  return (
    <ActionDialog
      title={t('billing.allocations.title', { document: name })}
      confirm={t('billing.allocations.action')}
      onClose={onClose}
      input={body}
      incomplete={allocations.length === 0 || over ? t('billing.allocations.nothing') : date ? undefined : t('actions.dateNeeded')}
      run={(how) => allocate(source.id, body, how)}
      preview={({ open, foreign }) => (
        <p>{foreign ? t('currencies.allocated', { left: money(foreign.open) }) : t('billing.allocations.after', { left: money(open) })}</p>
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
