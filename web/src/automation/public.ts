/** What other areas show of this one. */
export { DocumentFlags } from './intake/document-flags.tsx';
export { DocumentPaper } from './intake/document-paper.tsx';
