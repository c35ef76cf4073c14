import { verifactu } from '#api/finance/verifactu.ts';
import { VerifactuEvents } from '#domain/finance/einvoice/verifactu-event.ts';
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
import {
  answerVerifactuSubmission,
  createVerifactuSubmission,
  discardVerifactuSubmission,
  sendVerifactuSubmission,
} from './submissions.ts';

export const checkVerifactuChain = command(
  verifactu.actions.checkVerifactuChain,
  creates(VerifactuEvents, 'vfe'),
  async ({ body: { from = 1 }, records, newId, now }) => [
    create(VerifactuEvents, newId('vfe'), { what: 'checked' as const, at: now.toISOString(), ...(await checkChain(records, from)) }),
  ],
  verifactuEventView,
);

export const exportVerifactu = command(
  verifactu.actions.exportVerifactu,
  creates(VerifactuEvents, 'vfe'),
  async ({ body: { from: first = 1 }, records, newId, now }) => {
    const { length } = await chainHead(records);
    if (first > length)
      throw refused('verifactu.none', `The chain has ${length} records: there is none from ${first} on.`, 'body.from', { length });
    const last = Math.min(length, first + MOST_WRITTEN - 1);
    return [create(VerifactuEvents, newId('vfe'), { what: 'exported' as const, at: now.toISOString(), first, last })];
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
  cancelVerifactuRecord,
  createVerifactuSubmission,
  sendVerifactuSubmission,
  answerVerifactuSubmission,
  discardVerifactuSubmission,
});
