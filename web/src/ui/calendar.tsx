import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/es';
import { Button } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { useEffect, useRef } from 'react';
import { useFormats } from '../i18n/format.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import styles from './date-field.module.css';

interface Props {
  /** Business dates such as `2026-11-25`; '' where none is chosen. */
  readonly value: string;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly today: string;
  readonly onPick: (date: string) => void;
}

/** The days of a month: arrows move among them, Enter takes one. The focus starts on the day that is chosen. */
export default function Calendar({ value, min, max, today, onPick }: Props) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const days = place.current;
    (days?.querySelector<HTMLElement>('[data-selected]') ?? days?.querySelector<HTMLElement>('table button[tabindex="0"]'))?.focus();
  }, []);
  const allowed = (!min || today >= min) && (!max || today <= max);
  return (
    <div ref={place} className={styles.calendar}>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <DatePicker
          value={value || null}
          defaultDate={value || today}
          onChange={(date) => date && onPick(date)}
          highlightToday
          hideOutsideDates
          {...(min ? { minDate: min } : {})}
          {...(max ? { maxDate: max } : {})}
          ariaLabels={labelsOf(t)}
          getDayProps={(date) => ({ 'aria-label': formats.longDate(date) })}
        />
      </DatesProvider>
      <Button variant="subtle" size="xs" fullWidth disabled={!allowed} onClick={() => onPick(today)}>
        {t('fields.date.today')}
      </Button>
    </div>
  );
}

const labelsOf = (t: ReturnType<typeof useT>) => ({
  previousMonth: t('fields.date.previousMonth'),
  nextMonth: t('fields.date.nextMonth'),
  previousYear: t('fields.date.previousYear'),
  nextYear: t('fields.date.nextYear'),
  previousDecade: t('fields.date.previousDecade'),
  nextDecade: t('fields.date.nextDecade'),
});
