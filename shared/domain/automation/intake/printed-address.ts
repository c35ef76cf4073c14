import type { Address } from '#kernel/address.ts';
import { taxIdsIn } from './invoice-parties.ts';
import type { Cell, Place, PrintedLine } from './page.ts';
import type { ReadField } from './read-field.ts';

/** A Spanish postal code and its place, behind a street or alone: `Calle Ancha 3, 41001 Sevilla (Sevilla)`. */
const PLACE =
  /^(?:(?<street>.*\p{L}.*?)[\s,;.·–-]+)?(?:CP\.?\s*)?(?<postalCode>(?:0[1-9]|[1-4]\d|5[0-2])\d{3})[\s,–-]+(?<city>\p{L}[\p{L}'’ .-]{1,60}?)(?:\s*[,(/–]\s*(?<province>\p{L}[\p{L}'’ .-]{1,40}?)\)?)?$/u;

/** Points around the name or tax id of somebody in which their address stands: five lines, one column. */
const NEAR_Y = 75;
const NEAR_X = 60;
/** It is only proposed: a person reads it before it is kept. */
const PROPOSED = 0.6;

/** The address that stands by a supplier's name or tax id; undefined where none is whole. */
export function addressBy(lines: readonly PrintedLine[], anchor: Place | undefined): ReadField<Address> | undefined {
  if (!anchor) return undefined;
  const near = lines.flatMap(({ page, cells }) =>
    page === anchor.page ? cells.filter(({ x, y }) => Math.abs(x - anchor.x) <= NEAR_X && Math.abs(y - anchor.y) <= NEAR_Y) : [],
  );
  const found = near.flatMap((cell, i) => {
    const match = PLACE.exec(cell.text.trim())?.groups;
    const { postalCode = '', city = '', province } = match ?? {};
    const street = match && (match.street ?? streetOf(near[i - 1], anchor));
    if (!street) return [];
    const value = {
      street: street.trim().slice(0, 120),
      postalCode,
      city: city.trim(),
      ...(province ? { province: province.trim() } : {}),
      country: 'ES',
    };
    return [{ value, confidence: PROPOSED, place: cell as Place, off: Math.abs(cell.y - anchor.y) }];
  });
  const nearest = found.toSorted((a, b) => a.off - b.off)[0];
  return nearest && { value: nearest.value, confidence: nearest.confidence, place: nearest.place };
}

/** The line above a postal code, unless it is a name or a tax id. */
const streetOf = (above: Cell | undefined, anchor: Place): string | undefined =>
  above && above.y !== anchor.y && taxIdsIn(above.text).length === 0 && /\p{L}{2}/u.test(above.text) ? above.text : undefined;
