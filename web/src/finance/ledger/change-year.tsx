import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { MOST_MONTHS } from '#domain/finance/ledger/fiscal-years.ts';
import { addMonths, type Month, monthsBetween } from '#kernel/date.ts';
import type { FiscalYear } from '#kernel/fiscal-year.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly year: FiscalYear;
  /** Whether it is the first, which may begin with another month, and the last, which may end with another. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onClose: () => void;
}

/** Another first or last month of a fiscal year. */
export function ChangeYearDialog({ year, isFirst, isLast, onClose }: Props) {
  const t = useT();
  const { month } = useFormats();
  const [from, setFrom] = useState(year.from);
  const [to, setTo] = useState(year.to);
  const body = { ...(from === year.from ? {} : { from }), ...(to === year.to ? {} : { to }) };
  const months = (first: Month, last: Month) => monthsBetween(first, last).map((each) => ({ value: each, label: month(each) }));
  return (
    <ActionDialog
      title={t('books.periods.changeYearTitle')}
      confirm={t('books.periods.changeYear')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={Object.keys(body).length === 0 ? t('books.periods.changeYearNeeded') : undefined}
      run={() => api.PATCH('/fiscal-years/{year}', { params: { path: { year: year.year } }, body }).then(dataOf)}
      done={(changed) => t('books.periods.yearDone', { from: month(changed.from), to: month(changed.to) })}
    >
      <p>{t('books.periods.changeYearText')}</p>
      <NativeSelect
        label={t('books.periods.yearFrom')}
        value={from}
        disabled={!isFirst}
        onChange={(event) => setFrom(event.currentTarget.value)}
        data={months(addMonths(year.from, -11), addMonths(year.from, 11))}
      />
      <NativeSelect
        label={t('books.periods.yearTo')}
        value={to}
        disabled={!isLast}
        onChange={(event) => setTo(event.currentTarget.value)}
        data={months(from, addMonths(from, MOST_MONTHS - 1))}
      />
    </ActionDialog>
  );
}
