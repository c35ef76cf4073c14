import { Select } from '@mantine/core';
import { useState } from 'react';
import { FREQUENCIES, type Frequency } from '#domain/finance/ledger/recurring-entry.ts';
import { addMonths, monthOf } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';

interface Props {
  readonly entry: Pick<Schemas['EntryDetail'], 'id' | 'text'>;
  readonly onClose: () => void;
}

/** Has an entry posted again by itself. */
export function RepeatDialog({ entry, onClose }: Props) {
  const t = useT();
  const [fields, setFields] = useState({ every: 'month' as Frequency, next: `${addMonths(monthOf(today()), 1)}-01`, until: '' });
  const { every, next, until } = fields;
  const body = { entryId: entry.id, every, next, ...(until ? { until } : {}) };
  return (
    <ActionDialog
      title={t('recurring.title', { text: entry.text })}
      confirm={t('recurring.action')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={next === '' ? t('actions.dateNeeded') : undefined}
      run={({ key }) => api.POST('/recurring-entries', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
      done={() => t('recurring.done', { text: entry.text })}
    >
      <Select
        label={t('recurring.every')}
        data={FREQUENCIES.map((value) => ({ value, label: t(`recurring.frequencies.${value}`) }))}
        allowDeselect={false}
        value={every}
        onChange={(value) => setFields({ ...fields, every: (value ?? every) as Frequency })}
        data-autofocus
      />
      <DateField label={t('recurring.next')} required value={next} min={today()} onChange={(day) => setFields({ ...fields, next: day })} />
      <DateField label={t('recurring.until')} value={until} min={next} onChange={(day) => setFields({ ...fields, until: day })} />
    </ActionDialog>
  );
}
