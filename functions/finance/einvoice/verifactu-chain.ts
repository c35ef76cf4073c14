import { createHash } from 'node:crypto';
import { type ChainOwner, chainsOn } from '#domain/finance/einvoice/chain-owner.ts';
import { zonedTime } from '#domain/finance/einvoice/verifactu.ts';
import {
  attested,
  type ChainHead,
  cancellationOf,
  type StoredVerifactu,
  VerifactuRecords,
  verifactuId,
} from '#domain/finance/einvoice/verifactu-record.ts';
import type { CreditNote, Invoice } from '#domain/finance/receivables/invoice.ts';
import { dateIn } from '#kernel/date.ts';
import { type Change, createNext, type RecordType } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { firstFree } from '#runtime/sequence.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();

/** The end of a chain: how long it is, and its last record. */
export interface ChainEnd<T> {
  readonly length: number;
  readonly last?: T | undefined;
}

/** The end of each company's chain as far as this process has read it. Only ever a lower bound: the records are the truth. */
const heads = new Map<string, ChainEnd<unknown>>();

/**
 * The end of a company's chain of records of a kind. As with numbers, a place is free while its record does not exist, and is taken under
 * the condition that it still does not: no head to lock, and no write beside the record's own.
 */
export async function endOfChain<T>(records: Records, type: RecordType<T>, idOf: (place: number) => string): Promise<ChainEnd<T>> {
  const chain = `${records.tenant} ${type.kind}`;
  const known = (heads.get(chain) ?? { length: 0 }) as ChainEnd<T>;
  const found = new Map<number, ChainEnd<T>>([[known.length, known]]);
  const areTaken = async (places: readonly number[]) => {
    const read = await records.getMany(type, places.map(idOf));
    for (const [i, last] of read.entries()) if (last) found.set(places[i] ?? 0, { length: places[i] ?? 0, last });
    return places.map((place) => found.has(place));
  };
  const length = (await firstFree(areTaken, known.length)) - 1;
  const head = found.get(length) ?? known;
  // What a dry run would have written is nobody's.
  if (!records.stamp.dryRun && length > known.length) heads.set(chain, head);
  return head;
}
export const chainHead = (records: Records): Promise<ChainHead> => endOfChain(records, VerifactuRecords, verifactuId);

/** The chain of one business action: its records follow each other, and are committed with the documents that they are of. */
export class VerifactuChain {
  readonly #records: Records;
  readonly #owner: ChainOwner;
  #head: ChainHead;

  private constructor(records: Records, owner: ChainOwner, head: ChainHead) {
    this.#records = records;
    this.#owner = owner;
    this.#head = head;
  }

  /** Undefined where the company chains none on this day: then nothing is read. */
  static async open(records: Records, owner: ChainOwner): Promise<VerifactuChain | undefined> {
    const today = dateIn(owner.timeZone, records.stamp.at);
    return chainsOn(owner, today) ? VerifactuChain.take(records, owner) : undefined;
  }
  static async take(records: Records, owner: ChainOwner): Promise<VerifactuChain> {
    return new VerifactuChain(records, owner, await chainHead(records));
  }

  /** The place of the next record. */
  get next(): number {
    return this.#head.length + 1;
  }

  /** The record of a document that is issued in this action. */
  attest(documentId: string, bill: Invoice | CreditNote): Change {
    return this.#append(attested(bill, this.#attestation(documentId)));
  }

  /** The record that cancels one. */
  cancel(issue: StoredVerifactu, reason: string): Change {
    return this.#append(cancellationOf(issue, reason, this.#attestation(issue.documentId)));
  }

  #attestation(documentId: string) {
    const { taxId: issuer, timeZone } = this.#owner;
    return { documentId, issuer, at: zonedTime(timeZone, this.#records.stamp.at), head: this.#head, sha256 };
  }

  #append(record: StoredVerifactu): Change {
    const place = this.next;
    this.#head = { length: place, last: { hash: record.hash, at: record.at } };
    return createNext(VerifactuRecords, verifactuId(place), record);
  }
}
