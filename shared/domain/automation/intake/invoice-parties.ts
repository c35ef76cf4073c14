import { coreName, hasLegalForm } from '#kernel/company-name.ts';
import { isIban } from '#kernel/iban.ts';
import { bareTaxId, isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { normalise } from '#kernel/text.ts';
import type { Cell, Place, PrintedLine } from './page.ts';

/** The company that gets the paper: never its supplier. */
export interface OwnCompany {
  readonly taxId: string;
  readonly name: string;
  readonly ibans?: readonly string[];
}

export interface Mention {
  readonly value: string;
  readonly place: Place;
}

/** Who may have sent the paper. */
export interface ReadParties {
  /** Tax ids that are not our own, in the order in which they stand. */
  readonly taxIds: readonly Mention[];
  readonly ibans: readonly Mention[];
  /** Names with a legal form (`S.L.`, `GmbH`), not our own. */
  readonly names: readonly Mention[];
  /** Whether the paper names us at all. */
  readonly namesUs: boolean;
  /** Whether our tax id stands on it. */
  readonly hasOurTaxId: boolean;
}

const SPANISH_ID =
  /(?<![A-Z0-9])(?:ES[\s-]?)?([A-Z][\s.-]?\d{7}[\s-]?[0-9A-Z]|[A-Z][\s.-]?\d{2}\.?\d{3}\.?\d{3}|\d{8}[\s-]?[A-Z]|\d{2}\.\d{3}\.\d{3}[\s-]?[A-Z])(?![A-Z0-9])/g;
/** VAT numbers of other member states by their form (Commission, VIES). */
const EU_ID =
  /(?<![A-Z0-9])(ATU\d{8}|BE[01]\d{9}|BG\d{9,10}|CY\d{8}[A-Z]|CZ\d{8,10}|DE\d{9}|DK\d{8}|EE\d{9}|EL\d{9}|FI\d{8}|FR[A-Z0-9]{2}\d{9}|HR\d{11}|HU\d{8}|IE\d[A-Z0-9+*]\d{5}[A-Z]{1,2}|IT\d{11}|LT(?:\d{9}|\d{12})|LU\d{8}|LV\d{11}|MT\d{8}|NL\d{9}B\d{2}|PL\d{10}|PT\d{9}|RO\d{2,10}|SE\d{12}|SI\d{8}|SK\d{10}|XI\d{9})(?![A-Z0-9])/g;
const IBAN = /(?<![A-Z0-9])([A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?)(?![A-Z0-9])/g;

export function partiesOnPaper(lines: readonly PrintedLine[], own: OwnCompany): ReadParties {
  const cells = lines.flatMap((line) => line.cells);
  const ours = bareTaxId(own.taxId);
  const taxIds = cells.flatMap((cell) => taxIdsIn(cell.text).map((value) => ({ value, place: cell as Place })));
  const ownIbans = new Set(own.ibans);
  const names = cells.flatMap((cell) => namesIn(cell.text).map((value) => ({ value, place: cell as Place })));
  return {
    taxIds: distinct(taxIds.filter(({ value }) => value !== ours)),
    ibans: distinct(cells.flatMap(ibansIn).filter(({ value }) => !ownIbans.has(value))),
    names: distinct(names.filter(({ value }) => !isSameName(value, own.name))),
    hasOurTaxId: taxIds.some(({ value }) => value === ours),
    namesUs: taxIds.some(({ value }) => value === ours) || cells.some(({ text }) => normalise(text).includes(coreName(own.name))),
  };
}

/** The tax ids of a text whose control characters are right (Spanish), or whose form is a member state's. */
export function taxIdsIn(text: string): string[] {
  const upper = text.toUpperCase();
  const spanish = [...upper.matchAll(SPANISH_ID)].map(([, id = '']) => bareTaxId(id)).filter(isSpanishTaxId);
  // Other states' are often printed in groups: DE 232 446 240.
  const closed = upper.replace(/(?<=\b[A-Z]{2}|\d)[ .](?=\d)/g, '');
  return [...new Set([...spanish, ...[...closed.matchAll(EU_ID)].map(([, id = '']) => id)])];
}

const ibansIn = (cell: Cell): Mention[] =>
  [...cell.text.toUpperCase().matchAll(IBAN)].flatMap(([, raw = '']) => {
    const value = ibanAt(raw.replace(/[ -]/g, ''));
    return value ? [{ value, place: cell }] : [];
  });

/** The IBAN that a text begins with: what follows it in capitals may be a BIC. */
function ibanAt(text: string): string | undefined {
  for (let length = text.length; length >= 15; length -= 1) if (isIban(text.slice(0, length))) return text.slice(0, length);
  return undefined;
}

const namesIn = (text: string): string[] =>
  text
    .split(/\s[-–|·•]\s|:\s/)
    .map((part) => part.trim())
    .filter((part) => part.length >= 4 && part.length <= 80 && hasLegalForm(part));

const isSameName = (a: string, b: string): boolean => coreName(a) === coreName(b);

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ value }) => !seen.has(value) && seen.add(value));
}
