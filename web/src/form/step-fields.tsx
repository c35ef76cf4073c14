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
  readonly label?: string;
  readonly optional?: boolean;
}

/** Why something is undone: the history tells it. It is what such a dialog asks first, so it has the focus. */
export function ReasonField({ value, onChange, maxLength = 200, description, label, optional = false }: ReasonProps) {
  const t = useT();
  return (
    <Textarea
      label={label ?? t('actions.reason')}
      required={!optional}
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
  readonly min?: string | undefined;
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

/** Why it is done. */
interface Reason {
  /** What the API takes, in characters. */
  readonly maxLength?: number;
  /** What it asks for, where that is not the reason. */
  readonly label?: string;
  /** What is proposed, to be changed. */
  readonly proposed?: string;
  /** It may be left empty. */
  readonly optional?: boolean;
}

/** On which day: it decides the accounting period. */
interface Day {
  /** The earliest that may be chosen. */
  readonly min?: string;
  /** What is proposed is today, unless this is later. */
  readonly after?: string;
  /** What is proposed, today or not. */
  readonly proposed?: string | undefined;
}

export interface StepFields {
  readonly reason?: Reason;
  readonly date?: Day;
}

/** What a step asks for, as it is typed: why, and on which day, in the order of every dialog. */
export function useStepFields<Fields extends StepFields>({ reason, date }: Fields) {
  const t = useT();
  const [typed, setTyped] = useState({
    reason: reason?.proposed ?? '',
    date: date?.proposed ?? todayOrAfter(date?.after ?? date?.min ?? ''),
  });
  const sent = { ...(reason ? { reason: typed.reason.trim() } : {}), ...(date ? { date: typed.date } : {}) };
  const incomplete =
    sent.reason === '' && !reason?.optional ? t('actions.reasonNeeded') : sent.date === '' ? t('actions.dateNeeded') : undefined;
  const inputs = (reason || date) && (
    <div className={fields.fields}>
      {reason && <ReasonField value={typed.reason} onChange={(text) => setTyped({ ...typed, reason: text })} {...reason} />}
      {date && <BusinessDate value={typed.date} onChange={(day) => setTyped({ ...typed, date: day })} min={date.min} first={!reason} />}
    </div>
  );
  return { body: sent as { readonly [Name in keyof Fields]: string }, incomplete, inputs };
}
