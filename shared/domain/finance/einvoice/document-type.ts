import { DOCUMENT_TYPES, type DocumentType } from './einvoice.ts';

/** Credit notes of UNCL 1001, which give back: of our model 381. */
const CREDITS: ReadonlySet<string> = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532']);

/** What a document is by its code (BT-3): kinds that no rule here tells apart are plain invoices and credit notes. */
export function documentTypeOf(code: string, isCredit: boolean): DocumentType {
  if (isCredit || CREDITS.has(code)) return '381';
  return DOCUMENT_TYPES.find((each) => each === code) ?? '380';
}
