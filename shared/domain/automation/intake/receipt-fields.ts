import { merchantOf } from './document-purpose.ts';
import type { DocumentFields, DocumentPurpose } from './intake-document.ts';
import type { PrintedLine } from './page.ts';

/** A name by its place alone. */
const GUESSED = 0.5;

/** The fields of a paper by what it is for: of a receipt, who was paid, whatever they call themselves. */
export function fieldsFor(purpose: DocumentPurpose | undefined, fields: DocumentFields, lines: readonly PrintedLine[]): DocumentFields {
  if (purpose !== 'receipt' || fields.supplierName) return fields;
  const merchant = merchantOf(lines);
  if (!merchant) return fields;
  const { text, page, x, y, width, height } = merchant;
  const [left, top, wide, high] = [x, y, width, height].map(Math.round) as [number, number, number, number];
  return { ...fields, supplierName: { value: text, confidence: GUESSED, place: { page, x: left, y: top, width: wide, height: high } } };
}
