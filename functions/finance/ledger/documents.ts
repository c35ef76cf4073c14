import { serve } from '#runtime/http.ts';
import { createExport } from './create-export.ts';
import { ledger } from './module.ts';

export const handler = serve(ledger, { createExport });
