import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

type Receipt = Schemas['GoodsReceipt'];
type T = ReturnType<typeof useT>;

/** Whether the goods came in to stay, were taken back, or this takes others back. */
export function stateOf({ reverses, reversedBy }: Receipt): 'received' | 'reversed' | 'reversal' {
  if (reverses) return 'reversal';
  return reversedBy ? 'reversed' : 'received';
}

/** What a receipt is called: its delivery note, else its first items. */
export function nameOf({ reference, lines }: Receipt, t: T): string {
  if (reference) return reference;
  const codes = lines.slice(0, 2).map(({ code }) => code);
  return lines.length > 2 ? t('goodsReceipts.andMore', { codes: codes.join(', '), count: lines.length - 2 }) : codes.join(', ');
}

/** Why a receipt cannot be taken back; `undefined` where it can. */
export function whyNotReverse({ origin, reverses, reversedBy }: Receipt, t: T): string | undefined {
  if (reverses) return t('goodsReceipts.why.reversal');
  if (reversedBy) return t('goodsReceipts.why.reversed');
  return origin === 'return' ? t('goodsReceipts.why.return') : undefined;
}
