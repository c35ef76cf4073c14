import type { EnteredPurchase } from '#domain/finance/events.ts';
import type { DocumentFields } from './intake-document.ts';
import { type EnteredValues, type LearnedPlace, PLACED_FIELDS, type PlacedField, placeOfValue } from './learned-place.ts';
import type { Correction } from './learned-rule.ts';
import { type PrintedPage, printedLines } from './page.ts';
import { BELIEVED } from './read-field.ts';

/** What a person entered, of fields that were not read, not believed, or read otherwise: their places are to be learned. */
export function valuesToPlace({ number, date, total, withholding }: DocumentFields, entered: EnteredPurchase): EnteredValues {
  const read: Readonly<Record<PlacedField, { readonly value: string | number; readonly confidence: number } | undefined>> = {
    number,
    date,
    total,
  };
  const values: Readonly<Record<PlacedField, string>> = {
    number: entered.reference,
    date: entered.date,
    total: String(Math.abs(entered.gross) - (withholding?.value ?? 0)),
  };
  return Object.fromEntries(
    PLACED_FIELDS.flatMap((field) => {
      const [was, is] = [read[field], values[field]];
      const isRight =
        was !== undefined &&
        was.confidence >= BELIEVED &&
        (field === 'total' ? Math.abs(Number(was.value)) === Number(is) : was.value === is);
      return isRight ? [] : [[field, is]];
    }),
  );
}

/**
 * The same of a scan, of which no number and no day is ever believed: what was read right needs no place. Nothing is told of a spot on the
 * page, since each paper lies otherwise under the glass.
 */
export function valuesToPlaceOnScan(fields: DocumentFields, entered: EnteredPurchase): EnteredValues {
  const isRead = (field: PlacedField, value: string): boolean => {
    const was = fields[field]?.value;
    return was !== undefined && (field === 'total' ? Math.abs(Number(was)) === Number(value) : was === value);
  };
  return Object.fromEntries(
    Object.entries(valuesToPlace(fields, entered)).filter(([field, value]) => !isRead(field as PlacedField, value)),
  );
}

/** Whether a correction can be found again on a scan: by a label. */
export const isByLabel = ({ place }: Correction): boolean => place?.side !== 'page';

const sayingOf = ({ side, label, x, y }: LearnedPlace): string => (side === 'page' ? `${x}, ${y}` : label);

/** Where on the paper those values stand: what is not found there teaches nothing. */
export function placeCorrections(pages: readonly PrintedPage[], values: EnteredValues, fields: DocumentFields): Correction[] {
  const lines = printedLines(pages);
  return PLACED_FIELDS.flatMap((field): Correction[] => {
    const value = values[field];
    const place = value === undefined ? undefined : placeOfValue(lines, field, value);
    const was = field === 'total' ? undefined : fields[field]?.value;
    return place ? [{ field, value: sayingOf(place), place, ...(was && was !== value ? { instead: was } : {}) }] : [];
  });
}
