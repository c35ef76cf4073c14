import * as z from 'zod/mini';
import { EINVOICE_SYNTAXES } from './einvoice.ts';

export const EInvoiceFileView = z.object({
  syntax: z.enum(EINVOICE_SYNTAXES),
  fileName: z.string(),
  contentType: z.literal('application/xml'),
  /** In base64. */
  content: z.string(),
});

export const EInvoiceDutyView = z.object({
  id: z.string(),
  from: z.string(),
  /** Whether that day has come. */
  inForce: z.boolean(),
  source: z.string(),
  confidence: z.string(),
});
