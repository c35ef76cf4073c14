import { receiptFlags } from '#domain/automation/intake/document-facts.ts';
import type { StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { intakeView } from '#domain/automation/intake/wire.ts';
import { type Caller, may } from '#runtime/caller.ts';

/** Whether somebody is told what the books know of a document: its supplier, what is proposed, and what is odd against other bills. */
export const seesBooks = (caller: Caller): boolean => may(caller, 'payables.read');

/** A document as its caller may see it. */
export const seenDocument = (document: StoredDocument, { caller }: { readonly caller: Caller }) =>
  intakeView(seesBooks(caller) ? document : ofItself(document));

/** What a document says by itself: what was found by what is known of suppliers and bills is left out. */
function ofItself({ supplierId: _supplier, ...document }: StoredDocument): StoredDocument {
  const { fields, seen = [], flags } = document;
  return { ...document, flags: fields ? [...seen, ...receiptFlags(fields)] : flags };
}
