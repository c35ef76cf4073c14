import { CreditNotes, Invoices, type StoredCreditNote, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { Attachments, fileKey } from '#domain/platform/notes/attachment.ts';
import { prefixOf } from '#kernel/id.ts';
import { cut } from '#kernel/text.ts';
import { type BucketName, openObject } from '#runtime/documents.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import type { ZipUpload } from '#runtime/zip-upload.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { printedBill } from '../receivables/bill-document.ts';
import { creditNotePaper, invoicePaper } from '../receivables/invoice-paper.ts';
import { BOOK_KINDS } from './book-reader.ts';

export interface PapersAsked {
  readonly records: Records;
  readonly company: StoredCompany;
  readonly tenant: string;
  readonly period: string;
  readonly now: Date;
}

/** Documents are added for so long: the function that does it has a quarter of an hour. */
const MOST_MS = 600_000;
const PACE = 100;

/** What a file is called in a folder: no path, nothing that a system does not take, each name once. */
class Names {
  readonly #taken = new Set<string>();
  of(folder: string, name: string): string {
    const plain = cut(
      name
        .normalize('NFC')
        .replaceAll(/[\p{Cc}/\\\\:*?"<>|]+/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      140,
    );
    const [, stem = plain, end = ''] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/.exec(plain) ?? [];
    let path = `${folder}/${stem}${end}`;
    for (let twin = 2; this.#taken.has(path.toLowerCase()); twin += 1) path = `${folder}/${stem} (${twin})${end}`;
    this.#taken.add(path.toLowerCase());
    return path;
  }
}

/** Adds an object as it is read: none of it is kept. @returns whether it was there. */
async function addObject(zip: ZipUpload, name: string, bucket: BucketName, key: string): Promise<boolean> {
  const object = await openObject(bucket, key);
  if (!object) return false;
  await zip.add(name, object.body, true);
  return true;
}

/** The PDF of what was issued, printed where nobody has asked for it yet. */
async function printed(asked: PapersAsked, id: string): Promise<string | undefined> {
  const { records } = asked;
  if (prefixOf(id) === Invoices.prefix) {
    const invoice = (await records.get(Invoices, id)) as StoredInvoice | undefined;
    return invoice && (await printedBill('invoices', invoice, (issuer) => invoicePaper(invoice, issuer), asked)).key;
  }
  const note = (await records.get(CreditNotes, id)) as StoredCreditNote | undefined;
  const corrected = note?.corrects ? await records.get(Invoices, note.corrects) : undefined;
  return note && (await printedBill('credit-notes', note, (issuer) => creditNotePaper(note, corrected, issuer), asked)).key;
}

/** A document of the period, and the ZIP that takes it. */
interface Taken {
  readonly zip: ZipUpload;
  readonly names: Names;
  readonly id: string;
  readonly title: string;
}

/** Adds what was issued. @returns what is missing of it. */
async function addIssued(asked: PapersAsked, { zip, names, id, title }: Taken): Promise<string | undefined> {
  const key = await printed(asked, id);
  const added = key !== undefined && (await addObject(zip, names.of('emitidas', `${title}.pdf`), 'issued', key));
  return added ? undefined : 'sin PDF';
}

/** Adds the files that people attached to what came in. @returns what is missing of it. */
async function addReceived({ records, tenant }: PapersAsked, { zip, names, id, title }: Taken): Promise<string | undefined> {
  let found = 0;
  for await (const file of openRecords(records, Attachments, id)) {
    if (file.state !== 'clean') continue;
    const name = names.of('recibidas', `${title} ${file.fileName}`);
    if (await addObject(zip, name, 'documents', fileKey(tenant, file.id))) found += 1;
  }
  return found > 0 ? undefined : 'sin documento adjunto';
}

/** What was issued, as PDFs; what suppliers sent, as the files that people attached. Those without any are listed. */
export async function addPapers(zip: ZipUpload, asked: PapersAsked): Promise<void> {
  const names = new Names();
  const missing: string[] = [];
  const end = Date.now() + MOST_MS;
  for await (const { id, paper } of documentsOf(asked)) {
    const title = [paper.register, paper.number, paper.party.name].filter(Boolean).join(' ');
    const add = paper.book === 'issued' ? addIssued : addReceived;
    const lacks = Date.now() > end ? 'sin tiempo; pida un mes en lugar de un trimestre' : await add(asked, { zip, names, id, title });
    if (lacks) missing.push(`${title}: ${lacks}`);
  }
  if (missing.length > 0) await zip.add('documentos-que-faltan.txt', `${missing.join('\r\n')}\r\n`);
}

/** What the registers of a period hold, in the order of its days. */
async function* documentsOf({ records, period }: PapersAsked) {
  const walk = {
    months: monthsOfTaxPeriod(period),
    order: 'asc',
    pace: PACE,
    kinds: [...BOOK_KINDS.issued, ...BOOK_KINDS.received],
  } as const;
  for await (const { items } of walkJournal(records, walk))
    for (const { document } of items) {
      const { id, paper } = document;
      if (paper) yield { id, paper };
    }
}
