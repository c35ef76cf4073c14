import { createHash } from 'node:crypto';
import { type ChainOwner, chainsOn } from '#domain/finance/einvoice/chain-owner.ts';
import { zonedTime } from '#domain/finance/einvoice/verifactu.ts';
import {
  attested,
  type ChainHead,
  cancellationOf,
  placeOf,
  type StoredVerifactu,
  VerifactuRecords,
  verifactuId,
} from '#domain/finance/einvoice/verifactu-record.ts';
import type { CreditNote, Invoice } from '#domain/finance/receivables/invoice.ts';
import { dateIn } from '#kernel/date.ts';
import { type Change, createNext } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { firstFree } from '#runtime/sequence.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();

/** The end of each company's chain as far as this process has read it. Only ever a lower bound: the records are the truth. */
const heads = new Map<string, ChainHead>();

/**
 * The end of a company's chain. As with numbers, a place is free while its record does not exist, and is taken under the condition
 * that it still does not: no head to lock, and no write beside the record's own.
 */
export async function chainHead(records: Records): Promise<ChainHead> {
  const known = heads.get(records.tenant) ?? { length: 0 };
  const found = new Map<number, ChainHead>([[known.length, known]]);
  const areTaken = async (places: readonly number[]) => {
    for (const record of await records.getMany(VerifactuRecords, places.map(verifactuId)))
      if (record) found.set(placeOf(record.id), { length: placeOf(record.id), last: { hash: record.hash, at: record.at } });
    return places.map((place) => found.has(place));
  };
  const length = (await firstFree(areTaken, known.length)) - 1;
  const head = found.get(length) ?? known;
  // What a dry run would have written is nobody's.
  if (!records.stamp.dryRun && length > known.length) heads.set(records.tenant, head);
  return head;
}

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
