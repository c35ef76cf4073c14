import type { Minor } from '#kernel/money.ts';

/** What a refund takes of each credit note, the oldest first; notes that give nothing are left out. */
export function split<N extends { readonly open: Minor }>(notes: readonly N[], amount: Minor): (readonly [N, Minor])[] {
  let left = amount;
  return notes.flatMap((note) => {
    const part = Math.min(left, note.open);
    left -= part;
    return part > 0 ? [[note, part] as const] : [];
  });
}
