import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { today as dayOf, useFormats } from '../i18n/format.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { IconCalendar } from './icons.ts';
import { daysAfter, typedDate, wholeDate } from './typed-date.ts';

const Calendar = lazy(() => import('./calendar.tsx'));

export interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max' | 'rightSection'> {
  /** A business date, `2026-11-25`; '' while there is none. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly error?: ReactNode;
}

/**
 * A date as people of that language write it, typed or picked. Browsers write dates in their own language, whatever that of the
 * page. Up and down go by a day, Alt and down opens the calendar.
 */
export function DateField({ value, onChange, min, max, error, ...input }: DateFieldProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const field = useTyping({ value, onChange, min, max });
  const pick = (date: string) => {
    field.take(date);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && event.altKey) setOpen(true);
    else if (!field.key(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      withinPortal={false}
      floatingStrategy="fixed"
      trapFocus
      returnFocus
      withRoles={false}
      shadow="md"
    >
      <Popover.Target>
        <TextInput
          placeholder={t('fields.date.placeholder')}
          autoComplete="off"
          aria-keyshortcuts="Alt+ArrowDown"
          {...input}
          value={field.shown}
          error={field.fault ?? error}
          onChange={(event) => field.type(event.currentTarget.value)}
          onBlur={field.settle}
          onKeyDown={onKeyDown}
          rightSection={
            <ActionIcon
              aria-label={t('fields.date.open')}
              tabIndex={-1}
              aria-haspopup="dialog"
              aria-expanded={open}
              disabled={input.disabled ?? false}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('fields.date.calendar')}>
        <Suspense
          fallback={
            <p role="status" tabIndex={-1} data-autofocus>
              {t('shell.loading')}
            </p>
          }
        >
          <Calendar value={value} min={min} max={max} today={dayOf()} onPick={pick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What stands in the field while it is typed, and when it becomes a date: at the last figure of its year, or when one goes on. */
function useTyping({ value, onChange, min, max }: Pick<DateFieldProps, 'value' | 'onChange' | 'min' | 'max'>) {
  const t = useT();
  const formats = useFormats();
  const language = useLanguage();
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const meaning = (text: string) => text.trim() && typedDate(text, dayOf(), language);
  const meant = typed === undefined ? value : meaning(typed);
  const take = (date: string) => {
    setTyped(undefined);
    setWrong(undefined);
    if (date !== value) onChange(date);
  };
  const type = (text: string) => {
    setTyped(text);
    setWrong(undefined);
    const date = meaning(text);
    if (date !== undefined && date !== value && (date === '' || wholeDate(text))) onChange(date);
  };
  /** What is no date is said to be none, and the one before stands again: what is seen is what is sent. */
  const settle = () => {
    if (meant !== undefined) return take(meant);
    setTyped(undefined);
    setWrong(typed);
  };
  /** Whether the key was one of the field's own. */
  const key = (event: KeyboardEvent): boolean => {
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (event.key === 'Enter') settle();
    if (days === undefined || event.altKey || event.ctrlKey || event.metaKey) return event.key === 'Enter' && meant === undefined;
    take(meant ? daysAfter(meant, days) : dayOf());
    return true;
  };
  const fault = () => {
    if (wrong !== undefined) return t('fields.date.wrong', { typed: wrong, example: formats.date(dayOf()) });
    if (min && value && value < min) return t('fields.date.before', { date: formats.date(min) });
    if (max && value && value > max) return t('fields.date.after', { date: formats.date(max) });
    return undefined;
  };
  return { shown: typed ?? (value ? formats.date(value) : ''), fault: fault(), take, type, settle, key };
}
