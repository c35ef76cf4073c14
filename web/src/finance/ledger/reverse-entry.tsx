import { useNavigate } from '@tanstack/react-router';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { ReasonAndDate, useUndoing } from '../../form/reason-and-date.tsx';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly entry: Schemas['EntryDetail'];
  readonly onClose: () => void;
}

/** Takes a manual entry back by its mirror image, on its day or a later one. */
export function ReverseEntryDialog({ entry, onClose }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const undoing = useUndoing(entry.date);
  const { body } = undoing;
  return (
    <ActionDialog
      title={t('books.entry.reverseTitle')}
      confirm={t('books.entry.reverse')}
      danger
      onClose={onClose}
      input={body}
      incomplete={undoing.incomplete}
      run={(how) =>
        api.POST('/journal-entries/{entryId}/reversal', { params: { path: { entryId: entry.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={(made) => <EntriesPreview entries={[made]} />}
      done={() => t('books.entry.reverseDone')}
      onDone={({ id }) => void navigate({ to: `/journal/${id}` } as never)}
    >
      <ReasonAndDate undoing={undoing} />
    </ActionDialog>
  );
}
