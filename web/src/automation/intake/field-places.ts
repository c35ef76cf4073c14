import type { Schemas } from '../../api/client.ts';
import type { PaperPlace } from './shown-place.ts';

type Fields = NonNullable<Schemas['DocumentRow']['fields']>;

/** Fields of a bill by the id of their input, with what was read of the page for them. */
const READ: Readonly<Record<string, (fields: Fields) => { readonly place?: PaperPlace | undefined } | undefined>> = {
  supplier: ({ supplierTaxId, supplierName }) => supplierTaxId ?? supplierName,
  reference: ({ number }) => number,
  date: ({ date }) => date,
  dueDate: ({ dueDate }) => dueDate,
  currency: ({ currency }) => currency,
  withholding: ({ withholding }) => withholding,
  total: ({ total }) => total,
};

/** Where on the page stands what an input is for; undefined of what no page tells. */
export function placeOfInput(input: Element, fields: Fields | undefined): PaperPlace | undefined {
  if (!fields) return undefined;
  const line = input.closest('[data-line]');
  if (!line) return READ[input.id]?.(fields)?.place;
  const index = [...(line.parentElement?.children ?? [])].indexOf(line);
  return fields.taxes[index]?.place;
}
