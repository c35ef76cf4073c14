import type { IsoDate } from '#kernel/date.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { isSimplified } from '../receivables/invoice.ts';

/** Kinds of invoices (list L2): full, simplified; corrective of art. 80.Uno, Dos and Seis and errors of law, and of a simplified one. */
export const VERIFACTU_TYPES = ['F1', 'F2', 'R1', 'R5'] as const;
export type VerifactuType = (typeof VERIFACTU_TYPES)[number];

interface VerifactuDocument {
  /** NIF of who issues. */
  readonly issuer: string;
  /** Series and number. */
  readonly number: string;
  readonly date: IsoDate;
  /** When the record was made: local time with its distance from UTC, `2024-01-01T19:20:30+01:00`. */
  readonly at: string;
}

/** The record of an invoice that was issued (registro de alta). */
export interface VerifactuIssue extends VerifactuDocument {
  readonly kind: 'issue';
  readonly type: VerifactuType;
  /** Tax charged, surcharge included; of a corrective invoice by difference below zero. */
  readonly tax: Minor;
  readonly total: Minor;
}

/** The record of an invoice that was cancelled (registro de anulación): the first one stays. */
export interface VerifactuCancellation extends VerifactuDocument {
  readonly kind: 'cancellation';
}
export type VerifactuRecord = VerifactuIssue | VerifactuCancellation;

/** A record with its place in the chain of its issuer. */
export interface ChainedRecord {
  readonly record: VerifactuRecord;
  /** Hash of the record before; empty of the first. */
  readonly previous: string;
  readonly hash: string;
}

/** SHA-256 of a text in UTF-8, in hexadecimal capitals: what computes is handed in, as the rulebook computes nothing of its own. */
export type Sha256 = (text: string) => string;

/** 2024-01-31 → 31-01-2024 */
const spanishDay = (date: IsoDate): string => date.split('-').reverse().join('-');

/** What is hashed of a record, in the order and by the names of the order HAC/1177/2024, art. 13, and AEAT's detail of 2024 (v0.1.2). */
export function verifactuText(record: VerifactuRecord, previous: string): string {
  const { issuer, number, date, at } = record;
  const fields: (readonly [name: string, value: string])[] =
    record.kind === 'issue'
      ? [
          ['IDEmisorFactura', issuer],
          ['NumSerieFactura', number],
          ['FechaExpedicionFactura', spanishDay(date)],
          ['TipoFactura', record.type],
          ['CuotaTotal', minorText(record.tax)],
          ['ImporteTotal', minorText(record.total)],
        ]
      : [
          ['IDEmisorFacturaAnulada', issuer],
          ['NumSerieFacturaAnulada', number],
          ['FechaExpedicionFacturaAnulada', spanishDay(date)],
        ];
  const all = [...fields, ['Huella', previous] as const, ['FechaHoraHusoGenRegistro', at] as const];
  return all.map(([name, value]) => `${name}=${value.trim()}`).join('&');
}

/** The next record of a chain. @param last the one before; undefined of the first. */
export function chainedRecord(record: VerifactuRecord, last: Pick<ChainedRecord, 'hash'> | undefined, sha256: Sha256): ChainedRecord {
  const previous = last?.hash ?? '';
  return { record, previous, hash: sha256(verifactuText(record, previous)) };
}

/** Place of the first record, from 0 on, that is not what its hash is of or does not follow the one before; undefined of a whole chain. */
export function brokenLink(chain: readonly ChainedRecord[], sha256: Sha256): number | undefined {
  const at = chain.findIndex(
    ({ record, previous, hash }, i) => previous !== (chain[i - 1]?.hash ?? '') || hash !== sha256(verifactuText(record, previous)),
  );
  return at === -1 ? undefined : at;
}

/** An invoice or corrective one of ours, as far as its record says it. */
interface IssuedBill {
  readonly number: string;
  readonly date: IsoDate;
  readonly totals: { readonly tax: Minor; readonly gross: Minor };
  /** Of a corrective invoice. */
  readonly reason?: string;
  /** Id of the invoice that it corrects. */
  readonly corrects?: string;
}

/** The record of a document of ours. Amounts are in euros, also of one in another currency. */
export function verifactuIssue(bill: IssuedBill, issuer: string, at: string): VerifactuIssue {
  const sign = bill.reason === undefined ? 1 : -1;
  const { tax, gross } = bill.totals;
  return {
    ...{ kind: 'issue', issuer, number: bill.number, date: bill.date, at },
    type: typeOf(bill),
    tax: tax === 0 ? 0 : sign * tax,
    total: sign * gross,
  };
}

function typeOf({ number, reason, corrects }: IssuedBill): VerifactuType {
  if (reason === undefined) return isSimplified(number) ? 'F2' : 'F1';
  return isSimplified(corrects?.slice(4) ?? '') ? 'R5' : 'R1';
}

const QR_PAGES = {
  /** Of systems that send each record at once. */
  verifactu: 'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR',
  /** Of those that keep them signed. */
  kept: 'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQRNoVerifactu',
} as const;

/** What the QR of an invoice says (RD 1007/2023, Orden HAC/1177/2024 art. 20): where AEAT tells whether it knows it. */
export function verifactuQr({ issuer, number, date, total }: VerifactuIssue, mode: keyof typeof QR_PAGES): string {
  const query = { nif: issuer, numserie: number, fecha: spanishDay(date), importe: minorText(total) };
  const told = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${QR_PAGES[mode]}?${told.join('&')}`;
}

/** An instant as records say it: the time of a place, with its distance from UTC. */
export function zonedTime(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', timeZoneName: 'longOffset' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const offset = of('timeZoneName').replace(/^GMT$/, 'GMT+00:00').slice(3);
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}${offset}`;
}
