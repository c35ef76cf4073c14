import type { IsoDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { type Change, type RecordType, type Stored, update } from '#kernel/record.ts';
import { allocatedBy, deallocate, type OpenItem, settle } from './open-item.ts';

/** Documents that one request may pay. */
export const MAX_PER_REQUEST = 40;
/** Documents that one receipt or credit note may pay in all: its reversal must fit into one transaction. */
const MAX_PER_CREDIT = 90;

/** What a request asks to pay of one document. */
export interface Allotment {
  readonly id: string;
  readonly amount: Minor;
}

/**
 * One side of what is owed, as data. `charges` are the documents that ask for money (invoices; supplier bills), `Credit`
 * those that pay them (receipts and credit notes; payments and supplier credit notes). Both stand on one account for the
 * same party, so an allocation posts nothing.
 */
export interface SubledgerSpec<Charge extends OpenItem, Credit extends OpenItem> {
  readonly side: 'receivable' | 'payable';
  readonly party: 'customer' | 'supplier';
  readonly charges: RecordType<Charge>;
  /** Field of a request that names a charge, such as `invoiceId`. */
  readonly field: string;
  readonly partyOf: (document: Charge | Credit) => string;
}

/** A credit with its id, stored already or about to be. */
type Identified<C> = C & { readonly id: string };

/** The rules of open items on one side: the same for both, whatever the documents are called. */
export class Subledger<Charge extends OpenItem, Credit extends OpenItem> {
  readonly charges: RecordType<Charge>;
  readonly #spec: SubledgerSpec<Charge, Credit>;

  constructor(spec: SubledgerSpec<Charge, Credit>) {
    this.charges = spec.charges;
    this.#spec = spec;
  }

  /** The balance of the side's account, debit positive, that open charges and unapplied credits come to. */
  balance(open: Minor, unapplied: Minor): Minor {
    return this.#spec.side === 'receivable' ? open - unapplied : unapplied - open;
  }

  /**
   * Uses unapplied credit on charges: both sides get the allocation, neither more than it has open.
   * @param found the charges, in the order asked for.
   * @returns the credit after, and the changes of the charges.
   * @throws DomainError `<charge>.not_found`, `allocation.twice` (400), `allocation.party`, `.too_much`, `.too_many` (422).
   */
  allocate<C extends Identified<Credit>>(
    credit: C,
    requested: readonly Allotment[],
    found: readonly (Stored<Charge> | undefined)[],
    date: IsoDate,
  ): { credit: C; changes: Change[] } {
    let after = credit;
    const changes = requested.map((one, i) => {
      const at = `body.allocations.${i}`;
      const charge = this.#chargeOf(credit, one, found[i], `${at}.${this.#spec.field}`);
      if (requested.findIndex(({ id }) => id === one.id) !== i)
        throw invalid('allocation.twice', `${one.id} is listed twice: list it once.`, `${at}.${this.#spec.field}`, { document: one.id });
      after = settle(after, one.id, date, one.amount, `${at}.amount`);
      return update(this.charges, charge, settle(charge, credit.id, date, one.amount, `${at}.amount`));
    });
    requireFew(allocatedBy(after).size, this.#noun);
    return { credit: after, changes };
  }

  /**
   * Undoes all that a credit has paid of one charge: both are open again by that amount, and no other document changes.
   * @throws DomainError `allocation.none` (422).
   */
  deallocate<C extends Identified<Credit>>(credit: C, charge: Stored<Charge>, date: IsoDate): { credit: C; change: Change } {
    const amount = allocatedBy(credit).get(charge.id) ?? 0;
    if (amount === 0)
      throw refused(
        'allocation.none',
        `${credit.id} has paid nothing of ${charge.id}: there is nothing to undo.`,
        `path.${this.#spec.field}`,
        { document: charge.id, source: credit.id },
      );
    return {
      credit: deallocate(credit, charge.id, date, amount),
      change: update(this.charges, charge, deallocate(charge, credit.id, date, amount)),
    };
  }

  /** A credit that has paid nothing has nothing to undo. */
  refusalOfUnused(credit: Identified<Credit>): Refusal | undefined {
    if ([...allocatedBy(credit).keys()].some((id) => this.#isCharge(id))) return undefined;
    const message = `${credit.id} has paid no ${this.#noun}: there is nothing to undo.`;
    return refusal('allocation.none', message, `path.${this.#spec.field}`, { source: credit.id, why: 'unused' });
  }

  /** A credit of which part was paid back is not reversed. @param noun what it is called: `receipt`. */
  refusalOfPaidBack(credit: Identified<Credit>, noun: string): Refusal | undefined {
    const [id, amount = 0] = [...allocatedBy(credit)].find(([other]) => !this.#isCharge(other)) ?? [];
    if (id === undefined) return undefined;
    const text = minorText(amount);
    const message = `${text} EUR of this ${noun} were paid back by ${id}: it can no longer be reversed.`;
    return refusal(`${noun}.refunded`, message, `path.${noun}Id`, { refund: id, amount: text });
  }

  /**
   * Ids of the charges that a credit pays. @param noun what the credit is called: `receipt`.
   * @throws DomainError `<noun>.refunded` (422) where part of it was paid back.
   */
  paidBy(credit: Identified<Credit>, noun: string): string[] {
    throwIf(this.refusalOfPaidBack(credit, noun));
    return [...allocatedBy(credit).keys()];
  }

  /**
   * Reverses a credit: the charges that it paid are open again by the same amounts, and all of it goes to the reversal.
   * Nothing is erased: each side gets a negative allocation.
   * @param paid the charges of {@link paidBy}.
   */
  reverse<C extends Identified<Credit>>(
    credit: C,
    paid: readonly Stored<Charge>[],
    reversalId: string,
    date: IsoDate,
  ): { credit: C; changes: Change[] } {
    const amounts = allocatedBy(credit);
    const amountOf = ({ id }: Stored<Charge>) => amounts.get(id) ?? 0;
    const changes = paid.map((charge) => update(this.charges, charge, deallocate(charge, reversalId, date, amountOf(charge))));
    const unapplied = paid.reduce((after, charge) => deallocate(after, charge.id, date, amountOf(charge)), credit);
    return { credit: settle(unapplied, reversalId, date, unapplied.open, 'path'), changes };
  }

  #isCharge(id: string): boolean {
    return prefixOf(id) === this.charges.prefix;
  }

  get #noun(): string {
    return this.charges.kind.replaceAll('-', ' ');
  }

  #chargeOf(credit: Credit, { id }: Allotment, charge: Stored<Charge> | undefined, at: string): Stored<Charge> {
    const { kind } = this.charges;
    const { partyOf, party } = this.#spec;
    if (!charge) throw invalid(`${kind}.not_found`, `There is no ${this.#noun} ${id}: choose one that is open.`, at, { document: id });
    if (partyOf(charge) !== partyOf(credit))
      throw refused('allocation.party', `${id} belongs to another ${party}: remove it.`, at, { document: id });
    return charge;
  }
}

function requireFew(count: number, noun: string): void {
  if (count > MAX_PER_CREDIT)
    throw refused(
      'allocation.too_many',
      `One document pays at most ${MAX_PER_CREDIT} ${noun}s; this would make ${count}. Use several documents.`,
      'body.allocations',
      { limit: MAX_PER_CREDIT, requested: count },
    );
}
