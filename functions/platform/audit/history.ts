import { kindOf } from '#domain/kinds.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { PageRoom } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

const MOST_STEPS = 500;

/**
 * A record's story, as it is shown, the oldest step first: the newest that one answer holds of those before a revision, and the
 * revision before which there are more. Of what was deleted, only who and when: what it said before is gone with it.
 */
export async function historyView(records: Records, record: Stored<object>, before = Number.POSITIVE_INFINITY) {
  const type = kindOf(record.id) as RecordType<object>;
  const isDeleted = type.parent && type.state?.(record, '') === 'deleted';
  const all = (await records.historyOf(type, record)).map(({ rev, at, by, request, action, was }) => ({
    rev,
    at,
    by,
    requestId: request,
    action,
    ...(was && !isDeleted ? { was: { ...was } } : {}),
  }));
  const { steps, earlier } = newestOf(
    all.filter(({ rev }) => rev < before),
    MOST_STEPS,
  );
  const complete = type.history === 'all' || record.rev <= 2;
  return { record: record.id, kind: type.kind, complete, steps, ...(earlier === undefined ? {} : { earlier }) };
}

/** The last steps that fit into one answer, and the revision of the first of them where others stand before it. */
export function newestOf<S extends { readonly rev: number }>(steps: readonly S[], most: number): { steps: S[]; earlier?: number } {
  const room = new PageRoom();
  let from = steps.length;
  while (from > 0 && steps.length - from < most && !room.isFull) {
    from -= 1;
    room.take(steps[from]);
  }
  const first = steps[from];
  return { steps: steps.slice(from), ...(from > 0 && first ? { earlier: first.rev } : {}) };
}
