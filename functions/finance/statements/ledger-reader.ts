import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import type { WholeAccount } from '#domain/finance/statements/ledger-sheet.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { type AccountPage, readAccountPage } from '../ledger/account-ledger.ts';
import { untilSettled } from '../ledger/trial-store.ts';

/** Lines of an account in one file, which is made while somebody waits. */
const MOST_LINES = 5000;
/** Each looks at some thousands of documents: an account with few lines among very many documents is not waited for either. */
const MOST_PAGES = 10;

interface Asked {
  readonly account: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * An account between two days with all its lines, every entry posted before the request among them.
 * @param most lines. @throws DomainError `statement.too_long` (400) where there are more, `balances.behind` (503) after 5 seconds.
 */
export function readWholeAccount(
  records: Records,
  fiscalYears: readonly string[],
  asked: Asked,
  most = MOST_LINES,
): Promise<Pick<WholeAccount, 'opening' | 'closing' | 'lines' | 'unreadable'>> {
  return untilSettled(async () => {
    const pages: AccountPage[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await readAccountPage(records, fiscalYears, { ...asked, limit: most + 1, cursor, consistent: true });
      pages.push(page);
      cursor = page.nextCursor;
      const count = pages.reduce((sum, { lines }) => sum + lines.length, 0);
      if (count > most || (cursor !== undefined && pages.length === MOST_PAGES)) throw tooLong(asked.account, most);
    }
    return wholeOf(pages);
  });
}

const tooLong = (account: string, limit: number) =>
  invalid(
    'statement.too_long',
    `A file holds ${limit} lines, and account ${account} has more in this range: ask for a shorter one, or export the journal (POST /exports).`,
    'query.from',
    { account, limit },
  );

/** The pages as one; none where an entry of earlier days came between two of them, so that they do not belong together. */
function wholeOf(pages: readonly AccountPage[]) {
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) return undefined;
  const { opening, closing } = last;
  const unreadable = [...new Set(pages.flatMap((page) => page.unreadable ?? []))];
  const lines = pages.flatMap((page) => page.lines);
  const moved = lines.reduce((sum, { line }) => sum + BigInt(line.amount), 0n);
  if (unreadable.length === 0 && (first.opening !== opening || BigInt(opening) + moved !== BigInt(closing))) return undefined;
  return {
    opening,
    closing,
    unreadable,
    lines: lines.map(({ item: { document }, line, balance }) => ({
      date: document.entry.date,
      entryId: entryIdOf(document.id),
      text: line.text ?? document.entry.text,
      amount: line.amount,
      balance,
    })),
  };
}
