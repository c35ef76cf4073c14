import type { IsoDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { BASE_CURRENCY, type Minor, minorText, shareOf } from '#kernel/money.ts';
import { type Change, type RecordType, type Stored, update } from '#kernel/record.ts';
import type { Due, PartyDue } from './ageing.ts';
import { allocatedBy, currencyOf, deallocate, type OpenItem, openOf, settle, type Taken, takenBy } from './open-item.ts';

/** Documents that one request may pay. */
export const MAX_PER_REQUEST = 40;
/** Documents that one receipt or credit note may pay in all: its reversal must fit into one transaction. */
const MAX_PER_CREDIT = 90;

/** What a request asks to pay of one document. */
export interface Allotment {
  readonly id: string;
  readonly amount: Minor;
  /** Absent: that of the books. */
  readonly currency?: string;
}

/**
 * What one allocation of documents in a foreign currency took of the books on each side. Between the two lies the difference of
 * the rates of their days.
 */
export interface Settlement {
  readonly charge: string;
  readonly credit: string;
  readonly currency: string;
  /** In that currency. */
  readonly foreign: Minor;
  /** What the books carried of the charge, and of the credit. */
  readonly charged: Minor;
  readonly credited: Minor;
  /** It was undone. */
  readonly undone?: true;
}

/**
 * One side of what is owed, as data. `charges` are the documents that ask for money (invoices; supplier bills), `Credit`
 * those that pay them (receipts and credit notes; payments and supplier credit notes). Both stand on one account for the
 * same party, so an allocation posts nothing but the difference of two rates.
 */
export interface SubledgerSpec<Charge extends OpenItem, Credit extends OpenItem> {
  readonly side: 'receivable' | 'payable';
  readonly party: 'customer' | 'supplier';
  readonly charges: RecordType<Charge>;
  /** Field of a request that names a charge, such as `invoiceId`. */
  readonly field: string;
  readonly partyOf: (document: Charge | Credit) => string;
  /** What a charge has open by due date, where it may be due in several parts. */
  readonly partsOf?: (charge: Charge) => readonly Due[];
}

/** A credit with its id, stored already or about to be. */
type Identified<C> = C & { readonly id: string };

/** The rules of open items on one side: the same for both, whatever the documents are called. */
export class Subledger<Charge extends OpenItem, Credit extends OpenItem> {
  readonly charges: RecordType<Charge>;
  readonly field: string;
  readonly #spec: SubledgerSpec<Charge, Credit>;

  constructor(spec: SubledgerSpec<Charge, Credit>) {
    this.charges = spec.charges;
    this.field = spec.field;
    this.#spec = spec;
  }

  /** What a charge that is due in several parts has open of each. */
  parts(charge: Charge): PartyDue[] {
    const party = this.#spec.partyOf(charge);
    return (this.#spec.partsOf?.(charge) ?? []).map((part) => ({ ...part, party }));
  }

  /** The balance of the side's account, debit positive, that open charges and unapplied credits come to. */
  balance(open: Minor, unapplied: Minor): Minor {
    return this.#spec.side === 'receivable' ? open - unapplied : unapplied - open;
  }

  /**
   * Uses unapplied credit on charges: both sides get the allocation, neither more than it has open.
   * @param found the charges, in the order asked for.
   * @returns the credit after, the changes of the charges, and what was settled in a foreign currency.
   * @throws DomainError `<charge>.not_found`, `allocation.twice` (400), `allocation.party`, `.currency`, `.too_much`, `.too_many` (422).
   */
  allocate<C extends Identified<Credit>>(
    credit: C,
    requested: readonly Allotment[],
    found: readonly (Stored<Charge> | undefined)[],
    date: IsoDate,
  ): { credit: C; changes: Change[]; settlements: Settlement[] } {
    let after = credit;
    const settlements: Settlement[] = [];
    const changes = requested.map((one, i) => {
      const at = `body.allocations.${i}`;
      const charge = this.#chargeOf(credit, one, found[i], `${at}.${this.field}`);
      if (requested.findIndex(({ id }) => id === one.id) !== i)
        throw invalid('allocation.twice', `${one.id} is listed twice: list it once.`, `${at}.${this.field}`, { document: one.id });
      after = settle(after, one.id, date, one.amount, `${at}.amount`);
      const taken = settle(charge, credit.id, date, one.amount, `${at}.amount`);
      settlements.push(...lastSettled(charge.id, taken, credit.id, after));
      return update(this.charges, charge, taken);
    });
    requireFew(allocatedBy(after).size, this.#noun);
    return { credit: after, changes, settlements };
  }

  /**
   * Undoes all that a credit has paid of one charge: both are open again by that amount, and no other document changes.
   * @param most so much of it at most, in the currency of the documents.
   * @throws DomainError `allocation.none` (422).
   */
  deallocate<C extends Identified<Credit>>(
    credit: C,
    charge: Stored<Charge>,
    date: IsoDate,
    most: Minor = Number.MAX_SAFE_INTEGER,
  ): { credit: C; change: Change; settlements: Settlement[] } {
    if (!allocatedBy(credit).has(charge.id))
      throw refused('allocation.none', `${credit.id} has paid nothing of ${charge.id}: there is nothing to undo.`, `path.${this.field}`, {
        document: charge.id,
        source: credit.id,
      });
    const [of, by] = [atMost(takenBy(charge, credit.id), most), atMost(takenBy(credit, charge.id), most)];
    return {
      credit: deallocate(credit, charge.id, date, by),
      change: update(this.charges, charge, deallocate(charge, credit.id, date, of)),
      settlements: undoneSettlement(charge, credit, of, by),
    };
  }

  /** Whether a credit pays something of a charge. */
  pays(credit: Credit, chargeId: string): boolean {
    return allocatedBy(credit).has(chargeId);
  }

  /** A credit that has paid nothing has nothing to undo. */
  refusalOfUnused(credit: Identified<Credit>): Refusal | undefined {
    if ([...allocatedBy(credit).keys()].some((id) => this.#isCharge(id))) return undefined;
    const message = `${credit.id} has paid no ${this.#noun}: there is nothing to undo.`;
    return refusal('allocation.none', message, `path.${this.field}`, { source: credit.id, why: 'unused' });
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
  ): { credit: C; changes: Change[]; settlements: Settlement[] } {
    const changes = paid.map((charge) => update(this.charges, charge, deallocate(charge, reversalId, date, takenBy(charge, credit.id))));
    const unapplied = paid.reduce((after, charge) => deallocate(after, charge.id, date, takenBy(credit, charge.id)), credit);
    return {
      credit: settle(unapplied, reversalId, date, openOf(unapplied), 'path'),
      changes,
      settlements: paid.flatMap((charge) => undoneSettlement(charge, credit)),
    };
  }

  #isCharge(id: string): boolean {
    return prefixOf(id) === this.charges.prefix;
  }

  get #noun(): string {
    return this.charges.kind.replaceAll('-', ' ');
  }

  #chargeOf(
    credit: Credit,
    { id, currency: told = BASE_CURRENCY }: Allotment,
    charge: Stored<Charge> | undefined,
    at: string,
  ): Stored<Charge> {
    const { kind } = this.charges;
    const { partyOf, party } = this.#spec;
    if (!charge) throw invalid(`${kind}.not_found`, `There is no ${this.#noun} ${id}: choose one that is open.`, at, { document: id });
    if (partyOf(charge) !== partyOf(credit))
      throw refused('allocation.party', `${id} belongs to another ${party}: remove it.`, at, { document: id });
    const [theirs, ours] = [currencyOf(charge), currencyOf(credit)];
    if (theirs !== ours || told !== ours) throw ofAnotherCurrency(id, theirs, theirs === ours ? told : ours, at);
    return charge;
  }
}

/** A document is settled in its own currency. */
export const ofAnotherCurrency = (document: string, currency: string, other: string, field: string) =>
  refused('allocation.currency', `${document} is in ${currency}, and not in ${other}: both must be in one currency.`, field, {
    document,
    currency,
    other,
  });

/** What the last allocation of both sides settled, where they are in a foreign currency. */
export function lastSettled(chargeId: string, charge: OpenItem, creditId: string, credit: OpenItem): Settlement[] {
  const [of, by] = [charge.allocations.at(-1), credit.allocations.at(-1)];
  if (of?.foreign === undefined || by === undefined) return [];
  const [charged, credited] = [of.amount, by.amount];
  return [{ charge: chargeId, credit: creditId, currency: currencyOf(charge), foreign: of.foreign, charged, credited }];
}

/** So much of what was taken, in the currency of the documents; of the books its share. */
function atMost({ amount, foreign }: Taken, most: Minor): Taken {
  if (foreign === undefined) return { amount: Math.min(amount, most) };
  return most >= foreign ? { amount, foreign } : { amount: shareOf(amount, BigInt(most), BigInt(foreign)), foreign: most };
}

/** What allocations of a credit to a charge settled, undone: all of it, or what is told. */
function undoneSettlement(
  charge: Stored<OpenItem>,
  credit: OpenItem & { readonly id: string },
  of = takenBy(charge, credit.id),
  by = takenBy(credit, charge.id),
): Settlement[] {
  if (of.foreign === undefined) return [];
  const [charged, credited] = [of.amount, by.amount];
  return [{ charge: charge.id, credit: credit.id, currency: currencyOf(charge), foreign: of.foreign, charged, credited, undone: true }];
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
