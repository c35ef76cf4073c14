import * as z from 'zod/mini';
import { defined } from '#kernel/optional.ts';
import { type OpenKey, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import type { Sha256 } from './verifactu.ts';
import { SIGN } from './verifactu-signature.ts';

/**
 * Events of a system that keeps its records (Orden HAC/1177/2024 art. 9, list TipoEventoType of EventosSIF.xsd): 01 it begins, 02 it ends, 03 a
 * check of records is started, 04 it found an anomaly, 08 records and 09 events were exported, 10 summary. 05 and 06 (a check of events) and
 * 07 (a backup that is restored) it has none of.
 */
export const LOG_TYPES = ['01', '02', '03', '04', '08', '09', '10'] as const;
export type LogType = (typeof LOG_TYPES)[number];

const Reference = z.object({ type: z.enum(LOG_TYPES), at: z.string(), hash: z.string() });

/** What an event is about. Places are those of the chain of records, of 09 those of the chain of events. */
const About = z.object({
  first: z.exactOptional(z.int()),
  last: z.exactOptional(z.int()),
  /** How many records were looked at, or events written to a file. */
  count: z.exactOptional(z.int()),
  /** Of TipoAnomaliaType. */
  anomaly: z.exactOptional(z.string()),
  /** Records of issue, with their tax and total in cents, and of cancellation. */
  issues: z.exactOptional(z.int()),
  tax: z.exactOptional(z.int()),
  total: z.exactOptional(z.int()),
  cancellations: z.exactOptional(z.int()),
  /** Of 10: events since the summary before, by type. */
  events: z.exactOptional(list(z.object({ type: z.enum(LOG_TYPES), count: z.int() }))),
});
export type LogAbout = Readonly<z.output<typeof About>>;

/** An event with its place in the company's chain of events, which is its id. Only its signature is added; nothing of it changes. */
export const LogEntry = z.object({
  type: z.enum(LOG_TYPES),
  /** Local time with its distance from UTC. */
  at: z.string(),
  /** Whose system it is, by tax id and by name as it was then. */
  issuer: z.string(),
  name: z.string(),
  about: z.exactOptional(About),
  previous: z.exactOptional(Reference),
  hash: z.string(),
  /** Whether the system keeps records after it. */
  running: z.boolean(),
  /** Up to which events and records the last summary tells, and its ISO instant; before the first, when the system began. */
  summed: z.object({ events: z.int(), records: z.int(), at: z.string() }),
  signed: z.exactOptional(z.object({ at: z.string(), fingerprint: z.string(), xml: z.string() })),
});
export type LogEntry = Readonly<z.output<typeof LogEntry>>;
export type StoredLogEntry = Stored<LogEntry>;

const waits = ({ signed }: LogEntry, id: string): OpenKey | undefined => (signed ? undefined : { queue: SIGN, sort: id });

export const VerifactuLog = recordType<LogEntry>({
  kind: 'verifactu-log',
  prefix: 'vfl',
  data: LogEntry,
  history: 'ends',
  open: waits,
  screen: { none: 'It is exported where electronic invoicing is set up.' },
  read: 'books.read',
});

/** 12 → `vfl_000000012` */
export const logId = (place: number): string => `vfl_${String(place).padStart(9, '0')}`;

/** The system as each event names it. */
export interface LogSystem {
  readonly taxId: string;
  readonly name: string;
  /** Tells this company's chain from others of the same system. */
  readonly installation: string;
}

/** What is hashed of an event, in the order and by the names of AEAT's detail of hashes (v0.1.2, 3.c): the tax id of system and of company. */
export const logText = (
  { type, at, issuer, previous }: Pick<LogEntry, 'type' | 'at' | 'issuer' | 'previous'>,
  installation: string,
): string =>
  [
    ...[`NIF=${issuer}`, 'ID=', 'IdSistemaInformatico=TR', 'Version=1.0', `NumeroInstalacion=${installation}`, `NIF=${issuer}`],
    ...[`TipoEvento=${type}`, `HuellaEvento=${previous?.hash ?? ''}`, `FechaHoraHusoGenEvento=${at}`],
  ].join('&');

/** What the next event adds to the chain. */
interface NewEvent {
  readonly type: LogType;
  readonly about?: LogAbout | undefined;
  /** Local time, and the same as ISO instant. */
  readonly at: string;
  readonly instant: string;
  /** Where the chain of records ends. */
  readonly records: number;
}

/** The next event. @param before the last one, and its place: 0 of none. */
export function nextEvent(
  { type, about, at, instant, records }: NewEvent,
  { length, last }: { readonly length: number; readonly last?: LogEntry | undefined },
  system: LogSystem,
  sha256: Sha256,
): LogEntry {
  const previous = last && { type: last.type, at: last.at, hash: last.hash };
  // No event is made before the one that it follows: clocks of two machines differ.
  const made = last && Date.parse(last.at) > Date.parse(at) ? last.at : at;
  const entry = { type, at: made, issuer: system.taxId, name: system.name, ...defined({ about, previous }) };
  // What was recorded before the first hour was over is in the first summary, too; one that does not tell of all goes before the next.
  const told = { events: length, records: type === '10' ? (about?.last ?? records) : (last?.summed.records ?? 0), at: instant };
  return {
    ...entry,
    hash: sha256(logText(entry, system.installation)),
    running: type === '01' || (type !== '02' && (last?.running ?? false)),
    summed: type === '10' || type === '01' || !last ? told : last.summed,
  };
}

/** A summary is due every six hours in which the system runs (Orden HAC/1177/2024 art. 9). */
const SUMMED_EVERY_MS = 6 * 3_600_000;
/** Most records of one summary: of a company that has more, others follow by the hour. */
export const MAX_SUMMED = 10_000;
/** @param records where the chain of records ends. */
export const isSummaryDue = ({ running, summed }: LogEntry, records: number, now: Date): boolean =>
  running && (records - summed.records > MAX_SUMMED || now.getTime() - Date.parse(summed.at) >= SUMMED_EVERY_MS);

/** The anomaly that a check found, by TipoAnomaliaType: hash, other integrity, a record that is not there, the hash of the one before. */
export const ANOMALIES = { hash: '01', document: '03', missing: '05', link: '08' } as const;
