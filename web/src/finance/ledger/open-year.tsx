import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MOST_MONTHS } from '#domain/finance/ledger/fiscal-years.ts';
import { addMonths, monthOf, yearOf } from '#kernel/date.ts';
import { dayAfterYear, type FiscalYear } from '#kernel/fiscal-year.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

const YEAR = /^(19|20|21)\d{2}$/;

interface Props {
  /** Those that are open. */
  readonly years: readonly FiscalYear[];
  readonly onClose: () => void;
}

/** Every month with which a fiscal year may end that follows on the last one. */
function endsAfter(last: FiscalYear | undefined): { readonly first: string; readonly ends: readonly string[] } {
  const first = last ? monthOf(dayAfterYear(last)) : `${yearOf(today())}-01`;
  return { first, ends: Array.from({ length: MOST_MONTHS }, (_, i) => addMonths(first, i)) };
}

/** A fiscal year more: a calendar year, or what follows on the last one up to any month. */
export function OpenYearDialog({ years, onClose }: Props) {
  const t = useT();
  const { month } = useFormats();
  const { first, ends } = endsAfter(years.at(-1));
  const [year, setYear] = useState(yearOf(first));
  // Where the last one does not end with December, twelve months more.
  const [to, setTo] = useState(first.endsWith('-01') ? '' : (ends[11] ?? ''));
  const bad = to === '' && !YEAR.test(year);
  const body = to === '' ? { year } : { to };
  return (
    <ActionDialog
      title={t('books.periods.openYearTitle')}
      confirm={t('books.periods.openYear')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={bad ? t('books.periods.yearNeeded') : undefined}
      run={({ key }) => api.POST('/fiscal-years', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
      done={({ from, to: end }) => t('books.periods.yearDone', { from: month(from), to: month(end) })}
    >
      <p>{t('books.periods.openYearText')}</p>
      <NativeSelect
        label={t('books.periods.yearKind')}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={[
          { value: '', label: t('books.periods.calendarYear') },
          ...ends.map((end) => ({ value: end, label: `${month(first)} – ${month(end)}` })),
        ]}
      />
      {to === '' && (
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
      )}
    </ActionDialog>
  );
}
