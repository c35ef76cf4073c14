const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether every word that was typed begins a word of the label, or stands in it. */
export const fits = (label: string, q: string): boolean =>
  plain(q)
    .split(/\s+/)
    .every((word) => plain(label).includes(word));
