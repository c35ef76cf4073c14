import { banking } from '#api/finance/banking.ts';
import { serveModule } from '../../platform/service.ts';
import { createBankFile, getBankFileOriginal } from './bank-files.ts';

export const handler = serveModule(banking, { createBankFile, getBankFileOriginal });
