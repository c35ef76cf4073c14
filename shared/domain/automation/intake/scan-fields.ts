import { fieldsOfPages } from './document-facts.ts';
import type { DocumentFields } from './intake-document.ts';
import type { OwnCompany } from './invoice-parties.ts';
import type { LearnedPlaces } from './learned-place.ts';
import type { Place, PrintedPage, PrintedText } from './page.ts';
import { BELIEVED } from './read-field.ts';
import { readInvoice } from './read-invoice.ts';

/** A word of a scan, and how sure its reader is of it: 0 to 1. */
export interface ScannedText extends PrintedText {
  readonly confidence: number;
}

export interface ScannedPage extends PrintedPage {
  readonly texts: readonly ScannedText[];
  /** It was turned to be read: its places are none on the page as it is shown. */
  readonly turned?: boolean;
  /** Nothing is known of it: its reader gave up. */
  readonly isUnread?: true;
  /** Its picture is cut off or damaged: a part of it may be missing. */
  readonly isDamaged?: true;
}

/** Whether what was recognised says something: specks and rules are taken for dots and bars. */
export const isRead = (text: string): boolean => /[\p{L}\p{N}%€$£]/u.test(text);

/** A word that its reader is less sure of than that proves nothing, whatever it comes out right with. */
const CLEAR = 0.6;
/** Of what nothing on the paper proves, a letter may be another: below {@link BELIEVED}, a person compares it. */
const UNPROVED = 0.85;
/** Of what proves itself. */
const PROVED = 0.93;

/** Fields that prove themselves: tax ids and IBANs by their check digits, amounts by coming out right against each other. */
const PROVABLE: ReadonlySet<string> = new Set(['supplierTaxId', 'iban', 'taxes', 'withholding', 'total']);
/** It is told by all the signs of the paper together, and has no place. */
const COUNTED = 'currency';

interface Field {
  readonly value: unknown;
  readonly confidence: number;
  readonly place?: Place;
}

/**
 * What was read of a scan, as surely as its words were: one letter taken for another makes a number or a day that looks as
 * good as the right one, so these are never believed without a look.
 */
export function fieldsOfScan(pages: readonly ScannedPage[], own: OwnCompany, places?: LearnedPlaces): DocumentFields {
  const { taxes, isCreditNote, namesUs, instalments: _noneOnPaper, ...fields } = fieldsOfPages(readInvoice(pages, own, places));
  const lowered = Object.entries(fields).map(([name, field]) => [name, doubted(name, field, pages)]);
  return {
    ...Object.fromEntries(lowered),
    taxes: taxes.map((tax) => doubted('taxes', tax, pages)),
    ...(isCreditNote ? { isCreditNote } : {}),
    ...(namesUs ? { namesUs } : {}),
  };
}

function doubted<F extends Field>(name: string, field: F, pages: readonly ScannedPage[]): F {
  if (name === COUNTED) return { ...field, confidence: Math.min(field.confidence, PROVED) };
  const page = pages.find(({ no }) => no === field.place?.page);
  const clear = field.place && page ? leastSure(page, field.place) : 0;
  const proved = PROVABLE.has(name) && field.confidence >= BELIEVED && clear >= CLEAR;
  const most = proved ? PROVED : Math.min(UNPROVED, Math.max(clear, 0.3));
  const { place, ...rest } = field;
  const confidence = Math.round(Math.min(field.confidence, most) * 100) / 100;
  return { ...rest, confidence, ...(place && !page?.turned ? { place } : {}) } as F;
}

/** How sure the least sure word in a place is; nothing there proves nothing. */
function leastSure({ texts }: ScannedPage, place: Place): number {
  const inside = texts.filter(({ x, y, width, height }) => {
    const [middle, centre] = [x + width / 2, y - height / 2];
    return middle >= place.x && middle <= place.x + place.width && centre >= place.y - 2 && centre <= place.y + place.height + 2;
  });
  return inside.length === 0 ? 0 : Math.min(...inside.map(({ confidence }) => confidence));
}
