import type { ChainOwner } from '#domain/finance/einvoice/chain-owner.ts';
import { hasShutLane } from '#domain/finance/ledger/lanes.ts';
import { isShut, type PeriodSequence, PeriodSequences, sequenceIdFor } from '#domain/finance/ledger/period-sequence.ts';
import { Posting, type PostingTerms } from '#domain/finance/ledger/posting.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addMonths, type IsoDate, monthOf } from '#kernel/date.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { type Caller, may } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { type NextNumber, nextNumber } from '#runtime/sequence.ts';
import { VerifactuChain } from '../einvoice/verifactu-chain.ts';

/** A posting that can also number its documents: the series is looked up once, however many of it are issued. */
export class PostingSession extends Posting {
  readonly #records: Records;
  /** What was looked up and not given yet, by series; of what was given, the number alone. */
  readonly #next = new Map<string, NextNumber>();

  readonly #company: ChainOwner | undefined;
  #chain: Promise<VerifactuChain | undefined> | undefined;

  constructor(records: Records, sequence: Stored<PeriodSequence> | undefined, terms: PostingTerms & Pick<PostingRequest, 'company'>) {
    super(sequence, terms);
    this.#records = records;
    this.#company = terms.company;
  }

  /** The chain of Verifactu that documents issued by this posting join; undefined where the company has none. */
  chain(issuer: Partial<ChainOwner> = {}): Promise<VerifactuChain | undefined> {
    this.#chain ??= this.#openChain(issuer);
    return this.#chain;
  }

  async #openChain({ taxId, timeZone, einvoicing }: Partial<ChainOwner>): Promise<VerifactuChain | undefined> {
    const owner = taxId && timeZone ? { taxId, timeZone, einvoicing } : this.#company;
    return VerifactuChain.open(this.#records, owner ?? (await this.#records.getOrThrow(Companies, COMPANY_ID)));
  }

  /**
   * The next number of a gapless series whose documents have their number as id, with the document before it: of the
   * first that this posting numbers, since the others are of the same day.
   */
  async nextNumber<T>(type: RecordType<T>, idOf: (count: number) => string): Promise<NextNumber> {
    const series = idOf(0);
    if (!this.#next.has(series)) await this.lookUp(type, idOf);
    const next = assertDefined(this.#next.get(series), 'the next number');
    this.#next.set(series, { count: next.count + 1 });
    return next;
  }

  /** Looks the series up beside other reads, where it is likely to be needed. */
  async lookUp<T>(type: RecordType<T>, idOf: (count: number) => string): Promise<void> {
    this.#next.set(idOf(0), await nextNumber(this.#records, type, idOf));
  }
}

/** What a session is opened for. */
export interface PostingRequest extends PostingTerms {
  /** Id of the document that the action is about: it decides which shard of the period counts the entries. */
  readonly document: string;
  /** Who posts: some may into a closed period. Workers have no caller. */
  readonly caller?: Caller | undefined;
  /** Who issues. Absent: it is read where a document is issued. */
  readonly company?: ChainOwner | undefined;
}

/** Opens the posting of a business action: one read, whatever the number of its entries. */
export async function openPosting(records: Records, { document, caller, ...terms }: PostingRequest): Promise<PostingSession> {
  const { date, canPostToClosed = caller !== undefined && may(caller, 'books.adjust') } = terms;
  return new PostingSession(records, await records.get(PeriodSequences, sequenceIdFor(date, document)), { ...terms, canPostToClosed });
}

/** What a lane is shut of, too: which of them an entry is of is not known before it is made. */
const isPassed = (sequence: PeriodSequence): boolean => isShut(sequence) || hasShutLane(sequence.lanes);

/** Months after a locked one that a reversal looks through. */
const MAX_LOCKED_MONTHS = 24;

/**
 * The first day from one on on which somebody may post: that day or, where its period is locked, its year closed, or the period closed to
 * them, the first of the next that is not. The day itself where two years from then on are none.
 */
export async function firstOpenDay(
  records: Records,
  { date, document, caller }: Pick<PostingRequest, 'date' | 'document' | 'caller'>,
): Promise<IsoDate> {
  const mayAdjust = caller !== undefined && may(caller, 'books.adjust');
  for (let [day, months] = [date, 0]; months <= MAX_LOCKED_MONTHS; day = `${addMonths(monthOf(day), 1)}-01`, months += 1) {
    const sequence = await records.get(PeriodSequences, sequenceIdFor(day, document));
    const isClosed = sequence !== undefined && (isPassed(sequence) || (sequence.state === 'closed' && !mayAdjust));
    if (!isClosed) return day;
  }
  return date;
}

/**
 * Opens the posting of a reversal that nobody can refuse any more: on its own day or, where that period is locked or its year
 * closed, on the first day of the next one that is neither.
 * @throws DomainError `period.locked`, `period.year_closed` (422) where two years from then on are locked.
 */
export async function openReversal(
  records: Records,
  { date, document }: { readonly date: IsoDate; readonly document: string },
): Promise<PostingSession> {
  for (let [day, months] = [date, 0]; ; day = `${addMonths(monthOf(day), 1)}-01`, months += 1) {
    const sequence = await records.get(PeriodSequences, sequenceIdFor(day, document));
    const passed = sequence !== undefined && isPassed(sequence);
    if (!passed || months === MAX_LOCKED_MONTHS) return new PostingSession(records, sequence, { date: day, canPostToClosed: true });
  }
}
