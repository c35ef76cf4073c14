import { Textarea } from '@mantine/core';
import { useState } from 'react';
import fields from '../actions/action.module.css';
import { todayOrAfter } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { DateField } from '../ui/date-field.tsx';

interface ReasonProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** What the API takes, in characters. */
  readonly maxLength?: number;
  readonly description?: string;
}

/** Why something is undone: the history tells it. It is what such a dialog asks first, so it has the focus. */
export function ReasonField({ value, onChange, maxLength = 200, description }: ReasonProps) {
  const t = useT();
  return (
    <Textarea
      label={t('actions.reason')}
      required
      autosize
      minRows={2}
      maxRows={6}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus
      {...(description ? { description } : {})}
    />
  );
}

interface DateProps {
  readonly value: string;
  readonly onChange: (date: string) => void;
  /** The day of what it is about: nothing is done to it before. */
  readonly min?: string;
  readonly description?: string;
  /** It is the first field of its dialog. */
  readonly first?: boolean;
}

/** The business date of what is done: it decides the accounting period. */
export function BusinessDate({ value, onChange, min, description, first = false }: DateProps) {
  const t = useT();
  return (
    <DateField
      label={t('actions.date')}
      required
      value={value}
      onChange={onChange}
      min={min}
      {...(description ? { description } : {})}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
}

interface Undoing {
  readonly reason: string;
  readonly date: string;
  readonly min: string;
  readonly type: (change: { readonly reason?: string; readonly date?: string }) => void;
  /** As the API takes it. */
  readonly body: { readonly reason: string; readonly date: string };
  /** Which of the two is missing; `undefined` where neither is. */
  readonly incomplete: string | undefined;
}

/**
 * What a step back asks for: why, and on which day, today unless what it undoes is later.
 * @param min the earliest day that may be chosen. @param latest the day of the last thing that it undoes.
 */
export function useUndoing(min: string, latest = min): Undoing {
  const t = useT();
  const [typed, setTyped] = useState({ reason: '', date: todayOrAfter(latest) });
  const body = { ...typed, reason: typed.reason.trim() };
  return {
    ...typed,
    min,
    type: (change) => setTyped({ ...typed, ...change }),
    body,
    incomplete: body.reason === '' ? t('actions.reasonNeeded') : body.date === '' ? t('actions.dateNeeded') : undefined,
  };
}

/** The two fields of a step back, in the order of every dialog. */
export function ReasonAndDate({ undoing: { reason, date, min, type } }: { readonly undoing: Undoing }) {
  return (
    <div className={fields.fields}>
      <ReasonField value={reason} onChange={(typed) => type({ reason: typed })} />
      <BusinessDate value={date} onChange={(typed) => type({ date: typed })} min={min} />
    </div>
  );
}
