import { cut } from '#kernel/text.ts';

/** Letters that are no other letter with a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
};

/**
 * A text in the letters that every bank of the SEPA takes (EPC217-08: Latin letters and digits, `/-?:().,'+` and space): marks
 * come off, what is left over becomes a space, and no slash stands at an end or beside another.
 */
export function sepaText(text: string, max: number): string {
  const plain = text
    .replaceAll(/[ßæÆœŒøØłŁđĐ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('&', '+')
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/\/{2,}/g, '/')
    .replaceAll(/\s+/g, ' ');
  const trim = (part: string) => part.replaceAll(/^[/ ]+|[/ ]+$/g, '');
  return trim(cut(trim(plain), max));
}
