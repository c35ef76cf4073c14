import { banking } from '#api/finance/banking.ts';
import { serveModule } from '../../platform/service.ts';
import { getBankAccount, listBankAccounts } from './bank-accounts.ts';
import { getBankFile, listBankFiles } from './bank-files.ts';
import { getBankRule, listBankRules } from './bank-rules.ts';
import { getBankStatement, listBankStatements } from './bank-statements.ts';
import { listLineCandidates } from './candidates.ts';
import { listBankHabits } from './habits.ts';
import { getBankLine, listBankLines } from './lines.ts';
import { getMatchRun, listMatchRuns } from './match-runs.ts';
import { getBankReconciliation } from './reconciliation.ts';
import { listRuleOffers } from './rule-offers.ts';
import { getRuleTest } from './rule-tests.ts';

export const handler = serveModule(banking, {
  listBankAccounts,
  getBankAccount,
  getBankReconciliation,
  listBankFiles,
  getBankFile,
  listBankStatements,
  getBankStatement,
  listBankLines,
  getBankLine,
  listLineCandidates,
  listBankRules,
  listRuleOffers,
  getBankRule,
  getRuleTest,
  listMatchRuns,
  getMatchRun,
  listBankHabits,
});
