import * as z from 'zod/mini';
import { refused } from '#kernel/errors.ts';
import { recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { normalise, sortText } from '#kernel/text.ts';

export const MAX_TAGS = 20;
export const MAX_TAG_CHARS = 40;

/** The tags of one record, whatever its kind. One record holds them all, so that their number is exact. */
export const TagSet = z.object({
  record: z.string(),
  /** In the order of the alphabet. */
  tags: list(z.string()),
  /** ISO instant of the last change. */
  taggedAt: z.string(),
});
export type TagSet = Readonly<z.output<typeof TagSet>>;

export const RecordTags = recordType<TagSet>({
  kind: 'record-tags',
  prefix: 'tgs',
  data: TagSet,
  history: 'ends',
  list: { buckets: 'all', key: (t, id) => ({ bucket: 'all', sort: `${t.taggedAt}#${id}`, label: t.tags.join(' ') }) },
  summary: (t) => ({ title: t.tags.map((tag) => `#${tag}`).join(' ') }),
  parent: (t) => t.record,
  screen: { none: 'They are shown on the page of their record.' },
  icon: 'tags',
  read: 'member',
});

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/**
 * The tags after a change: one that differs in case and accents alone is the same.
 * @throws DomainError `tags.too_many` (422).
 */
export function retagged(before: readonly string[], { add, remove }: TagChange): readonly string[] {
  const gone = new Set(remove.map(normalise));
  const kept = before.filter((tag) => !gone.has(normalise(tag)));
  const existing = new Set(kept.map(normalise));
  for (const tag of add) if (!existing.has(normalise(tag)) && existing.add(normalise(tag))) kept.push(tag);
  if (kept.length > MAX_TAGS) throw refused('tags.too_many', `A record has ${MAX_TAGS} tags at most.`, 'body.add', { most: MAX_TAGS });
  return kept.sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
}
