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
}

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

  constructor(sequence: Stored<PeriodSequence> | undefined, terms: PostingTerms) {
    this.date = terms.date;
    this.#sequence = sequence;
    this.#terms = terms;
  }

  /**
   * The next entry, with its number. Lines of zero are left out; the others must balance.
   * @throws DomainError `period.not_open`, `period.closed`, `period.locked`, `date.future` (422).
   */
  add(text: string, lines: readonly EntryLine[]): Entry {
    this.#drafts.push(entryDraft(this.date, text, lines));
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
    const { today, canPostToClosed, field = 'body.date' } = this.#terms;
    const numbered = numberEntries(this.#sequence, this.#drafts, canPostToClosed, field, this.#counts);
    if (today !== undefined && this.date > today)
      throw refused('date.future', `The date ${this.date} is still to come. Use today's, ${today}, or an earlier one.`, field, {
        date: this.date,
        today,
      });
    return numbered;
  }
}
