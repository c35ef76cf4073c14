import { isPositive, minus } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

type Return = Schemas['Return'];
type T = ReturnType<typeof useT>;

/** What of a line is expected and has not come. */
export const expectedOf = ({ announced, received }: Schemas['ReturnLine']): string =>
  isPositive(minus(announced, received)) ? minus(announced, received) : '0';

export function whyNotReceive({ state }: Return, t: T): string | undefined {
  if (state === 'cancelled') return t('returns.why.cancelled');
  return state === 'announced' ? undefined : t('returns.why.allCame');
}

/** @param notes the return's credit notes, as far as they have been read. */
export function whyNotRefund({ state, creditNoteIds }: Return, notes: readonly Schemas['CreditNote'][], t: T): string | undefined {
  if (state === 'cancelled') return t('returns.why.cancelled');
  if (creditNoteIds.length === 0) return t('returns.why.nothingCredited');
  const used = notes.length === creditNoteIds.length && notes.every(({ open }) => Number(open.amount) === 0);
  return state === 'closed' || used ? t('returns.why.refunded') : undefined;
}

export const whyNotCancel = (ret: Return, t: T): string | undefined => whyNotReceive(ret, t);
