import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { yearOf } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

const YEAR = /^(19|20|21)\d{2}$/;

interface Props {
  /** Those that are open. */
  readonly years: readonly string[];
  readonly onClose: () => void;
}

/** A fiscal year more; the one that follows the last is proposed. */
export function OpenYearDialog({ years, onClose }: Props) {
  const t = useT();
  const [year, setYear] = useState(years.length > 0 ? String(Math.max(...years.map(Number)) + 1) : yearOf(today()));
  const bad = !YEAR.test(year);
  return (
    <ActionDialog
      title={t('books.periods.openYearTitle')}
      confirm={t('books.periods.openYear')}
      tries={false}
      size="md"
      onClose={onClose}
      input={year}
      incomplete={bad ? t('books.periods.yearNeeded') : undefined}
      run={({ key }) => api.POST('/fiscal-years', { params: { header: { 'Idempotency-Key': key } }, body: { year } }).then(dataOf)}
      done={() => t('books.periods.yearDone', { year })}
    >
      <p>{t('books.periods.openYearText')}</p>
      <TextInput
        label={t('books.periods.yearField')}
        required
        inputMode="numeric"
        maxLength={4}
        value={year}
        error={bad && year.length === 4 ? t('books.periods.yearNeeded') : undefined}
        onChange={(event) => setYear(event.currentTarget.value.replace(/\D/g, ''))}
        data-autofocus
      />
    </ActionDialog>
  );
}
