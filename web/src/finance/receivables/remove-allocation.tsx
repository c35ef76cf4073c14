import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, type Sending, sending } from '../../api/client.ts';
import { BusinessDate } from '../../form/reason-and-date.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { appliedBy } from './allocations.tsx';
import { documentName } from './documents.tsx';

type Source = Pick<Schemas['Receipt'], 'id' | 'date' | 'allocations'>;

const remove = (id: string, invoiceId: string, body: Schemas['RemovalInput'], how: Sending): Promise<unknown> =>
  id.startsWith('crn_')
    ? api
        .POST('/credit-notes/{creditNoteId}/allocations/{invoiceId}/removal', {
          params: { path: { creditNoteId: id, invoiceId }, ...sending(how) },
          body,
        })
        .then(dataOf)
    : api
        .POST('/receipts/{receiptId}/allocations/{invoiceId}/removal', {
          params: { path: { receiptId: id, invoiceId }, ...sending(how) },
          body,
        })
        .then(dataOf);

/** Takes back what a receipt or credit note has paid of one invoice. */
export function RemoveAllocationDialog(props: { readonly source: Source; readonly invoiceId: string; readonly onClose: () => void }) {
  const { source, invoiceId, onClose } = props;
  const t = useT();
  const { money } = useFormats();
  const latest =
    source.allocations
      .map((each) => each.date)
      .sort()
      .at(-1) ?? source.date;
  const [date, setDate] = useState(todayOrAfter(latest));
  const amount = appliedBy(source.allocations).find(({ id }) => id === invoiceId)?.amount ?? '0';
  const invoice = documentName(invoiceId, t);
  const body = { date };
  return (
    <ActionDialog
      title={t('billing.allocations.removeTitle', { document: invoice })}
      confirm={t('billing.allocations.remove')}
      danger
      onClose={onClose}
      input={body}
      incomplete={date ? undefined : t('actions.dateNeeded')}
      run={(how) => remove(source.id, invoiceId, body, how)}
      preview={() => <p>{t('billing.allocations.removeText', { amount: money({ amount, currency: 'EUR' }) })}</p>}
      done={() => t('billing.allocations.removed', { document: invoice })}
    >
      <div data-autofocus>
        <BusinessDate value={date} onChange={setDate} min={source.date} />
      </div>
    </ActionDialog>
  );
}
