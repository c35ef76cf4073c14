import { type Hit, search } from '#api/platform/search.ts';
import { OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { KINDS } from '#domain/kinds.ts';
import { leftOut } from '#kernel/page.ts';
import type { RecordType } from '#kernel/record.ts';
import { mayRead } from '#runtime/caller.ts';
import { query, serveModule } from '../service.ts';
import { findAccounts } from './accounts.ts';
import { findExactly } from './exact.ts';
import { MOST_HITS } from './hits.ts';
import { findByWords } from './words.ts';

const ACCOUNTS = OwnAccounts as RecordType<never>;

export const searchAll = query(search.actions.searchAll, async ({ query: { q }, records, company: { fiscalYears }, today, caller }) => {
  const unreadable = new Set<string>();
  const input = { q, caller, fiscalYears, today, unreadable };
  const exact = await findExactly(records, input);
  // Digits alone may be a number, and as well (part of) a code.
  if (exact.length > 0 && !/^\d+$/.test(q)) return { items: exact, more: [], ...leftOut(unreadable) };
  // What is listed by what it belongs to has no list of all: it is found by its id.
  const types = KINDS.filter((type) => type.list && type.list.buckets !== 'own' && type.summary && mayRead(caller, type));
  // The chart's accounts are no records: they are looked through with the company's own.
  const found = await Promise.all(types.map((type) => (type === ACCOUNTS ? findAccounts(records, q) : findByWords(records, type, input))));
  return {
    items: found.flatMap((of) => firstly(exact, of)),
    more: found.flatMap(({ kind, more }) => (more ? [kind] : [])),
    ...leftOut(unreadable),
  };
});

/** A kind's hits, those that the number names before the others. */
function firstly(exact: readonly Hit[], { kind, hits }: { readonly kind: string; readonly hits: readonly Hit[] }): Hit[] {
  const named = exact.filter((hit) => hit.kind === kind);
  return [...named, ...hits.filter(({ id }) => !named.some((hit) => hit.id === id))].slice(0, MOST_HITS);
}

export const handler = serveModule(search, { searchAll });
