import type { RecordEvent, RecordType } from '#kernel/record.ts';

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

export const packed = (steps: readonly RecordEvent[]): Packed[] => steps.map(pack);

function pack(step: RecordEvent, i: number, all: readonly RecordEvent[]): Packed {
  // Whoever took the step before as well is not named again.
  const by = step.by === all[i - 1]?.by ? '' : step.by;
  const tuple: unknown[] = [
    step.rev,
    Date.parse(step.at),
    by,
    step.request,
    step.action,
    step.key ?? '',
    step.digest ?? '',
    step.was ?? '',
  ];
  while (tuple.at(-1) === '') tuple.pop();
  return tuple as Packed;
}

export function unpacked(packed: readonly Packed[]): RecordEvent[] {
  const steps: RecordEvent[] = [];
  for (const [rev, at, by, request, action, key, digest, was] of packed)
    steps.push({
      rev,
      at: new Date(at).toISOString(),
      by: by || (steps.at(-1)?.by ?? ''),
      request,
      action,
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
