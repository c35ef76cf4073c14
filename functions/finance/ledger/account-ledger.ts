import { monthOf } from '#kernel/date.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { decodeCursor, encodeCursor } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { type JournalItem, walkJournal } from './journal-store.ts';
import { balanceBefore } from './trial-store.ts';

export interface AccountLine {
  readonly item: JournalItem;
  readonly line: EntryLine;
  readonly balance: number;
}

/**
 * One page of an account. The running balance is never taken from the cursor: a page starts from the balance before
 * its first day, and runs through that day's earlier lines without showing them again.
 */
export async function readAccountPage(
  records: Records,
  years: readonly string[],
  account: string,
  asked: { readonly from: string; readonly to: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ opening: number; lines: AccountLine[]; nextCursor?: string }> {
  const buckets = datedBuckets(years, { ...asked, order: 'asc' }).buckets;
  const after = asked.cursor ? decodeCursor(asked.cursor, buckets).sort : '';
  const start = after ? after.slice(0, 10) : asked.from;
  const opening = await balanceBefore(records.tenant, years, account, start);
  let balance = opening;
  const lines: AccountLine[] = [];
  for await (const page of walkJournal(records, years, { from: start, to: asked.to, account }))
    for (const item of page) {
      // A page ends with a whole entry, so that the cursor never falls between two lines of one.
      if (lines.length >= asked.limit) return { opening, lines, nextCursor: cursorAfter(lines) };
      for (const line of item.document.entry.lines.filter((l) => l.account === account)) {
        balance += line.amount;
        if (item.sort > after) lines.push({ item, line, balance });
      }
    }
  return { opening, lines };
}

const cursorAfter = (lines: readonly AccountLine[]): string => {
  const sort = lines.at(-1)?.item.sort ?? '';
  return encodeCursor({ bucket: monthOf(sort), sort });
};
