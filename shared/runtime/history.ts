import type { RecordEvent, RecordType, ShortNames } from '#kernel/record.ts';
import { inverseOf } from './short-names.ts';

/** One step of a story as the table holds it: short tuples, since a document's story must not push it over the next kilobyte. */
export type Packed = [
  rev: number,
  at: number,
  by: string,
  request: string,
  action: string,
  key?: string,
  digest?: string,
  was?: Record<string, unknown>,
];

/** A request's id that is a UUID (not those of API Gateway, which have 16 characters) as 22 characters of its bytes. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const packedRequest = (id: string): string => (UUID.test(id) ? `.${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}` : id);
const PACKED_UUID = /^\.[\w-]{22}$/;
function unpackedRequest(packed: string): string {
  if (!PACKED_UUID.test(packed)) return packed;
  const hex = Buffer.from(packed.slice(1), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
/** The request that took a packed step. */
export const requestOf = (step: readonly unknown[] | undefined): string | undefined =>
  typeof step?.[3] === 'string' ? unpackedRequest(step[3]) : undefined;

/** @param names short forms of actions, where the kind has any. */
export const packed = (steps: readonly RecordEvent[], names: ShortNames = {}): Packed[] =>
  steps.map((step, i) => pack(step, steps[i - 1], names));

function pack(step: RecordEvent, before: RecordEvent | undefined, names: ShortNames): Packed {
  // Whoever took the step before as well is not named again.
  const by = step.by === before?.by ? '' : step.by;
  const tuple: unknown[] = [
    step.rev,
    Date.parse(step.at),
    by,
    packedRequest(step.request),
    Object.hasOwn(names, step.action) ? names[step.action] : step.action,
    step.key ?? '',
    step.digest ?? '',
    step.was ?? '',
  ];
  while (tuple.at(-1) === '') tuple.pop();
  return tuple as Packed;
}

export function unpacked(packed: readonly Packed[], names: ShortNames = {}): RecordEvent[] {
  const steps: RecordEvent[] = [];
  const inFull = inverseOf(names);
  for (const [rev, at, by, request, action, key, digest, was] of packed)
    steps.push({
      rev,
      at: new Date(at).toISOString(),
      by: by || (steps.at(-1)?.by ?? ''),
      request: unpackedRequest(request),
      action: inFull.get(action) ?? action,
      ...(key ? { key } : {}),
      ...(digest ? { digest } : {}),
      ...(was ? { was } : {}),
    });
  return steps;
}

/**
 * How long a story may be, packed and as JSON, before all but its first and its newest steps go beside the record. Half of
 * the record's own length: the step that divides a story writes the record at twice its price, which must pay for itself.
 */
const mostChars = (data: object): number => Math.min(Math.max(JSON.stringify(data).length / 2, 1000), 40_000);
/** What stays of the newest steps, as a share of that; the last one always stays. */
const KEPT = 0.3;

const charsOf = (steps: readonly RecordEvent[]): number => JSON.stringify(packed(steps)).length;

/** What stays on the record of its history, and what has become too much for it. */
export function divided(
  { history }: Pick<RecordType<never>, 'history'>,
  data: object,
  steps: readonly RecordEvent[],
): { readonly kept: readonly RecordEvent[]; readonly older: readonly RecordEvent[] } {
  if (history === 'ends')
    return { kept: steps.length > 2 ? [steps[0], steps.at(-1)].filter((step) => step !== undefined) : steps, older: [] };
  const most = mostChars(data);
  if (charsOf(steps) <= most) return { kept: steps, older: [] };
  let from = steps.length - 1;
  for (let chars = 0; from > 1; from -= 1) {
    chars += charsOf(steps.slice(from - 1, from));
    if (chars > most * KEPT) break;
  }
  return { kept: [...steps.slice(0, 1), ...steps.slice(Math.max(from, 1))], older: steps.slice(1, Math.max(from, 1)) };
}

/** Before the revision in the sort key of an item that holds older steps, beside its record. */
export const HISTORY = 'story#';
export const historyKey = (older: readonly RecordEvent[]): string => `${HISTORY}${String(older[0]?.rev).padStart(9, '0')}`;

/** A story put together again: a step may have gone beside the record after the record was read. */
export const joined = (kept: readonly RecordEvent[], older: readonly RecordEvent[]): RecordEvent[] =>
  [...new Map([...kept, ...older].map((step) => [step.rev, step])).values()].sort((a, b) => a.rev - b.rev);
