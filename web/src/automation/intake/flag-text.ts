import type { Formats } from '../../i18n/formats.ts';
import type { useT } from '../../i18n/i18n.ts';
import { refusalText } from '../../ui/problem-text.ts';

interface Flag {
  readonly code: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A part of a flag's sentence that is a word of ours, or made of several. */
const WORDS: Readonly<Record<string, (params: NonNullable<Flag['params']>, formats: Formats, t: ReturnType<typeof useT>) => object>> = {
  // What the books refused, as they would say it to whoever had entered it.
  not_drafted: ({ reason = '', message = '', ...params }) => ({
    message: refusalText({ code: String(reason), message: String(message), params }) ?? message,
  }),
  signature_unchecked: ({ why = '' }, _, t) => ({
    why: t(`documents.signatureFaults.${why}` as 'documents.signatureFaults.partial', { defaultValue: String(why) }),
  }),
  several_due_dates: ({ dates = '' }, { date }) => ({
    dates: String(dates)
      .split(', ')
      .map((day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? date(day) : day))
      .join(', '),
  }),
};

/** What has to be looked at, in words: why XML cannot be read is told by its reason. */
export function flagText({ code, field = '', params = {} }: Flag, formats: Formats, t: ReturnType<typeof useT>): string {
  const sentence = code === 'xml_fault' ? `xml_fault_${params.reason}` : code;
  return t([`documents.flags.${sentence}`, `documents.flags.${code}`] as unknown as 'documents.flags.field_missing', {
    ...params,
    ...WORDS[code]?.(params, formats, t),
    field: field && t(`documents.fieldNames.${field}` as 'documents.fieldNames.number', { defaultValue: field }),
  });
}
