import { ledger } from '#api/finance/ledger.ts';
import { serveModule } from '../../platform/service.ts';
import { createExport } from './create-export.ts';
import { getExport } from './get-export.ts';

export const handler = serveModule(ledger, { createExport, getExport });
