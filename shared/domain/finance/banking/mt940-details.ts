import { givenIban, givenText, statementText } from './statement-text.ts';

/** What field 86 of a movement tells, as far as it has a structure that is known. */
export interface Details {
  readonly text: string;
  readonly partyName?: string | undefined;
  readonly partyIban?: string | undefined;
  readonly reference?: string | undefined;
  readonly endToEndId?: string | undefined;
  readonly mandateId?: string | undefined;
  readonly returnReason?: string | undefined;
}

/** Characters that a line of field 86, and a subfield of it, has at most (some banks cut at 64): a word goes on behind a full one. */
const LINE = 64;
const SUBFIELD = 27;

/** Parts of a text that was cut to a width: one that is full goes on in the next, behind others a blank stands. */
const joined = (parts: readonly string[], width: number): string =>
  parts.reduce((text, part, index) => `${text}${index === 0 || goesOn(parts[index - 1] ?? '', part, width) ? '' : ' '}${part}`, '');
/** A part that begins with a word of its own never goes on with the one before, however full that is. */
const goesOn = (before: string, part: string, width: number): boolean => before.length >= width && !BEGINS.test(part);

const BEGINS = /^(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP|IBAN|BIC)\+/;
/** Remittance texts of SEPA payments have their parts behind such words (DK, Anlage 3, chapter 8). */
const WORDS = /\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|PURP|IBAN|BIC)\+/g;

function sepaWords(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(WORDS)];
  const parts = found.map((match, index): readonly [string, string] => [
    match[1] ?? '',
    text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length).trim(),
  ]);
  return new Map(parts);
}

/** `?20…?29`, `?60…?63` tell what is paid, `?30`, `?31` (or `?38`) the other account, `?32`, `?33` its holder. */
function structured(text: string, mark: string): Details {
  const fields = text.split(mark).slice(1);
  const of = (from: number, to: number) =>
    fields.filter((field) => Number(field.slice(0, 2)) >= from && Number(field.slice(0, 2)) <= to).map((field) => field.slice(2));
  const remittance = joined([...of(20, 29), ...of(60, 63)], SUBFIELD);
  const words = sepaWords(remittance);
  // What stands before the first word is told of the payment, too; what came back has its reason behind "MTLG:" in a part of another word.
  const purpose = words.has('SVWZ') ? words.get('SVWZ') : remittance;
  const [endToEnd = ''] = (words.get('EREF') ?? '').split(/\s*MTLG:/);
  return {
    text: statementText([...of(0, 0), purpose]),
    partyName: givenText(joined(of(32, 33), SUBFIELD)),
    partyIban: givenIban(of(31, 31)[0]) ?? givenIban(of(38, 38).join('')) ?? givenIban(words.get('IBAN')),
    endToEndId: givenText(endToEnd),
    mandateId: givenText(words.get('MREF')),
    returnReason: givenText(/MTLG:\s*(.*)$/.exec(/^RETOURE|R.CKLASTSCHRIFT/i.test(of(0, 0).join(' ')) ? remittance : '')?.[1]),
  };
}

const TAGS = /\/(TRTP|EREF|BENM|ORDP|NAME|REMI|ISDT|IBAN|BIC|MARF|CSID|RTRN|PREF|TRCD|ULTB|ULTD|ADDR|USTD|STRD|CDTRREFTP|CDTRREF)\//g;

/** `/EREF/…/BENM//NAME/…/REMI/…`: as banks of the Netherlands and Belgium have it. */
function tagged(text: string): Details {
  const found = [...text.matchAll(TAGS)];
  const tags = new Map(
    found.map((match, index): readonly [string, string] => [
      match[1] ?? '',
      // A tag begins with the slash that ends the value before it, or with one of its own behind that; REMI says in itself which kind it is.
      text
        .slice(match.index + match[0].length, found[index + 1]?.index ?? text.length)
        .replace(/^(USTD|STRD)\/+/, '')
        .replace(/\/+$/, '')
        .trim(),
    ]),
  );
  const remittance = [tags.get('REMI'), tags.get('USTD'), tags.get('CDTRREF')];
  return {
    text: statementText(remittance.some((part) => part) ? remittance : [text]),
    partyName: givenText(tags.get('NAME')),
    partyIban: givenIban(tags.get('IBAN')),
    reference: givenText(tags.get('CDTRREF')),
    endToEndId: givenText(tags.get('EREF')),
    mandateId: givenText(tags.get('MARF')),
    returnReason: givenText(tags.get('RTRN')),
  };
}

/** Field 86 of a movement, line by line. */
export function detailsOf(lines: readonly string[]): Details {
  const whole = lines.join('');
  const [, mark] = /^\s*\d{3}\s*([?^~<>#@§])\d{2}/.exec(whole) ?? [];
  if (mark) return structured(whole, mark);
  const text = joined(lines, LINE);
  if (/^\s*\/[A-Z]{3,9}\//.test(text)) return tagged(text.trim());
  return { text: statementText([text]) };
}
