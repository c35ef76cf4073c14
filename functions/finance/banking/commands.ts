import { banking } from '#api/finance/banking.ts';
import { serveModule } from '../../platform/service.ts';
import { createBankAccount, patchBankAccount } from './bank-accounts.ts';
import { readBankFileAgain } from './bank-files.ts';
import { createBankRule, deleteBankRule, patchBankRule, switchBankRuleOff, switchBankRuleOn } from './bank-rules.ts';
import { attachBillPaper } from './bill-paper.ts';
import { deleteBankStatement } from './delete-statement.ts';
import { forgetBankHabit } from './habits.ts';
import { matchBankLine } from './match.ts';
import { createMatchRun, undoMatchRun } from './match-runs.ts';
import { testBankRule, testNewBankRule } from './rule-tests.ts';
import { ignoreBankLine, reopenBankLine, unmatchBankLine } from './unmatch.ts';

export const handler = serveModule(banking, {
  createBankAccount,
  patchBankAccount,
  readBankFileAgain,
  deleteBankStatement,
  matchBankLine,
  unmatchBankLine,
  ignoreBankLine,
  reopenBankLine,
  createBankRule,
  patchBankRule,
  deleteBankRule,
  switchBankRuleOn,
  switchBankRuleOff,
  testBankRule,
  testNewBankRule,
  createMatchRun,
  undoMatchRun,
  forgetBankHabit,
  attachBillPaper,
});
