import type { Hit } from '#api/platform/search.ts';
import { PGC } from '#domain/finance/ledger/chart-pgc.ts';
import { OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { normalise, tokens } from '#kernel/text.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { MOST_HITS } from './hits.ts';

/** Accounts of the chart and the company's own whose code begins with the words, or whose name holds them; codes first. */
export async function findAccounts(records: Records, q: string) {
  const words = tokens(q);
  const own = await listRecords(records, OwnAccounts, { buckets: ['all'], order: 'asc', limit: MOST_HITS + 1, words: q });
  const accounts = [...PGC, ...own.items].flatMap(({ code, name, nameEn, ...rest }) => {
    const byCode = words.length === 1 && code.startsWith(words[0] ?? '');
    const byName = words.every((word) => normalise(`${name} ${nameEn}`).includes(word));
    return byCode || byName ? [{ code, name, byCode, active: !('active' in rest) || rest.active }] : [];
  });
  accounts.sort((a, b) => (a.byCode === b.byCode ? (a.code < b.code ? -1 : 1) : a.byCode ? -1 : 1));
  const hits = accounts
    .slice(0, MOST_HITS)
    .map(
      ({ code, name, active }): Hit => ({ kind: 'account', id: code, title: name, subtitle: code, state: active ? 'active' : 'inactive' }),
    );
  return { kind: 'account', hits, more: accounts.length > MOST_HITS };
}
