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
  /** Of that, what is declared as it is paid. */
  readonly waiting: bigint;
  /** What no register holds of it, of all documents. */
  readonly undeclared: bigint;
  /** Those that post something else than they declare: pay, which no register holds. */
  readonly documents: readonly TieDifference[];
}

/** What a period withheld on 4751, by document. */
export async function readWithheldTie(records: Records, period: string): Promise<WithheldTie> {
  const found = new Map<string, TieDifference>();
  let [posted, waiting] = [0n, 0n];
  for await (const { items } of walkJournal(records, {
    ...{ months: monthsOfTaxPeriod(period), order: 'asc', pace: 400, kinds: WITHHOLDING_KINDS },
  }))
    for (const { document } of items) {
      const { kind, id, reverses } = document;
      const difference = { kind, id, posted: withheldBy(document), declared: declaredBy(document) };
      posted += difference.posted;
      if (document.paper?.withheld?.at === 'payment') waiting += difference.posted;
      if (difference.posted === difference.declared) continue;
      const taken = found.get(reverses ?? '');
      // What was taken back within the period was never there.
      if (taken?.posted === -difference.posted && taken.declared === -difference.declared) found.delete(taken.id);
      else found.set(id, difference);
    }
  const documents = [...found.values()];
  const undeclared = documents.reduce((sum, { posted: on, declared }) => sum + on - declared, 0n);
  return { posted, waiting, undeclared, documents: documents.slice(0, MOST_NAMED) };
}

/** What a document declares, by its own day or as it is paid. */
const declaredBy = ({ taxes, paper }: JournalDocument): bigint =>
  (paper?.withheld?.at === 'payment' ? BigInt(paper.sign * paper.withheld.amount) : 0n) +
  taxes.reduce((sum, { side, tax }) => (side === 'withheld' ? sum + BigInt(tax) : sum), 0n);

/**
 * What a document put on 4751. A debit of one that declares nothing pays what earlier periods withheld, and so does a credit that takes
 * such a debit back.
 */
function withheldBy({ entry, taxes, paper, reverses }: JournalDocument): bigint {
  if (isClosing(entry)) return 0n;
  const declares = paper?.withheld !== undefined || taxes.some(({ side }) => side === 'withheld');
  return entry.lines.reduce((sum, { account, amount }) => {
    const pays = !declares && (reverses ? amount < 0 : amount > 0);
    return account.startsWith('4751') && !pays ? sum - BigInt(amount) : sum;
  }, 0n);
}
