import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankLines, lineBucket } from '#domain/finance/banking/bank-line.ts';
import { BankRules } from '#domain/finance/banking/bank-rule.ts';
import { RULE_OFFERS, takenByOffers } from '#domain/finance/banking/rule-offers.ts';
import { defined } from '#kernel/optional.ts';
import { plainQuery } from '#runtime/action.ts';
import { everyRecord, readRows } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { yearsOfAccount } from './bank-statements.ts';

/** Lines that are looked through: a year of most companies, at some thousand read units (US$ 0.00013). */
const MOST_LINES = 1000;

/** The last lines of all accounts: as many of each as there is room for. */
async function lastLines(records: Records) {
  const accounts = await Array.fromAsync(everyRecord(records, BankAccounts));
  const share = Math.ceil(MOST_LINES / Math.max(accounts.length, 1));
  const ids: string[] = [];
  for (const { id } of accounts) {
    let left = share;
    for (const year of (await yearsOfAccount(records, id)).toReversed()) {
      if (left <= 0) break;
      const { rows } = await readRows(records.tenant, BankLines.kind, lineBucket(id, year), undefined, { order: 'desc', limit: left });
      ids.push(...rows.map((row) => row.id));
      left -= rows.length;
    }
  }
  return (await records.getMany(BankLines, ids, new Set())).filter((line) => line !== undefined);
}

export const listRuleOffers = plainQuery(banking.actions.listRuleOffers, async ({ records }) => {
  const [lines, rules] = await Promise.all([lastLines(records), Array.fromAsync(everyRecord(records, BankRules))]);
  const taken = takenByOffers(lines);
  const items = RULE_OFFERS.map(({ key, rule }) => ({
    ...{ key, ...rule, taken: taken.get(key) ?? 0 },
    ...defined({ ruleId: rules.find(({ offer }) => offer === key)?.id }),
  }));
  return { lines: lines.length, items };
});
