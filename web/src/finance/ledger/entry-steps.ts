import { post, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

/** A manual entry is reversed by its mirror image, on its day or a later one. */
export const reverseEntry = ({ id, date }: Schemas['EntryRow'], t: ReturnType<typeof useT>) =>
  step(post('/journal-entries/{entryId}/reversal', { entryId: id }), {
    title: t('books.entry.reverseTitle'),
    confirm: t('books.entry.reverse'),
    danger: true,
    fields: { reason: {}, date: { min: date } },
    entries: (mirror) => [mirror],
    done: () => t('books.entry.reverseDone'),
    to: (mirror) => `/journal/${mirror.id}`,
  });
