import { useLanguage, useT } from '../../i18n/i18n.ts';
import { sentenceOf } from '../../ui/problem-text.ts';

/** Why rows were not taken, in a few words: a reason of the import's own, or the code of a refusal. */
export function useReasonText(): (reason: string) => string {
  const t = useT();
  return (reason) => {
    const own = t(`imports.reasons.${reason}` as 'imports.reason', { defaultValue: '' });
    return own || t(`errors.codes.${reason.replaceAll('.', '_')}` as 'imports.reason', { defaultValue: reason });
  };
}

export interface RowReason {
  /** What may stand there, as the report of the API has it. */
  readonly reason?: string | undefined;
  readonly detail?: string | undefined;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** Words for a row: in a few, and with what is wrong in it; `english` where only the API has words for that. */
export interface RowWords {
  readonly short: string;
  readonly more?: string | undefined;
  readonly english?: boolean;
}

/** Why one row was not taken, or not as it stands. Reports of earlier days tell it in English alone. */
export function useRowReason(): (row: RowReason) => RowWords {
  const t = useT();
  const language = useLanguage();
  const reasonText = useReasonText();
  return ({ reason = '', detail, params = {} }) => {
    const more = sentenceOf('errors.rows', reason, params);
    if (more) return { short: reasonText(reason), more };
    if (t(`imports.reasons.${reason}` as 'imports.reason', { defaultValue: '' }))
      return { short: reasonText(reason), more: detail, english: true };
    const whole = sentenceOf('errors.figures', reason, params);
    if (language === 'en') return { short: whole || detail || reason };
    return { short: whole ?? reasonText(reason) };
  };
}
