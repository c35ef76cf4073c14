import { serve } from '#runtime/http.ts';
import { getCreditNotePdf } from './get-credit-note-pdf.ts';
import { getInvoicePdf } from './get-invoice-pdf.ts';
import { receivables } from './module.ts';

export const handler = serve(receivables, { getInvoicePdf, getCreditNotePdf });
