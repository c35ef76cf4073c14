import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';

interface Props {
  readonly entry: Schemas['EntryDetail'];
  readonly onClose: () => void;
}

/** Takes a manual entry back by its mirror image, on its day or a later one. */
export function ReverseEntryDialog({ entry, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const [date, setDate] = useState(todayOrAfter(entry.date));
  const [reason, setReason] = useState('');
  const body = { date, reason: reason.trim() };
  return (
    <ActionDialog
      title={t('books.entry.reverseTitle')}
      confirm={t('books.entry.reverse')}
      danger
      onClose={onClose}
      input={body}
      incomplete={body.reason ? undefined : t('actions.reasonNeeded')}
      run={(how) =>
        api.POST('/journal-entries/{entryId}/reversal', { params: { path: { entryId: entry.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={(made) => <EntriesPreview entries={[made]} />}
      done={() => t('books.entry.reverseDone')}
      onDone={({ id }) => void navigate({ to: `/journal/${id}` } as never)}
    >
      <div className={fields.fields}>
        <DateField label={t('actions.date')} min={entry.date} value={date} onChange={setDate} required />
      </div>
      <Textarea
        label={t('actions.reason')}
        required
        maxLength={200}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ActionDialog>
  );
}
