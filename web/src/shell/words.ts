import { normalise } from '#kernel/text.ts';

/** Whether every word that was typed begins a word of the label, or stands in it. */
export const fits = (label: string, q: string): boolean =>
  normalise(q)
    .split(/\s+/)
    .every((word) => normalise(label).includes(word));
