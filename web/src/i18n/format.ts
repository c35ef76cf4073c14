import { useMemo } from 'react';
import { type Formats, formats } from './formats.ts';
import { useLanguage } from './i18n.ts';

export type { Formats, MoneyText } from './formats.ts';

export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formats(language), [language]);
}

/** Today in the browser's time zone, as a business date: the default of date fields. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());

/** Today, or the day before which the record was not there. */
export const todayOrAfter = (first: string): string => [today(), first].sort().at(-1) ?? first;
