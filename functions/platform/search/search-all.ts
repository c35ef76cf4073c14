import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import type { Hit, SearchKind } from '#domain/platform/search/wire.ts';
import { dateIn } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { findAccounts } from './accounts.ts';
import { findExactly } from './exact.ts';
import { KINDS } from './kinds.ts';
import { search } from './module.ts';
import { findByWords, MOST_HITS } from './words.ts';

export const searchAll = query(search.actions.searchAll, async ({ query: { q }, records, now }) => {
  const { fiscalYears, timeZone } = await records.need(Companies, COMPANY_ID);
  const asked = { q, fiscalYears, today: dateIn(timeZone, now) };
  const exact = await findExactly(records, asked);
  // Digits alone may be a number, and as well (part of) a code.
  if (exact.length > 0 && !/^\d+$/.test(q)) return { items: exact, more: [] };
  const found = await Promise.all([...KINDS.map((kind) => findByWords(records, kind, asked)), findAccounts(records, q)]);
  return { items: found.flatMap((of) => firstly(exact, of)), more: found.flatMap(({ kind, more }) => (more ? [kind] : [])) };
});

/** A kind's hits, those that the number names before the others. */
function firstly(exact: readonly Hit[], { kind, hits }: { readonly kind: SearchKind; readonly hits: readonly Hit[] }): Hit[] {
  const named = exact.filter((hit) => hit.kind === kind);
  return [...named, ...hits.filter(({ id }) => !named.some((hit) => hit.id === id))].slice(0, MOST_HITS);
}
