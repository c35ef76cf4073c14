import { isClosing } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { PayablesReversals } from '#domain/finance/payables/supplier-payment.ts';
import { monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import type { Records } from '#runtime/records.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { MOST_NAMED, type TieDifference } from './return-reader.ts';

/** What stands on 4751 is of these: what books open and close with is of no period. */
const KINDS: readonly string[] = [ManualEntries, SupplierBills, SupplierCredits, PayablesReversals].map(({ kind }) => kind);
const WITHHOLDING_KINDS = POSTING_KINDS.filter(({ kind }) => KINDS.includes(kind));

export interface WithheldTie {
  /** What documents of the period withheld on 4751, without what settles earlier periods. */
  readonly posted: bigint;
  /** Those that post something else than they declare: pay, which no register holds. */
  readonly documents: readonly TieDifference[];
}

/** What a period withheld on 4751, by document. */
export async function readWithheldTie(records: Records, period: string): Promise<WithheldTie> {
  const found = new Map<string, TieDifference>();
  let posted = 0n;
  for await (const { items } of walkJournal(records, {
    ...{ months: monthsOfTaxPeriod(period), order: 'asc', pace: 400, kinds: WITHHOLDING_KINDS },
  }))
    for (const { document } of items) {
      const { kind, id, reverses } = document;
      const difference = { kind, id, posted: withheldBy(document), declared: declaredBy(document) };
      posted += difference.posted;
      if (difference.posted === difference.declared) continue;
      const taken = found.get(reverses ?? '');
      // What was taken back within the period was never there.
      if (taken?.posted === -difference.posted && taken.declared === -difference.declared) found.delete(taken.id);
      else found.set(id, difference);
    }
  return { posted, documents: [...found.values()].slice(0, MOST_NAMED) };
}

const declaredBy = ({ taxes }: JournalDocument): bigint =>
  taxes.reduce((sum, { side, tax }) => (side === 'withheld' ? sum + BigInt(tax) : sum), 0n);

/**
 * What a document put on 4751. A debit of one that declares nothing pays what earlier periods withheld, and so does a credit that takes
 * such a debit back.
 */
function withheldBy({ entry, taxes, reverses }: JournalDocument): bigint {
  if (isClosing(entry)) return 0n;
  const declares = taxes.some(({ side }) => side === 'withheld');
  return entry.lines.reduce((sum, { account, amount }) => {
    const pays = !declares && (reverses ? amount < 0 : amount > 0);
    return account.startsWith('4751') && !pays ? sum - BigInt(amount) : sum;
  }, 0n);
}
