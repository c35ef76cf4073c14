import { intake } from '#api/automation/intake.ts';
import { asUnread, documentActions, IntakeDocuments, originalKey } from '#domain/automation/intake/intake-document.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { mayFor } from '#runtime/caller.ts';
import { readObject } from '#runtime/documents.ts';
import { notFound } from '#runtime/records.ts';
import { receivedInvoice, trustChange } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { seenDocument } from './seen-document.ts';

/** Trusts who signed a document, or who issued their certificate; what waits for that is read again at once, in the same transaction. */
export const trustSigner = command(
  intake.actions.trustSigner,
  on(IntakeDocuments, (path) => path.documentId),
  async ({ body: { of }, records, tenant, caller }, document) => {
    if (!mayFor(caller, 'documents.read', document)) throw notFound(IntakeDocuments.kind, document.id, 'path.documentId');
    throwIf(documentActions.trustSigner(document));
    const bytes = document.sha256 && (await readObject('issued', originalKey(tenant, document.sha256)));
    const file = bytes ? receivedInvoice(bytes, document.invoices?.from) : undefined;
    if (!file || !('invoice' in file) || !file.chain)
      throw refused('document.unsigned', 'It has no signature that holds: there is nothing to trust.', 'path.documentId');
    const supplierTaxId = file.invoice.facts.taxIds[0];
    const trust = await trustChange(records, { of, chain: file.chain, supplierTaxId, documentId: document.id });
    return [update(IntakeDocuments, document, asUnread(document)), trust];
  },
  seenDocument,
);
