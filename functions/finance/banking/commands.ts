import { banking } from '#api/finance/banking.ts';
import { serveModule } from '../../platform/service.ts';
import { createBankAccount, patchBankAccount } from './bank-accounts.ts';
import { deleteBankStatement } from './delete-statement.ts';
import { matchBankLine } from './match.ts';
import { ignoreBankLine, reopenBankLine, unmatchBankLine } from './unmatch.ts';

export const handler = serveModule(banking, {
  createBankAccount,
  patchBankAccount,
  deleteBankStatement,
  matchBankLine,
  unmatchBankLine,
  ignoreBankLine,
  reopenBankLine,
});
