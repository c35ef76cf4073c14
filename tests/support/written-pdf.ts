export { PAPER_INVOICE } from '../../infra/tools/bench/paper-invoice.ts';
export { type WrittenText, writtenPages, writtenPdf } from '../../infra/tools/bench/written-pdf.ts';
