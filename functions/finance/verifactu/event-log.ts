import { chainsOn } from '#domain/finance/einvoice/chain-owner.ts';
import { zonedTime } from '#domain/finance/einvoice/verifactu.ts';
import {
  type LogAbout,
  type LogEntry,
  type LogType,
  logId,
  nextEvent,
  type StoredLogEntry,
  VerifactuLog,
} from '#domain/finance/einvoice/verifactu-log.ts';
import { type EventToWrite, eventFile } from '#domain/finance/einvoice/verifactu-log-xml.ts';
import { type StoredVerifactu, VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { SIGN } from '#domain/finance/einvoice/verifactu-signature.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { type Change, createNext, type Stored, update } from '#kernel/record.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { type ChainEnd, chainHead, endOfChain, sha256 } from '../einvoice/verifactu-chain.ts';
import { keeperOf } from './chain-file.ts';
import { signedEvent } from './record-signature.ts';
import { signerOf } from './signed-records.ts';
import { deflated } from './signed-text.ts';

/** The events of one action, each after the one before; they are committed with what they tell of. */
export class EventLog {
  readonly #records: Records;
  readonly #company: StoredCompany;
  /** Where the chain of records ends. */
  readonly chained: number;
  #end: ChainEnd<LogEntry>;
  readonly #changes: Change[] = [];

  private constructor(records: Records, company: StoredCompany, chained: number, end: ChainEnd<LogEntry>) {
    this.#records = records;
    this.#company = company;
    this.chained = chained;
    this.#end = end;
  }

  /** Of a company that keeps records on this day, the log begins with that it does. */
  static async open(records: Records, company: StoredCompany): Promise<EventLog> {
    const [{ length }, end] = await Promise.all([chainHead(records), endOfChain<LogEntry>(records, VerifactuLog, logId)]);
    const log = new EventLog(records, company, length, end);
    if (log.isOn && !log.running) log.add('01');
    return log;
  }

  /** Whether records are made today. */
  get isOn(): boolean {
    return chainsOn(this.#company, dateIn(this.#company.timeZone, this.#records.stamp.at));
  }
  get running(): boolean {
    return this.#end.last?.running ?? false;
  }
  /** How many events there are, and the last. */
  get end(): ChainEnd<LogEntry> {
    return this.#end;
  }

  add(type: LogType, about?: LogAbout): this {
    const { at: now } = this.#records.stamp;
    const at = zonedTime(this.#company.timeZone, now);
    const made = { type, about, at, instant: now.toISOString(), records: this.chained };
    const entry = nextEvent(made, this.#end, keeperOf(this.#company, this.#records.tenant), sha256);
    const place = this.#end.length + 1;
    this.#end = { length: place, last: entry };
    this.#changes.push(createNext(VerifactuLog, logId(place), entry));
    return this;
  }

  changes(): readonly Change[] {
    return this.#changes;
  }
}

/** How many records of issue and cancellation stand between two places, with tax and total of the issued ones. */
export async function recordSums(records: Records, first: number, last: number): Promise<LogAbout> {
  const sums = { issues: 0, tax: 0, total: 0, cancellations: 0 };
  for (let at = first; at <= last; at += 500) {
    const places = Array.from({ length: Math.min(500, last - at + 1) }, (_, i) => verifactuId(at + i));
    for (const record of await records.getMany(VerifactuRecords, places, new Set())) {
      if (record?.kind === 'cancellation') sums.cancellations += 1;
      if (record?.kind !== 'issue') continue;
      sums.issues += 1;
      sums.tax += record.tax ?? 0;
      sums.total += record.total ?? 0;
    }
  }
  return sums;
}

/** What an event is written with. */
async function eventToWrite(records: Records, entry: LogEntry): Promise<EventToWrite> {
  const { first, last = first } = entry.about ?? {};
  if (first === undefined || last === undefined) return { entry };
  const ends = <T>(found: readonly (Stored<T> | undefined)[]) => [found[0], found[1]] as const;
  if (entry.type === '09') return { entry, events: ends(await records.getMany(VerifactuLog, [logId(first), logId(last)])) };
  return {
    entry,
    records: ends<StoredVerifactu>(await records.getMany(VerifactuRecords, [verifactuId(first), verifactuId(last)], new Set())),
  };
}

/** Most events that are signed in one transaction. */
const BATCH = 25;

/** Signs the events that are not signed yet; without a certificate they wait. */
export async function signEvents(records: Records, company: StoredCompany, now: Date): Promise<void> {
  const unsigned: StoredLogEntry[] = [];
  for await (const entry of openRecords(records, VerifactuLog, SIGN, {}, new Set())) unsigned.push(entry);
  if (unsigned.length === 0) return;
  const signer = await signerOf({ records, company, now });
  if (typeof signer === 'string') return;
  const system = keeperOf(company, records.tenant);
  for (let from = 0; from < unsigned.length; from += BATCH) {
    const written = await Promise.all(unsigned.slice(from, from + BATCH).map((entry) => eventToWrite(records, entry)));
    await records.commit(
      written.map((of) => {
        const xml = deflated(signedEvent(eventFile(of, system), signer.key, now));
        const { entry } = of;
        const signed = { at: now.toISOString(), fingerprint: signer.fingerprint, xml };
        return update(VerifactuLog, entry as StoredLogEntry, { ...entry, signed } as StoredLogEntry);
      }),
    );
  }
}
