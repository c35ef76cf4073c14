import { useT } from '../../i18n/i18n.ts';

/** Why a row was not taken, in words: a reason of the import's own, or the code of a refusal. */
export function useReasonText(): (reason: string) => string {
  const t = useT();
  return (reason) => {
    const own = t(`imports.reasons.${reason}` as 'imports.reason', { defaultValue: '' });
    return own || t(`errors.codes.${reason.replaceAll('.', '_')}` as 'imports.reason', { defaultValue: reason });
  };
}
