import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { assert } from '#kernel/assert.ts';

type Item = Record<string, unknown>;
/** A step of a story as the table holds it, whose last part is what was changed. */
type Step = readonly unknown[];

/** Where a packed step holds the values before it (see `history.ts`). */
const WAS = 7;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Stands before what was packed: no sign of base64. */
const PACKED = '~';
/** DynamoDB writes by the kilobyte: what fits into a part of one is no cheaper for being packed. */
const WORTH_PACKING = 600;
/** An item is 400 KB: nothing that was sealed here comes to more. */
const MOST_BYTES = 16_000_000;

/**
 * A value under a key: AES-256-GCM (NIST SP 800-38D) with a random nonce, bound to the place where it is kept. Base64; of a long text that
 * repeats itself, as slips with arrears of many months do, packed (RFC 1951) before it is sealed: afterwards nothing would repeat.
 */
function sealed(value: unknown, key: Uint8Array, place: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const plain = Buffer.from(JSON.stringify(value));
  const short = plain.length < WORTH_PACKING ? plain : deflateRawSync(plain);
  const isPacked = short.length < plain.length;
  const bytes = Buffer.concat([cipher.update(isPacked ? short : plain), cipher.final()]);
  return `${isPacked ? PACKED : ''}${Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString('base64')}`;
}

/** @throws Error where it was changed, or sealed under another key or for another place. */
function opened(text: string, key: Uint8Array, place: string): unknown {
  const isPacked = text.startsWith(PACKED);
  const bytes = Buffer.from(isPacked ? text.slice(PACKED.length) : text, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(place));
  cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
  return JSON.parse((isPacked ? inflateRawSync(plain, { maxOutputLength: MOST_BYTES }) : plain).toString('utf8'));
}

const placeOf = ({ pk }: Item): string => String(pk);
const stepsOf = (steps: unknown, of: (was: unknown) => unknown): Step[] =>
  (steps as Step[]).map((step) => (step[WAS] ? [...step.slice(0, WAS), of(step[WAS])] : step));

/** The item of a record, or of older steps of one, with what it says sealed: who did what and when stays readable. */
export function sealedItem(item: Item, key: Uint8Array, person: string): Item {
  assert(!item.lpk && !item.opk, `${item.pk} is sealed: it stands in no list and no queue, which would tell of it`);
  const seal = (value: unknown) => sealed(value, key, placeOf(item));
  return {
    ...item,
    ...('data' in item ? { data: { person, sealed: { text: seal(item.data) } } } : {}),
    ...('history' in item ? { history: stepsOf(item.history, (was) => ({ sealed: seal(was) })) } : {}),
    ...('steps' in item ? { steps: stepsOf(item.steps, (was) => ({ sealed: seal(was) })) } : {}),
  };
}

/** What {@link sealedItem} made, as it was. @throws Error where it was changed, or the key is another. */
export function openedItem(item: Item, key: Uint8Array): Item {
  const open = (text: string) => opened(text, key, placeOf(item));
  const openWas = (was: unknown) => open((was as { readonly sealed: string }).sealed);
  return {
    ...item,
    ...('data' in item ? { data: open((item.data as { readonly sealed: { readonly text: string } }).sealed.text) } : {}),
    ...('history' in item ? { history: stepsOf(item.history, openWas) } : {}),
    ...('steps' in item ? { steps: stepsOf(item.steps, openWas) } : {}),
  };
}

/** Whose key opens an item. */
export const personIn = ({ data }: Item): string => (data as { readonly person: string }).person;
