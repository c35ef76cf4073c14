import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { BusinessDate } from '../../form/reason-and-date.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** Makes the invoice: its number is taken for good, so it is shown before. */
export function IssueDraftDialog({ draft, onClose }: { readonly draft: Schemas['Draft']; readonly onClose: () => void }) {
  const t = useT();
  const { date: written, money } = useFormats();
  const navigate = useNavigate();
  const [date, setDate] = useState(draft.date ?? today());
  const body = { date };
  return (
    <ActionDialog
      title={t('billing.drafts.issue.title', { number: draft.number })}
      confirm={t('billing.drafts.issue.action')}
      onClose={onClose}
      input={body}
      incomplete={date ? undefined : t('actions.dateNeeded')}
      run={(how) =>
        api.POST('/invoice-drafts/{draftId}/issue', { params: { path: { draftId: draft.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={({ number, totals, dueDate, entry }) => (
        <>
          <p role="status">
            {t('billing.drafts.issue.makes', {
              number,
              amount: money(totals.gross),
              customer: draft.customerName,
              dueDate: written(dueDate),
            })}
          </p>
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={({ number }) => t('billing.drafts.issue.done', { number })}
      onDone={({ id }) => void navigate({ to: `/invoices/${id}` as never })}
    >
      <div>
        <BusinessDate value={date} onChange={setDate} />
      </div>
    </ActionDialog>
  );
}
