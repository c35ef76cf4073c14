/** What other areas show of this one. */
export { DocumentFlags } from './intake/document-flags.tsx';
export { DocumentPaper } from './intake/document-paper.tsx';
export { placeOfInput } from './intake/field-places.ts';
export { useNextDocument } from './intake/next-document.ts';
export { showPlace } from './intake/shown-place.ts';
