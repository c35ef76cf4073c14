import { verifactu } from '#api/finance/verifactu.ts';
import { VerifactuEvents } from '#domain/finance/einvoice/verifactu-event.ts';
import { ANOMALIES } from '#domain/finance/einvoice/verifactu-log.ts';
import { VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { refusalOfRecordCancellation } from '#domain/finance/einvoice/verifactu-switch.ts';
import { verifactuEventView, verifactuView } from '#domain/finance/einvoice/verifactu-wire.ts';
import { CreditNotes, type Invoice, Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { type Changes, create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';
import { chainHead, VerifactuChain } from '../einvoice/verifactu-chain.ts';
import { checkChain } from './chain-check.ts';
import { chainFile, MOST_WRITTEN } from './chain-file.ts';
import { EventLog, recordSums } from './event-log.ts';
import { eventsZip, isSigned, signedFrom } from './events-file.ts';
import {
  answerVerifactuSubmission,
  createVerifactuSubmission,
  discardVerifactuSubmission,
  sendVerifactuSubmission,
} from './submissions.ts';

export const checkVerifactuChain = command(
  verifactu.actions.checkVerifactuChain,
  creates(VerifactuEvents, 'vfe'),
  async ({ body: { from = 1 }, records, newId, now, company }) => {
    const [found, log] = await Promise.all([checkChain(records, from), EventLog.open(records, company)]);
    const { first = from, last = from, broken } = found;
    log.add('03', { count: last - first + 1 });
    // Of a record that is not there the one before is named.
    const at = broken && (broken.why === 'missing' ? broken.place - 1 : broken.place);
    if (broken) log.add('04', { anomaly: ANOMALIES[broken.why], ...(at ? { first: at } : {}) });
    return [create(VerifactuEvents, newId('vfe'), { what: 'checked' as const, at: now.toISOString(), ...found }), ...log.changes()];
  },
  verifactuEventView,
);

export const exportVerifactu = command(
  verifactu.actions.exportVerifactu,
  creates(VerifactuEvents, 'vfe'),
  async ({ body: { from: first = 1 }, records, newId, now, company }) => {
    const { length } = await chainHead(records);
    if (first > length)
      throw refused('verifactu.none', `The chain has ${length} records: there is none from ${first} on.`, 'body.from', { length });
    const last = Math.min(length, first + MOST_WRITTEN - 1);
    const [sums, log] = await Promise.all([recordSums(records, first, last), EventLog.open(records, company)]);
    const told = create(VerifactuEvents, newId('vfe'), { what: 'exported' as const, at: now.toISOString(), first, last });
    return [told, ...log.add('08', { first, last, ...sums }).changes()];
  },
  async ({ first = 1, last = 1 }, { records, company }) => {
    const [text, { length }] = await Promise.all([chainFile(records, company, first, last), chainHead(records)]);
    return {
      fileName: `verifactu-${first}-${last}.xml`,
      contentType: 'application/xml' as const,
      content: Buffer.from(text).toString('base64'),
      ...{ first, last },
      ...(last < length ? { next: last + 1 } : {}),
    };
  },
);

export const exportVerifactuEvents = command(
  verifactu.actions.exportVerifactuEvents,
  creates(VerifactuEvents, 'vfe'),
  async ({ body: { from: first = 1 }, records, newId, now, company }) => {
    const count = await signedFrom(records, first);
    if (count === 0) throw refused('verifactu.no_events', `There are no signed events from ${first} on.`, 'body.from', { first });
    const last = first + count - 1;
    const log = await EventLog.open(records, company);
    const told = create(VerifactuEvents, newId('vfe'), { what: 'events-exported' as const, at: now.toISOString(), first, last });
    return [told, ...log.add('09', { first, last, count }).changes()];
  },
  async ({ first = 1, last = 1 }, { records }) => ({
    fileName: `verifactu-eventos-${first}-${last}.zip`,
    contentType: 'application/zip' as const,
    content: Buffer.from(await eventsZip(records, first, last)).toString('base64'),
    ...{ first, last },
    ...((await isSigned(records, last + 1)) ? { next: last + 1 } : {}),
  }),
);

/** The invoice should never have been issued, and what credits it neither: both records are cancelled, and both stay. */
export const cancelVerifactuRecord = command(
  verifactu.actions.cancelVerifactuRecord,
  on(Invoices, (path) => path.invoiceId),
  async ({ body: { reason }, records, company }, invoice) => {
    throwIf(refusalOfRecordCancellation(invoice));
    const notes = (await records.getMany(CreditNotes, invoice.creditNoteIds ?? [])).flatMap((note) => (note ? [note] : []));
    const chain = await VerifactuChain.take(records, company);
    const changes = [];
    for (const document of [invoice, ...notes]) {
      if (document.verifactu === undefined || document.verifactuCancelled !== undefined) continue;
      const record = await records.getOrThrow(VerifactuRecords, verifactuId(document.verifactu));
      const type = (document === invoice ? Invoices : CreditNotes) as typeof Invoices;
      changes.push(update(type, document as StoredInvoice, { ...(document as StoredInvoice), verifactuCancelled: chain.next }));
      changes.push(chain.cancel(record, reason));
    }
    return changes as unknown as Changes<Invoice>;
  },
  async (invoice, { records }) => verifactuView(await records.getOrThrow(VerifactuRecords, verifactuId(invoice.verifactuCancelled ?? 0))),
);

export const handler = serveModule(verifactu, {
  checkVerifactuChain,
  exportVerifactu,
  exportVerifactuEvents,
  cancelVerifactuRecord,
  createVerifactuSubmission,
  sendVerifactuSubmission,
  answerVerifactuSubmission,
  discardVerifactuSubmission,
});
