import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { Change, Stored } from '#kernel/record.ts';
import { type Entry, type EntryDraft, type EntryLine, entryDraft } from './entry.ts';
import { numberEntries, type PeriodSequence } from './period-sequence.ts';

/** What a posting is made under. */
export interface PostingTerms {
  readonly date: IsoDate;
  /** The business date: where it is given, the entries tell what has happened, and that is never dated after it. */
  readonly today?: IsoDate | undefined;
  /** Whether it may post into a closed (not locked) period. */
  readonly canPostToClosed?: boolean | undefined;
  /** The field that the period's refusals name. */
  readonly field?: string | undefined;
  /** Whether it settles the VAT of a period, which may be filed. */
  readonly settlesTax?: boolean | undefined;
}

/** Accounts of VAT: what is posted on them is declared. */
const VAT = /^47[27]/;

/**
 * The entries of one business action, on one day, numbered one after the other by one sequence of their period. The
 * sequence goes into the action's transaction, so the period's lock is checked in the very write that posts.
 */
export class Posting {
  readonly date: IsoDate;
  readonly #sequence: Stored<PeriodSequence> | undefined;
  readonly #terms: PostingTerms;
  readonly #drafts: EntryDraft[] = [];
  readonly #counts: Record<string, number> = {};
  readonly #latest: string[] = [];
  #taxed = false;

  constructor(sequence: Stored<PeriodSequence> | undefined, terms: PostingTerms) {
    this.date = terms.date;
    this.#sequence = sequence;
    this.#terms = terms;
  }

  /**
   * The next entry, with its number. Lines of zero are left out; the others must balance.
   * @param taxed its document is declared for VAT, whether or not there is any on it.
   * @throws DomainError `period.not_open`, `period.closed`, `period.locked`, `period.tax_filed`, `date.future` (422).
   */
  add(text: string, lines: readonly EntryLine[], taxed = false): Entry {
    this.#drafts.push(entryDraft(this.date, text, lines));
    this.#taxed ||= taxed || lines.some(({ account, amount }) => amount !== 0 && VAT.test(account));
    return this.#numbered().entries.at(-1) as Entry;
  }

  /**
   * The next number of a series that the period's sequence counts, 1, 2, 3… in each month: gapless, and without a write of its
   * own. All documents of the series must post by the same shard: their sessions are opened with one `document` for all.
   * @throws DomainError `period.not_open`, `period.closed`, `period.locked` (422).
   */
  count(series: string): number {
    this.requireOpen();
    const next = (this.#counts[series] ?? this.#sequence?.counts?.[series] ?? 0) + 1;
    this.#counts[series] = next;
    return next;
  }

  /** Names a document that is counted with the entries by the sequence: others find it at once, where the indexes do not have it yet. */
  name(id: string): void {
    this.#latest.push(id);
  }

  /** The change that goes into the transaction; none where nothing was posted. */
  changes(): Change[] {
    return this.#drafts.length > 0 ? [this.#numbered().change] : [];
  }

  /**
   * Where there may be nothing to post, and the period must be open all the same.
   * @throws DomainError `period.not_open`, `period.closed`, `period.locked` (422).
   */
  requireOpen(): void {
    this.#numbered();
  }

  #numbered() {
    const { today, canPostToClosed, settlesTax = false, field = 'body.date' } = this.#terms;
    const filed = this.#sequence?.filed;
    if (filed !== undefined && this.#taxed && !settlesTax)
      throw refused(
        'period.tax_filed',
        `The VAT of ${this.date.slice(0, 7)} has been filed (${filed}): use a date of a period that is not. VAT of purchases is deducted in a later one; what was sold is corrected by a credit note, or by rectifying the return.`,
        field,
        { period: this.date.slice(0, 7), filed },
      );
    const counted = { counts: this.#counts, latest: this.#latest, settlesTax };
    const numbered = numberEntries(this.#sequence, this.#drafts, canPostToClosed, field, counted);
    if (today !== undefined && this.date > today)
      throw refused('date.future', `The date ${this.date} is still to come. Use today's, ${today}, or an earlier one.`, field, {
        date: this.date,
        today,
      });
    return numbered;
  }
}
