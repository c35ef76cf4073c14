import { decimal, format } from '#kernel/decimal.ts';
import { minorText, toMinor } from '#kernel/money.ts';
import type { WithheldTax } from './einvoice.ts';

/**
 * What is withheld, in words: CII has neither a place for it nor one for extensions, and the order of the national one (HAC/1028/2026) is
 * of UBL alone. A person understands the note, and it is read back by its words.
 */
export const withheldNote = ({ percent, base, amount }: WithheldTax, currency: string): string =>
  `Retención del ${percent} % sobre ${minorText(base, currency)} ${currency}: ${minorText(amount, currency)} ${currency}`;

const NOTE = /^Retención del (\d{1,3}(?:\.\d{1,8})?) % sobre (\d{1,12}(?:\.\d{1,4})?) ([A-Z]{3}): (\d{1,12}(?:\.\d{1,4})?) \3$/;

/** What a note says of it; undefined where it is of something else, or of another currency. */
export function withheldOfNote(note: string, currency: string): WithheldTax | undefined {
  const [, percent, base, unit, amount] = NOTE.exec(note) ?? [];
  if (percent === undefined || base === undefined || amount === undefined || unit !== currency) return undefined;
  return { percent: format(decimal(percent)), base: toMinor(decimal(base), currency), amount: toMinor(decimal(amount), currency) };
}
